import type { JSX } from 'hono/jsx/jsx-runtime'
import { timeInWords } from '#platform/time/words.ts'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { emptyForm, type FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, recordPaths } from '../paths.ts'
import type { AttendanceView, Attender } from '../queries/attendance.ts'
import type { MeetingState } from '../rules/meeting.ts'
import { comingAndGoing } from '../rules/presence.ts'
import { chairBasisWords, quorumReasons, quorumState } from '../words/attendance.ts'
import { BodiesAtTable } from './attendance-bodies.tsx'
import { AttendanceFields, type AttendanceFormView } from './attendance-form.tsx'
import { AreaField, RadioField, TextField } from './record-fields.tsx'
import { type RecordHead, RecordPage, SavedMeanwhile } from './record-page.tsx'

/** What the page of attendance shows. */
export interface AttendancePageProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly state: MeetingState
  readonly isFuture: boolean
  readonly view: AttendanceView
  /** Undefined for those who may only read. */
  readonly form: AttendanceFormView | undefined
  /** The form of the consultation, where it was refused. */
  readonly consultation?: FormState | undefined
  /** The form to abandon, where it was refused. */
  readonly abandon?: FormState | undefined
  /** What somebody else saved, where the form was made from something older. */
  readonly meanwhile?: readonly string[] | undefined
}

/** Who was at the meeting, whether it was quorate, and for the clerk the forms to record it. */
export function AttendancePage(props: AttendancePageProps): JSX.Element {
  const { visit, head, view, form, meanwhile } = props
  const problems = [form?.state, props.consultation, props.abandon].flatMap((one) => one?.problems ?? [])
  return (
    <RecordPage visit={visit} head={head} title="Attendance" width={form ? 'workspace' : 'reading'} problems={problems}>
      {meanwhile && <SavedMeanwhile lines={meanwhile} />}
      <QuorumPart view={view} />
      {form ? <RunPart {...props} /> : <RecordedPart view={view} />}
      {form && <AttendanceFields visit={visit} meeting={head.meeting} form={form} />}
      {form && consultable(view).length > 0 && <ConsultationPart {...props} />}
    </RecordPage>
  )
}

/** The verdict on quorum, from its first change to its last. */
export function QuorumPart({
  view,
}: {
  readonly view: Pick<AttendanceView, 'quorum' | 'assumedThroughout' | 'waiver' | 'bodies'>
}): JSX.Element {
  const { quorum, assumedThroughout, waiver, bodies } = view
  if (bodies.length > 0) return <BodiesAtTable bodies={bodies} />
  return (
    <section aria-labelledby="quorum">
      <h2 class="govuk-heading-m" id="quorum">
        Quorum
      </h2>
      {quorum === undefined && <p>Nobody’s attendance is recorded yet, so quorum cannot be worked out.</p>}
      {(quorum ?? []).map(({ from, verdict }, index) => {
        const { meaning, word } = quorumState(verdict)
        const time = from.toZonedDateTimeISO('Europe/London').toPlainTime()
        return (
          <p>
            <StatusPill meaning={meaning}>{word}</StatusPill> {index > 0 && <strong>from {timeInWords(time)}: </strong>}
            {verdict.state === 'not-stated' ? 'The terms in force on this day do not state a quorum.' : quorumReasons(verdict)}
          </p>
        )
      })}
      {assumedThroughout && (
        <p class="govuk-hint">No times of arriving or leaving are recorded: everybody is assumed present throughout.</p>
      )}
      {waiver && (
        <p>
          <strong>The chair consulted:</strong> {waiver.consulted}. <strong>Their views:</strong> {waiver.views}
        </p>
      )}
    </section>
  )
}

function people(list: readonly Attender[]): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {list.map(({ name, capacity, notes, times, remote }) => {
        const more = [capacity, ...notes, remote ? 'by remote link' : '', ...comingAndGoing(times)].filter((part) => part !== '')
        return <li>{more.length === 0 ? name : `${name} – ${more.join('; ')}`}</li>
      })}
    </ul>
  )
}

/** Who was there, as recorded. */
export function RecordedPart({ view }: { readonly view: AttendanceView }): JSX.Element {
  if (!view.recorded)
    return (
      <EmptyState title="Attendance is not published" text="Who was present is shown here once the minutes of the meeting are published." />
    )
  const [chair] = view.chairs
  return (
    <>
      {chair && (
        <p>
          <strong>Chair:</strong>{' '}
          {view.chairs
            .map(({ name, basis, from }) => `${name} (${chairBasisWords[basis] ?? basis}${from ? `, from ${timeInWords(from)}` : ''})`)
            .join('; ')}
        </p>
      )}
      {view.bodies.length > 0 ? (
        view.bodies.map((own) => <PresentOf heading={`Present: ${own.body.name}`} view={own} />)
      ) : (
        <PresentOf heading="Present" view={view} />
      )}
      {view.inAttendance.length > 0 && <h2 class="govuk-heading-m">In attendance</h2>}
      {view.inAttendance.length > 0 && people(view.inAttendance)}
      {view.bodies.length > 0 ? (
        view.bodies.map((own) => <AbsentOf suffix={`: ${own.body.name}`} view={own} />)
      ) : (
        <AbsentOf suffix="" view={view} />
      )}
    </>
  )
}

function PresentOf({ heading, view }: { readonly heading: string; readonly view: Pick<AttendanceView, 'present'> }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      {view.present.length > 0 ? people(view.present) : <p>Nobody is recorded as present.</p>}
    </>
  )
}

function AbsentOf({
  suffix,
  view,
}: {
  readonly suffix: string
  readonly view: Pick<AttendanceView, 'apologies' | 'withoutApology'>
}): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">Apologies{suffix}</h2>
      <p>{view.apologies.length > 0 ? view.apologies.join(', ') : 'None were recorded.'}</p>
      {view.withoutApology.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Absent without apology{suffix}</h2>
          <p>{view.withoutApology.join(', ')}</p>
        </>
      )}
    </>
  )
}

function RunPart({ visit, head, state, isFuture, abandon }: AttendancePageProps): JSX.Element {
  if (isFuture) return <p>The meeting has not begun. Apologies that you know of can be entered already.</p>
  const reason = abandon ?? emptyForm()
  // Starting keeps the present moment as the start: of a meeting of another day that would be untrue.
  const onTheDay = head.heldOn?.equals(visit.today) ?? false
  return (
    <section aria-labelledby="run">
      <h2 class="govuk-heading-m" id="run">
        The meeting
      </h2>
      {state === 'planned' && (
        <p>
          The meeting is not announced yet.{' '}
          <a class="govuk-link" href={`${meetingPaths.prepare(head.meeting)}#announce`}>
            Announce it first
          </a>
          .
        </p>
      )}
      {state === 'called' && (
        <div class="govuk-button-group">
          {onTheDay && <PostButton visit={visit} action={recordPaths.start(head.meeting)} text="Start the meeting" />}
          <PostButton visit={visit} action={recordPaths.end(head.meeting)} text="Record that it was held" />
        </div>
      )}
      {state === 'in_progress' && (
        <>
          <p>The meeting is in progress.</p>
          <PostButton visit={visit} action={recordPaths.end(head.meeting)} text="End the meeting" />
        </>
      )}
      {state === 'ended' && <p>The meeting was held and has ended.</p>}
      {state === 'abandoned' && <p>The meeting was abandoned.</p>}
      {(state === 'called' || state === 'in_progress') && (
        <details class="govuk-details" open={abandon !== undefined}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">It could not go on</span>
          </summary>
          <form class="govuk-details__text" method="post" action={recordPaths.abandon(head.meeting)} novalidate>
            <CsrfField visit={visit} />
            <TextField
              form={reason}
              name="reason"
              label="Why was it abandoned?"
              hint="For example: no quorum half an hour after the start. The public can read this."
            />
            <Button classes="govuk-button--warning">Abandon the meeting</Button>
          </form>
        </details>
      )}
    </section>
  )
}

/** The bodies whose terms let the chair consult absent members. */
function consultable(view: AttendanceView): readonly { readonly value: string; readonly text: string }[] {
  if (view.bodies.length === 0) return view.mayWaive ? [{ value: '', text: '' }] : []
  return view.bodies.filter(({ mayWaive }) => mayWaive).map(({ body }) => ({ value: body.id, text: body.name }))
}

function ConsultationPart({ visit, head, view, consultation }: AttendancePageProps): JSX.Element {
  const form = consultation ?? emptyForm(view.waiver ? { ...view.waiver } : {})
  const bodies = view.bodies.length === 0 ? [] : consultable(view)
  return (
    <section aria-labelledby="consultation">
      <h2 class="govuk-heading-m" id="consultation">
        The chair consulted absent members
      </h2>
      <p>
        The terms let a meeting without quorum decide when the chair has spoken with the absent members and takes their views into account.
      </p>
      <form method="post" action={recordPaths.waiver(head.meeting)} novalidate>
        <CsrfField visit={visit} />
        {bodies.length > 0 && <RadioField form={form} name="body" label="For which board?" offers={bodies} />}
        <AreaField form={form} name="consulted" label="Whom did the chair consult?" hint="One name on each line." rows={3} />
        <AreaField form={form} name="views" label="Their views" />
        <Button classes="govuk-button--secondary">Record the consultation</Button>
      </form>
    </section>
  )
}
