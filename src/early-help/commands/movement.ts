import { createHash, randomBytes } from 'node:crypto'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChannelInput, DecideInput, DisputeInput, ProposeInput, SettlementInput } from '../forms/movement.ts'
import { familyPaths } from '../paths.ts'
import { findStands } from '../queries/disagreements.ts'
import { findFamily } from '../queries/families.ts'
import { findTransition, type TransitionLine } from '../queries/movement.ts'
import { findNames } from '../queries/names.ts'
import { listTiers } from '../queries/tiers.ts'
import { type CaseworkTies, demandTie, findTies } from '../queries/ties.ts'
import { isObjectedTo } from '../rules/agreement.ts'
import { lookAt } from './look.ts'
import { type TellNeeds, tell, tellPerson } from './tell.ts'

type Needs = { readonly db: Database }

/** A transaction that has said that it looks at a transition, by whoever sent it or received it. */
export interface Moving {
  readonly tx: Writer
  readonly transition: TransitionLine
  readonly ties: CaseworkTies
}

/**
 * Looks at one transition. Whoever received it sees this one and nothing else of the family; their look stands in the family's list as every other.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export async function lookAtTransition<Value>(
  db: Database,
  doer: Doer,
  look: { readonly id: string; readonly verb: string },
  work: (moving: Moving) => Promise<Value>,
): Promise<Value> {
  return writeAs(db, doer, async (tx) => {
    await findTies(tx, doer)
    const transition = await findTransition(tx, look.id, doer.today)
    const family = await findFamily(tx, transition.episode).catch((error: unknown) => {
      if (error instanceof NotFound) return undefined
      throw error
    })
    const found = await findTies(tx, doer, family)
    const isReceiver = transition.target !== null && transition.sentAt !== null && found.agencies.includes(transition.target)
    const ties = isReceiver ? { ...found, relations: new Set([...found.relations, 'receiver' as const]) } : found
    demandTie(ties, 'transition', look.verb)
    const what = look.verb === 'read' ? 'page' : 'change'
    await tx
      .insertInto('casework.look')
      .values({ id: newId(), episode: transition.episode, person: ties.person, organisation: ties.agencies[0] ?? null, what, at: doer.now })
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: `family.looked-${what}`, subjectType: 'family', subject: transition.episode },
      content: `transition ${look.verb}`,
    })
    return work({ tx, transition, ties })
  })
}

/** Proposes that a family moves. Nothing has moved by that, and nobody outside reads it until it is sent (E5). */
export async function proposeTransition(
  needs: Needs,
  doer: Doer,
  episode: string,
  input: ProposeInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return lookAt(needs.db, doer, episode, 'move', async ({ tx, family, ties }) => {
    if (family.closedOn) return fail({ field: '', code: 'closed-already' })
    if (Temporal.PlainDate.compare(input.proposedOn, doer.today) > 0) return fail({ field: 'proposedOn', code: 'in-the-future' })
    if (input.toTier !== undefined && !(await listTiers(tx, doer.today)).some(({ code }) => code === input.toTier))
      return fail({ field: 'toTier', code: 'choice-unknown' })
    if (input.agrees === 'yes' && isObjectedTo(await findStands(tx, episode), input.target))
      return fail({ field: 'agrees', code: 'somebody-objects' })
    const id = newId()
    const { kind, target, targetName, toTier, agrees, withoutBecause, proposedOn, words } = input
    const name = (await findNames(tx, [ties.person])).get(ties.person) ?? ''
    // A family that comes from another area was handed over before it is written down here.
    const arrived = {
      ...{ sent_at: doer.now, channel: 'paper', received_at: doer.now, decision: 'accepted', decided_at: doer.now },
      ...{ decided_by: ties.person, decided_name: name },
    }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.transition')
      .values({
        ...{
          id,
          episode,
          kind,
          target: target ?? null,
          target_name: targetName ?? '',
          to_tier: toTier ?? null,
          is_agreed: agrees === 'yes',
        },
        ...{
          without_because: agrees === 'yes' ? '' : (withoutBecause ?? ''),
          proposed_on: proposedOn,
          entered_by: ties.person,
          entered_at: doer.now,
        },
        ...(kind === 'transfer-in' && target === undefined ? arrived : {}),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'kind', code: 'under-way-already' })
    await tx.insertInto('casework.transition_words').values({ transition: id, episode, words, entered_by: ties.person }).execute()
    await appendAudit(tx, { actor: doer.actor, act: 'family.move-proposed', subjectType: 'family', subject: episode, content: id })
    return succeed({ id })
  })
}

async function change(tx: Writer, { id, version }: TransitionLine, set: Readonly<Record<string, unknown>>): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('casework.transition')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
}

const note = (tx: Writer, doer: Doer, { id, episode }: TransitionLine, act: string): Promise<void> =>
  appendAudit(tx, { actor: doer.actor, act: `family.move-${act}`, subjectType: 'family', subject: episode, content: id })

/** SHA-256 of a token, a code or a key: what is kept of them. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest()

/** Sends a transition: to people who sign in here, by a link that expires, or on paper. The mail names no family (E5). */
export async function sendTransition(
  needs: Needs & TellNeeds,
  doer: Doer,
  id: string,
  input: ChannelInput | undefined,
): Promise<Result<void, FieldProblem>> {
  return lookAtTransition(needs.db, doer, { id, verb: 'send' }, async ({ tx, transition, ties }) => {
    if (transition.stage !== 'proposed') return fail({ field: '', code: 'sent-already' })
    if ((await findFamily(tx, transition.episode)).closedOn) return fail({ field: '', code: 'closed-already' })
    if (transition.isAgreed && isObjectedTo(await findStands(tx, transition.episode), transition.target ?? undefined))
      return fail({ field: '', code: 'somebody-objects' })
    const channel = transition.target === null ? (input?.channel ?? 'paper') : 'here'
    if (channel === 'link' && input?.mail !== undefined) {
      const token = randomBytes(24).toString('base64url')
      const { days } = await tx
        .selectFrom('casework.movement_rule')
        .select('link_days as days')
        .where('starts_on', '<=', doer.today)
        .orderBy('starts_on', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('casework.transition_link')
        .values({
          ...{ id: newId(), transition: id, digest: digestOf(token), mail: input.mail, made_by: ties.person, made_at: doer.now },
          expires_at: doer.now.add({ hours: 24 * days }),
        })
        .execute()
      await tell(needs, tx, {
        to: input.mail,
        subject: 'An early help partnership asks for your answer',
        text: `Something has been sent to you to read and to answer. This mail names nobody, on purpose.\n\nOpen it here within ${days} days: ${new URL(familyPaths.outside(token), needs.publicUrl)}\n\nThe page sends a code to this address, which works once. If you did not expect this, ask the sender by telephone.\n`,
      })
    }
    await change(tx, transition, { sent_at: doer.now, channel })
    await note(tx, doer, transition, 'sent')
    return succeed(undefined)
  })
}

/** Says that it has arrived; the clock of the answer runs from then. */
export async function receiveTransition(needs: Needs, doer: Doer, id: string): Promise<Result<void, FieldProblem>> {
  return lookAtTransition(needs.db, doer, { id, verb: 'answer' }, async ({ tx, transition }) => {
    if (transition.stage !== 'sent') return fail({ field: '', code: 'not-to-receive' })
    await change(tx, transition, { received_at: doer.now })
    await note(tx, doer, transition, 'received')
    return succeed(undefined)
  })
}

/** Answers a transition: by who received it here, or written down by who sent it on paper. A step-up counts from here, and not before (E5). */
export async function decideTransition(
  needs: Needs & TellNeeds,
  doer: Doer,
  id: string,
  input: DecideInput,
): Promise<Result<void, FieldProblem>> {
  return lookAtTransition(needs.db, doer, { id, verb: 'decide' }, async ({ tx, transition, ties }) => {
    if (transition.stage !== 'sent' && transition.stage !== 'received') return fail({ field: '', code: 'move-answered' })
    if (transition.target !== null && !ties.relations.has('receiver')) return fail({ field: '', code: 'receiver-answers' })
    const received = transition.receivedAt ?? doer.now
    await change(tx, transition, {
      ...{ received_at: received, decision: input.decision, decided_at: doer.now, decided_by: ties.person },
      ...{ decided_name: input.name, reason: input.reason ?? '' },
    })
    await note(tx, doer, transition, input.decision)
    if (transition.enteredBy !== ties.person)
      await tellPerson(needs, tx, transition.enteredBy, {
        subject: 'A transition that you sent was answered',
        path: familyPaths.movement(id),
      })
    return succeed(undefined)
  })
}

/** Takes back what was sent and not answered. */
export async function withdrawTransition(needs: Needs, doer: Doer, id: string): Promise<Result<void, FieldProblem>> {
  return lookAtTransition(needs.db, doer, { id, verb: 'send' }, async ({ tx, transition }) => {
    if (transition.stage !== 'sent' && transition.stage !== 'received') return fail({ field: '', code: 'move-answered' })
    await change(tx, transition, { withdrawn_at: doer.now })
    await note(tx, doer, transition, 'withdrawn')
    return succeed(undefined)
  })
}

/** The two sides disagree: says why, and it goes the way that the partnership has settled; or writes down how it was settled. Whoever answered, and whoever referred, is told. */
export async function disputeTransition(
  needs: Needs & TellNeeds,
  doer: Doer,
  id: string,
  input: DisputeInput | SettlementInput,
): Promise<Result<void, FieldProblem>> {
  return lookAtTransition(needs.db, doer, { id, verb: 'send' }, async ({ tx, transition, ties }) => {
    const settles = 'settlement' in input
    if (transition.stage !== 'returned' && transition.stage !== 'declined') return fail({ field: '', code: 'nothing-to-dispute' })
    if (settles !== (transition.disputedAt !== null) || transition.settledAt !== null)
      return fail({ field: '', code: 'nothing-to-dispute' })
    await change(
      tx,
      transition,
      settles
        ? { settled_at: doer.now, settlement: input.settlement, settled_as: input.settledAs }
        : // The database names the way and the day.
          { disputed_at: doer.now, disputed_because: input.because, disputed_to: 'The way of the day' },
    )
    await note(tx, doer, transition, settles ? 'settled' : 'disputed')
    if (transition.decidedBy !== null && transition.decidedBy !== ties.person)
      await tellPerson(needs, tx, transition.decidedBy, {
        subject: settles ? 'A disagreement about an answer of yours was settled' : 'Somebody does not agree with an answer of yours',
        path: familyPaths.movement(id),
      })
    return succeed(undefined)
  })
}
