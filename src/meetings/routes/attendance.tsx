import { type Context, Hono } from 'hono'
import { findStanding } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import { emptyForm, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { recordAttendance } from '../commands/attendance/record-attendance.ts'
import { runMeeting } from '../commands/attendance/run-meeting.ts'
import { waiveQuorum } from '../commands/attendance/waive-quorum.ts'
import { parseAbandon, parseAttendance, parseConsultation } from '../forms/attendance.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { AttendancePage, type AttendancePageProps } from '../pages/attendance-page.tsx'
import { recordPaths } from '../paths.ts'
import { allows } from '../permission.ts'
import { attendanceForm, attendanceView, everybodyPresent } from '../queries/attendance.ts'
import { guardedMeeting } from '../queries/meeting.ts'
import { findMeetingGround, findRecordedMeeting, type MeetingGround, type RecordedMeeting } from '../queries/record.ts'
import { attendanceProblemWords } from '../words/attendance.ts'
import { meetingGate } from './gates.ts'

type AtMeeting = Context<AppEnv, '/meetings/:id'>

/** What a page about a meeting's record says of the meeting. */
export function headOf(meeting: RecordedMeeting) {
  return { meeting: meeting.id, board: meeting.body, heldOn: meeting.heldOn }
}

/** Attendance, quorum, start and end of a meeting (M8 by plain forms). */
export function attendanceRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/meetings/:id/attendance', async (c) => c.html(await page(needs, c, { everybody: c.req.query('everybody') === 'present' }))) // read meeting; fields: record meeting
  app.post('/meetings/:id/attendance', (c) => save(needs, c)) // record meeting
  app.post('/meetings/:id/attendance/start', (c) => run(needs, c, 'in_progress')) // record meeting
  app.post('/meetings/:id/attendance/end', (c) => run(needs, c, 'ended')) // record meeting
  app.post('/meetings/:id/attendance/abandon', (c) => abandon(needs, c)) // record meeting
  app.post('/meetings/:id/attendance/consultation', (c) => consult(needs, c)) // record meeting
  return app
}

interface Refused {
  readonly attendance?: { readonly body: FormBody; readonly problems: readonly FieldProblem[] }
  readonly consultation?: AttendancePageProps['consultation']
  readonly abandon?: AttendancePageProps['abandon']
  readonly stale?: boolean
  /** Asked for the form with everybody marked as present, to be saved or changed first. */
  readonly everybody?: boolean
}

async function page(needs: MeetingsNeeds, c: AtMeeting, refused: Refused) {
  const visit = c.get('visit')
  const { ground, mayRecord } = await readAs(needs.db, visit, async (reader) => {
    const id = c.req.param('id')
    const meeting = isUuid(id) ? await findRecordedMeeting(reader, id) : undefined
    if (!meeting) throw new NotFound('No such meeting.')
    const standing = await findStanding(reader, visit)
    const guarded = guardedMeeting({ ...meeting, body: meeting.body.id })
    return { ground: await findMeetingGround(reader, meeting), mayRecord: allows(standing, guarded, 'record') }
  })
  return <AttendancePage {...propsOf(visit, ground, mayRecord, refused)} />
}

function propsOf(visit: Visit, ground: MeetingGround, mayRecord: boolean, refused: Refused): AttendancePageProps {
  const { meeting } = ground
  const view = attendanceView(ground)
  const made = attendanceForm(ground)
  const typed = refused.attendance
  const values = refused.everybody ? everybodyPresent(made) : made.values
  const state = typed ? formState(typed.body, typed.problems, attendanceProblemWords) : emptyForm(values)
  const saved = [...view.present.map(({ name }) => `${name}: present`), ...view.apologies.map((name) => `${name}: apologies`)]
  return {
    visit,
    head: headOf(meeting),
    state: meeting.state,
    isFuture: Temporal.PlainDate.compare(meeting.heldOn, visit.today) > 0,
    view,
    form: mayRecord ? { ...made, state, slug: meeting.body.slug } : undefined,
    consultation: refused.consultation,
    abandon: refused.abandon,
    meanwhile: refused.stale ? saved : undefined,
  }
}

async function save(needs: MeetingsNeeds, c: AtMeeting) {
  const body = await readForm(c)
  const id = c.req.param('id')
  try {
    const saved = await recordAttendance(needs, doerOf(c.get('visit')), id, (lines) => parseAttendance(body, lines))
    if (saved.ok) return c.redirect(recordPaths.attendance(id), 303)
    return c.html(await page(needs, c, { attendance: { body, problems: saved.problems } }), 422)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return c.html(await page(needs, c, { attendance: { body, problems: [] }, stale: true }), 409)
  }
}

async function run(needs: MeetingsNeeds, c: AtMeeting, to: 'in_progress' | 'ended') {
  const id = c.req.param('id')
  await runMeeting(needs, doerOf(c.get('visit')), id, to)
  return c.redirect(recordPaths.attendance(id), 303)
}

/** Asks before the form is read: who may not record learns nothing of what it takes. */
function demandRecord(needs: MeetingsNeeds, c: AtMeeting) {
  return readAs(needs.db, c.get('visit'), (reader) => meetingGate('record')(reader, c))
}

async function abandon(needs: MeetingsNeeds, c: AtMeeting) {
  await demandRecord(needs, c)
  const body = await readForm(c)
  const parsed = parseAbandon(body)
  if (!parsed.ok) return c.html(await page(needs, c, { abandon: formState(body, parsed.problems, attendanceProblemWords) }), 422)
  await runMeeting(needs, doerOf(c.get('visit')), c.req.param('id'), 'abandoned', parsed.value.reason)
  return c.redirect(recordPaths.attendance(c.req.param('id')), 303)
}

async function consult(needs: MeetingsNeeds, c: AtMeeting) {
  await demandRecord(needs, c)
  const body = await readForm(c)
  const parsed = parseConsultation(body)
  const done = parsed.ok ? await waiveQuorum(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value) : parsed
  if (done.ok) return c.redirect(recordPaths.attendance(c.req.param('id')), 303)
  return c.html(await page(needs, c, { consultation: formState(body, done.problems, attendanceProblemWords) }), 422)
}
