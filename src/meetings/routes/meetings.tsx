import { Hono } from 'hono'
import { z } from 'zod'
import { type Standing, visitorStanding } from '#governance/public.ts'
import { type BodySummary, findBodiesById, findStanding } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { doerOf, form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { parseForm, postedText, version as versionField } from '#platform/web/fields.ts'
import { RefusalPage } from '#platform/web/form-page/refusal-page.tsx'
import { type FormBody, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { entryOf, hostOf } from '../commands/distribute.ts'
import { agreeJoint } from '../commands/meeting/agree-joint.ts'
import { callMeeting } from '../commands/meeting/call-meeting.ts'
import { cancelMeeting, rescheduleMeeting } from '../commands/meeting/cancel-meeting.ts'
import { changeMeeting } from '../commands/meeting/change-meeting.ts'
import { createMeeting } from '../commands/meeting/create-meeting.ts'
import { parseCancel, parseMeeting, parseMeetingChange, parseReschedule } from '../forms/meeting.ts'
import type { MeetingsNeeds } from '../needs.ts'
import type { BodyAtMeeting } from '../pages/joint-notice.tsx'
import { MeetingListPage } from '../pages/meeting-list-page.tsx'
import { MeetingPage } from '../pages/meeting-page.tsx'
import { meetingPaths } from '../paths.ts'
import { allows } from '../permission.ts'
import { findMeeting, guardedJointBody, guardedMeeting, type Meeting } from '../queries/meeting.ts'
import { findMeetingView, type MeetingView } from '../queries/meeting-page.ts'
import { findMeetingRecord } from '../queries/meeting-record.ts'
import { findJointMeetings, findPastMeetingsOfYear, findUpcomingMeetings, findYearsOfMeetings } from '../queries/meetings.ts'
import { findReading } from '../queries/reading.ts'
import { calendarFile } from '../rules/calendar-entry.ts'
import { meetingTitle } from '../words/mails.ts'
import { problemWords } from '../words/problems.ts'
import { actAt, formAt } from './endpoint.tsx'
import { type Asked, type AskedMeeting, boardGate, meetingGate, newMeetingGate } from './gates.ts'
import { cancelShape, meetingShape, rescheduleShape } from './meeting-shapes.ts'
import { preparePage } from './prepare.tsx'

/** Meetings of a board, their details, their own page (M2). */
export function meetingRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/meetings', boardGate(), listPage)
  formAt(app, needs, '/boards/:slug/meetings/new', newMeetingGate(), async (asked) =>
    form(await meetingShape(asked, undefined), parseMeeting, async (doer, input) =>
      leadTo(await createMeeting(needs, doer, asked.body.id, input), ({ id }) => meetingPaths.prepare(id)),
    ),
  )
  formAt(app, needs, '/meetings/:id/edit', meetingGate('change'), async (asked) =>
    form(await meetingShape(asked, asked.meeting), parseMeetingChange, async (doer, input) =>
      leadTo(await changeMeeting(needs, doer, asked.meeting.id, input), ({ id }) => meetingPaths.prepare(id)),
    ),
  )
  formAt(app, needs, '/meetings/:id/cancel', meetingGate('cancel'), async ({ meeting, body }) =>
    form(cancelShape(meeting, body.name), parseCancel, async (doer, input) =>
      leadTo(await cancelMeeting(needs, doer, meeting.id, input), () => meetingPaths.meeting(meeting.id)),
    ),
  )
  formAt(app, needs, '/meetings/:id/reschedule', meetingGate('cancel'), async ({ meeting, body }) =>
    form(rescheduleShape(meeting, body.name), parseReschedule, async (doer, input) =>
      leadTo(await rescheduleMeeting(needs, doer, meeting.id, input), ({ id }) => meetingPaths.prepare(id)),
    ),
  )
  const jointGate = boardGate(guardedJointBody, 'agree')
  app.post('/boards/:slug/joint-meetings/:meeting', async (c) => {
    const meeting = c.req.param('meeting')
    const { body } = await readAs(needs.db, c.get('visit'), (reader) => jointGate(reader, c))
    const agrees = postedText((await readForm(c)).agrees) === 'yes'
    const done = await agreeJoint(needs, doerOf(c.get('visit')), meeting, { body: body.id, agrees })
    if (done.ok) return c.redirect(meetingPaths.meeting(meeting), 303)
    const sentences = done.problems.map((problem) => problemWords(problem) ?? 'This is not possible now')
    return c.html(<RefusalPage visit={c.get('visit')} sentences={sentences} back={meetingPaths.meeting(meeting)} />, 422)
  }) // agree joint-body
  actAt(
    app,
    needs,
    '/meetings/:id/call',
    meetingGate('call'),
    async ({ meeting }, doer, body) => call(needs, meeting.id, doer, body),
    toPrepare,
  )
  pageAt(app, needs, '/meetings/:id/prepare', meetingGate('change'), preparePage)
  app.get('/meetings/:id/calendar.ics', (c) => calendar(needs, c.req.param('id'), c.get('visit'))) // read meeting
  app.get('/meetings/:id', (c) => meetingPage(needs, c.req.param('id'), c.get('visit')).then((page) => c.html(page))) // read meeting
  return app
}

const toPrepare = ({ meeting }: AskedMeeting): string => meetingPaths.prepare(meeting.id)

async function call(needs: MeetingsNeeds, meeting: string, doer: Parameters<typeof callMeeting>[1], body: FormBody) {
  const parsed = parseForm(z.object({ version: versionField() }), body)
  if (!parsed.ok) return parsed
  return leadTo(await callMeeting(needs, doer, meeting, parsed.value.version), () => meetingPaths.prepare(meeting))
}

const byDay = (a: Meeting, b: Meeting): number => Temporal.PlainDate.compare(a.heldOn, b.heldOn)

async function listPage({ reader, visit, body, may, query }: Asked) {
  const years = await findYearsOfMeetings(reader, body.id, visit.today)
  const asked = /^[0-9]{4}$/.test(query('year')) ? Number(query('year')) : undefined
  const year = asked !== undefined && years.includes(asked) ? asked : (years[0] ?? visit.today.year)
  const upcoming = await findUpcomingMeetings(reader, body.id, visit.today)
  const past = years.length === 0 ? [] : await findPastMeetingsOfYear(reader, body.id, year, visit.today)
  const joint = await findJointMeetings(reader, body.id, Temporal.PlainDate.from({ year, month: 1, day: 1 }))
  const callers = await findBodiesById(reader, [...new Set(joint.map((meeting) => meeting.body))], visit.today)
  const isPast = ({ heldOn }: Meeting): boolean => Temporal.PlainDate.compare(heldOn, visit.today) < 0
  return (
    <MeetingListPage
      visit={visit}
      board={body}
      upcoming={[...upcoming, ...joint.filter((meeting) => !isPast(meeting))].toSorted(byDay)}
      past={[...past, ...joint.filter((meeting) => isPast(meeting) && meeting.heldOn.year === year)].toSorted((a, b) => byDay(b, a))}
      callers={new Map(callers.map(({ id, name }) => [id, name]))}
      years={years}
      year={year}
      mayAdd={may({ record: 'meeting', state: 'draft', ties: { body: body.id } }, 'change')}
    />
  )
}

type VisitOf = AppEnv['Variables']['visit']

async function meetingPage(needs: MeetingsNeeds, id: string, visit: VisitOf) {
  return readAs(needs.db, visit, async (reader) => {
    const view = await findMeetingView(reader, id)
    const bodies = await findBodiesById(reader, [view.meeting.body, ...view.jointBodies.map(({ body }) => body)], view.meeting.heldOn)
    const board = bodies.find((body) => body.id === view.meeting.body)
    if (!board) throw new NotFound('No such body.')
    const standing = visit.actor === undefined ? visitorStanding : await findStanding(reader, visit)
    const ties = { body: view.meeting.body, meeting: view.meeting.id, atTable: view.meeting.joint }
    const hasRecord = ['in_progress', 'ended', 'abandoned'].includes(view.meeting.state)
    const mayRecord = allows(standing, guardedMeeting(view.meeting), 'record')
    return (
      <MeetingPage
        visit={visit}
        board={board}
        atTable={atTable(view, [board, ...bodies.filter((body) => body !== board)], standing)}
        view={view}
        mayPrepare={allows(standing, guardedMeeting(view.meeting), 'change')}
        mayReadFull={allows(standing, { record: 'pack', state: 'members', ties }, 'read') || hasFullFile(view)}
        record={hasRecord || mayRecord ? await findMeetingRecord(reader, view.meeting.id, visit.today) : undefined}
        mayRecord={mayRecord}
        reading={standing.person && (await findReading(reader, view.meeting.id, standing.person.id))}
      />
    )
  })
}

function atTable({ meeting, jointBodies }: MeetingView, bodies: readonly BodySummary[], standing: Standing): readonly BodyAtMeeting[] {
  const isHeld = !['cancelled', 'rescheduled'].includes(meeting.state)
  return bodies.map(({ id, slug, name }) => {
    const mayAgree = id !== meeting.body && isHeld && allows(standing, guardedJointBody(id), 'agree')
    return { id, slug, name, agreed: id === meeting.body || jointBodies.some(({ body, agreed }) => body === id && agreed), mayAgree }
  })
}

/** Members of a body that meets jointly, and deputies for this meeting: row-level security hands them the full file. */
const hasFullFile = ({ publications }: MeetingView): boolean =>
  publications.some(({ files }) => files.some(({ edition }) => edition === 'full'))

async function calendar(needs: MeetingsNeeds, id: string, visit: VisitOf): Promise<Response> {
  return readAs(needs.db, visit, async (reader) => {
    const meeting = await findMeeting(reader, id)
    const [board] = await findBodiesById(reader, [meeting.body], meeting.heldOn)
    const address = needs.config.publicUrl + meetingPaths.meeting(id)
    const file = calendarFile([entryOf(meeting, meetingTitle(meeting, board?.name ?? ''), address)], 'publish', visit.now, hostOf(needs))
    const headers = {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${board?.slug ?? 'meeting'}-${meeting.heldOn.toString()}.ics"`,
    }
    return new Response(file, { headers })
  })
}
