import { newId } from '#platform/database/ids.ts'
import type { Acting, ActorId, Database, Writer } from '#platform/database/session.ts'
import { Conflict, Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findStanding } from '../queries/standing.ts'
import type { interestKinds, OutsideKind } from '../rules/choices.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** What somebody declares. */
export interface InterestFields {
  readonly kind: (typeof interestKinds)[number]
  readonly nature: string
  /** What a membership elsewhere is of; undefined for other kinds of interest. */
  readonly outsideKind: OutsideKind | undefined
  readonly sensitive: boolean
  /** Since when it has been held. */
  readonly startsOn: Temporal.PlainDate
}

/** The person who acts and may keep an own register. @throws SignInNeeded, Forbidden where no person stands behind the account. */
async function declarer(tx: Writer, acting: Acting): Promise<{ readonly actor: ActorId; readonly person: string }> {
  if (acting.actor === undefined) throw new SignInNeeded()
  const { person } = await findStanding(tx, acting)
  if (person === undefined) throw new Forbidden()
  return { actor: acting.actor, person: person.id }
}

/** Adds an entry to one's own register, at any time. Problems: 'in-the-future'. */
export async function declareInterest(
  db: Database,
  acting: Acting,
  input: InterestFields,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor, person } = await declarer(tx, acting)
    if (Temporal.PlainDate.compare(input.startsOn, acting.today) > 0) return fail({ field: 'startsOn', code: 'in-the-future' })
    const id = newId()
    await tx
      .insertInto('governance.interest')
      .values({
        id,
        person,
        kind: input.kind,
        nature: input.nature,
        outside_kind: outsideOf(input),
        sensitive: input.sensitive,
        declared_on: acting.today,
        starts_on: input.startsOn,
      })
      .execute()
    await record(tx, actor, 'interest.declared', 'interest', id, input)
    return succeed({ id })
  })
}

/** Only of a membership is said what it is of, whatever else a form holds. */
const outsideOf = ({ kind, outsideKind }: InterestFields): string => (kind === 'other_membership' ? (outsideKind ?? 'other') : '')

/** Amends an entry of one's own. */
export async function amendInterest(
  db: Database,
  acting: Acting,
  input: InterestFields & { readonly id: string; readonly version: number },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor, version } = await lockOwn(tx, acting, input, 'change')
    if (Temporal.PlainDate.compare(input.startsOn, acting.today) > 0) return fail({ field: 'startsOn', code: 'in-the-future' })
    await tx
      .updateTable('governance.interest')
      .set({
        ...{ kind: input.kind, nature: input.nature, outside_kind: outsideOf(input), sensitive: input.sensitive },
        ...{ starts_on: input.startsOn, version: version + 1 },
      })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'interest.amended', 'interest', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Ends an entry of one's own: it leaves the register from that day, and its history stays. Problems: 'ends-before-start'. */
export async function endInterest(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly version: number; readonly endsOn: Temporal.PlainDate },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor, version, startsOn } = await lockOwn(tx, acting, input, 'end')
    if (Temporal.PlainDate.compare(input.endsOn, startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx
      .updateTable('governance.interest')
      .set({ ends_on: input.endsOn, version: version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'interest.ended', 'interest', input.id, input)
    return succeed({ id: input.id })
  })
}

/**
 * Confirms that one's register is right today (the yearly review of G13), also where nothing stands in it; hands back how many entries were confirmed.
 * Twice on one day is once.
 */
export async function reviewInterests(db: Database, acting: Acting): Promise<Result<{ readonly confirmed: number }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor, person } = await declarer(tx, acting)
    const rows = await tx
      .updateTable('governance.interest')
      .set((set) => ({ reviewed_on: acting.today, version: set('version', '+', 1) }))
      .where('person', '=', person)
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', acting.today)]))
      .returning('id')
      .execute()
    await tx
      .insertInto('governance.register_review')
      .values({ person, reviewed_on: acting.today, entries: rows.length })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await record(tx, actor, 'interests.reviewed', 'person', person, { on: acting.today, entries: rows.map(({ id }) => id) })
    return succeed({ confirmed: rows.length })
  })
}

async function lockOwn(tx: Writer, acting: Acting, input: { readonly id: string; readonly version: number }, verb: string) {
  const before = await tx.selectFrom('governance.interest').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (before === undefined) throw new NotFound()
  const state = before.sensitive ? 'sensitive' : 'public'
  const { actor } = await permit(tx, acting, { record: 'interest', state, verb, ties: { about: before.person } })
  const locked = await tx.selectFrom('governance.interest').select('version').where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (locked?.version !== input.version) throw new Conflict()
  return { actor, version: locked.version, startsOn: before.starts_on }
}
