import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import yazl from 'yazl'
import { z } from 'zod'
import { appendAudit } from '#platform/database/audit.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import type { DocumentStore } from '#platform/documents/store.ts'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import { succeed } from '#platform/result.ts'
import { doerOf, form, type Gate, pageAt } from '#platform/web/endpoints.tsx'
import { choice, isUuid, optionalLongText, optionalUuid, parseForm, postedText, wholeNumber } from '#platform/web/fields.ts'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { markPapers, markSeen, readItem, writeNote } from '../commands/reading.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { NotesPage, ReadingPage } from '../pages/reading-page.tsx'
import { meetingPaths, readingPaths } from '../paths.ts'
import { findAgenda, titleOf } from '../queries/agenda.ts'
import { type DownloadFile, findDownload } from '../queries/download.ts'
import { findNotes, findReading } from '../queries/reading.ts'
import { actAt, formAt } from './endpoint.tsx'
import { type AskedItem, type AskedMeeting, itemGate, meetingGate } from './gates.ts'

type Own<What> = What & { readonly person: string }

/** What a member reads of a meeting: changes, marks, notes, the download (M6). */
export function readingRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const back = ({ meeting }: AskedMeeting): string => readingPaths.reading(meeting.id)
  pageAt(app, needs, '/meetings/:id/reading', own(meetingGate('read')), (asked) => readingPage(needs, asked))
  pageAt(app, needs, '/meetings/:id/reading/notes', own(meetingGate('read')), notesPage)
  actAt(
    app,
    needs,
    '/meetings/:id/reading/seen',
    own(meetingGate('read')),
    async (asked, doer) => succeedAfter(markSeen(needs, doer, asked.meeting.id), back(asked)),
    back,
  )
  actAt(
    app,
    needs,
    '/meetings/:id/reading/mark',
    own(meetingGate('read')),
    async (asked, doer, body) => {
      const parsed = parseForm(z.object({ version: optionalUuid(), read: choice(['yes', 'no']) }), body)
      if (!parsed.ok) return parsed
      const { version, read } = parsed.value
      await markPapers(needs, doer, asked.meeting.id, version === undefined ? undefined : [version], read === 'yes')
      return succeed(`${back(asked)}#papers`)
    },
    back,
  )
  // Opening an item is a GET and changes nothing: a scanner of mails, or a browser that fetches ahead, has read no paper.
  actAt(
    app,
    needs,
    '/meetings/:id/items/:item/read',
    own(itemGate('read')),
    async ({ meeting, item }, doer, body) => {
      const shown = [body.version].flat().map(postedText).filter(isUuid)
      return succeedAfter(readItem(needs, doer, meeting.id, item.id, shown), `${meetingPaths.item(meeting.id, item.id)}#read`)
    },
    ({ meeting, item }) => meetingPaths.item(meeting.id, item.id),
  )
  formAt(app, needs, '/meetings/:id/items/:item/note', own(itemGate('read')), async (asked) =>
    form(
      await noteShape(asked),
      (body) => parseForm(z.object({ text: optionalLongText(10_000), version: wholeNumber(0, Number.MAX_SAFE_INTEGER) }), body),
      async (doer, input) =>
        succeedAfter(writeNote(needs, doer, asked.meeting.id, asked.item.id, input), meetingPaths.item(asked.meeting.id, asked.item.id)),
    ),
  )
  app.get('/meetings/:id/papers.zip', (c) => download(needs, c)) // read pack, by edition
  return app
}

async function succeedAfter(work: Promise<void>, address: string) {
  await work
  return succeed(address)
}

/** For somebody signed in whose account belongs to a person: what they see here is their own. */
function own<What extends AskedMeeting>(gate: Gate<What>): Gate<Own<What>> {
  return async (reader, c) => {
    const asked = await gate(reader, c)
    doerOf(asked.visit)
    if (!asked.standing.person) throw new Forbidden('This account belongs to no person of the directory.')
    return { ...asked, person: asked.standing.person.id }
  }
}

async function readingPage(needs: MeetingsNeeds, { reader, visit, body, meeting, person }: Own<AskedMeeting>) {
  const files = await findDownload(reader, meeting, body.slug)
  const sizes = await Promise.all(files.map(({ document }) => needs.documents.size(document)))
  return (
    <ReadingPage
      visit={visit}
      board={body}
      meeting={meeting}
      reading={await findReading(reader, meeting.id, person)}
      notes={await findNotes(reader, meeting.id, person)}
      download={{ files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }}
    />
  )
}

async function notesPage({ reader, visit, body, meeting, person }: Own<AskedMeeting>) {
  const items = (await findAgenda(reader, meeting.id)).filter(({ sight }) => sight !== 'draft')
  return <NotesPage visit={visit} board={body} meeting={meeting} items={items} notes={await findNotes(reader, meeting.id, person)} />
}

async function noteShape({ reader, meeting, item, person, body }: Own<AskedItem>): Promise<FormShape> {
  const note = (await findNotes(reader, meeting.id, person)).get(item.id)
  return {
    title: 'Your note',
    caption: `Item ${item.number}: ${titleOf(item)}`,
    lead: 'For you alone: clerks, the chair and administrators of this site have no page that shows it, it is in no search and no export of theirs. Whoever keeps the server could read it in the database or in a backup.',
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: `Item ${item.number}`, href: meetingPaths.item(meeting.id, item.id) },
    ],
    groups: [{ fields: [{ kind: 'lines', name: 'text', label: 'Note', hint: 'Leave it empty to throw the note away', rows: 10 }] }],
    submit: 'Save',
    first: { text: note?.text ?? '' },
    version: note?.version ?? 0,
    cancel: meetingPaths.item(meeting.id, item.id),
  }
}

/** Sends everything that whoever asks may read as one archive, file after file; that a full pack left is kept in the audit. */
async function download(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/papers.zip'>): Promise<Response> {
  const visit = c.get('visit')
  const { asked, files } = await readAs(needs.db, visit, async (reader) => {
    const found = await meetingGate('read')(reader, c)
    return { asked: found, files: await findDownload(reader, found.meeting, found.body.slug) }
  })
  if (files.length === 0) throw new NotFound('There is nothing to download.')
  const full = files.flatMap(({ fullOf, document }) => (fullOf === undefined ? [] : [{ fullOf, document }]))
  if (full.length > 0)
    await writeAs(needs.db, visit, async (tx) => {
      const { actor } = doerOf(visit)
      for (const { fullOf, document } of full)
        await appendAudit(tx, { actor, act: 'pack.opened', subjectType: 'publication', subject: fullOf, content: document })
    })
  return c.body(zipOf(needs.documents, files, visit.now), 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${asked.body.slug}-${asked.meeting.heldOn.toString()}-papers.zip"`,
    'cache-control': 'private, no-store',
  })
}

/** The archive as a stream: each document is opened when its turn comes, and kept as it is, for PDF is compressed already. */
function zipOf(documents: Pick<DocumentStore, 'open'>, files: readonly DownloadFile[], now: Temporal.Instant): ReadableStream {
  const zip = new yazl.ZipFile()
  const mtime = new Date(now.epochMilliseconds)
  for (const { name, document } of files)
    zip.addReadStreamLazy(name, { compress: false, mtime, mode: 0o100644 }, (give) => {
      documents.open(document).then(
        (bytes) => give(null, Readable.from([Buffer.from(bytes)])),
        (error: unknown) => give(error, Readable.from([])),
      )
    })
  zip.end()
  const out = zip.outputStream as unknown as Readable
  zip.on('error', (error: Error) => out.destroy(error))
  return Readable.toWeb(out) as ReadableStream
}
