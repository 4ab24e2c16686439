import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type {
  AskAnotherInput,
  EndShieldInput,
  FamilyShieldInput,
  LiftInput,
  ReadHeldInput,
  RestrictInput,
  RetentionRuleInput,
} from '../forms/guard.ts'
import { familyPaths } from '../paths.ts'
import { type Coordinator, findCoordinators, findFamilyShield, findRestrictions, findWhoMayBeAsked } from '../queries/guard.ts'
import { listRetentionRules } from '../queries/retention.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { lookAt } from './look.ts'
import { demandSeen } from './plan-look.ts'
import { type TellNeeds, tellPerson } from './tell.ts'

type Needs = { readonly db: Database }
type Done = Promise<Result<void, FieldProblem>>

/** Withholds that a family is known here: from this moment nobody finds it who does not work with it, a co-ordinator neither (E6). */
export async function shieldFamily(needs: Needs, doer: Doer, episode: string, input: FamilyShieldInput): Done {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, episode, 'shield', async ({ tx, family, ties }) => {
    if (family.isShielded) return fail({ field: '', code: 'family-shielded' })
    if (Temporal.PlainDate.compare(input.lookAgainOn, doer.today) <= 0) return fail({ field: 'lookAgainOn', code: 'in-the-past' })
    // Where the locality has co-ordinators, one of them is whom one asks instead.
    const posts = await findCoordinators(tx, family.area, doer.today)
    if (input.asks === undefined && posts.length > 0) return fail({ field: 'asks', code: 'required' })
    if (input.asks !== undefined && !posts.some(({ id }) => id === input.asks)) return fail({ field: 'asks', code: 'choice-unknown' })
    const id = newId()
    await tx
      .insertInto('casework.family_shield')
      .values({
        ...{ id, episode, family: family.family, reason: input.reason, words: input.words, look_again_on: input.lookAgainOn },
        ...{ placed_by: ties.person, placed_at: doer.now, asks: input.asks ?? null },
      })
      .execute()
    await note(tx, doer, episode, 'family.shielded', id)
    return succeed(undefined)
  })
}

/** Ends it: whoever may list the locality finds the family again. */
export async function endShield(needs: Needs, doer: Doer, episode: string, input: EndShieldInput): Done {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, episode, 'end-shield', async ({ tx, family, ties }) => {
    const shield = await findFamilyShield(tx, family.family)
    if (!shield) return fail({ field: '', code: 'nothing-held' })
    const query = tx
      .updateTable('casework.family_shield')
      .set({ ended_by: ties.person, ended_at: doer.now, ended_because: input.endedBecause, version: input.version + 1 })
    demandSeen(await query.where('id', '=', shield.id).where('version', '=', input.version).executeTakeFirst())
    await note(tx, doer, episode, 'family.shield-ended', shield.id)
    return succeed(undefined)
  })
}

/** Ends the withholding of a family of which one reads nothing, as whoever owns information governance: with a reason, and the look in the family's own list. */
export async function endShieldUnseen(needs: Needs, doer: Doer, shield: string, input: EndShieldInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'shields', 'keep')
    const { episode } = await tx
      .selectNoFrom(sql<string | null>`casework.end_shield(${shield}::uuid, ${input.endedBecause}, ${input.version})`.as('episode'))
      .executeTakeFirstOrThrow()
    if (episode === null) return fail({ field: '', code: 'nothing-held' })
    await note(tx, doer, episode, 'family.shield-ended', shield)
    return succeed(undefined)
  })
}

/** Names another co-ordinator whom one asks instead, with the reason; whom one asked before stays on record, and no longer finds the family. The new one is told (E6). */
export async function askAnother(needs: Needs & TellNeeds, doer: Doer, episode: string, input: AskAnotherInput): Done {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, episode, 'ask-another', async ({ tx, family, ties }) => {
    const shield = await findFamilyShield(tx, family.family)
    if (!shield) return fail({ field: '', code: 'nothing-held' })
    const post = (await findCoordinators(tx, family.area, doer.today)).find(({ id }) => id === input.asks)
    if (!post || post.id === shield.post) return fail({ field: 'asks', code: 'choice-unknown' })
    if (shield.version !== input.version) return fail({ field: '', code: 'asked-changed' })
    const id = newId()
    await tx
      .insertInto('casework.shield_asked')
      .values({
        ...{ id, shield: shield.id, of_version: input.version, episode, family: family.family, asks: post.id, because: input.because },
        ...{ changed_by: ties.person, changed_at: doer.now },
      })
      .execute()
    await note(tx, doer, episode, 'family.shield-asks', id)
    await tellNamed(needs, tx, post)
    return succeed(undefined)
  })
}

/** The same as whoever owns information governance, who reads nothing of the family; the look stands in its own list. */
export async function askAnotherUnseen(needs: Needs & TellNeeds, doer: Doer, shield: string, input: AskAnotherInput): Done {
  return writeAs<Result<void, FieldProblem>>(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'shields', 'keep')
    const post = (await findWhoMayBeAsked(tx, shield, doer.today)).find(({ id }) => id === input.asks)
    if (!post) return fail({ field: 'asks', code: 'choice-unknown' })
    const { episode } = await tx
      .selectNoFrom(
        sql<string | null>`casework.ask_another(${shield}::uuid, ${post.id}::uuid, ${input.because}, ${input.version})`.as('episode'),
      )
      .executeTakeFirstOrThrow()
    if (episode === null) return fail({ field: '', code: 'asked-changed' })
    await note(tx, doer, episode, 'family.shield-asks', shield)
    await tellNamed(needs, tx, post)
    return succeed(undefined)
  })
}

/** Tells whoever is named, without a word of which family. */
const tellNamed = (needs: TellNeeds, tx: Writer, { person }: Coordinator) =>
  tellPerson(needs, tx, person, { subject: 'You are the one to ask about a family that is withheld', path: familyPaths.list() })

/** Holds a part of the record: nobody reads it but for a named purpose, until another lifts it (E12). */
export async function restrict(needs: Needs, doer: Doer, episode: string, input: RestrictInput): Done {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, episode, 'restrict', async ({ tx, ties }) => {
    if ((await findRestrictions(tx, episode)).some((one) => one.class === input.class)) return fail({ field: 'class', code: 'held-part' })
    const id = newId()
    const { ground, words } = input
    await tx
      .insertInto('casework.restriction')
      .values({ id, episode, class: input.class, ground, words, placed_by: ties.person, placed_at: doer.now })
      .execute()
    await note(tx, doer, episode, 'family.restricted', id)
    return succeed(undefined)
  })
}

/** Lifts it, after whoever asked for it was told. */
export async function liftRestriction(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly restriction: string },
  input: LiftInput,
): Done {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, of.episode, 'restrict', async ({ tx, ties }) => {
    const held = (await findRestrictions(tx, of.episode)).find(({ id }) => id === of.restriction)
    if (!held) return fail({ field: '', code: 'nothing-held' })
    if (held.placedBy === ties.person) return fail({ field: '', code: 'lifts-another' })
    const query = tx.updateTable('casework.restriction').set({
      ...{ lifted_by: ties.person, lifted_at: doer.now, lifted_because: input.liftedBecause, told_how: input.toldHow },
      version: input.version + 1,
    })
    demandSeen(await query.where('id', '=', held.id).where('version', '=', input.version).executeTakeFirst())
    await note(tx, doer, of.episode, 'family.restriction-lifted', held.id)
    return succeed(undefined)
  })
}

/** Says for which purpose one reads what is held; it is open to them for as long as an opening in an emergency lasts. */
export async function readHeld(needs: Needs, doer: Doer, episode: string, input: ReadHeldInput): Done {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, episode, 'read-held', async ({ tx, ties }) => {
    if ((await findRestrictions(tx, episode)).length === 0) return fail({ field: '', code: 'nothing-held' })
    const id = newId()
    const { purpose, words } = input
    await tx
      .insertInto('casework.restricted_reading')
      // The database sets how long.
      .values({ id, episode, person: ties.person, purpose, words, starts_at: doer.now, ends_at: doer.now.add({ hours: 1 }) })
      .execute()
    await note(tx, doer, episode, 'family.held-read', id)
    return succeed(undefined)
  })
}

/** Sets from a day on how long records are kept; what held before stays as it was. */
export async function setRetentionRule(needs: Needs, doer: Doer, input: RetentionRuleInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'retention', 'keep')
    const { recordClass, anchor, months, basis, approvedBy, startsOn } = input
    if (Temporal.PlainDate.compare(startsOn, doer.today) < 0) return fail({ field: 'startsOn', code: 'in-the-past' })
    const same = (await listRetentionRules(tx)).some(
      (one) => one.recordClass === recordClass && one.anchor === anchor && one.startsOn.equals(startsOn),
    )
    if (same) return fail({ field: 'startsOn', code: 'rule-that-day' })
    const id = newId()
    await tx
      .insertInto('casework.retention_rule')
      .values({ id, record_class: recordClass, anchor, months, basis, approved_by: approvedBy, starts_on: startsOn })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'retention-rule.set',
      subjectType: 'retention-rule',
      subject: id,
      content: recordClass,
    })
    return succeed(undefined)
  })
}

const note = (tx: Writer, doer: Doer, subject: string, act: string, content: string) =>
  appendAudit(tx, { actor: doer.actor, act, subjectType: 'family', subject, content })
