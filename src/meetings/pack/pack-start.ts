import type { Reader } from '#platform/database/session.ts'
import { findMeeting } from '../queries/meeting.ts'
import { findPackFiles, findPublications } from '../queries/publications.ts'
import type { PackStart } from './pack-input.ts'

/** An earlier publication's pack, whose page numbers this one continues, is not made yet. */
export class EarlierPackMissing extends Error {}

/**
 * Where the page numbers of a publication begin: a pack at the meeting's first page, what follows after everything made before it,
 * so that no label is ever used twice. Asked as the system.
 */
export async function findPackStart(reader: Reader, meetingId: string, publicationId: string): Promise<PackStart> {
  const meeting = await findMeeting(reader, meetingId)
  const publications = (await findPublications(reader, meetingId)).filter(({ kind }) => kind !== 'minutes')
  const at = publications.findIndex(({ id }) => id === publicationId)
  const [self] = publications.slice(at, at + 1)
  if (self?.kind === 'pack') return { page: meeting.firstPage, exemptPage: 1 }
  const earlier = publications.slice(0, at).filter(({ withdrawnAt }) => !withdrawnAt)
  const files = (await findPackFiles(reader, meetingId)).filter((file) => earlier.some(({ id }) => id === file.publication))
  if (files.some(({ state, edition }) => state !== 'ready' && edition === 'full'))
    throw new EarlierPackMissing('An earlier pack of this meeting is not made yet.')
  return {
    page: Math.max(meeting.firstPage, ...files.map(({ nextPage }) => nextPage ?? 1)),
    exemptPage: Math.max(1, ...files.map(({ nextExemptPage }) => nextExemptPage ?? 1)),
  }
}
