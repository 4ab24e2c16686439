import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { findNames } from './names.ts'

/** Openings in an emergency that one may see, the latest first, at most 200: by whom, why, and what the review says. They name no family. */
export async function listEmergencies(reader: Reader) {
  const rows = await reader
    .selectFrom('casework.break_glass')
    .select(['id', 'episode', 'person', 'organisation', 'reason', 'words', 'starts_at as startsAt', 'ends_at as endsAt'])
    .select(['reviewed_by as reviewedBy', 'reviewed_at as reviewedAt', 'is_justified as isJustified', 'review_words as reviewWords'])
    .orderBy('starts_at', 'desc')
    .limit(200)
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ person, organisation, reviewedBy }) => [person, organisation, reviewedBy]),
  )
  return rows.map((row) => ({
    ...row,
    name: names.get(row.person) ?? '',
    agency: names.get(row.organisation) ?? '',
    reviewer: names.get(row.reviewedBy ?? '') ?? '',
  }))
}

/** The episodes that whoever acts keeps, as a column. */
export const keptEpisodes = sql<string[]>`casework.my_kept()`
