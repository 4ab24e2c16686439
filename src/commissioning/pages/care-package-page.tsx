import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { packagePaths } from '../payment-paths.ts'
import type { CarePackage, Delivery, PackageOutcome } from '../queries/packages.ts'
import type { PaymentLine } from '../queries/payment-runs.ts'
import { reasonWords } from '../words/payment.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** One package, for those who arrange or deliver it. */
export function CarePackagePage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly contract: { readonly id: string; readonly title: string }
  readonly carePackage: CarePackage
  readonly provider: string
  readonly deliveries: readonly Delivery[]
  readonly outcomes: readonly PackageOutcome[]
  readonly lines: readonly PaymentLine[]
  readonly may: { readonly change: boolean; readonly report: boolean }
}): JSX.Element {
  const { visit, board, contract, carePackage, provider, deliveries, outcomes, lines, may } = props
  const acts = [
    ...(may.report ? ([['deliveries', 'Report a week']] as const) : []),
    ...(may.change
      ? ([
          ['outcomes', 'Record an outcome'],
          ['end', 'End this package'],
        ] as const)
      : []),
  ]
  return (
    <Page
      visit={visit}
      title={`Package ${carePackage.reference}`}
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Payment for packages', href: packagePaths.ofBoard(board.slug) },
        { text: contract.title, href: packagePaths.contract(contract.id) },
      )}
    >
      <PageHead
        title={`Package ${carePackage.reference}`}
        caption={contract.title}
        lead="Whose package it is stands in the case system and never here."
      />
      {acts.length > 0 && (
        <p class="govuk-body gt-actions">
          {acts.map(([step, text]) => (
            <>
              <a class="govuk-link" href={packagePaths.packageStep(carePackage.id, step)}>
                {text}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      <KeyFacts
        facts={[
          { label: 'Provider', value: provider },
          { label: 'Began', value: dayInWords(carePackage.startsOn) },
          { label: 'Ended', value: carePackage.endsOn === null ? 'Goes on' : dayInWords(carePackage.endsOn) },
          { label: 'Minutes a week agreed', value: String(carePackage.agreedMinutes) },
          {
            label: 'Paid so far',
            value: lines.length === 0 ? 'Nothing yet' : pounds(lines.reduce((sum, { pence }) => sum + pence, 0n)),
          },
        ]}
      />
      <Outcomes carePackage={carePackage.id} outcomes={outcomes} mayChange={may.change} />
      <Card title="Week by week" id="weeks" flush={deliveries.length > 0}>
        {deliveries.length === 0 ? <p class="govuk-body">No week is reported yet.</p> : <Weeks deliveries={deliveries} lines={lines} />}
      </Card>
    </Page>
  )
}

function Outcomes({
  carePackage,
  outcomes,
  mayChange,
}: {
  readonly carePackage: string
  readonly outcomes: readonly PackageOutcome[]
  readonly mayChange: boolean
}): JSX.Element {
  return (
    <Card title="Outcomes" id="outcomes" flush={outcomes.length > 0}>
      {outcomes.length === 0 ? (
        <p class="govuk-body">None is recorded.</p>
      ) : (
        <DataTable
          caption="Outcomes"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Week' }, { heading: 'How it stands' }, { heading: 'Evidence' }]}
          rows={outcomes.map((one) => ({
            cells: [
              mayChange ? (
                <a class="govuk-link" href={packagePaths.outcome(carePackage, one.id)}>
                  {`Week ${one.week}`}
                </a>
              ) : (
                `Week ${one.week}`
              ),
              standingWords(one),
              one.evidence === '' ? 'None yet' : one.evidence,
            ],
          }))}
        />
      )}
    </Card>
  )
}

function standingWords(one: PackageOutcome): string {
  if (one.settled === 'falls') return 'Fell by an appeal: nothing is paid for it'
  if (one.appealedOn !== null && one.settled === null) return `Appealed ${dayInWords(one.appealedOn)}, not settled`
  if (one.confirmedOn !== null)
    return `Confirmed ${dayInWords(one.confirmedOn)}${one.settled === 'stands' ? '; it stands after an appeal' : ''}`
  const missing = [
    ['user', one.agreedUser],
    ['provider', one.agreedProvider],
    ['commissioner', one.agreedCommissioner],
  ] as const
  const who = missing.filter(([, day]) => day === null).map(([name]) => name)
  return who.length === 0 ? 'Agreed, not confirmed yet' : `Not agreed yet by the ${who.join(', the ')}`
}

function Weeks({ deliveries, lines }: { readonly deliveries: readonly Delivery[]; readonly lines: readonly PaymentLine[] }): JSX.Element {
  const paid = Map.groupBy(lines, ({ week }) => week)
  const weeks = [...new Set([...deliveries.map(({ week }) => week), ...paid.keys()])].toSorted((one, other) => one - other)
  return (
    <DataTable
      caption="Week by week"
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Week', numeric: true, namesNumber: true },
        { heading: 'Minutes delivered', numeric: true },
        { heading: 'Not delivered' },
        { heading: 'Paid', numeric: true },
        { heading: 'Why' },
      ]}
      rows={weeks.map((week) => {
        const one = deliveries.find((delivery) => delivery.week === week)
        const sums = paid.get(week) ?? []
        const missed =
          one === undefined
            ? []
            : [one.absent > 0 ? `absent ${one.absent}` : '', one.hospital > 0 ? `hospital ${one.hospital}` : ''].filter(Boolean)
        return {
          cells: [
            String(week),
            one === undefined ? 'Not reported' : `${one.minutes}${one.number > 1 ? ' (corrected)' : ''}`,
            missed.length === 0 ? 'None' : missed.join(', '),
            sums.length === 0 ? 'Not paid yet' : pounds(sums.reduce((sum, { pence }) => sum + pence, 0n)),
            [...new Set(sums.map(({ reason, reverses }) => (reverses === null ? reasonWords[reason] : 'Put right')))].join(', '),
          ],
        }
      })}
    />
  )
}
