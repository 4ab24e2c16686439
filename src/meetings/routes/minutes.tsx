import { Hono } from 'hono'
import { type Reader, readAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import { emptyForm, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { circulateMinutes } from '../commands/minutes/circulate-minutes.ts'
import { clearMinutes } from '../commands/minutes/clear-minutes.ts'
import { bringInRecorded, draftMinutes } from '../commands/minutes/draft-minutes.ts'
import { publishMinutes, withdrawMinutes } from '../commands/minutes/publish-minutes.ts'
import { writeMinutes } from '../commands/minutes/write-minutes.ts'
import { parseCirculation, parseClearance, parseMinutes, parsePublishing, parseWithdrawal, readTexts } from '../forms/minutes.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { CirculatePage, MinutesEditorPage, PublishPage, WithdrawPage } from '../pages/minutes-forms.tsx'
import { MinutesPage } from '../pages/minutes-page.tsx'
import { MinutesRecordPage } from '../pages/minutes-record-page.tsx'
import { MinutesVersionsPage } from '../pages/minutes-versions-page.tsx'
import { recordPaths } from '../paths.ts'
import { findClearance } from '../queries/clearance.ts'
import { findMinutes, findMinutesVersion, listMinutesVersions, type Minutes, standingOfMinutes } from '../queries/minutes.ts'
import { findMinutesFiles } from '../queries/minutes-files.ts'
import { findMinutesRecord } from '../queries/minutes-source.ts'
import { deadlinesOfMinutes, editorValues, findMinutesView } from '../queries/minutes-view.ts'
import { findMeetingGround, type RecordedMeeting } from '../queries/record.ts'
import { findKept, saysMore } from '../queries/unsaved.ts'
import { needsReason } from '../rules/minutes.ts'
import { minutesProblemWords } from '../words/minutes.ts'
import { headOf } from './attendance.tsx'
import { approvalRoutes } from './minutes-approval.tsx'
import { type At, meetingAt, minutesFor, stateOf, type Typed } from './minutes-gate.ts'

/** Minutes from the first draft to their publication and correction (M12, M15). */
export function minutesRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  approvalRoutes(app, needs)
  app.get('/meetings/:id/minutes', (c) => read(needs, c, undefined)) // read minutes, each section by its sight
  app.get('/meetings/:id/minutes/versions', (c) => versions(needs, c)) // read minutes
  app.get('/meetings/:id/minutes/versions/:number{[0-9]{1,5}}', (c) => read(needs, c, Number(c.req.param('number')))) // read minutes
  app.get('/meetings/:id/minutes.pdf', (c) => pdf(needs, c, 'public')) // read minutes
  app.get('/meetings/:id/minutes-full.pdf', (c) => pdf(needs, c, 'full')) // read minutes with the sight of members
  app.post('/meetings/:id/minutes/draft', (c) => step(needs, c, () => draftMinutes(needs, doerOf(c.get('visit')), c.req.param('id')))) // record meeting
  app.post('/meetings/:id/minutes/bring-in', (c) => step(needs, c, () => bringInRecorded(needs, doerOf(c.get('visit')), c.req.param('id')))) // write minutes
  app.get('/meetings/:id/minutes/edit', async (c) => c.html(await editor(needs, c, undefined))) // write minutes
  app.post('/meetings/:id/minutes/edit', (c) => write(needs, c)) // write minutes
  app.get('/meetings/:id/minutes/record', (c) => recordPage(needs, c)) // read meeting, each record by its sight
  app.post('/meetings/:id/minutes/clear', (c) => clear(needs, c)) // clear minutes
  app.get('/meetings/:id/minutes/circulate', async (c) => c.html(await circulatePage(needs, c, emptyForm()))) // circulate minutes
  app.post('/meetings/:id/minutes/circulate', (c) => circulate(needs, c)) // circulate minutes
  app.get('/meetings/:id/minutes/publish', async (c) => c.html(await publishPage(needs, c))) // publish minutes
  app.post('/meetings/:id/minutes/publish', (c) => publish(needs, c)) // publish minutes
  app.get('/meetings/:id/minutes/withdraw', async (c) => c.html(await withdrawPage(needs, c, emptyForm()))) // withdraw minutes
  app.post('/meetings/:id/minutes/withdraw', (c) => withdraw(needs, c)) // withdraw minutes
  return app
}

async function read(needs: MeetingsNeeds, c: At, number: number | undefined) {
  const visit = c.get('visit')
  const view = await readAs(needs.db, visit, async (reader) => {
    const meeting = await meetingAt(reader, c)
    return { head: headOf(meeting), ...(await findMinutesView(reader, visit, meeting, number)) }
  })
  return c.html(<MinutesPage visit={visit} {...view} />)
}

async function versions(needs: MeetingsNeeds, c: At) {
  const visit = c.get('visit')
  const found = await readAs(needs.db, visit, async (reader) => {
    const meeting = await meetingAt(reader, c)
    const minutes = await findMinutes(reader, meeting.id)
    if (!minutes) throw new NotFound('No minutes.')
    return { head: headOf(meeting), versions: await listMinutesVersions(reader, minutes.id) }
  })
  return c.html(<MinutesVersionsPage visit={visit} {...found} />)
}

async function pdf(needs: MeetingsNeeds, c: At, edition: 'public' | 'full') {
  const visit = c.get('visit')
  const id = c.req.param('id')
  const files = await readAs(needs.db, visit, async (reader) => (isUuid(id) ? findMinutesFiles(reader, id) : []))
  const file = files.find((one) => one.edition === edition && one.state === 'ready')
  if (!file) throw new NotFound('No such file.')
  const bytes = await needs.documents.open(file.document)
  return c.body(bytes as never, 200, { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="minutes.pdf"' })
}

async function step(_needs: MeetingsNeeds, c: At, take: () => Promise<void>) {
  await take()
  return c.redirect(recordPaths.minutes(c.req.param('id')), 303)
}

async function editor(needs: MeetingsNeeds, c: At, typed: Typed | undefined) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { meeting, minutes } = await minutesFor(reader, c, 'write')
    const version = await findMinutesVersion(reader, minutes.id)
    if (!version) throw new NotFound('No minutes.')
    const saved = editorValues(version.sections)
    const kept = await findKept(reader, visit, { kind: 'minutes', id: minutes.id })
    const restored = kept && !typed && saysMore(kept, saved) ? kept : undefined
    const form = typed ? formState(typed.body, typed.problems, minutesProblemWords) : emptyForm({ ...saved, ...restored?.fields })
    const isStale = typed?.stale || (restored !== undefined && restored.base !== minutes.version)
    return (
      <MinutesEditorPage
        visit={visit}
        head={headOf(meeting)}
        form={form}
        sections={version.sections}
        version={minutes.version}
        reasonNeeded={needsReason(standingOfMinutes(minutes))}
        isOut={minutes.publishedAt !== null && minutes.withdrawnAt === null}
        kept={{ revision: kept?.revision ?? 0, at: restored?.keptAt }}
        meanwhile={isStale ? version.sections.map(({ heading }) => heading) : undefined}
      />
    )
  })
}

async function write(needs: MeetingsNeeds, c: At) {
  const body = await readForm(c)
  const id = c.req.param('id')
  // Who may not write them does not have the texts read either.
  await readAs(needs.db, c.get('visit'), (reader) => minutesFor(reader, c, 'write'))
  const texts = await readTexts(body)
  try {
    const done = await writeMinutes(needs, doerOf(c.get('visit')), id, (ids, reasonNeeded) => parseMinutes(body, texts, ids, reasonNeeded))
    if (done.ok) return c.redirect(recordPaths.minutes(id), 303)
    return c.html(await editor(needs, c, { body, problems: done.problems, stale: false }), 422)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return c.html(await editor(needs, c, { body, problems: [], stale: true }), 409)
  }
}

async function dueOf(reader: Reader, meeting: RecordedMeeting, minutes: Minutes, today: Temporal.PlainDate, which: 0 | 1): Promise<string> {
  return (await deadlinesOfMinutes(reader, meeting, minutes, today))[which]?.words ?? ''
}

async function circulatePage(needs: MeetingsNeeds, c: At, form: FormState) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { meeting, minutes } = await minutesFor(reader, c, 'circulate')
    const due = await dueOf(reader, meeting, minutes, visit.today, 0)
    const clearance = await findClearance(reader, minutes)
    return <CirculatePage visit={visit} head={headOf(meeting)} form={form} due={due} clearedBy={clearance?.clearedBy} />
  })
}

async function circulate(needs: MeetingsNeeds, c: At) {
  const body = await readForm(c)
  const parsed = parseCirculation(body)
  const done = parsed.ok ? await circulateMinutes(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value.cleared) : parsed
  if (!done.ok) return c.html(await circulatePage(needs, c, stateOf(body, done)), 422)
  return c.redirect(recordPaths.minutes(c.req.param('id')), 303)
}

/** The chair reads one version and clears that one. */
async function clear(needs: MeetingsNeeds, c: At) {
  const doer = doerOf(c.get('visit'))
  await readAs(needs.db, c.get('visit'), (reader) => minutesFor(reader, c, 'clear'))
  const parsed = parseClearance(await readForm(c))
  if (!parsed.ok) throw new Conflict('The draft that was read is not named.')
  return step(needs, c, () => clearMinutes(needs, doer, c.req.param('id'), parsed.value.version))
}

async function recordPage(needs: MeetingsNeeds, c: At) {
  const visit = c.get('visit')
  const shown = await readAs(needs.db, visit, async (reader) => {
    const meeting = await meetingAt(reader, c)
    const { items, entries } = await findMinutesRecord(reader, await findMeetingGround(reader, meeting))
    const under = items.map(({ id, number, title, category }) => ({
      heading: `${number} ${title}`,
      isOpen: category === 'public',
      entries: entries.filter(({ item }) => item === id),
    }))
    const loose = { heading: 'Under no item', isOpen: true, entries: entries.filter(({ item }) => item === null) }
    return { head: headOf(meeting), groups: [...under, loose].filter((group) => group.entries.length > 0) }
  })
  return c.html(<MinutesRecordPage visit={visit} {...shown} />)
}

async function publishPage(needs: MeetingsNeeds, c: At) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { meeting, minutes } = await minutesFor(reader, c, 'publish')
    const version = await findMinutesVersion(reader, minutes.id)
    const exempt = version?.sections.filter(({ category }) => category !== 'public').length ?? 0
    const due = await dueOf(reader, meeting, minutes, visit.today, 1)
    const isDraft = minutes.state === 'circulated'
    return (
      <PublishPage
        visit={visit}
        head={headOf(meeting)}
        form={emptyForm()}
        isDraft={isDraft}
        exempt={exempt}
        isPublicMeeting={meeting.sight === 'public'}
        due={due}
      />
    )
  })
}

async function publish(needs: MeetingsNeeds, c: At) {
  const parsed = parsePublishing(await readForm(c))
  if (!parsed.ok) return c.html(await publishPage(needs, c), 422)
  return step(needs, c, () => publishMinutes(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value.which))
}

async function withdrawPage(needs: MeetingsNeeds, c: At, form: FormState) {
  const visit = c.get('visit')
  const { meeting } = await readAs(needs.db, visit, (reader) => minutesFor(reader, c, 'withdraw'))
  return <WithdrawPage visit={visit} head={headOf(meeting)} form={form} />
}

async function withdraw(needs: MeetingsNeeds, c: At) {
  const body = await readForm(c)
  const parsed = parseWithdrawal(body)
  if (!parsed.ok) return c.html(await withdrawPage(needs, c, stateOf(body, parsed)), 422)
  return step(needs, c, () => withdrawMinutes(needs, doerOf(c.get('visit')), c.req.param('id'), parsed.value.reason))
}
