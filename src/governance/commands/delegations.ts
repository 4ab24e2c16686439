import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import { findScheme, holdsDelegation } from '../queries/delegations.ts'
import { findPostHolders } from '../queries/mailing-list.ts'
import { findAdoptedTerms } from '../queries/terms.ts'
import {
  type DelegationHolder,
  type DelegationRefusal,
  ownPowerBy,
  type ProposedDelegation,
  refuseDelegation,
  sameHolder,
} from '../rules/delegation-scheme.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

type Done = Promise<Result<{ readonly id: string }, FieldProblem>>

/** A delegation to be recorded in the scheme of a body. */
export interface NewDelegation extends ProposedDelegation {
  /** As the terms, or the list of functions held by law, name it. */
  readonly functionName: string
  readonly conditions: string
  readonly givenBy: string
  readonly decision: string | undefined
}

const constraints = {
  delegation_once: { field: 'to', code: 'delegation-known' },
  delegation_to_body_fkey: { field: 'to', code: 'choice-unknown' },
  delegation_to_person_fkey: { field: 'to', code: 'choice-unknown' },
  delegation_to_organisation_fkey: { field: 'to', code: 'choice-unknown' },
}

/** Records a delegation (G14). Problems: those of `refuseDelegation`, 'delegation-known'. @throws NotFound where what it rests on is not of this body. */
export async function addDelegation(db: Database, acting: Acting, input: NewDelegation): Done {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'delegation', verb: 'add', ties: { body: input.body } })
    const ground = await groundFor(tx, input)
    if (input.parent !== undefined && !ground.scheme.has(input.parent)) throw new NotFound()
    const [first, ...more] = refuseDelegation(input, ground).map(problemOf)
    if (first) return fail(first, ...more)
    const id = newId()
    await tx
      .insertInto('governance.delegation')
      .values({
        ...{ id, body: input.body, origin: input.origin, function_key: input.functionKey, function_name: input.functionName },
        ...{
          parent: input.parent ?? null,
          ...columnsOf(input.holder),
          may: input.may,
          limit_pence: input.limitPence === undefined ? null : BigInt(input.limitPence),
        },
        ...{ conditions: input.conditions, may_hand_on: input.mayHandOn, starts_on: input.startsOn, ends_on: input.endsOn ?? null },
        ...{ given_by: input.givenBy, decision: input.decision ?? null },
      })
      .execute()
    await record(tx, actor, 'delegation.given', 'delegation', id, input)
    return succeed({ id })
  })
}

async function groundFor(tx: Writer, { body, parent, holder, startsOn }: NewDelegation) {
  // Taken in the order of arrival, so that what is handed on cannot be revoked between the look and the writing.
  if (parent !== undefined)
    await tx.selectFrom('governance.delegation').select('id').where('id', '=', parent).where('body', '=', body).forUpdate().execute()
  const scheme = new Map((await findScheme(tx, body, startsOn)).map((one) => [one.id, one]))
  const isPosted = await postedFor(tx, holder, [...scheme.values()], startsOn)
  return {
    scheme,
    own: ownPowerBy(await findAdoptedTerms(tx, body)),
    isSame: (one: DelegationHolder, other: DelegationHolder) => sameHolder(one, other) || isPosted(one),
  }
}

/** Whether a holder further up is, on that day, the person who receives it now, or the other way round: a post and whoever holds it are one. */
async function postedFor(
  tx: Writer,
  holder: DelegationHolder,
  scheme: readonly { readonly id: string; readonly holder: DelegationHolder }[],
  day: Temporal.PlainDate,
): Promise<(one: DelegationHolder) => boolean> {
  const same: DelegationHolder[] = []
  if (holder.kind === 'person')
    for (const one of scheme)
      if (one.holder.kind === 'post' && (await holdsDelegation(tx, one.id, holder.person, day))) same.push(one.holder)
  if (holder.kind === 'post') {
    const people = await findPostHolders(tx, holder, day)
    for (const one of scheme) if (one.holder.kind === 'person' && people.includes(one.holder.person)) same.push(one.holder)
  }
  return (one) => same.includes(one)
}

function columnsOf(holder: DelegationHolder) {
  return {
    to_body: holder.kind === 'body' ? holder.body : null,
    to_person: holder.kind === 'person' ? holder.person : null,
    to_post: holder.kind === 'post' ? holder.title : '',
    to_organisation: holder.kind === 'post' ? (holder.organisation ?? null) : null,
  }
}

function problemOf({ field, code, day, pence, power }: DelegationRefusal): FieldProblem {
  const details = {
    ...(day === undefined ? {} : { day: dayInWords(day) }),
    ...(pence === undefined ? {} : { pence }),
    ...(power === undefined ? {} : { power }),
  }
  return Object.keys(details).length === 0 ? { field, code } : { field, code, details }
}

/** Which delegation, and the version that the form was made from. */
export interface RevokedDelegation {
  readonly id: string
  readonly body: string
  /** First day on which it no longer holds. */
  readonly revokedOn: Temporal.PlainDate
  /** By which decision, and why. */
  readonly because: string
  readonly version: number
}

/** Revokes a delegation; what was handed on from it rests on nothing from then. Problems: 'revoked-already', 'revoked-before-start', 'ended-before'. @throws Conflict */
export async function revokeDelegation(db: Database, acting: Acting, input: RevokedDelegation): Done {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'delegation', verb: 'revoke', ties: { body: input.body } })
    const before = await tx
      .selectFrom('governance.delegation')
      .selectAll()
      .where('id', '=', input.id)
      .where('body', '=', input.body)
      .forUpdate()
      .executeTakeFirst()
    if (before === undefined) throw new NotFound()
    if (before.revoked_on !== null)
      return fail({ field: 'revokedOn', code: 'revoked-already', details: { day: dayInWords(before.revoked_on) } })
    if (before.version !== input.version) throw new Conflict()
    const { id, revokedOn, because } = input
    if (Temporal.PlainDate.compare(revokedOn, before.starts_on) < 0) return fail({ field: 'revokedOn', code: 'revoked-before-start' })
    if (before.ends_on && Temporal.PlainDate.compare(revokedOn, before.ends_on) >= 0)
      return fail({ field: 'revokedOn', code: 'end-not-early' })
    await tx
      .updateTable('governance.delegation')
      .set({ revoked_on: revokedOn, revoked_because: because, version: before.version + 1 })
      .where('id', '=', id)
      .execute()
    await record(tx, actor, 'delegation.revoked', 'delegation', id, input)
    return succeed({ id })
  })
}
