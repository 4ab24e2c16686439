import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { ContentClass } from '../rules/access.ts'
import type { groundWords, purposeOfReadingWords, shieldReasonWords } from '../words/guard.ts'
import { findNames } from './names.ts'
import { findPosts } from './posts.ts'

/** Why it is withheld that a family is known here; undefined where it is not, or whoever asks does not look. */
export async function findFamilyShield(reader: Reader, family: string) {
  const row = await reader
    .selectFrom('casework.family_shield')
    .select(['id', 'reason', 'words', 'look_again_on as lookAgainOn', 'placed_by as placedBy', 'placed_at as placedAt', 'version'])
    .select(sql<string | null>`casework.holder_of(asks)`.as('asks'))
    .select('asks as post')
    .where('family', '=', family)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const changes = await reader
    .selectFrom('casework.shield_asked as c')
    .innerJoin('casework.post as p', 'p.id', 'c.asks')
    .leftJoin('casework.post as f', 'f.id', 'c.former')
    .select(['p.person as asks', 'f.person as former', 'c.because', 'c.changed_by as by', 'c.changed_at as at'])
    .where('c.shield', '=', row.id)
    .orderBy('c.changed_at', 'desc')
    .execute()
  const named = changes.flatMap(({ asks, former, by }) => [asks, former, by])
  const names = await findNames(reader, [row.placedBy, row.asks, ...named])
  return {
    ...row,
    changes: changes.map(({ asks, former, because, by, at }) => ({
      ...{ because, at, byName: names.get(by) ?? '', asksName: names.get(asks) ?? '', formerName: names.get(former ?? '') },
    })),
    reason: row.reason as keyof typeof shieldReasonWords,
    placedByName: names.get(row.placedBy) ?? '',
    asksName: names.get(row.asks ?? ''),
  }
}
/** Why it is withheld that a family is known here. */
export type FamilyShield = NonNullable<Awaited<ReturnType<typeof findFamilyShield>>>

/** Parts of a record that are held now, with who placed it and why. */
export async function findRestrictions(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.restriction')
    .select(['id', 'class', 'ground', 'words', 'placed_by as placedBy', 'placed_at as placedAt', 'version'])
    .where('episode', '=', episode)
    .where('lifted_at', 'is', null)
    .orderBy('placed_at')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ placedBy }) => placedBy),
  )
  return rows.map((row) => ({
    ...row,
    class: row.class as ContentClass,
    ground: row.ground as keyof typeof groundWords,
    placedByName: names.get(row.placedBy) ?? '',
  }))
}
/** A part of a record that is held. */
export type Restriction = Awaited<ReturnType<typeof findRestrictions>>[number]

/** Who read what is held, for which purpose; the latest first. */
export async function findHeldReadings(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.restricted_reading')
    .select(['person', 'purpose', 'words', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('episode', '=', episode)
    .orderBy('starts_at', 'desc')
    .limit(50)
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ person }) => person),
  )
  return rows.map((row) => ({ ...row, purpose: row.purpose as keyof typeof purposeOfReadingWords, name: names.get(row.person) ?? '' }))
}

/** Shields of families that one leads on which it is time to look again: ids alone. */
export async function findShieldsToLookAt(reader: Reader, today: Temporal.PlainDate) {
  return reader
    .selectFrom(sql<{ id: string; episode: string }>`casework.shields_to_look_at(${today.toString()}::date)`.as('shield'))
    .select(['shield.id', 'shield.episode'])
    .execute()
}

/** Who co-ordinates a locality today, or any of them: each with the post, the agency and the locality. */
export async function findCoordinators(reader: Reader, area: string | undefined, today: Temporal.PlainDate) {
  const posts = await findPosts(reader, today, { role: 'co-ordinator', area })
  const areas = await findNames(
    reader,
    posts.map((post) => post.area),
  )
  return posts.map((post) => ({ ...post, areaName: areas.get(post.area ?? '') ?? '' }))
}
/** Names of the localities without a co-ordinator today in which a request for help waits, for administrators and owners of information governance; none for others. */
export async function findUnheard(reader: Reader): Promise<readonly string[]> {
  const { areas } = await reader.selectNoFrom(sql<string[]>`casework.localities_unheard()`.as('areas')).executeTakeFirstOrThrow()
  return [...(await findNames(reader, areas)).values()].sort()
}
/** Somebody who co-ordinates. */
export type Coordinator = Awaited<ReturnType<typeof findCoordinators>>[number]

/** Families that are withheld, for whoever owns information governance: references and days, and whom one asks instead; no word of a family. None for anybody else. */
export async function listShields(reader: Reader) {
  const rows = await reader
    .selectFrom(
      sql<{
        id: string
        reference: string
        placed_at: Temporal.Instant
        look_again_on: Temporal.PlainDate
        asks_person: string | null
        version: number
      }>`casework.shields_standing()`.as('shield'),
    )
    .select(['shield.id', 'shield.reference', 'shield.placed_at as placedAt', 'shield.look_again_on as lookAgainOn'])
    .select(['shield.asks_person as asks', 'shield.version'])
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ asks }) => asks),
  )
  return rows.map((row) => ({ ...row, asksName: names.get(row.asks ?? '') }))
}
/** A family that is withheld. */
export type ShieldLine = Awaited<ReturnType<typeof listShields>>[number]

/** Posts of co-ordinators who could be asked instead about a family of which whoever owns information governance reads nothing; none for anybody else. */
export async function findWhoMayBeAsked(reader: Reader, shield: string, today: Temporal.PlainDate): Promise<readonly Coordinator[]> {
  const { ids } = await reader
    .selectNoFrom(sql<readonly string[]>`casework.may_be_asked(${shield}::uuid)`.as('ids'))
    .executeTakeFirstOrThrow()
  return (await findCoordinators(reader, undefined, today)).filter(({ id }) => ids.includes(id))
}
