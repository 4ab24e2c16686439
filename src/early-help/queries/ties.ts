import { sql } from 'kysely'
import type { Acting, Reader } from '#platform/database/session.ts'
import { Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type CaseworkRelation, mayIn } from '../rules/access.ts'

/** What somebody is towards early help as a whole, and towards one family where one is named. */
export interface CaseworkTies {
  readonly person: string
  /** Agencies for which they have a post today. */
  readonly agencies: readonly string[]
  /** Agencies whose practice they lead today. */
  readonly ledAgencies: readonly string[]
  readonly relations: ReadonlySet<CaseworkRelation>
}

const has = (ids: readonly string[], id: string | undefined): boolean => id !== undefined && ids.includes(id)

/** What whoever asks is, from the functions on which the policies themselves rest. @throws SignInNeeded */
export async function findTies(
  reader: Reader,
  acting: Acting,
  episode?: { readonly id: string; readonly area: string },
): Promise<CaseworkTies> {
  if (acting.actor === undefined) throw new SignInNeeded('Nobody is signed in.')
  const row = await reader
    .selectNoFrom([
      sql<string | null>`casework.me()`.as('person'),
      sql<boolean>`casework.is_administrator()`.as('administrator'),
      sql<string[]>`casework.my_agencies()`.as('agencies'),
      sql<string[]>`casework.my_localities()`.as('localities'),
      sql<string[]>`casework.my_episodes()`.as('read'),
      sql<string[]>`casework.my_kept()`.as('kept'),
      sql<string[]>`casework.my_proposed()`.as('proposed'),
      sql<boolean>`casework.may_approve_sharing()`.as('approves'),
      sql<string[]>`casework.my_broken()`.as('broken'),
      sql<string[]>`casework.my_supervised()`.as('supervised'),
      sql<string[]>`casework.my_led_agencies()`.as('led'),
    ])
    .executeTakeFirstOrThrow()
  const held: readonly (readonly [CaseworkRelation, boolean])[] = [
    ['practitioner', row.agencies.length > 0],
    ['organiser', row.localities.length > 0],
    ['agency-lead', row.led.length > 0],
    ['administrator', row.administrator],
    ['approver', row.approves],
    ['keeper', has(row.kept, episode?.id)],
    ['reader', has(row.read, episode?.id)],
    ['proposed', has(row.proposed, episode?.id)],
    ['breaker', has(row.broken, episode?.id)],
    ['supervisor', has(row.supervised, episode?.id)],
    ['co-ordinator', has(row.localities, episode?.area)],
  ]
  if (row.person === null) throw new Forbidden('Not for this person.')
  const relations = new Set(held.filter(([, holds]) => holds).map(([relation]) => relation))
  return { person: row.person, agencies: row.agencies, ledAgencies: row.led, relations }
}

/** Refuses what the matrix does not name for these ties. Of a family that one may not list nobody is told that it is here. @throws Forbidden, NotFound */
export function demandTie({ relations }: CaseworkTies, record: string, verb: string): void {
  if (mayIn(relations, record, verb)) return
  if (record === 'family' && !mayIn(relations, 'family', 'list') && !relations.has('approver')) throw new NotFound('No such family.')
  throw new Forbidden('Not for this person.')
}

/** An id from an address. @throws NotFound where it is none */
export function idOf(value: string): string {
  if (!isUuid(value)) throw new NotFound('No such family.')
  return value
}
