import type { Context } from 'hono'
import { findBodiesById } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { typesetDocument } from '#platform/documents/pdf/typeset-pack.ts'
import { NotFound } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { NoticePage } from '../pages/notice-page.tsx'
import { findBreaches, findCertificates, findPublications } from '../queries/publications.ts'
import { type NoticeRecord, noticeDocument } from '../words/notice.ts'
import { type AskedMeeting, meetingGate } from './gates.ts'

/** How notice of a meeting was given (G17): the certificates as a page. */
export async function noticePage(asked: AskedMeeting) {
  return <NoticePage visit={asked.visit} board={asked.body} meeting={asked.meeting} {...(await noticeRecord(asked))} />
}

/** The same as PDF/UA, as far as whoever asks may read it. @throws NotFound where there is no certificate */
export async function noticePdf(needs: MeetingsNeeds, c: Context<AppEnv, string>): Promise<Response> {
  const { asked, record } = await readAs(needs.db, c.get('visit'), async (reader) => {
    const asked = await meetingGate('read')(reader, c)
    return { asked, record: await noticeRecord(asked) }
  })
  if (record.certified.length === 0) throw new NotFound('There is no certificate.')
  const pdf = await setOnce(noticeDocument(record, asked.visit.partnership))
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${asked.body.slug}-${asked.meeting.heldOn.toString()}-notice.pdf"`,
    'cache-control': 'private, no-store',
  })
}

async function noticeRecord({ reader, body, meeting }: AskedMeeting): Promise<NoticeRecord> {
  const issued = await findCertificates(reader, meeting.id)
  const others = (await findBodiesById(reader, meeting.joint, meeting.heldOn)).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const certified = (await findPublications(reader, meeting.id)).flatMap((publication) => {
    const certificates = issued.filter((one) => one.publication === publication.id)
    return certificates.length === 0 ? [] : [{ publication, certificates }]
  })
  return {
    heldOn: meeting.heldOn,
    boards: [body, ...others].map(({ id, name }) => ({ id, name })),
    certified,
    breaches: await findBreaches(reader, meeting.id),
  }
}

const MOST_KEPT = 50
const kept = new Map<string, Promise<Uint8Array>>()
let before: Promise<unknown> = Promise.resolve()

/** Anybody may ask: what was set is kept for the next, and one is set after the other, so that strangers who ask for many take one process at a time. */
function setOnce(document: DocumentInput): Promise<Uint8Array> {
  const key = JSON.stringify(document)
  const known = kept.get(key)
  if (known) return known
  const made = before.then(() => typesetDocument(document, { megabytes: 1000, seconds: 30 })).then(({ pdf }) => pdf)
  before = made.catch(() => undefined)
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest)
  return made
}
