import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardPath } from '#governance/paths.ts'
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
import { recordPaths } from '../paths.ts'
import type { Action, ActionNote, Occurrence } from '../queries/actions.ts'
import { dueNowWords, dueWords, ratingOf } from '../words/action.ts'
import { ActionTimes, nextDueFacts } from './action-times.tsx'
import { AreaField } from './record-fields.tsx'
import { type RecordHead, RecordPage } from './record-page.tsx'
import { threadFacts } from './thread-fact.tsx'

/** Who leads an action, in words. */
export function leadsWords({ leads, ownerConfirmed }: Pick<Action, 'leads' | 'ownerConfirmed'>): string {
  if (leads.length === 0) return 'Owner to be confirmed'
  const names = leads.map(({ name }) => name).join(', ')
  return ownerConfirmed ? names : `${names} (to be confirmed)`
}

/** An action as a row of a table with `actionColumns`. */
export const actionRow = (action: Action, today: Temporal.PlainDate) => {
  const { meaning, word } = ratingOf(action, today)
  return {
    cells: [
      <a class="govuk-link" href={recordPaths.action(action.id)}>
        {action.text}
      </a>,
      leadsWords(action),
      dueNowWords(action, today),
      <StatusPill meaning={meaning}>{word}</StatusPill>,
    ],
  }
}

/** The headings of a table of actions. */
export const actionColumns = [{ heading: 'Action' }, { heading: 'Led by' }, { heading: 'Due' }, { heading: 'Status' }]

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
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={actionColumns}
      rows={actions.map((action) => actionRow(action, today))}
      narrow="stack"
    />
  )
}

interface ActionProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly action: Action
  readonly notes: readonly ActionNote[]
  /** Times of a returning action that were ticked off, the latest first. */
  readonly times: readonly Occurrence[]
  readonly decision: { readonly id: string; readonly title: string } | undefined
  /** The body that follows it up since its own handed it on; undefined: its own does. */
  readonly keeper?: { readonly slug: string; readonly name: string } | undefined
  /** Undefined for those who only read. */
  readonly note: FormState | undefined
  readonly mayChange: boolean
}

/** One action with its notes, and for its leads the form to add one. */
export function ActionPage({ visit, head, action, notes, times, decision, keeper, note, mayChange }: ActionProps): JSX.Element {
  const { meaning, word } = ratingOf(action, visit.today)
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
          ...keeperFacts(keeper),
          { label: 'Due', value: dueWords(action) },
          ...nextDueFacts(action, visit.today),
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
          ...threadFacts('action', action.id, action.state === 'withdrawn'),
        ]}
      />
      {action.category !== 'public' && (
        <p>
          <StatusPill meaning="exempt">Not for the public</StatusPill>
        </p>
      )}
      <ActionTimes visit={visit} action={action} times={times} form={note} />
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
                text={action.returns ? 'End this action: it no longer returns' : 'Mark as done'}
                look={action.returns ? 'secondary' : 'primary'}
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

function keeperFacts(keeper: ActionProps['keeper']) {
  if (!keeper) return []
  const link = (
    <a class="govuk-link" href={boardPath(keeper.slug)}>
      {keeper.name}
    </a>
  )
  return [{ label: 'Followed up by', value: link }]
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
