import type { Reader } from '#platform/database/session.ts'
import { findAgenda } from './agenda.ts'
import { type FiledShown, findFiledShown } from './filed-shown.ts'
import { findMinutes, findMinutesVersion, type Minutes, type MinutesVersion } from './minutes.ts'
import { type MinutesPart, partsOf } from './minutes-parts.ts'
import { findPackFiles, type PackFile } from './publications.ts'
import { findRecordedMeeting, type RecordedMeeting } from './record.ts'

/** Minutes as far as whoever asks may read them: row-level security makes the public edition, no code leaves anything out. */
export interface MinutesForPrint {
  readonly meeting: RecordedMeeting
  readonly minutes: Minutes
  readonly version: MinutesVersion
  /** The sections of that version, and the public face of items whose minute is not for the reader. */
  readonly parts: readonly MinutesPart[]
  /** What was filed with them by then. */
  readonly filed: readonly FiledShown[]
}

/** The files of the minutes that were published last, as far as the reader may have them; empty where none are out. */
export async function findMinutesFiles(reader: Reader, meeting: string): Promise<readonly PackFile[]> {
  const newest = await reader
    .selectFrom('meetings.publication')
    .select('id')
    .where('meeting', '=', meeting)
    .where('kind', '=', 'minutes')
    .where('withdrawn_at', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return newest ? (await findPackFiles(reader, meeting)).filter(({ publication }) => publication === newest.id) : []
}

/** The minutes that went out with a publication: the newest version of that moment. Undefined where the reader may not know of them. */
export async function findMinutesToPrint(reader: Reader, meetingId: string, publication: string): Promise<MinutesForPrint | undefined> {
  const meeting = await findRecordedMeeting(reader, meetingId)
  const minutes = await findMinutes(reader, meetingId)
  const out = await reader
    .selectFrom('meetings.publication')
    .select('published_at')
    .where('id', '=', publication)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!meeting || !minutes || !out) return undefined
  const kept = await reader
    .selectFrom('meetings.minutes_version')
    .select('number')
    .where('minutes', '=', minutes.id)
    .where('made_at', '<=', out.published_at)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const version = kept && (await findMinutesVersion(reader, minutes.id, kept.number))
  if (!version) return undefined
  const filed = (await findFiledShown(reader, meetingId)).filter(({ madeAt }) => Temporal.Instant.compare(madeAt, out.published_at) <= 0)
  return { meeting, minutes, version, parts: partsOf(version.sections, await findAgenda(reader, meetingId)), filed }
}
