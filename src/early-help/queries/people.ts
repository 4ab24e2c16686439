import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type ContentClass, contentClasses } from '../rules/access.ts'
import { type Birth, birthOf } from '../rules/birth.ts'
import type { IdentifierKind } from '../rules/identifiers.ts'
import type {
  addressWords,
  enteredWords,
  FactKind,
  livesWithWords,
  nameWords,
  provenanceWords,
  responsibilityWords,
} from '../words/people.ts'

/** Somebody of a family with when they were born, and into whose record theirs was merged. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly part: 'child' | 'parent' | 'other'
  readonly birth: Birth
  readonly hasResponsibility: boolean
  readonly version: number
  /** The record that stands for both, where somebody was entered twice; else their own id. */
  readonly keptAs: string
}

/** Everybody of a family, children first; with whoever was entered twice. None where one may not read who belongs to it, or does not look. */
export async function findMembers(reader: Reader, family: string): Promise<readonly Member[]> {
  const rows = await reader
    .selectFrom('casework.person as p')
    .leftJoin('casework.person_merge as m', 'm.merged', 'p.id')
    .select(['p.id', 'p.name', 'p.part', 'p.has_responsibility as hasResponsibility', 'p.version', 'm.kept'])
    .select(['p.born_on as bornOn', 'p.due_on as dueOn', 'p.born_year as bornYear', 'p.born_month as bornMonth'])
    .where('p.family', '=', family)
    .orderBy((order) => order.case().when('p.part', '=', 'child').then(1).when('p.part', '=', 'parent').then(2).else(3).end())
    .orderBy((order) => order.fn.coalesce('p.born_on', 'p.due_on'))
    .orderBy('p.id')
    .execute()
  const into = new Map(rows.flatMap(({ id, kept }) => (kept === null ? [] : [[id, kept] as const])))
  const rootOf = (id: string): string => {
    const kept = into.get(id)
    return kept === undefined ? id : rootOf(kept)
  }
  return rows.map(({ kept: _, bornOn, dueOn, bornYear, bornMonth, ...row }) => ({
    ...row,
    part: row.part as Member['part'],
    birth: birthOf({ bornOn, dueOn, bornYear, bornMonth }),
    keptAs: rootOf(row.id),
  }))
}

/** Answers that can be chosen on a day, by list, in their order. */
export async function findCodes(reader: Reader, today: Temporal.PlainDate) {
  return reader
    .selectFrom('casework.code')
    .select(['list', 'code', 'label', 'source'])
    .where('starts_on', '<=', today)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .orderBy('list')
    .orderBy('sort')
    .orderBy('label')
    .execute()
}

/** Facts of people with the words of their codes, the latest of each kind first; earlier answers stand behind it. */
export async function findFacts(reader: Reader, people: readonly string[]) {
  if (people.length === 0) return []
  const rows = await reader
    .selectFrom('casework.person_fact as f')
    .leftJoin('casework.code as c', (join) => join.onRef('c.list', '=', 'f.kind').onRef('c.code', '=', 'f.code'))
    .select(['f.id', 'f.episode', 'f.person', 'f.kind', 'f.standing', 'f.code', 'c.label', 'f.words', 'f.source', 'f.known_on as knownOn'])
    .where('f.person', 'in', people)
    .orderBy('f.known_on', 'desc')
    .orderBy('f.entered_at', 'desc')
    .orderBy('f.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as FactKind, standing: row.standing as 'answered' | 'not-asked' | 'declined' }))
}

/** Names that people had or go by besides their present one, the latest first. */
export async function findOtherNames(reader: Reader, people: readonly string[]) {
  if (people.length === 0) return []
  const rows = await reader
    .selectFrom('casework.person_name')
    .select(['person', 'kind', 'name', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('person', 'in', people)
    .orderBy('entered_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as keyof typeof nameWords }))
}

/** Identifiers of people, the latest first. */
export async function findIdentifiers(reader: Reader, people: readonly string[]) {
  if (people.length === 0) return []
  const rows = await reader
    .selectFrom('casework.person_identifier')
    .select(['person', 'kind', 'value', 'provenance', 'known_on as knownOn'])
    .where('person', 'in', people)
    .orderBy('entered_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as IdentifierKind, provenance: row.provenance as keyof typeof provenanceWords }))
}

/** Who is what to whom in a family, today's first. */
export async function findRelationships(reader: Reader, family: string) {
  const rows = await reader
    .selectFrom('casework.relationship as r')
    .innerJoin('casework.code as c', (join) => join.onRef('c.list', '=', 'r.list').onRef('c.code', '=', 'r.type'))
    .select([
      'r.id',
      'r.subject',
      'r.object',
      'r.type',
      'c.label',
      'r.responsibility',
      'r.lives_with as livesWith',
      'r.source',
      'r.version',
    ])
    .select(['r.contact_restriction as contactRestriction', 'r.starts_on as startsOn', 'r.ends_on as endsOn'])
    .where('r.family', '=', family)
    .orderBy('r.ends_on', (order) => order.desc().nullsFirst())
    .orderBy('r.entered_at')
    .execute()
  return rows.map((row) => ({
    ...row,
    responsibility: row.responsibility as keyof typeof responsibilityWords,
    livesWith: row.livesWith as keyof typeof livesWithWords,
  }))
}

/** Every address of people as whoever works with the family sees it, today's first. For anybody of the family use `addressesFor`. */
export async function findAddresses(reader: Reader, people: readonly string[]) {
  if (people.length === 0) return []
  const rows = await reader
    .selectFrom('casework.address')
    .select(['id', 'person', 'kind', 'lines', 'postcode', 'starts_on as startsOn', 'ends_on as endsOn', 'source', 'version'])
    .where('person', 'in', people)
    .orderBy('ends_on', (order) => order.desc().nullsFirst())
    .orderBy('starts_on', (order) => order.desc().nullsLast())
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as keyof typeof addressWords }))
}

/** From whom addresses of a family are withheld, with those that ended. */
export async function findShields(reader: Reader, family: string) {
  return reader
    .selectFrom('casework.address_shield')
    .select(['id', 'person', 'shielded_from as shieldedFrom', 'because', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .where('family', '=', family)
    .orderBy('starts_on')
    .execute()
}

/** Who was entered twice, and why somebody said so. */
export async function findMerges(reader: Reader, family: string) {
  return reader
    .selectFrom('casework.person_merge')
    .select(['id', 'kept', 'merged', 'because', 'entered_by as by', 'entered_at as at'])
    .where('family', '=', family)
    .execute()
}

/** Who was read as one by mistake, from when to when, and how many lines were entered meanwhile of whoever was kept; the latest first. */
export async function findUnmerges(reader: Reader, family: string) {
  return reader
    .selectFrom('casework.person_unmerge')
    .select(['kept', 'merged', 'because', 'merged_at as mergedAt', 'entered_at as at', 'added_since as addedSince'])
    .where('family', '=', family)
    .orderBy('entered_at', 'desc')
    .execute()
}

/** How many lines of each kind were entered of somebody since a moment, as far as one may read who belongs to the family. */
export async function findEnteredSince(reader: Reader, episode: string, person: string, since: Temporal.Instant) {
  return reader
    .selectFrom(
      sql<{
        kind: keyof typeof enteredWords
        lines: number
      }>`casework.entered_since(${episode}::uuid, ${person}::uuid, ${since.toString()}::timestamptz)`.as('since'),
    )
    .select(['kind', 'lines'])
    .execute()
}

/** An address as a recipient may be shown it. */
export interface ShownAddress {
  readonly id: string
  readonly person: string
  readonly kind: keyof typeof addressWords
  /** '' only of 'no fixed address'. */
  readonly lines: string
  readonly postcode: string
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
}

/**
 * The addresses of a family that a page, a letter or a print made for one recipient may carry, latest first: the only way to addresses for whatever leaves the house.
 * Never one of somebody who is shielded from the recipient today, nor one that names the same place, under whichever record either of the two was entered
 * (merged records count as one person; shields of earlier episodes count). A recipient who is nobody of this family, or undefined, is shown none that is
 * shielded from anybody. The recipient's own address is left out as well where it names a shielded place: a wrong entry must not tell it.
 * Empty for whoever may not read who belongs to the family, or has not said in this transaction that they look (`lookAt`); no errors.
 * Source: requirements E1 and E12, handbook of early help 1.1 (a letter once told two parents each other's address); `casework.addresses_for`, migration 0517.
 * @param episode - the episode whose addresses are wanted
 * @param recipient - id of the person of the family for whom it is made; undefined for anybody else
 */
export async function addressesFor(reader: Reader, episode: string, recipient: string | undefined): Promise<readonly ShownAddress[]> {
  return reader
    .selectFrom(
      sql<{
        id: string
        person: string
        kind: ShownAddress['kind']
        lines: string
        postcode: string
        starts_on: Temporal.PlainDate | null
        ends_on: Temporal.PlainDate | null
      }>`casework.addresses_for(${episode}::uuid, ${recipient ?? null}::uuid)`.as('shown'),
    )
    .select(['id', 'person', 'kind', 'lines', 'postcode', 'starts_on as startsOn', 'ends_on as endsOn'])
    .execute()
}

/** Whether whoever looks in this transaction may read one class of a family's record. */
export async function isOpen(reader: Reader, episode: string, asked: 'family' | 'voice'): Promise<boolean> {
  const { open } = await reader
    .selectNoFrom(sql<boolean>`${episode}::uuid = any (casework.open_now(${asked}))`.as('open'))
    .executeTakeFirstOrThrow()
  return open
}

/** The classes of a family's record that whoever looks in this transaction may read, by whatever opens them to them. */
export async function findOpenClasses(reader: Reader, episode: string): Promise<ReadonlySet<ContentClass>> {
  const { open } = await reader
    .selectNoFrom(
      sql<
        readonly ContentClass[]
      >`array(select k from unnest(${[...contentClasses]}::text[]) k where ${episode}::uuid = any (casework.open_now(k)))`.as('open'),
    )
    .executeTakeFirstOrThrow()
  return new Set(open)
}
