import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** What a seat is (G5). */
export interface SeatFields {
  readonly name: string
  readonly category: string
  /** The group a quorum counts; empty for none. */
  readonly group: string
  readonly organisation: string | undefined
  readonly sector: string
  readonly voting: 'voting' | 'non_voting' | 'observer' | 'adviser' | 'invited'
  readonly places: number
  readonly statutoryRole: string
  readonly alternatives: readonly string[]
  readonly capacityRequired: string
  readonly byPost: boolean
  readonly mayAttendPrivate: boolean
  /** Keys of the functions on which it votes; empty: on everything. */
  readonly votesOn: readonly string[]
}

const constraints = {
  seat_body_key_daterange_excl: { field: 'name', code: 'seat-known' },
  seat_votes_on: { field: 'votesOn', code: 'votes-on-without-vote' },
  seat_organisation_fkey: { field: 'organisation', code: 'choice-unknown' },
}

function columns(fields: SeatFields) {
  return {
    name: fields.name,
    category: fields.category,
    group_key: fields.group,
    organisation: fields.organisation ?? null,
    sector: fields.sector,
    voting: fields.voting,
    places: fields.places,
    statutory_role: fields.statutoryRole,
    alternatives: [...fields.alternatives],
    capacity_required: fields.capacityRequired,
    by_post: fields.byPost,
    may_attend_private: fields.mayAttendPrivate,
    votes_on: [...fields.votesOn],
  }
}

/** The key of a seat from its name: small letters, figures and underscores, as in the terms document. */
export function seatKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60)
  return /^[a-z]/.test(plain) ? plain : `seat_${plain}`.slice(0, 60)
}

/** Adds a seat from a day on. Problems: 'seat-known' where the body has one of this name then. */
export async function addSeat(
  db: Database,
  acting: Acting,
  input: SeatFields & { readonly body: string; readonly startsOn: Temporal.PlainDate },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'seat', verb: 'add', ties: { body: input.body } })
    const id = newId()
    await insertSeat(tx, id, input)
    await record(tx, actor, 'seat.added', 'seat', id, input)
    return succeed({ id })
  })
}

/** Writes the row of a new seat, behind the seats that the body has. */
export async function insertSeat(
  tx: Writer,
  id: string,
  input: SeatFields & { readonly body: string; readonly startsOn: Temporal.PlainDate },
): Promise<void> {
  const last = await tx
    .selectFrom('governance.seat')
    .select((select) => select.fn.max('position').as('position'))
    .where('body', '=', input.body)
    .executeTakeFirst()
  const position = (last?.position ?? 0) + 1
  await tx
    .insertInto('governance.seat')
    .values({ id, body: input.body, key: seatKey(input.name), position, starts_on: input.startsOn, ...columns(input) })
    .execute()
}

/** Corrects a seat. Problems: 'places-filled' where a higher place is or will be filled. */
export async function changeSeat(
  db: Database,
  acting: Acting,
  input: SeatFields & { readonly id: string; readonly version: number },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const seat = await lockSeat(tx, input.id)
    const { actor } = await permit(tx, acting, { record: 'seat', verb: 'change', ties: { body: seat.body } })
    if (seat.version !== input.version) throw new Conflict()
    const highest = await highestPlace(tx, input.id, acting.today)
    if (highest > input.places) return fail({ field: 'places', code: 'places-filled', details: { place: highest } })
    await tx
      .updateTable('governance.seat')
      .set({ ...columns(input), version: seat.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'seat.changed', 'seat', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Ends a seat. Problems: 'seat-still-filled' where an appointment lasts beyond that day, 'ends-before-start'. */
export async function endSeat(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly version: number; readonly endsOn: Temporal.PlainDate },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const seat = await lockSeat(tx, input.id)
    const { actor } = await permit(tx, acting, { record: 'seat', verb: 'end', ties: { body: seat.body } })
    if (seat.version !== input.version) throw new Conflict()
    if (Temporal.PlainDate.compare(input.endsOn, seat.starts_on) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    const filled = await tx
      .selectFrom('governance.appointment')
      .select((select) => select.fn.countAll<bigint>().as('count'))
      .where('seat', '=', input.id)
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', input.endsOn)]))
      .executeTakeFirstOrThrow()
    if (filled.count > 0n) return fail({ field: 'endsOn', code: 'seat-still-filled', details: { count: Number(filled.count) } })
    await tx
      .updateTable('governance.seat')
      .set({ ends_on: input.endsOn, version: seat.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'seat.ended', 'seat', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Reads a seat so that nobody else changes it before this transaction ends. */
export async function lockSeat(tx: Writer, id: string) {
  const seat = await tx.selectFrom('governance.seat').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (seat === undefined) throw new NotFound()
  return seat
}

async function highestPlace(tx: Writer, seat: string, today: Temporal.PlainDate): Promise<number> {
  const row = await tx
    .selectFrom('governance.appointment')
    .select((select) => select.fn.max('place').as('place'))
    .where('seat', '=', seat)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .executeTakeFirst()
  return row?.place ?? 0
}
