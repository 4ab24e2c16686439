import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { Action, ActionNote } from '../queries/actions.ts'
import { recordPaths } from '../record-paths.ts'
import { actionStanding, type Completion } from '../rules/action-standing.ts'
import { actionStandings, dueWords } from '../words/action.ts'
import { AreaField } from './record-fields.tsx'
import { BoardRecordPage, type RecordHead, RecordPage } from './record-page.tsx'

/** Who leads an action, in words. */
export function leadsWords({ leads, ownerConfirmed }: Pick<Action, 'leads' | 'ownerConfirmed'>): string {
  if (leads.length === 0) return 'Owner to be confirmed'
  const names = leads.map(({ name }) => name).join(', ')
  return ownerConfirmed ? names : `${names} (to be confirmed)`
}

const rowOf = (action: Action, today: Temporal.PlainDate) => {
  const { meaning, word } = actionStandings[actionStanding(action, today)]
  return {
    cells: [
      <a class="govuk-link" href={recordPaths.action(action.id)}>
        {action.text}
      </a>,
      leadsWords(action),
      dueWords(action),
      <StatusPill meaning={meaning}>{word}</StatusPill>,
    ],
  }
}

const columns = [{ heading: 'Action' }, { heading: 'Led by' }, { heading: 'Due' }, { heading: 'Status' }]

/** Actions as a table. */
export function ActionTable({
  actions,
  today,
  caption,
}: {
  readonly actions: readonly Action[]
  readonly today: Temporal.PlainDate
  readonly caption: string
}): JSX.Element {
  return <DataTable caption={caption} hideCaption columns={columns} rows={actions.map((action) => rowOf(action, today))} narrow="stack" />
}

/** The views of a board's actions. */
export type ActionView = 'all' | 'mine' | 'overdue' | 'done'

interface BoardActionsProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly view: ActionView
  readonly counts: Readonly<Record<ActionView, number>>
  readonly actions: readonly Action[]
  readonly byPerson: readonly Completion[]
  readonly byAgency: readonly Completion[]
}

const viewWords: Readonly<Record<ActionView, string>> = { all: 'All open', mine: 'Mine', overdue: 'Overdue', done: 'Done' }

/** The actions arising from a board's meetings, grouped by meeting. */
export function BoardActionsPage(props: BoardActionsProps): JSX.Element {
  const { visit, board, view, counts, actions, byPerson, byAgency } = props
  const views: readonly ActionView[] = visit.account ? ['all', 'mine', 'overdue', 'done'] : ['all', 'overdue', 'done']
  const meetings = [...new Map(actions.map((action) => [action.meeting, action.meetingOn])).entries()]
  const groups = meetings.map(([meeting, heldOn]) => ({
    heading: `Meeting of ${dayInWords(heldOn)}`,
    rows: actions.filter((action) => action.meeting === meeting).map((action) => rowOf(action, visit.today)),
  }))
  return (
    <BoardRecordPage visit={visit} board={board} title="Actions arising" width="workspace">
      <nav class="gt-subnav" aria-label="Actions">
        <ul>
          {views.map((one) => (
            <li>
              <a
                class="gt-subnav__link"
                href={`${recordPaths.boardActions(board.slug)}?view=${one}`}
                aria-current={one === view ? 'page' : undefined}
              >
                {viewWords[one]} ({counts[one]})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {actions.length === 0 ? (
        <EmptyState
          title="No actions here"
          text="Actions are recorded at meetings. Those of public items are shown to everybody once the minutes are published."
        />
      ) : (
        <DataTable caption={`${viewWords[view]}: actions by meeting`} hideCaption columns={columns} groups={groups} narrow="stack" />
      )}
      <CompletionTable title="Completion by lead" rows={byPerson} />
      <CompletionTable title="Completion by agency" rows={byAgency} />
    </BoardRecordPage>
  )
}

function CompletionTable({ title, rows }: { readonly title: string; readonly rows: readonly Completion[] }): JSX.Element | null {
  if (rows.length === 0) return null
  const heads = ['Who', 'Done', 'Of these in time', 'Overdue', 'Not yet due', 'Done of those due'].map((heading, index) => ({
    heading,
    numeric: index > 0,
  }))
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <DataTable
        caption={title}
        hideCaption
        columns={heads}
        rows={rows.map(({ owner, done, doneInTime, overdue, open }) => ({
          cells: [owner, String(done), String(doneInTime), String(overdue), String(open), rateWords(done, done + overdue)],
        }))}
      />
    </section>
  )
}

const rateWords = (done: number, due: number): string => (due === 0 ? 'None due' : `${Math.floor((done * 100) / due)}%`)

interface ActionProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly action: Action
  readonly notes: readonly ActionNote[]
  readonly decision: { readonly id: string; readonly title: string } | undefined
  /** Undefined for those who only read. */
  readonly note: FormState | undefined
  readonly mayChange: boolean
}

/** One action with its notes, and for its leads the form to add one. */
export function ActionPage({ visit, head, action, notes, decision, note, mayChange }: ActionProps): JSX.Element {
  const { meaning, word } = actionStandings[actionStanding(action, visit.today)]
  const change = mayChange ? (
    <a class="govuk-link" href={recordPaths.changeAction(action.id)}>
      Change this action
    </a>
  ) : undefined
  return (
    <RecordPage
      visit={visit}
      head={head}
      title="Action"
      problems={note?.problems}
      status={<StatusPill meaning={meaning}>{word}</StatusPill>}
      actions={change}
    >
      <p class="govuk-body-l">{action.text}</p>
      <KeyFacts
        facts={[
          { label: 'Led by', value: leadsWords(action) },
          { label: 'Due', value: dueWords(action) },
          ...(action.doneOn ? [{ label: 'Done on', value: dayInWords(action.doneOn) }] : []),
          ...(decision
            ? [
                {
                  label: 'From',
                  value: (
                    <a class="govuk-link" href={recordPaths.decision(decision.id)}>
                      {decision.title}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {action.category !== 'public' && (
        <p>
          <StatusPill meaning="exempt">Not for the public</StatusPill>
        </p>
      )}
      <h2 class="govuk-heading-m">Progress</h2>
      {notes.length === 0 ? (
        <p>No notes yet.</p>
      ) : (
        <Timeline label="Notes on progress" events={notes.map(({ text, at }) => ({ title: text, when: <InstantText instant={at} /> }))} />
      )}
      {note && (
        <>
          <form method="post" action={recordPaths.actionNote(action.id)} novalidate>
            <CsrfField visit={visit} />
            <AreaField form={note} name="note" label="Add a note on progress" rows={3} />
            <Button classes="govuk-button--secondary">Add the note</Button>
          </form>
          <div class="govuk-button-group">
            {action.state === 'open' && (
              <PostButton
                visit={visit}
                action={recordPaths.actionState(action.id)}
                text="Mark as done"
                look="primary"
                fields={{ state: 'done' }}
              />
            )}
            {action.state !== 'open' && (
              <PostButton visit={visit} action={recordPaths.actionState(action.id)} text="Open it again" fields={{ state: 'open' }} />
            )}
            {mayChange && action.state === 'open' && (
              <PostButton
                visit={visit}
                action={recordPaths.actionState(action.id)}
                text="Withdraw"
                look="warning"
                fields={{ state: 'withdrawn' }}
              />
            )}
          </div>
        </>
      )}
    </RecordPage>
  )
}

/** The actions of one meeting. */
export function MeetingActionsPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly actions: readonly Action[]
  readonly mayRecord: boolean
}): JSX.Element {
  const { visit, head, actions, mayRecord } = props
  const add = mayRecord ? { text: 'Record an action', href: recordPaths.newAction(head.meeting) } : undefined
  return (
    <RecordPage visit={visit} head={head} title="Actions" width="workspace">
      {actions.length === 0 ? (
        <EmptyState
          title="No actions to show"
          text="Actions of public items are shown to everybody once the minutes are published."
          action={add}
        />
      ) : (
        <ActionTable actions={actions} today={visit.today} caption="Actions from this meeting" />
      )}
      {actions.length > 0 && add && (
        <p>
          <a class="govuk-link" href={add.href}>
            {add.text}
          </a>
        </p>
      )}
    </RecordPage>
  )
}
