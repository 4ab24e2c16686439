import type { Hono } from 'hono'
import { type Reader, readAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { emptyForm, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { approveMinutes, signMinutes } from '../commands/minutes/approve-minutes.ts'
import { parseApproval, parseSignature, readTexts } from '../forms/minutes.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ApprovePage, meetingOffer, SignPage } from '../pages/minutes-forms.tsx'
import { NoApprovalYetPage } from '../pages/no-approval-yet-page.tsx'
import { recordPaths } from '../paths.ts'
import { findLaterMeetings, findMinutesVersion } from '../queries/minutes.ts'
import { findMinutesRecord } from '../queries/minutes-source.ts'
import { editorValues } from '../queries/minutes-view.ts'
import { findAttendance, findMeetingGround, type RecordedMeeting } from '../queries/record.ts'
import type { MeetingKind, MeetingState } from '../rules/meeting.ts'
import { isCouncilRegime, unsuitable } from '../rules/minutes.ts'
import { disagreements } from '../rules/minutes-record.ts'
import { minutesProblemWords } from '../words/minutes.ts'
import { disagreementWords } from '../words/minutes-record.ts'
import { headOf } from './attendance.tsx'
import { type At, minutesFor, stateOf, type Typed } from './minutes-gate.ts'

/** Approving minutes at a later meeting, and signing them (M12). */
export function approvalRoutes(app: Hono<AppEnv>, needs: MeetingsNeeds): void {
  app.get('/meetings/:id/minutes/approve', async (c) => c.html(await approvePage(needs, c, undefined))) // approve minutes
  app.post('/meetings/:id/minutes/approve', (c) => approve(needs, c)) // approve minutes
  app.get('/meetings/:id/minutes/sign', async (c) => c.html(await signPage(needs, c))) // approve minutes
  app.post('/meetings/:id/minutes/sign', (c) => sign(needs, c)) // approve minutes
}

async function approvePage(needs: MeetingsNeeds, c: At, typed: Typed | undefined) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { meeting, minutes } = await minutesFor(reader, c, 'approve')
    const version = await findMinutesVersion(reader, minutes.id)
    const sections = version?.sections ?? []
    const form = typed ? formState(typed.body, typed.problems, minutesProblemWords) : emptyForm(editorValues(sections))
    const { held, next } = await approvingMeetings(reader, meeting)
    if (held.length === 0 && !typed) return <NoApprovalYetPage visit={visit} head={headOf(meeting)} next={next} />
    const record = await findMinutesRecord(reader, await findMeetingGround(reader, meeting))
    return (
      <ApprovePage
        visit={visit}
        head={headOf(meeting)}
        form={form}
        meetings={held.map(meetingOffer)}
        sections={sections}
        version={minutes.version}
        differences={disagreements(record, sections).map(disagreementWords)}
        meanwhile={typed?.stale ? sections.map(({ heading }) => heading) : undefined}
      />
    )
  })
}

/** The meetings that were held and can have approved the minutes, and the next one that can where none was. */
async function approvingMeetings(reader: Reader, meeting: RecordedMeeting) {
  const council = isCouncilRegime(meeting.body.settings?.legalRegime)
  const of = { ...meeting, body: meeting.body.id }
  const later = await findLaterMeetings(reader, meeting.body.id, meeting.heldOn)
  const isSuitable = (at: (typeof later)[number], state: string): boolean =>
    unsuitable(of, { ...at, body: meeting.body.id, kind: at.kind as MeetingKind, state: state as MeetingState }, council) === undefined
  return {
    held: later.filter((at) => isSuitable(at, at.state)),
    next: later.find((at) => (at.state === 'planned' || at.state === 'called') && isSuitable(at, 'ended')),
  }
}

async function approve(needs: MeetingsNeeds, c: At) {
  const body = await readForm(c)
  const id = c.req.param('id')
  // Who may not approve them does not have the texts read either.
  await readAs(needs.db, c.get('visit'), (reader) => minutesFor(reader, c, 'approve'))
  const texts = await readTexts(body)
  try {
    const done = await approveMinutes(needs, doerOf(c.get('visit')), id, (ids) => parseApproval(body, texts, ids))
    if (done.ok) return c.redirect(recordPaths.minutes(id), 303)
    return c.html(await approvePage(needs, c, { body, problems: done.problems, stale: false }), 422)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return c.html(await approvePage(needs, c, { body, problems: [], stale: true }), 409)
  }
}

async function signPage(needs: MeetingsNeeds, c: At, form?: FormState) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { meeting, minutes } = await minutesFor(reader, c, 'approve')
    const presided =
      minutes.approvedAtMeeting === null ? undefined : (await findAttendance(reader, minutes.approvedAtMeeting)).chairs.at(-1)
    return <SignPage visit={visit} head={headOf(meeting)} form={form ?? emptyForm({ signedBy: presided?.name ?? '' })} />
  })
}

async function sign(needs: MeetingsNeeds, c: At) {
  const body = await readForm(c)
  const parsed = parseSignature(body)
  if (!parsed.ok) return c.html(await signPage(needs, c, stateOf(body, parsed)), 422)
  await signMinutes(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value.signedBy)
  return c.redirect(recordPaths.minutes(c.req.param('id')), 303)
}
