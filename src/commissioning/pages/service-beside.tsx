import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { contractPaths } from '../contract-paths.ts'
import { intentionPaths, ledPaths } from '../framework-paths.ts'
import type { ServiceBeside } from '../queries/service-beside.ts'
import { intentionWords, metWords } from '../words/framework.ts'

/** What other registers say of a service: its pathways, market, contracts, what is intended, and how it stands by the standards (C1 to C3). */
export function BesideService(props: {
  readonly beside: ServiceBeside
  /** The service, where one may say what is intended for it. */
  readonly mayIntend: string | undefined
  /** Where one begins to say what a new duty of it would cost; undefined where one may not. */
  readonly newScenario: string | undefined
}): JSX.Element {
  const { beside, mayIntend, newScenario } = props
  const { pathways, markets, scenarios, contracts, intentions, checks } = beside
  const links = (
    rows: readonly { readonly id: string; readonly title: string; readonly after?: string }[],
    address: (id: string) => string,
  ) =>
    rows.length === 0 ? (
      'None that you may see'
    ) : (
      <ul class="govuk-list">
        {rows.map(({ id, title, after = '' }) => (
          <li>
            <a class="govuk-link" href={address(id)}>
              {title}
            </a>
            {after}
          </li>
        ))}
      </ul>
    )
  const until = (day: Temporal.PlainDate | null) => (day === null ? '' : `, until ${dayInWords(day.subtract({ days: 1 }))}`)
  return (
    <Card title="Where it stands in what we commission" id="beside">
      <KeyFacts
        facts={[
          {
            label: 'Contracts',
            value: links(
              contracts.map((one) => ({ ...one, after: until(one.runsUntil) })),
              contractPaths.contract,
            ),
          },
          { label: 'Pathways', value: links(pathways, (id) => ledPaths.record('pathway', id)) },
          { label: 'Market', value: links(markets, (id) => ledPaths.record('market', id)) },
          { label: 'What a new duty would cost', value: links(scenarios, (id) => ledPaths.record('scenario', id)) },
          {
            label: 'What is intended',
            value:
              intentions.length === 0
                ? 'Nothing is written yet'
                : intentions.map(({ year, kind, text }) => `From April ${year}: ${intentionWords[kind].toLowerCase()}. ${text}`).join(' '),
          },
        ]}
      />
      {mayIntend !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={intentionPaths.ofService(mayIntend)}>
            Say what is intended for a year
          </a>
        </p>
      )}
      {newScenario && (
        <p class="govuk-body">
          <a class="govuk-link" href={newScenario}>
            Say what a new duty of it would cost
          </a>
        </p>
      )}
      {checks.length > 0 && (
        <DataTable
          caption="How it stands by the standards"
          narrow="stack"
          columns={[{ heading: 'Standard' }, { heading: 'How it stands' }, { heading: 'Evidence' }, { heading: 'Checked' }]}
          rows={checks.map(({ name, framework, met, evidence, checkedOn }) => ({
            cells: [
              <a class="govuk-link" href={ledPaths.record('framework', framework)}>
                {name}
              </a>,
              <StatusPill meaning={metWords[met].meaning}>{metWords[met].word}</StatusPill>,
              evidence,
              dayInWords(checkedOn),
            ],
          }))}
        />
      )}
    </Card>
  )
}
