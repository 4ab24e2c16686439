import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type ClosureReason, type EpisodeState, episodeState } from '../rules/episode.ts'
import { findClosingWords } from './closing.ts'
import { findNames } from './names.ts'

/** A family as the list has it: what it is called, its dates, who leads; nothing of what is written about it. */
export interface FamilyLine {
  readonly id: string
  readonly family: string
  readonly reference: string
  readonly label: string
  readonly area: string
  readonly areaName: string
  readonly agency: string
  readonly agencyName: string
  readonly requestedBy: string
  readonly requestedOn: Temporal.PlainDate
  readonly agreedOn: Temporal.PlainDate | undefined
  readonly closedOn: Temporal.PlainDate | undefined
  readonly closureReason: ClosureReason | undefined
  /** By which words of its day it was closed; undefined where it is open, and where they are not open to whoever asks. */
  readonly closureCalled: string | undefined
  readonly isShielded: boolean
  /** Who leads now; undefined where nobody has said yes. */
  readonly lead: { readonly person: string; readonly organisation: string } | undefined
  readonly state: EpisodeState
  readonly version: number
}

function lines(reader: Reader) {
  return reader
    .selectFrom('casework.episode as e')
    .innerJoin('casework.family as f', 'f.id', 'e.family')
    .leftJoin('casework.lead_period as l', (join) =>
      join.onRef('l.episode', '=', 'e.id').on('l.accepted_at', 'is not', null).on('l.ended_at', 'is', null),
    )
    .select([
      'e.id',
      'e.family',
      'e.reference',
      'f.label',
      'e.area',
      'e.agency',
      'e.requested_by as requestedBy',
      'e.requested_on as requestedOn',
    ])
    .select([
      'e.agreed_on as agreedOn',
      'e.closed_on as closedOn',
      'e.closure_reason as closureReason',
      'e.is_shielded as isShielded',
      'e.version',
    ])
    .select(['l.person as leadPerson', 'l.organisation as leadOrganisation'])
}
type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

async function complete(reader: Reader, rows: readonly Row[]): Promise<readonly FamilyLine[]> {
  if (rows.length === 0) return []
  const names = await findNames(
    reader,
    rows.flatMap(({ area, agency }) => [area, agency]),
  )
  const called = await findClosingWords(
    reader,
    rows.flatMap(({ id, closedOn }) => (closedOn === null ? [] : [id])),
  )
  return rows.map(({ leadPerson, leadOrganisation, ...row }) => {
    const facts = {
      agreedOn: row.agreedOn ?? undefined,
      closedOn: row.closedOn ?? undefined,
      closureReason: (row.closureReason as ClosureReason | null) ?? undefined,
    }
    return {
      ...row,
      ...facts,
      closureCalled: called.get(row.id) || undefined,
      areaName: names.get(row.area) ?? '',
      agencyName: names.get(row.agency) ?? '',
      lead: leadPerson === null || leadOrganisation === null ? undefined : { person: leadPerson, organisation: leadOrganisation },
      state: episodeState({ ...facts, hasLead: leadPerson !== null }),
    }
  })
}

/**
 * The families that somebody works with, where they have no locality: the same that the policies let through. Named beforehand, they are found by their keys; left
 * to the policies alone, the planner reads every family there is, because it cannot know that a locality is nobody's. Undefined for a co-ordinator.
 */
async function findOwn(reader: Reader): Promise<readonly string[] | undefined> {
  const { own, localities } = await reader
    .selectNoFrom([
      sql<string[]>`casework.my_episodes() || casework.my_kept() || casework.my_proposed()`.as('own'),
      sql<string[]>`casework.my_localities()`.as('localities'),
    ])
    .executeTakeFirstOrThrow()
  return localities.length > 0 ? undefined : own
}

/** Families that one may list, the open ones or those that are closed: the latest first, at most 200. */
export async function listFamilies(reader: Reader, which: 'open' | 'closed'): Promise<readonly FamilyLine[]> {
  const mine = await findOwn(reader)
  const rows = await lines(reader)
    .where('e.closed_on', which === 'open' ? 'is' : 'is not', null)
    .$if(mine !== undefined, (query) => query.where('e.id', '=', sql<string>`any(${mine}::uuid[])`))
    .orderBy('e.requested_on', 'desc')
    .orderBy('e.id', 'desc')
    .limit(200)
    .execute()
  return complete(reader, rows)
}

/** These families, in no order; without those that one may not list. */
export async function listFamiliesOf(reader: Reader, ids: readonly string[]): Promise<readonly FamilyLine[]> {
  if (ids.length === 0) return []
  return complete(reader, await lines(reader).where('e.id', '=', sql<string>`any(${ids}::uuid[])`).execute())
}

/** One of them. @throws NotFound where there is none, or none that one may list */
export async function findFamily(reader: Reader, id: string): Promise<FamilyLine> {
  if (!isUuid(id)) throw new NotFound('No such family.')
  // Sent ahead, by these very words: policies ask about this family first (migration 0710).
  await reader.selectNoFrom(sql<string>`set_config('app.family', ${id}, true)`.as('about')).execute()
  const row = await lines(reader).where('e.id', '=', id).executeTakeFirst()
  const [found] = row ? await complete(reader, [row]) : []
  if (!found) throw new NotFound('No such family.')
  return found
}

/** What the partnership decided for a day: how long an agreement holds, and until when a closed family comes back as the same. */
export async function findPracticeRule(reader: Reader, today: Temporal.PlainDate) {
  return reader
    .selectFrom('casework.practice_rule')
    .select(['agreement_months as agreementMonths', 'reopen_days as reopenDays', 'source'])
    .where('starts_on', '<=', today)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}
