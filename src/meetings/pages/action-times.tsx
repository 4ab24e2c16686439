import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import { DrawnField } from '#platform/web/form-page/form-fields.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { Action, Occurrence } from '../queries/actions.ts'
import { missedDays, nextDue, openDays, type Returns } from '../rules/action-returns.ts'
import { missedWords } from '../words/action.ts'

/** Most missed times that are listed; of the earlier ones only how many there are is said. */
const mostListed = 12

/** When a returning action is next due, for the facts above its page; nothing for what does not return or is not open. */
export function nextDueFacts({ returns, state }: Action, today: Temporal.PlainDate) {
  if (!returns || state !== 'open') return []
  const next = nextDue(returns, today)
  return [{ label: 'Next due', value: next ? dayInWords(next) : 'No further day is known' }]
}

interface TimesProps {
  readonly visit: Visit
  readonly action: Action
  readonly times: readonly Occurrence[]
  /** Undefined for those who only read. */
  readonly form: FormState | undefined
}

/** The times of an action that returns: what was missed, what was done, and for its leads the form that ticks one off (M11). */
export function ActionTimes({ visit, action, times, form }: TimesProps): JSX.Element | null {
  const { returns } = action
  if (!returns && times.length === 0) return null
  const isOpen = action.state === 'open'
  return (
    <section id="times">
      <h2 class="govuk-heading-m">Each time it is due</h2>
      {returns && isOpen && <Missed missed={missedDays(returns, visit.today)} />}
      {returns && isOpen && form && (
        <Card title="Mark a time as done" id="mark">
          <MarkForm visit={visit} action={action} returns={returns} form={form} />
        </Card>
      )}
      <h2 class="govuk-heading-m">Times that were done</h2>
      {times.length === 0 ? (
        <p>No time was marked as done yet.</p>
      ) : (
        <Timeline label="Times that were done" events={times.map((time) => doneEvent(visit, action, time, isOpen && form !== undefined))} />
      )}
    </section>
  )
}

function Missed({ missed }: { readonly missed: readonly Temporal.PlainDate[] }): JSX.Element | null {
  if (missed.length === 0) return null
  const listed = missed.slice(-mostListed).toReversed()
  const earlier = missed.length - listed.length
  return (
    <div class="govuk-inset-text">
      <p>
        <StatusPill meaning="bad">{`Overdue: ${missedWords(missed.length)}`}</StatusPill>
      </p>
      <p>It was due on {missed.length === 1 ? 'this day' : 'these days'}, and nobody marked it as done:</p>
      <ul class="govuk-list govuk-list--bullet">
        {listed.map((day) => (
          <li>{dayInWords(day)}</li>
        ))}
        {earlier > 0 && (
          <li>
            and {earlier} {earlier === 1 ? 'time' : 'times'} before
          </li>
        )}
      </ul>
    </div>
  )
}

const hint = 'A sentence, or where it can be seen'

function MarkForm(
  props: Pick<TimesProps, 'visit' | 'action'> & { readonly returns: Returns; readonly form: FormState },
): JSX.Element | null {
  const { visit, action, returns, form } = props
  const next = nextDue(returns, visit.today)
  const options = openDays(returns, visit.today)
    .toReversed()
    .map((day) => ({ value: day.toString(), text: `${dayInWords(day)} (${next?.equals(day) ? 'next due' : 'missed'})` }))
  if (options.length === 0) return <p>Every time that is known of was marked as done.</p>
  return (
    <form method="post" action={recordPaths.markTime(action.id)} novalidate>
      <CsrfField visit={visit} />
      <DrawnField form={form} field={{ kind: 'select', name: 'dueOn', label: 'Which time was done?', options }} />
      <DrawnField
        form={form}
        field={{ kind: 'day', name: 'doneOn', label: 'When was it done?', hint: 'Leave it empty if it was done today' }}
      />
      <DrawnField form={form} field={{ kind: 'lines', name: 'evidence', label: 'What shows that it was done?', hint, rows: 2 }} />
      <Button preventDoubleClick>Mark this time as done</Button>
    </form>
  )
}

function doneEvent(visit: Visit, action: Action, { id, dueOn, doneOn, evidence }: Occurrence, mayOpen: boolean) {
  const isLate = Temporal.PlainDate.compare(doneOn, dueOn) > 0
  return {
    title: `Due on ${dayInWords(dueOn)}`,
    when: `Done on ${dayInWords(doneOn)}${isLate ? ', late' : ', in time'}`,
    body: (
      <>
        <p>{evidence}</p>
        {mayOpen && (
          <PostButton
            visit={visit}
            action={recordPaths.openTime(action.id)}
            text="This was not done: take it back"
            about={`for ${dayInWords(dueOn)}`}
            look="link"
            fields={{ time: id }}
          />
        )}
      </>
    ),
  }
}
