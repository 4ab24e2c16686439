import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DateText, InstantText } from '#platform/web/components/date-text.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { DecisionBackground } from '../queries/decision-background.ts'
import { type Decision, rightsAt } from '../queries/decisions.ts'
import { checkTally } from '../rules/decision.ts'
import type { WhoMayStop } from '../rules/who-may-stop.ts'
import { quorumReasons, quorumState } from '../words/attendance.ts'
import { decidedWords, decisionTitle, methodWords, tallyWarning, votesWords } from '../words/decision.ts'
import { enteredLateWords } from '../words/live.ts'
import { forceOfDecision } from '../words/ratification.ts'
import { DecisionBackgroundView, votesOfMotion } from './decision-background.tsx'
import { PartnersSection, type PartnersView } from './ratification-parts.tsx'
import { TextField } from './record-fields.tsx'
import { type RecordHead, RecordPage } from './record-page.tsx'
import type { TermsOfDecision } from './terms-proposal.tsx'
import { threadFacts } from './thread-fact.tsx'
import { type TopicsView, topicsFact } from './topic-links.tsx'
import { WhoMayStopSection } from './who-may-stop.tsx'

interface DecisionProps {
  readonly visit: Visit
  readonly head: RecordHead
  /** Name of the board that decided, at a joint meeting; '' where one board met. */
  readonly ofBody: string
  readonly decision: Decision
  readonly itemTitle: string | undefined
  /** The number of the minute that holds it; undefined where there is none to be seen. */
  readonly minute: string | undefined
  readonly actions: readonly { readonly id: string; readonly text: string }[]
  /** The form to withdraw it; undefined for those who may not. */
  readonly withdraw: FormState | undefined
  readonly mayChange: boolean
  readonly background: DecisionBackground
  readonly partners: PartnersView
  /** Whether whoever looks may put it on another body's plan. */
  readonly mayRefer: boolean
  /** Its own, and those of its item. */
  readonly topics: TopicsView
  readonly terms: TermsOfDecision
  /** Undefined for a decision that was withdrawn. */
  readonly stop: WhoMayStop | undefined
  /** What people said about it. */
  readonly said?: JSX.Element | undefined
}

/** One decision with how it was reached and by what right. */
export function DecisionDetailPage(props: DecisionProps): JSX.Element {
  const { visit, head, decision, itemTitle, minute, actions, withdraw, mayChange, background } = props
  const rights = rightsAt(decision)
  const check = rights === undefined ? undefined : checkTally(decision.votes, rights)
  const votes = votesWords(decision.votes, check)
  const warning = check && tallyWarning(check)
  const verdict = decision.quorum?.verdict
  const quorum = verdict && `${quorumState(verdict).word}. ${quorumReasons(verdict)}`
  const change = mayChange ? (
    <a class="govuk-link" href={recordPaths.changeDecision(decision.id)}>
      Change this decision
    </a>
  ) : undefined
  const force = forceOfDecision(decision, props.partners.home)
  const optional = (label: string, value: string) => (value === '' ? [] : [{ label, value }])
  return (
    <RecordPage visit={visit} head={head} title={decisionTitle(decision)} problems={withdraw?.problems} actions={change}>
      {decision.withdrawn && (
        <p class="govuk-inset-text">This decision was recorded in error and has been withdrawn. {decision.withdrawnReason}</p>
      )}
      {decision.category !== 'public' && (
        <p>
          <StatusPill meaning="exempt">Not for the public</StatusPill>
        </p>
      )}
      <p class="govuk-body-l">
        <strong>
          {decidedWords[decision.type]}
          {decision.referredTo !== '' && ` to ${decision.referredTo}`}:
        </strong>{' '}
        {decision.text}
      </p>
      {force && !decision.withdrawn && (
        <p>
          <StatusPill meaning={force.meaning}>{force.words}</StatusPill>
        </p>
      )}
      <KeyFacts
        facts={[
          ...optional('Decided by', props.ofBody),
          { label: 'Decided on', value: <DateText day={decision.decidedOn} /> },
          { label: 'Item', value: itemTitle ?? 'None' },
          {
            label: 'Minute',
            value:
              minute === undefined ? (
                'Not minuted yet'
              ) : (
                <a class="govuk-link" href={recordPaths.minutes(head.meeting)}>
                  {minute === '' ? 'Minutes of the meeting' : `Minute ${minute}`}
                </a>
              ),
          },
          ...optional('Taken', background.late ? enteredLateWords(background.late) : ''),
          { label: 'How', value: methodWords[decision.method] },
          { label: 'Votes', value: votesOfMotion(background) ?? (votes === '' ? 'Not counted' : warning ? `${votes}. ${warning}` : votes) },
          { label: 'Quorum', value: quorum },
          ...optional('Function used', decision.authority),
          ...optional('Proposed by', decision.proposer),
          ...optional('Seconded by', decision.seconder),
          ...optional('Minority view', decision.minorityView),
          ...(background.interests.length > 0 ? [] : optional('Interests', decision.interests)),
          ...[topicsFact(props.topics)].filter((fact) => fact !== undefined),
          ...threadFacts('decision', decision.id, decision.withdrawn),
          {
            label: 'Recorded',
            value: decision.timeKnown ? <InstantText instant={decision.recordedAt} /> : <DateText day={dayOf(decision.recordedAt)} />,
          },
        ]}
      />
      {props.said}
      <DecisionBackgroundView visit={visit} decision={decision} background={background} mayRefer={props.mayRefer} terms={props.terms} />
      <PartnersSection view={props.partners} />
      {props.stop && <WhoMayStopSection board={head.board.name} view={props.stop} />}
      {actions.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Actions from this decision</h2>
          <ul>
            {actions.map(({ id, text }) => (
              <li>
                <a class="govuk-link" href={recordPaths.action(id)}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {withdraw && !decision.withdrawn && (
        <details class="govuk-details" open={withdraw.problems.length > 0}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">It was recorded in error</span>
          </summary>
          <form class="govuk-details__text" method="post" action={recordPaths.withdrawDecision(decision.id)} novalidate>
            <CsrfField visit={visit} />
            {!mayChange && (
              <p>Its minutes can be read, so it is not changed: withdraw it and record it anew. Correct the minutes as well.</p>
            )}
            <TextField
              form={withdraw}
              name="reason"
              label="Why is it withdrawn?"
              hint="Everybody who can read the decision can read this."
            />
            <Button classes="govuk-button--warning">Withdraw the decision</Button>
          </form>
        </details>
      )}
    </RecordPage>
  )
}
