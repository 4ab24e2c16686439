import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import type { ContractAssessment, ContractVisit, PerformanceNotice } from '../queries/contract-parts.ts'
import type { Contract } from '../queries/contracts.ts'

/** Performance as it was assessed, in the words of the law. */
export function Assessments({ assessments }: { readonly assessments: readonly ContractAssessment[] }): JSX.Element {
  return (
    <Card title="How performance was assessed" id="assessed" flush>
      <DataTable
        caption="Assessments"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Period' }, { heading: 'In the words of the law' }, { heading: 'Why' }, { heading: 'Published' }]}
        rows={assessments.map(({ startsOn, endsOn, rating, because, publishedOn }) => ({
          cells: [
            `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`,
            rating,
            because,
            publishedOn ? dayInWords(publishedOn) : 'Not yet',
          ],
        }))}
      />
    </Card>
  )
}

/** What stays inside: visits, notices of poor performance, the plan for a failure. */
export function Inside(props: {
  readonly contract: Contract
  readonly visits: readonly ContractVisit[]
  readonly notices: readonly PerformanceNotice[]
  readonly plan: { readonly text: string; readonly reviewedOn: Temporal.PlainDate } | undefined
}): JSX.Element {
  const { contract, visits, notices, plan } = props
  const names = new Map(contract.providers.map(({ provider, name }) => [provider, name]))
  return (
    <Card title="For the board alone" id="inside" flush>
      <Fold title="Visits" note={String(visits.length)}>
        {visits.length === 0 ? (
          <p class="govuk-body">None is recorded.</p>
        ) : (
          visits.map(({ plannedOn, heldOn, found }) => (
            <p class="govuk-body">{heldOn ? `${dayInWords(heldOn)}: ${found}` : `Planned for ${dayInWords(plannedOn)}`}</p>
          ))
        )}
      </Fold>
      <Fold title="Notices of poor performance" note={String(notices.length)}>
        {notices.length === 0 ? (
          <p class="govuk-body">None was given.</p>
        ) : (
          notices.map(({ provider, issuedOn, because, answerBy, answeredOn, answer, closedOn, outcome }) => (
            <p class="govuk-body">
              {`${names.get(provider) ?? 'A provider'}, ${dayInWords(issuedOn)}: ${because} `}
              {answeredOn ? `Answered ${dayInWords(answeredOn)}: ${answer} ` : `To be answered by ${dayInWords(answerBy)}. `}
              {closedOn && `Closed ${dayInWords(closedOn)}: ${outcome}`}
            </p>
          ))
        )}
      </Fold>
      <Fold title="If a provider fails" note={plan ? `Looked at ${dayInWords(plan.reviewedOn)}` : 'No plan'}>
        <p class="govuk-body">{plan?.text ?? 'Nobody has written down who takes over.'}</p>
      </Fold>
    </Card>
  )
}
