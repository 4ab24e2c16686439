import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** A new organisation. */
export interface NewOrganisation {
  readonly name: string
  readonly sector: string
  readonly startsOn: Temporal.PlainDate
}

/** Adds an organisation (G1). Problems: 'organisation-known' where one of this name exists on that day. */
export async function addOrganisation(
  db: Database,
  acting: Acting,
  input: NewOrganisation,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'organisation', verb: 'add' })
    if (await isKnown(tx, input.name, input.startsOn)) return fail({ field: 'name', code: 'organisation-known' })
    const id = await enterOrganisation(tx, input)
    await record(tx, actor, 'organisation.added', 'organisation', id, input)
    return succeed({ id })
  })
}

/** Enters an organisation within the transaction of somebody who may: row-level security lets clerks and administrators add one. Its id. */
export async function enterOrganisation(tx: Writer, { name, sector, startsOn }: NewOrganisation): Promise<string> {
  const id = newId()
  await tx.insertInto('governance.organisation').values({ id, name, sector, starts_on: startsOn }).execute()
  return id
}

async function isKnown(tx: Writer, name: string, day: Temporal.PlainDate): Promise<boolean> {
  const row = await tx
    .selectFrom('governance.organisation')
    .select('id')
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', day)]))
    .executeTakeFirst()
  return row !== undefined
}

/** What changes about an organisation. */
export interface ChangedOrganisation {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly sector: string
  /** First day of the new name; undefined corrects a slip, so that the old spelling is not kept. */
  readonly renamedOn: Temporal.PlainDate | undefined
  /** First day on which it no longer exists; undefined while it does. */
  readonly endsOn: Temporal.PlainDate | undefined
}

/**
 * Changes an organisation; a new name keeps the old one with its dates. It ends by `recordSuccession` only; a day of an end can be put right.
 * Problems: 'renamed-too-early', 'in-the-future' for a name that does not hold yet, 'end-by-act', 'before-own-succession', 'ends-before-start'.
 */
export async function changeOrganisation(
  db: Database,
  acting: Acting,
  input: ChangedOrganisation,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const overlap = { field: 'renamedOn', code: 'renamed-too-early' }
  const succeeded = { field: 'endsOn', code: 'before-own-succession' }
  const constraints = { organisation_name_organisation_daterange_excl: overlap, organisation_dates_follow_succession: succeeded }
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'organisation', verb: 'change' })
    const before = await tx.selectFrom('governance.organisation').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (before === undefined) throw new NotFound()
    if (before.version !== input.version) throw new Conflict()
    if (input.endsOn && before.ends_on === null) return fail({ field: 'endsOn', code: 'end-by-act' })
    if (input.endsOn && Temporal.PlainDate.compare(input.endsOn, before.starts_on) <= 0)
      return fail({ field: 'endsOn', code: 'ends-before-start' })
    if (input.renamedOn && Temporal.PlainDate.compare(input.renamedOn, acting.today) > 0)
      return fail({ field: 'renamedOn', code: 'in-the-future' })
    if (input.renamedOn && input.name !== before.name) {
      const kept = await keepName(tx, { id: before.id, name: before.name, startsOn: before.starts_on }, input.renamedOn)
      if (!kept) return fail(overlap)
    }
    await tx
      .updateTable('governance.organisation')
      .set({ name: input.name, sector: input.sector, ends_on: input.endsOn ?? null, version: before.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'organisation.changed', 'organisation', input.id, input)
    return succeed({ id: input.id })
  })
}

async function keepName(
  tx: Writer,
  old: { readonly id: string; readonly name: string; readonly startsOn: Temporal.PlainDate },
  until: Temporal.PlainDate,
): Promise<boolean> {
  const last = await tx
    .selectFrom('governance.organisation_name')
    .select((select) => select.fn.max('ends_on').as('until'))
    .where('organisation', '=', old.id)
    .executeTakeFirst()
  const startsOn = last?.until ?? old.startsOn
  if (Temporal.PlainDate.compare(startsOn, until) >= 0) return false
  await tx
    .insertInto('governance.organisation_name')
    .values({ organisation: old.id, name: old.name, starts_on: startsOn, ends_on: until })
    .execute()
  return true
}
