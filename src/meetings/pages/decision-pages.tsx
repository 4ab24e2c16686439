import type { JSX } from 'hono/jsx/jsx-runtime'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { officerPaths, recordPaths } from '../paths.ts'
import type { Decision, DecisionPage } from '../queries/decisions.ts'
import { decisionTypes } from '../rules/decision.ts'
import type { TakenHome } from '../rules/taken-home.ts'
import { decidedWords, decisionTitle, decisionTypeWords } from '../words/decision.ts'
import { forceOfDecision } from '../words/ratification.ts'
import { SelectField, TextField } from './record-fields.tsx'
import { BoardRecordPage, FoldOut, type RecordHead, RecordPage } from './record-page.tsx'

/** One decision in a list. */
export function DecisionEntry({
  decision,
  home,
  ofBody,
  withDay,
  level,
}: {
  readonly decision: Decision
  /** Where partners were asked about it. */
  readonly home?: TakenHome | undefined
  /** Name of the body that decided, at a joint meeting. */
  readonly ofBody?: string | undefined
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
        {ofBody !== undefined && `, by ${ofBody}`}
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
  bodies = [],
  withDay = true,
  level = 2,
}: {
  readonly decisions: readonly Decision[]
  /** Those that partners were asked about, by decision. */
  readonly homes?: ReadonlyMap<string, TakenHome> | undefined
  /** Boards at the table of a joint meeting: each decision says whose it is. Empty where one board met. */
  readonly bodies?: readonly { readonly id: string; readonly name: string }[]
  readonly withDay?: boolean
  /** Of the headings, one below that above the list. */
  readonly level?: 2 | 4
}): JSX.Element {
  return (
    <ul class="gt-card-grid">
      {decisions.map((decision) => (
        <DecisionEntry
          decision={decision}
          home={homes?.get(decision.id)}
          ofBody={bodies.find(({ id }) => id === decision.ofBody)?.name}
          withDay={withDay}
          level={level}
        />
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

/** The decisions of one meeting. */
export function MeetingDecisionsPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly decisions: readonly Decision[]
  readonly homes: ReadonlyMap<string, TakenHome>
  /** Boards at the table of a joint meeting; empty where one board met. */
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly mayRecord: boolean
}): JSX.Element {
  const { visit, head, decisions, homes, bodies, mayRecord } = props
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
        <DecisionList decisions={decisions} homes={homes} bodies={bodies} withDay={false} />
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
