import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { contractPaths } from '../contract-paths.ts'
import type { ContractAssessment, ContractVisit, PerformanceNotice } from '../queries/contract-parts.ts'
import type { Contract } from '../queries/contracts.ts'
import type { OwnVisits } from '../queries/visits.ts'
import type { ActionReport, DueAction } from '../rules/visit.ts'

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

/** What a provider is told of visits: when, what about, and what it is to do; null where there is nothing. */
export function VisitsTold(props: { readonly told: OwnVisits; readonly today: Temporal.PlainDate }): JSX.Element | null {
  const { visits, actions } = props.told
  if (visits.length === 0 && actions.length === 0) return null
  const sorted = actions.toSorted((one, other) => Number(one.doneOn !== undefined) - Number(other.doneOn !== undefined))
  return (
    <Card title="Visits, and what you are to do" id="own-visits" flush>
      {sorted.length > 0 && (
        <DataTable
          caption="What you are to do after visits"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'To do' }, { heading: 'By' }, { heading: 'How it stands' }]}
          rows={sorted.map((action) => ({
            cells: [action.text, dayInWords(action.dueOn), <HowItStands action={action} today={props.today} />],
          }))}
        />
      )}
      <Fold title="Visits" note={String(visits.length)}>
        {visits.map(({ plannedOn, heldOn, purpose }) => (
          <p class="govuk-body">
            {`${heldOn ? `Held ${dayInWords(heldOn)}` : `Planned for ${dayInWords(plannedOn)}`}${purpose === '' ? '' : `: ${purpose}`}`}
          </p>
        ))}
      </Fold>
    </Card>
  )
}

/** How an action stands for the provider that is to do it: done, said to be done, sent back, or still to do. */
function HowItStands({ action, today }: { readonly action: DueAction; readonly today: Temporal.PlainDate }): JSX.Element {
  const { contract, id, text, dueOn, doneOn, note, reports, owedBy } = action
  if (doneOn) return <>{`Done ${dayInWords(doneOn)}: ${note}`}</>
  const last = reports.at(-1)
  return (
    <>
      {last?.answer === 'sent-back' && last.answeredOn && <p>{`Sent back ${dayInWords(last.answeredOn)}: ${last.because}`}</p>}
      {last?.answer === undefined && last && (
        <p>{`You said ${dayInWords(last.reportedOn)} that it is done. The commissioner has not answered yet.`}</p>
      )}
      {last?.answer === 'confirmed' && <p>Yours is confirmed. Another provider has still to do it.</p>}
      {owedBy.length > 0 && Temporal.PlainDate.compare(dueOn, today) < 0 && <StatusPill meaning="bad">Late</StatusPill>}{' '}
      {owedBy.length > 0 && (
        <a class="govuk-link" href={contractPaths.reportAction(contract, id)}>
          Say that it is done<span class="govuk-visually-hidden">{`: ${text}`}</span>
        </a>
      )}
    </>
  )
}

/** What stays inside: visits with what follows from them, notices of poor performance, the plan for a failure. */
export function Inside(props: {
  readonly contract: Contract
  readonly visits: readonly ContractVisit[]
  readonly notices: readonly PerformanceNotice[]
  readonly plan: { readonly text: string; readonly reviewedOn: Temporal.PlainDate } | undefined
  readonly mayChange: boolean
  readonly today: Temporal.PlainDate
}): JSX.Element {
  const { contract, visits, notices, plan, mayChange, today } = props
  const open = notices.filter(({ closedOn }) => closedOn === undefined).length
  return (
    <Card title="For the board alone" id="inside" flush>
      <Fold title="Visits" note={String(visits.length)}>
        {visits.length === 0 ? (
          <p class="govuk-body">None is recorded.</p>
        ) : (
          visits.map((visit) => <Visited contract={contract} visit={visit} mayChange={mayChange} today={today} />)
        )}
      </Fold>
      <Fold title="Notices of poor performance" note={open === 0 ? String(notices.length) : `${notices.length}, ${open} open`}>
        {notices.length === 0 ? (
          <p class="govuk-body">None was given.</p>
        ) : (
          notices.map((notice) => <Notice contract={contract} notice={notice} mayChange={mayChange} />)
        )}
      </Fold>
      <Fold title="If a provider fails" note={plan ? `Looked at ${dayInWords(plan.reviewedOn)}` : 'No plan'}>
        {plan ? <TypedWords words={plan.text} /> : <p class="govuk-body">Nobody has written down who takes over.</p>}
        {mayChange && (
          <Act href={contractPaths.step(contract.id, 'failure-plan')} text={plan ? 'Change the plan' : 'Write the plan'} of="" />
        )}
      </Fold>
    </Card>
  )
}

function Act({ href, text, of }: { readonly href: string; readonly text: string; readonly of: string }): JSX.Element {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        {text}
        {of !== '' && <span class="govuk-visually-hidden">{`: ${of}`}</span>}
      </a>
    </p>
  )
}

interface VisitedProps {
  readonly contract: Contract
  readonly visit: ContractVisit
  readonly mayChange: boolean
  readonly today: Temporal.PlainDate
}

function Visited({ contract, visit, mayChange, today }: VisitedProps): JSX.Element {
  const { id, plannedOn, heldOn, found, purpose, actions } = visit
  const about = purpose === '' ? '' : ` (${purpose})`
  const planned = dayInWords(plannedOn)
  return (
    <>
      <p class="govuk-body">
        {heldOn ? `${dayInWords(heldOn)}${about}: ${found}` : `Planned for ${planned}${about}`}{' '}
        {!heldOn && Temporal.PlainDate.compare(plannedOn, today) < 0 && <StatusPill meaning="bad">Not recorded yet</StatusPill>}
      </p>
      {actions.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {actions.map((action) => (
            <li>
              {`${action.byWhom === 'provider' ? 'The provider' : 'The commissioner'}: ${action.text} `}
              {action.doneOn ? `Done ${dayInWords(action.doneOn)}: ${action.note}` : `By ${dayInWords(action.dueOn)}. `}
              {!action.doneOn && Temporal.PlainDate.compare(action.dueOn, today) < 0 && <StatusPill meaning="bad">Late</StatusPill>}{' '}
              {mayChange && !action.doneOn && (
                <a class="govuk-link" href={contractPaths.visitAction(contract.id, action.id)}>
                  Say that it is done<span class="govuk-visually-hidden">{`: ${action.text}`}</span>
                </a>
              )}
              <Said contract={contract} reports={action.reports} mayAnswer={mayChange && !action.doneOn} />
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Act
          href={contractPaths.visit(contract.id, id, heldOn ? 'actions' : 'held')}
          text={heldOn ? 'Add what is to be done' : 'Record what was found'}
          of={`visit of ${heldOn ? dayInWords(heldOn) : planned}`}
        />
      )}
    </>
  )
}

/** What providers said of an action, and what was said to that. */
function Said(props: { readonly contract: Contract; readonly reports: readonly ActionReport[]; readonly mayAnswer: boolean }) {
  const { contract, reports, mayAnswer } = props
  if (reports.length === 0) return null
  const names = new Map(contract.providers.map(({ provider, name }) => [provider, name]))
  return (
    <ul class="govuk-list govuk-list--bullet">
      {reports.map(({ id, provider, reportedOn, doneOn, did, evidence, answer, answeredOn, because }) => (
        <li>
          {`${names.get(provider) ?? 'A provider'}, ${dayInWords(reportedOn)}: done ${dayInWords(doneOn)}. ${did} What shows it: ${evidence} `}
          {answeredOn &&
            `${answer === 'confirmed' ? 'Confirmed' : 'Sent back'} ${dayInWords(answeredOn)}${because === '' ? '.' : `: ${because}`}`}
          {answer === undefined && <StatusPill meaning="warning">Waits for an answer</StatusPill>}{' '}
          {answer === undefined && mayAnswer && (
            <a class="govuk-link" href={contractPaths.answerAction(contract.id, id)}>
              Confirm it or send it back<span class="govuk-visually-hidden">{`: ${did}`}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function Notice(props: { readonly contract: Contract; readonly notice: PerformanceNotice; readonly mayChange: boolean }): JSX.Element {
  const { contract, mayChange } = props
  const { id, provider, issuedOn, because, answerBy, answeredOn, answer, closedOn, outcome } = props.notice
  const name = contract.providers.find((one) => one.provider === provider)?.name ?? 'A provider'
  return (
    <>
      <p class="govuk-body">
        {`${name}, ${dayInWords(issuedOn)}: ${because} `}
        {answeredOn ? `Answered ${dayInWords(answeredOn)}: ${answer} ` : `To be answered by ${dayInWords(answerBy)}. `}
        {closedOn && `Closed ${dayInWords(closedOn)}: ${outcome}`}
      </p>
      {mayChange && !closedOn && <Act href={contractPaths.closeNotice(id)} text="Close this notice" of={because.slice(0, 60)} />}
    </>
  )
}
