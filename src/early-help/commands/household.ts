import type { Database } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AddressInput, ContactInput, EndInput, RelationshipInput, ShieldInput } from '../forms/people.ts'
import { findAddresses, findCodes, findRelationships, findShields } from '../queries/people.ts'
import { auditOf, lineOf, type OfMember, writeOf } from './people.ts'

type Needs = { readonly db: Database }

/** What of somebody has a first and a last day, and is ended by itself. */
export const endables = ['relationships', 'addresses', 'contacts', 'shields'] as const
/** One of them. */
export type Endable = (typeof endables)[number]
const tables = {
  relationships: 'casework.relationship',
  addresses: 'casework.address',
  contacts: 'casework.person_contact',
  shields: 'casework.address_shield',
} as const

/** Records what somebody is to somebody else of the family, at home or elsewhere, directed and dated (E1). */
export async function recordRelationship(
  needs: Needs,
  doer: Doer,
  of: OfMember,
  input: RelationshipInput,
): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async (looking) => {
    const { tx, family, member, members } = looking
    const { object, type, responsibility, livesWith, contactRestriction, source, startsOn } = input
    if (object === of.person || !members.some(({ id }) => id === object)) return fail({ field: 'object', code: 'choice-unknown' })
    if (responsibility === 'yes' && member.part === 'child') return fail({ field: 'responsibility', code: 'child-responsible' })
    if (!(await findCodes(tx, doer.today)).some(({ list, code }) => list === 'relationship' && code === type))
      return fail({ field: 'type', code: 'choice-unknown' })
    if (startsOn && Temporal.PlainDate.compare(startsOn, doer.today) > 0) return fail({ field: 'startsOn', code: 'in-the-future' })
    const held = (await findRelationships(tx, family.family)).some(
      (one) =>
        one.subject === of.person &&
        one.object === object &&
        one.type === type &&
        (!one.endsOn || !startsOn || Temporal.PlainDate.compare(one.endsOn, startsOn) > 0),
    )
    if (held) return fail({ field: 'type', code: 'related-already' })
    await tx
      .insertInto('casework.relationship')
      .values({
        ...{ ...lineOf(looking, doer), subject: of.person, object, type, responsibility, lives_with: livesWith, source },
        ...{ contact_restriction: contactRestriction ?? '', starts_on: startsOn ?? null },
      })
      .execute()
    await auditOf(tx, doer, 'relationship-recorded', of)
    return succeed(undefined)
  })
}

/** Records where somebody lives. A new place to live ends the one before on the day it begins; another address stands beside it. */
export async function recordAddress(needs: Needs, doer: Doer, of: OfMember, input: AddressInput): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async (looking) => {
    const { tx } = looking
    const { kind, lines, postcode, startsOn, source } = input
    if (startsOn && Temporal.PlainDate.compare(startsOn, doer.today) > 0) return fail({ field: 'startsOn', code: 'in-the-future' })
    const before = kind === 'other' ? [] : (await findAddresses(tx, [of.person])).filter((one) => one.kind !== 'other')
    const last = before.find(({ endsOn }) => endsOn === null)
    if (before.length > 0 && !startsOn) return fail({ field: 'startsOn', code: 'address-day' })
    if (startsOn && before.some((one) => [one.startsOn, one.endsOn].some((edge) => edge && Temporal.PlainDate.compare(edge, startsOn) > 0)))
      return fail({ field: 'startsOn', code: 'address-overlaps' })
    if (last?.startsOn && startsOn?.equals(last.startsOn)) return fail({ field: 'startsOn', code: 'address-overlaps' })
    if (last && startsOn)
      await tx
        .updateTable('casework.address')
        .set({ ends_on: startsOn, version: last.version + 1 })
        .where('id', '=', last.id)
        .execute()
    await tx
      .insertInto('casework.address')
      .values({
        ...lineOf(looking, doer),
        person: of.person,
        kind,
        lines: lines ?? '',
        postcode: postcode ?? '',
        starts_on: startsOn ?? null,
        source,
      })
      .execute()
    await auditOf(tx, doer, 'address-recorded', of)
    return succeed(undefined)
  })
}

/** Records how somebody is reached, and which school or place of work tells where they are; several may stand side by side (E1). */
export async function recordContact(needs: Needs, doer: Doer, of: OfMember, input: ContactInput): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async (looking) => {
    const { kind, value, startsOn, source } = input
    if (startsOn && Temporal.PlainDate.compare(startsOn, doer.today) > 0) return fail({ field: 'startsOn', code: 'in-the-future' })
    await looking.tx
      .insertInto('casework.person_contact')
      .values({ ...lineOf(looking, doer), person: of.person, kind, value, starts_on: startsOn ?? null, source })
      .execute()
    await auditOf(looking.tx, doer, 'contact-recorded', of)
    return succeed(undefined)
  })
}

/** From this day nothing made for the other person carries an address or a contact of this one, of before, of today or to come. */
export async function shieldFrom(
  needs: Needs,
  doer: Doer,
  of: OfMember,
  { shieldedFrom, because }: ShieldInput,
): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async (looking) => {
    const { tx, family, member, members } = looking
    const other = members.find(({ id }) => id === shieldedFrom)
    if (!other || other.keptAs === member.keptAs) return fail({ field: 'shieldedFrom', code: 'choice-unknown' })
    const stands = (await findShields(tx, family.family)).some(
      (one) =>
        one.person === of.person &&
        one.shieldedFrom === shieldedFrom &&
        (!one.endsOn || Temporal.PlainDate.compare(one.endsOn, doer.today) > 0),
    )
    if (stands) return fail({ field: 'shieldedFrom', code: 'shielded-already' })
    await tx
      .insertInto('casework.address_shield')
      .values({ ...lineOf(looking, doer), person: of.person, shielded_from: shieldedFrom, because, starts_on: doer.today })
      .execute()
    await auditOf(tx, doer, 'address-shielded', of)
    return succeed(undefined)
  })
}

/** Ends a relationship, an address or a shield on a day; the line stays. @throws Conflict where somebody else changed it first */
export async function endLine(
  needs: Needs,
  doer: Doer,
  of: OfMember & { readonly kind: Endable; readonly line: string },
  { endsOn, version }: EndInput,
): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async ({ tx }) => {
    if (Temporal.PlainDate.compare(endsOn, doer.today) > 0) return fail({ field: 'endsOn', code: 'in-the-future' })
    const owner = of.kind === 'relationships' ? 'subject' : 'person'
    const line = await tx
      .selectFrom(tables[of.kind])
      .select(['starts_on as startsOn', 'ends_on as endsOn'])
      .where('id', '=', of.line)
      .where(owner as 'id', '=', of.person)
      .executeTakeFirst()
    if (!line || line.endsOn) return fail({ field: '', code: 'ended-already' })
    if (line.startsOn && Temporal.PlainDate.compare(endsOn, line.startsOn) <= 0) return fail({ field: 'endsOn', code: 'before-it-began' })
    const { numUpdatedRows } = await tx
      .updateTable(tables[of.kind])
      .set({ ends_on: endsOn, version: version + 1 })
      .where('id', '=', of.line)
      .where('version', '=', version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
    await auditOf(tx, doer, `${of.kind}-ended`, of)
    return succeed(undefined)
  })
}
