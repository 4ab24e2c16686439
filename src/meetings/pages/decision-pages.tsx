import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DateText, InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { officerPaths, recordPaths } from '../paths.ts'
import type { DecisionBackground } from '../queries/decision-background.ts'
import { type Decision, type DecisionPage, rightsAt } from '../queries/decisions.ts'
import { checkTally, decisionTypes } from '../rules/decision.ts'
import type { TakenHome } from '../rules/taken-home.ts'
import { quorumReasons, quorumState } from '../words/attendance.ts'
import { decidedWords, decisionTitle, decisionTypeWords, methodWords, tallyWarning, votesWords } from '../words/decision.ts'
import { enteredLateWords } from '../words/live.ts'
import { forceOfDecision } from '../words/ratification.ts'
import { DecisionBackgroundView, votesOfMotion } from './decision-background.tsx'
import { PartnersSection, type PartnersView } from './ratification-parts.tsx'
import { SelectField, TextField } from './record-fields.tsx'
import { BoardRecordPage, FoldOut, type RecordHead, RecordPage } from './record-page.tsx'
import type { TermsOfDecision } from './terms-proposal.tsx'
import { type TopicsView, topicsFact } from './topic-links.tsx'

/** One decision in a list. */
export function DecisionEntry({
  decision,
  home,
  withDay,
  level,
}: {
  readonly decision: Decision
  /** Where partners were asked about it. */
  readonly home?: TakenHome | undefined
  readonly withDay: boolean
  readonly level: 2 | 4
}): JSX.Element {
  const { id, type, text, referredTo, number, category, decidedOn } = decision
  const Heading = `h${level}` as 'h2'
  const force = forceOfDecision(decision, home)
  return (
    <li class="gt-link-card">
      <p class="gt-link-card__caption">
        {decidedWords[type]}
        {referredTo !== '' && ` to ${referredTo}`}
        {withDay && (
          <>
            {', '}
            <DateText day={decidedOn} weekday={false} />
          </>
        )}
      </p>
      <Heading class="gt-link-card__title">
        <a class="govuk-link" href={recordPaths.decision(id)}>
          {number === '' ? text : decisionTitle(decision)}
        </a>
      </Heading>
      {number !== '' && <p>{text}</p>}
      {force && (
        <p>
          <StatusPill meaning={force.meaning}>{force.words}</StatusPill>
        </p>
      )}
      {category !== 'public' && <StatusPill meaning="exempt">Not for the public</StatusPill>}
    </li>
  )
}

/** Decisions one under another. */
export function DecisionList({
  decisions,
  homes,
  withDay = true,
  level = 2,
}: {
  readonly decisions: readonly Decision[]
  /** Those that partners were asked about, by decision. */
  readonly homes?: ReadonlyMap<string, TakenHome> | undefined
  readonly withDay?: boolean
  /** Of the headings, one below that above the list. */
  readonly level?: 2 | 4
}): JSX.Element {
  return (
    <ul class="gt-card-grid">
      {decisions.map((decision) => (
        <DecisionEntry decision={decision} home={homes?.get(decision.id)} withDay={withDay} level={level} />
      ))}
    </ul>
  )
}

interface ListProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly found: DecisionPage
  readonly homes: ReadonlyMap<string, TakenHome>
  readonly form: FormState
  readonly hrefOf: (page: number) => string
}

/** A board's decisions, narrowed by year, type and words. */
export function DecisionsPage({ visit, board, found, homes, form, hrefOf }: ListProps): JSX.Element {
  const years = [{ value: '', text: 'Every year' }, ...found.years.map((year) => ({ value: String(year), text: String(year) }))]
  const types = [{ value: '', text: 'Every type' }, ...decisionTypes.map((value) => ({ value, text: decisionTypeWords[value] }))]
  return (
    <BoardRecordPage visit={visit} board={board} section="decisions" title="Decisions" width="workspace">
      <p class="govuk-body">
        <a class="govuk-link" href={officerPaths.list(board.slug)}>
          Decisions by officers, between meetings
        </a>
      </p>
      <FoldOut summary="Narrow by year, type or words">
        <form method="get" action={recordPaths.boardDecisions(board.slug)} aria-label="Find decisions">
          <SelectField form={form} name="year" label="Year" offers={years} />
          <SelectField form={form} name="type" label="Type" offers={types} />
          <TextField form={form} name="words" label="Words in the decision" size={20} />
          <Button classes="govuk-button--secondary">Show</Button>
        </form>
      </FoldOut>
      <p>
        <strong>{found.total}</strong> {found.total === 1 ? 'decision' : 'decisions'}
      </p>
      {found.total === 0 ? (
        <EmptyState
          title="No decisions to show"
          text="Decisions are shown here once the minutes that hold them are published. Members see them as soon as they are recorded."
        />
      ) : (
        <DecisionList decisions={found.decisions} homes={homes} />
      )}
      <Pager page={found.page} pages={found.pages} hrefOf={hrefOf} label="Decisions" />
    </BoardRecordPage>
  )
}

interface DecisionProps {
  readonly visit: Visit
  readonly head: RecordHead
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
          {
            label: 'Recorded',
            value: decision.timeKnown ? <InstantText instant={decision.recordedAt} /> : <DateText day={dayOf(decision.recordedAt)} />,
          },
        ]}
      />
      <DecisionBackgroundView visit={visit} decision={decision} background={background} mayRefer={props.mayRefer} terms={props.terms} />
      <PartnersSection view={props.partners} />
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

/** The decisions of one meeting. */
export function MeetingDecisionsPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly decisions: readonly Decision[]
  readonly homes: ReadonlyMap<string, TakenHome>
  readonly mayRecord: boolean
}): JSX.Element {
  const { visit, head, decisions, homes, mayRecord } = props
  const add = mayRecord ? { text: 'Record a decision', href: recordPaths.newDecision(head.meeting) } : undefined
  return (
    <RecordPage visit={visit} head={head} title="Decisions">
      {decisions.length === 0 ? (
        <EmptyState
          title="No decisions to show"
          text="Decisions are shown here once the minutes that hold them are published. Members see them as soon as they are recorded."
          action={add}
        />
      ) : (
        <DecisionList decisions={decisions} homes={homes} withDay={false} />
      )}
      {decisions.length > 0 && add && (
        <p>
          <a class="govuk-link" href={add.href}>
            {add.text}
          </a>
        </p>
      )}
    </RecordPage>
  )
}
