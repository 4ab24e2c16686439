import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findTermsInForce } from '../queries/terms.ts'
import type { deputyBases } from '../rules/choices.ts'
import { judgeDeputy } from '../rules/deputy.ts'
import { permit } from './permit.ts'
import { lockSeat } from './seats.ts'
import { command, record } from './write-record.ts'

/** Somebody who is to sit in for a place (G7). */
export interface NewDeputy {
  readonly seat: string
  readonly place: number
  readonly person: string
  readonly basis: (typeof deputyBases)[number]
  readonly mayDecide: boolean
  /** The chair who agreed; undefined where nobody did. */
  readonly agreedBy: string | undefined
  /** When the core members were told; undefined where they were not. */
  readonly membersToldOn: Temporal.PlainDate | undefined
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined while it is open. */
  readonly endsOn: Temporal.PlainDate | undefined
}

const constraints = {
  deputy_authorisation_person_fkey: { field: 'person', code: 'choice-unknown' },
  deputy_authorisation_agreed_by_fkey: { field: 'agreedBy', code: 'choice-unknown' },
}

/**
 * Authorises a deputy where the terms of the day allow it (G7).
 * Problems: those of rules/deputy.ts, on the field they are about; 'deputy-known', 'no-such-place', 'ends-before-start'.
 */
export async function authoriseDeputy(
  db: Database,
  acting: Acting,
  input: NewDeputy,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const seat = await lockSeat(tx, input.seat)
    const { actor } = await permit(tx, acting, { record: 'deputy-authorisation', verb: 'add', ties: { body: seat.body } })
    if (input.place > seat.places) return fail({ field: 'place', code: 'no-such-place', details: { places: seat.places } })
    if (input.endsOn && Temporal.PlainDate.compare(input.endsOn, input.startsOn) <= 0)
      return fail({ field: 'endsOn', code: 'ends-before-start' })
    const [first, ...more] = [...(await alreadyDeputy(tx, input)), ...(await problemsOfRule(tx, seat.body, input))]
    if (first) return fail(first, ...more)
    const id = newId()
    await insertDeputy(tx, id, input)
    await record(tx, actor, 'deputy.authorised', 'deputy-authorisation', id, input)
    return succeed({ id })
  })
}

/** Writes the row of a deputy's authorisation. */
export async function insertDeputy(tx: Writer, id: string, input: NewDeputy): Promise<void> {
  await tx
    .insertInto('governance.deputy_authorisation')
    .values({
      id,
      seat: input.seat,
      place: input.place,
      person: input.person,
      basis: input.basis,
      may_decide: input.mayDecide,
      agreed_by: input.agreedBy ?? null,
      members_told_on: input.membersToldOn ?? null,
      starts_on: input.startsOn,
      ends_on: input.endsOn ?? null,
    })
    .execute()
}

async function alreadyDeputy(tx: Writer, input: NewDeputy): Promise<readonly FieldProblem[]> {
  const same = await tx
    .selectFrom('governance.deputy_authorisation')
    .select('id')
    .where('seat', '=', input.seat)
    .where('place', '=', input.place)
    .where('person', '=', input.person)
    .where('meeting', 'is', null)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', input.startsOn)]))
    .executeTakeFirst()
  return same ? [{ field: 'person', code: 'deputy-known' }] : []
}

const fieldOf: Readonly<Record<string, string>> = {
  'deputies-forbidden': '',
  'not-a-named-substitute': 'basis',
  'chair-has-not-agreed': 'agreedBy',
  'members-not-told': 'membersToldOn',
  'not-nominated': 'basis',
  'sits-elsewhere': 'person',
}

async function problemsOfRule(tx: Writer, body: string, input: NewDeputy): Promise<readonly FieldProblem[]> {
  const terms = await findTermsInForce(tx, body, input.startsOn)
  const seated = await tx
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .select('a.id')
    .where('s.body', '=', body)
    .where('a.person', '=', input.person)
    .where('a.starts_on', '<=', input.startsOn)
    .where((where) => where.or([where('a.ends_on', 'is', null), where('a.ends_on', '>', input.startsOn)]))
    .executeTakeFirst()
  const { problems } = judgeDeputy(terms?.deputies.value ?? null, {
    namedSubstitute: input.basis === 'named',
    agreedByChair: input.agreedBy !== undefined,
    coreMembersTold: input.membersToldOn !== undefined,
    nominatedByMember: input.basis === 'nominated' || input.basis === 'delegated_authority',
    mayDecide: input.mayDecide,
    memberPresent: false,
    sitsElsewhere: seated !== undefined,
  })
  return problems.map((code) => ({ field: fieldOf[code] ?? '', code }))
}

/** Ends a deputy's authorisation. Problems: 'ends-before-start'. */
export async function endDeputy(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly endsOn: Temporal.PlainDate },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const before = await tx
      .selectFrom('governance.deputy_authorisation as d')
      .innerJoin('governance.seat as s', 's.id', 'd.seat')
      .select(['d.starts_on as startsOn', 's.body'])
      .where('d.id', '=', input.id)
      .forUpdate('d')
      .executeTakeFirst()
    if (before === undefined) throw new NotFound()
    const { actor } = await permit(tx, acting, { record: 'deputy-authorisation', verb: 'end', ties: { body: before.body } })
    if (Temporal.PlainDate.compare(input.endsOn, before.startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx.updateTable('governance.deputy_authorisation').set({ ends_on: input.endsOn }).where('id', '=', input.id).execute()
    await record(tx, actor, 'deputy.ended', 'deputy-authorisation', input.id, input)
    return succeed({ id: input.id })
  })
}
