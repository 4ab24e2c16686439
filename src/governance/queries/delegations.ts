import { type SqlBool, sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import {
  type DelegatedPower,
  type DelegationFacts,
  type DelegationHolder,
  type DelegationState,
  delegationStanding,
  limitOf,
  ownPowerBy,
} from '../rules/delegation-scheme.ts'
import type { RequestParty } from './requests.ts'
import { findAdoptedTerms } from './terms.ts'

/** Who holds a delegation, by name. */
export interface NamedHolder {
  readonly name: string
  /** Of a body. */
  readonly slug: string | undefined
  /** Of a person. */
  readonly person: string | undefined
  /** Of a post: the name of its organisation, '' for none. */
  readonly organisationName: string
  /** Of a post: who holds it on the day that was asked for. */
  readonly heldBy: readonly { readonly id: string; readonly name: string }[]
}

/** A delegation as it is recorded. */
export interface DelegationRecord extends DelegationFacts {
  /** Whose function it is. */
  readonly of: RequestParty
  readonly functionName: string
  readonly to: NamedHolder
  /** On which terms, in words; '' where none are recorded. */
  readonly conditions: string
  /** The decision that gave it, or the law, in words. */
  readonly givenBy: string
  /** The decision's record, where it is held here. */
  readonly decision: string | undefined
  readonly revokedBecause: string
  readonly version: number
  /** How it stands on the day that was asked for. */
  readonly state: DelegationState
  /** The most that one decision may commit, in pence, by it or by one above it; undefined where none names a sum. */
  readonly limit: number | undefined
  /** Who handed it on; undefined where the body gave it, or the law. */
  readonly giver: NamedHolder | undefined
}

type Named = Omit<DelegationRecord, 'state' | 'limit' | 'giver'>

function delegations(reader: Reader) {
  return reader
    .selectFrom('governance.delegation as d')
    .innerJoin('governance.body as b', 'b.id', 'd.body')
    .leftJoin('governance.body as t', 't.id', 'd.to_body')
    .leftJoin('governance.person as p', 'p.id', 'd.to_person')
    .leftJoin('governance.organisation as o', 'o.id', 'd.to_organisation')
    .selectAll('d')
    .select(['b.slug', 'b.name', 't.slug as toSlug', 't.name as toBodyName', 'p.name as personName', 'o.name as organisationName'])
    .orderBy('d.function_name')
    .orderBy('d.starts_on')
    .orderBy('d.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof delegations>['execute']>>[number]

/** Every delegation of a body's functions, whatever its dates, by function; posts with their holders on a day. */
export async function findScheme(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<readonly DelegationRecord[]> {
  const all = await named(reader, await delegations(reader).where('d.body', '=', body).execute(), onDay)
  if (all.length === 0) return []
  const scheme = new Map(all.map((one) => [one.id, one]))
  const own = ownPowerBy(await findAdoptedTerms(reader, body))
  return all.map((one) => ({
    ...one,
    state: delegationStanding(scheme, one.id, own, onDay),
    limit: limitOf(scheme, one.id),
    giver: one.parent === undefined ? undefined : scheme.get(one.parent)?.to,
  }))
}

/** Every delegation that other bodies gave to this one. */
export async function findHeldByBody(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<readonly DelegationRecord[]> {
  return held(reader, await delegations(reader).where('d.to_body', '=', body).execute(), onDay)
}

/** Every delegation that a person holds by name or by a post that the person holds on a day. */
export async function findHeldByPerson(reader: Reader, person: string, onDay: Temporal.PlainDate): Promise<readonly DelegationRecord[]> {
  const holds = sql<SqlBool>`governance.holds_delegation(d.id, ${person}::uuid, ${onDay.toString()}::date)`
  return held(reader, await delegations(reader).where(holds).execute(), onDay)
}

/** Read with the whole scheme that each stands in, because what is above decides how it stands. */
async function held(reader: Reader, rows: readonly Row[], onDay: Temporal.PlainDate): Promise<readonly DelegationRecord[]> {
  const wanted = new Set(rows.map(({ id }) => id))
  const found: DelegationRecord[] = []
  for (const body of new Set(rows.map(({ body }) => body))) found.push(...(await findScheme(reader, body, onDay)))
  return found.filter(({ id }) => wanted.has(id))
}

/** Whether a person holds a delegation on a day, by name or by a post. */
export async function holdsDelegation(reader: Reader, id: string, person: string, onDay: Temporal.PlainDate): Promise<boolean> {
  const { holds } = await reader
    .selectNoFrom(sql<boolean>`governance.holds_delegation(${id}::uuid, ${person}::uuid, ${onDay.toString()}::date)`.as('holds'))
    .executeTakeFirstOrThrow()
  return holds
}

async function named(reader: Reader, rows: readonly Row[], onDay: Temporal.PlainDate): Promise<readonly Named[]> {
  const titles = [...new Set(rows.map(({ to_post }) => to_post.toLowerCase()).filter((title) => title !== ''))]
  const holders =
    titles.length === 0
      ? []
      : await reader
          .selectFrom('governance.post as t')
          .innerJoin('governance.person as p', 'p.id', 't.person')
          .select(['p.id', 'p.name', 't.organisation', sql<string>`lower(t.title)`.as('title')])
          .where(sql<string>`lower(t.title)`, 'in', titles)
          .where(sql<SqlBool>`t.starts_on <= ${onDay.toString()}::date and (t.ends_on is null or ${onDay.toString()}::date < t.ends_on)`)
          .orderBy('p.name')
          .execute()
  return rows.map((row) => ({
    ...{ id: row.id, body: row.body, of: { id: row.body, slug: row.slug, name: row.name }, origin: row.origin as 'terms' | 'law' },
    ...{ functionKey: row.function_key, functionName: row.function_name, parent: row.parent ?? undefined },
    ...{ holder: holderOf(row), may: row.may as DelegatedPower, mayHandOn: row.may_hand_on },
    limitPence: row.limit_pence === null ? undefined : Number(row.limit_pence),
    ...{ startsOn: row.starts_on, endsOn: row.ends_on ?? undefined, revokedOn: row.revoked_on ?? undefined },
    ...{ conditions: row.conditions, givenBy: row.given_by, decision: row.decision ?? undefined },
    ...{ revokedBecause: row.revoked_because, version: row.version },
    to: {
      name: row.toBodyName ?? row.personName ?? row.to_post,
      slug: row.toSlug ?? undefined,
      person: row.to_person ?? undefined,
      organisationName: row.organisationName ?? '',
      heldBy: holders
        .filter(({ title, organisation }) => title === row.to_post.toLowerCase() && organisation === row.to_organisation)
        .map(({ id, name }) => ({ id, name })),
    },
  }))
}

function holderOf(row: Pick<Row, 'to_body' | 'to_person' | 'to_post' | 'to_organisation'>): DelegationHolder {
  if (row.to_body !== null) return { kind: 'body', body: row.to_body }
  if (row.to_person !== null) return { kind: 'person', person: row.to_person }
  return { kind: 'post', title: row.to_post, organisation: row.to_organisation ?? undefined }
}
