import { findBodyById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { type AgendaItem, findAgenda } from '../queries/agenda.ts'
import { findMeeting, type Meeting } from '../queries/meeting.ts'
import { findPublication, type Publication } from '../queries/publications.ts'
import { type ReportFields, readFields } from '../rules/report.ts'

/** A paper as it goes into a pack. */
export interface SourcePaper {
  readonly version: string
  readonly item: string
  readonly title: string
  readonly fields: ReportFields
  readonly tree: Paper
}

/** Everything a pack is made of, as far as whoever asks may read it: row-level security makes the public edition, no code leaves anything out. */
export interface PackSource {
  readonly publication: Publication
  readonly meeting: Meeting
  readonly bodyName: string
  readonly slug: string
  readonly partnership: string
  /** Published items in printed order. */
  readonly items: readonly AgendaItem[]
  readonly papers: readonly SourcePaper[]
}

/** Reads what a publication's pack is made of, as the reader's actor. @throws NotFound where one may not know of it */
export async function findPackSource(reader: Reader, meetingId: string, publicationId: string): Promise<PackSource> {
  const publication = await findPublication(reader, meetingId, publicationId)
  const meeting = await findMeeting(reader, meetingId)
  const body = await findBodyById(reader, meeting.body, meeting.heldOn)
  const setting = await reader.selectFrom('platform.setting').select('value').where('key', '=', 'partnership.name').executeTakeFirst()
  const items = (await findAgenda(reader, meetingId)).filter((item) => item.sight !== 'draft' && !item.withdrawnAt)
  const rows = await reader
    .selectFrom('meetings.published_paper as u')
    .innerJoin('meetings.paper_version as v', 'v.id', 'u.paper_version')
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .select(['v.id as version', 'u.item', 'p.title', 'v.fields', 'v.tree'])
    .where('u.publication', '=', publicationId)
    .orderBy('p.id')
    .execute()
  return {
    publication,
    meeting,
    bodyName: body?.name ?? '',
    slug: body?.slug ?? '',
    partnership: typeof setting?.value === 'string' ? setting.value : '',
    items,
    papers: rows.map((row) => ({ ...row, fields: readFields(row.fields), tree: row.tree as Paper })),
  }
}
