import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AdulthoodInput, AdviceInput, LevelInput, PauseInput, TierInput } from '../forms/movement.ts'
import { listThresholds } from '../queries/thresholds.ts'
import { listTiers } from '../queries/tiers.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { thresholdsOn } from '../rules/thresholds.ts'
import { lookAt } from './look.ts'

type Needs = { readonly db: Database }
type Done = Promise<Result<void, FieldProblem>>

/** Enters the tier of one episode from a day on; the one before ends that day. A statutory tier comes by an accepted step-up alone (E5). */
export async function enterTier(needs: Needs, doer: Doer, episode: string, input: TierInput): Done {
  return lookAt(needs.db, doer, episode, 'move', async ({ tx, family, ties }) => {
    if (family.closedOn) return fail({ field: '', code: 'closed-already' })
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) > 0) return fail({ field: 'startsOn', code: 'in-the-future' })
    const tier = (await listTiers(tx, input.startsOn)).find(({ code }) => code === input.tier)
    if (!tier) return fail({ field: 'tier', code: 'tier-of-another-day' })
    if (tier.isStatutory) return fail({ field: 'tier', code: 'tier-by-step-up' })
    const held = await tx
      .selectFrom('casework.tier_period')
      .select(['id', 'tier', 'starts_on as startsOn'])
      .where('episode', '=', episode)
      .orderBy('starts_on', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (held?.tier === input.tier) return fail({ field: 'tier', code: 'tier-already' })
    if (held && Temporal.PlainDate.compare(input.startsOn, held.startsOn) <= 0) return fail({ field: 'startsOn', code: 'tier-later' })
    if (held) await tx.updateTable('casework.tier_period').set({ ends_on: input.startsOn }).where('id', '=', held.id).execute()
    const { tier: code, startsOn, because } = input
    await tx
      .insertInto('casework.tier_period')
      .values({ id: newId(), episode, tier: code, starts_on: startsOn, because, entered_by: ties.person, entered_at: doer.now })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'family.tier', subjectType: 'family', subject: episode, content: code })
    return succeed(undefined)
  })
}

/** Says the level of need with its reason, against the thresholds that were published on that day (E5). */
export async function assessLevel(needs: Needs, doer: Doer, episode: string, input: LevelInput): Done {
  return lookAt(needs.db, doer, episode, 'level', async ({ tx, ties }) => {
    if (Temporal.PlainDate.compare(input.assessedOn, doer.today) > 0) return fail({ field: 'assessedOn', code: 'in-the-future' })
    const { level, reason, assessedOn, of } = input
    const documents = await listThresholds(tx)
    const held = thresholdsOn(documents, assessedOn)
    // What was chosen is a level of one document: the same number may mean something else in another.
    const chosen = of === undefined ? thresholdsOn(documents, doer.today) : documents.find(({ startsOn }) => startsOn.toString() === of)
    if (!held || !chosen?.levels.some((one) => one.level === level)) return fail({ field: 'level', code: 'choice-unknown' })
    if (chosen.id !== held.id) return fail({ field: 'level', code: 'level-of-another-day' })
    const document = held.id
    await tx
      .insertInto('casework.level_of_need')
      .values({ id: newId(), episode, document, level, reason, assessed_on: assessedOn, entered_by: ties.person, entered_at: doer.now })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'family.level', subjectType: 'family', subject: episode, content: document })
    return succeed(undefined)
  })
}

/** Pauses the work, or ends the pause that runs. */
export async function pauseFamily(needs: Needs, doer: Doer, episode: string, input: PauseInput): Done {
  return lookAt(needs.db, doer, episode, 'move', async ({ tx, family, ties }) => {
    if (family.closedOn) return fail({ field: '', code: 'closed-already' })
    const held = await tx
      .selectFrom('casework.pause')
      .select(['starts_on as startsOn', 'ends_on as endsOn'])
      .where('episode', '=', episode)
      .execute()
    const { startsOn, endsOn, because } = input
    const meets = held.some(
      (one) =>
        (one.endsOn === null || Temporal.PlainDate.compare(startsOn, one.endsOn) < 0) &&
        (endsOn === undefined || Temporal.PlainDate.compare(one.startsOn, endsOn) < 0),
    )
    if (meets) return fail({ field: 'startsOn', code: 'paused-already' })
    await tx
      .insertInto('casework.pause')
      .values({
        id: newId(),
        episode,
        starts_on: startsOn,
        ends_on: endsOn ?? null,
        because,
        entered_by: ties.person,
        entered_at: doer.now,
      })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.paused',
      subjectType: 'family',
      subject: episode,
      content: startsOn.toString(),
    })
    return succeed(undefined)
  })
}

/** Ends the pause that runs, today: the work goes on. */
export async function endPause(needs: Needs, doer: Doer, episode: string): Done {
  return lookAt(needs.db, doer, episode, 'move', async ({ tx }) => {
    const { numUpdatedRows } = await tx
      .updateTable('casework.pause')
      .set((set) => ({ ends_on: doer.today, version: set('version', '+', 1) }))
      .where('episode', '=', episode)
      .where('starts_on', '<', doer.today)
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', doer.today)]))
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return fail({ field: '', code: 'no-pause' })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.goes-on',
      subjectType: 'family',
      subject: episode,
      content: doer.today.toString(),
    })
    return succeed(undefined)
  })
}

/** Writes down which service was asked to go on with a young person after 18, and what it answered (E5). */
export async function recordAdulthood(needs: Needs, doer: Doer, episode: string, input: AdulthoodInput): Done {
  return lookAt(needs.db, doer, episode, 'grown', async ({ tx, ties, family }) => {
    for (const [field, day] of [
      ['askedOn', input.askedOn],
      ['answeredOn', input.answeredOn],
    ] as const)
      if (day && Temporal.PlainDate.compare(day, doer.today) > 0) return fail({ field, code: 'in-the-future' })
    if (input.answeredOn && Temporal.PlainDate.compare(input.answeredOn, input.askedOn) < 0)
      return fail({ field: 'answeredOn', code: 'before-it-began' })
    const child = await tx
      .selectFrom('casework.person')
      .select('id')
      .where('id', '=', input.person)
      .where('family', '=', family.family)
      .where('part', '=', 'child')
      .executeTakeFirst()
    if (!child) return fail({ field: 'person', code: 'choice-unknown' })
    const { answer, answeredOn, answeredBy } = input
    const said = {
      answer: answer ?? null,
      answered_on: answer ? (answeredOn ?? null) : null,
      answered_by: answer ? (answeredBy ?? '') : '',
    }
    await tx
      .insertInto('casework.adulthood')
      .values({
        ...{ id: newId(), episode, person: child.id, service: input.service, asked_on: input.askedOn, words: input.words ?? '' },
        ...{ ...said, entered_by: ties.person, entered_at: doer.now },
      })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.adulthood',
      subjectType: 'family',
      subject: episode,
      content: answer ?? 'asked',
    })
    return succeed(undefined)
  })
}

/** Writes down advice that was asked for and given, of a family that one works with or of none that is named (E5). */
export async function giveAdvice(needs: Needs, doer: Doer, input: AdviceInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'families', 'advise')
    if (!ties.agencies.includes(input.agency)) return fail({ field: 'agency', code: 'not-your-agency' })
    if (Temporal.PlainDate.compare(input.askedOn, doer.today) > 0) return fail({ field: 'askedOn', code: 'in-the-future' })
    const id = newId()
    const { episode, agency, askedOn, askedBy, question, answer } = input
    await tx
      .insertInto('casework.advice')
      .values({
        ...{ id, episode: episode ?? null, organisation: agency, asked_on: askedOn, asked_by: askedBy, question, answer },
        ...{ entered_by: ties.person, entered_at: doer.now },
      })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'family.advised', subjectType: 'advice', subject: id, content: agency })
    return succeed(undefined)
  })
}
