import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findBodiesServingFrom } from '../queries/area-bodies.ts'
import { type AreaRelation, refuseServing } from '../rules/area-nesting.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

type Day = Temporal.PlainDate
type Done = Promise<Result<{ readonly id: string }, FieldProblem>>
const isBefore = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0

/** A new area. */
export interface NewArea {
  readonly name: string
  readonly kind: string
  /** In a public list; '' where none is held. */
  readonly code: string
  /** Where it is written; '' where that is not recorded. */
  readonly source: string
  readonly startsOn: Day
  /** What it lies in; undefined where that is not recorded. */
  readonly within: string | undefined
}

const known = { field: 'name', code: 'area-known' } as const
const stillServed = { area_still_served: { field: 'endsOn', code: 'area-still-served' } }

/** Adds an area (G1). Problems: 'area-known' where one of that kind and name exists then, 'choice-unknown'. */
export async function addArea(db: Database, acting: Acting, input: NewArea): Done {
  return command(db, acting, { area_relation_other_fkey: { field: 'within', code: 'choice-unknown' } }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'area', verb: 'add' })
    const { name, kind, code, source, startsOn, within } = input
    if (await isKnown(tx, { kind, name }, startsOn)) return fail(known)
    const id = newId()
    await tx.insertInto('governance.area').values({ id, name, kind, code, source, starts_on: startsOn }).execute()
    if (within !== undefined)
      await tx.insertInto('governance.area_relation').values({ id: newId(), area: id, other: within, kind: 'within' }).execute()
    await record(tx, actor, 'area.added', 'area', id, input)
    return succeed({ id })
  })
}

async function isKnown(tx: Writer, { kind, name, id }: { kind: string; name: string; id?: string }, day: Day): Promise<boolean> {
  const row = await tx
    .selectFrom('governance.area')
    .select('id')
    .where('kind', '=', kind)
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', day)]))
    .$if(id !== undefined, (query) => query.where('id', '<>', id ?? ''))
    .executeTakeFirst()
  return row !== undefined
}

/** What changes about an area. */
export interface ChangedArea extends Omit<NewArea, 'startsOn' | 'within'> {
  readonly id: string
  readonly version: number
  /** First day of the new name; undefined corrects a slip, so that the old spelling is not kept. */
  readonly renamedOn: Day | undefined
  /** First day on which it no longer exists; undefined while it does. */
  readonly endsOn: Day | undefined
}

/**
 * Changes, renames or ends an area; a new name keeps the old one with its dates. Problems: 'area-known', 'renamed-too-early', 'in-the-future' for a
 * name that does not hold yet, 'ends-before-start', 'area-still-served' with the boards that serve it after its end. @throws NotFound, Conflict
 */
export async function changeArea(db: Database, acting: Acting, input: ChangedArea): Done {
  const overlap = { field: 'renamedOn', code: 'renamed-too-early' }
  return command(db, acting, { area_name_once: overlap, ...stillServed }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'area', verb: 'change' })
    const before = await tx.selectFrom('governance.area').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (before === undefined) throw new NotFound()
    if (before.version !== input.version) throw new Conflict()
    const { id, name, kind, code, source, endsOn, renamedOn } = input
    if (endsOn && !isBefore(before.starts_on, endsOn)) return fail({ field: 'endsOn', code: 'ends-before-start' })
    const serving = endsOn ? await findBodiesServingFrom(tx, id, endsOn) : []
    if (serving.length > 0) {
      const names = serving.map((body) => body.name).join(', ')
      return fail({ field: 'endsOn', code: 'area-still-served', details: { names } })
    }
    if (await isKnown(tx, { kind, name, id }, acting.today)) return fail(known)
    if (renamedOn && isBefore(acting.today, renamedOn)) return fail({ field: 'renamedOn', code: 'in-the-future' })
    if (renamedOn && name !== before.name && !(await keepName(tx, before, renamedOn))) return fail(overlap)
    await tx
      .updateTable('governance.area')
      .set({ name, kind, code, source, ends_on: endsOn ?? null, version: before.version + 1 })
      .where('id', '=', id)
      .execute()
    await record(tx, actor, 'area.changed', 'area', id, input)
    return succeed({ id })
  })
}

async function keepName(tx: Writer, old: { readonly id: string; readonly name: string; readonly starts_on: Day }, until: Day) {
  const last = await tx
    .selectFrom('governance.area_name')
    .select((select) => select.fn.max('ends_on').as('until'))
    .where('area', '=', old.id)
    .executeTakeFirst()
  const startsOn = last?.until ?? old.starts_on
  if (!isBefore(startsOn, until)) return false
  await tx.insertInto('governance.area_name').values({ area: old.id, name: old.name, starts_on: startsOn, ends_on: until }).execute()
  return true
}

const relationConstraints = {
  area_no_circle: { field: 'other', code: 'area-circle' },
  area_relation_once: { field: 'other', code: 'area-relation-known' },
  area_relation_other_fkey: { field: 'other', code: 'choice-unknown' },
}

/** Says how an area lies to another. Problems: 'area-itself', 'area-circle' where it would lie in itself by way of others, 'area-relation-known'. */
export async function relateAreas(
  db: Database,
  acting: Acting,
  input: { readonly area: string; readonly other: string; readonly kind: AreaRelation; readonly startsOn: Day | undefined },
): Done {
  return command(db, acting, relationConstraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'area', verb: 'change' })
    const { area, other, kind, startsOn } = input
    if (area === other) return fail({ field: 'other', code: 'area-itself' })
    const id = newId()
    await tx
      .insertInto('governance.area_relation')
      .values({ id, area, other, kind, starts_on: startsOn ?? null })
      .execute()
    await record(tx, actor, 'area.related', 'area', area, input)
    return succeed({ id })
  })
}

/** Says until when an area lay so to another. Problems: 'ends-before-start'. @throws NotFound */
export async function endAreaRelation(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly area: string; readonly endsOn: Day },
): Done {
  return command(db, acting, relationConstraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'area', verb: 'change' })
    const { id, area, endsOn } = input
    const before = await tx
      .selectFrom('governance.area_relation')
      .select('starts_on as startsOn')
      .where('id', '=', id)
      .where((where) => where.or([where('area', '=', area), where('other', '=', area)]))
      .forUpdate()
      .executeTakeFirst()
    if (before === undefined) throw new NotFound()
    if (before.startsOn && !isBefore(before.startsOn, endsOn)) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx.updateTable('governance.area_relation').set({ ends_on: endsOn }).where('id', '=', id).execute()
    await record(tx, actor, 'area.relation-ended', 'area', area, input)
    return succeed({ id })
  })
}

/** Which areas a body is to serve, and from when until when; `endsOn` undefined: no end. */
export interface GivenAreas {
  readonly body: string
  readonly areas: readonly string[]
  readonly startsOn: Day
  readonly endsOn: Day | undefined
}

/**
 * Gives a body one area or several (G1). Problems: 'areas-missing', 'choice-unknown', 'ends-before-start', 'before-area', 'after-area',
 * 'area-served-already'.
 */
export async function giveAreas(db: Database, acting: Acting, input: GivenAreas): Done {
  const constraints = { body_area_once: { field: 'areas', code: 'area-served-already', details: { name: '' } } }
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'body', verb: 'change' })
    const { body, areas, startsOn, endsOn } = input
    if (areas.length === 0) return fail({ field: 'areas', code: 'areas-missing' })
    const rows = await tx
      .selectFrom('governance.area')
      .select(['id', 'name', 'starts_on as startsOn', 'ends_on as endsOn'])
      .where('id', 'in', areas)
      .execute()
    if (rows.length !== areas.length) return fail({ field: 'areas', code: 'choice-unknown' })
    for (const { name, ...area } of rows) {
      const refusal = refuseServing({ startsOn: area.startsOn, endsOn: area.endsOn ?? undefined }, { startsOn, endsOn })
      const field = refusal === 'before-area' ? 'startsOn' : 'endsOn'
      if (refusal) return fail({ field, code: refusal, details: { name } })
      if (await servesThen(tx, input, area.id)) return fail({ field: 'areas', code: 'area-served-already', details: { name } })
    }
    const period = { starts_on: startsOn, ends_on: endsOn ?? null }
    await tx
      .insertInto('governance.body_area')
      .values(areas.map((area) => ({ body, area, ...period })))
      .execute()
    await record(tx, actor, 'body.areas-given', 'body', body, input)
    return succeed({ id: body })
  })
}

async function servesThen(tx: Writer, { body, startsOn, endsOn }: GivenAreas, area: string): Promise<boolean> {
  const row = await tx
    .selectFrom('governance.body_area')
    .select('body')
    .where('body', '=', body)
    .where('area', '=', area)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', startsOn)]))
    .$if(endsOn !== undefined, (query) => query.where('starts_on', '<', endsOn ?? startsOn))
    .executeTakeFirst()
  return row !== undefined
}

/** Says until when a body served an area: the last time that it did. Problems: 'ends-before-start', 'after-area'. @throws NotFound */
export async function endServing(
  db: Database,
  acting: Acting,
  input: { readonly body: string; readonly area: string; readonly endsOn: Day },
): Done {
  const constraints = { body_area_within_area: { field: 'endsOn', code: 'after-area', details: { name: '' } } }
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'body', verb: 'change' })
    const { body, area, endsOn } = input
    const last = await tx
      .selectFrom('governance.body_area')
      .select('starts_on as startsOn')
      .where('body', '=', body)
      .where('area', '=', area)
      .orderBy('starts_on', 'desc')
      .forUpdate()
      .executeTakeFirst()
    if (last === undefined) throw new NotFound()
    if (!isBefore(last.startsOn, endsOn)) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx
      .updateTable('governance.body_area')
      .set({ ends_on: endsOn })
      .where('body', '=', body)
      .where('area', '=', area)
      .where('starts_on', '=', last.startsOn)
      .execute()
    await record(tx, actor, 'body.area-ended', 'body', body, input)
    return succeed({ id: body })
  })
}
