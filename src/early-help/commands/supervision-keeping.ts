import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AbsenceInput, EndDayInput, StandardInput } from '../forms/supervision.ts'
import { findPosts } from '../queries/posts.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { agencyRuleRefused } from './agency-rule.ts'
import { beginLook } from './look.ts'

type Needs = { readonly db: Database }
type Done = Result<void, FieldProblem>

/** Sets an agency's standard from a day on, signed; none is changed, and none is set for days that are over. @throws Forbidden */
export async function setStandard(needs: Needs, doer: Doer, input: StandardInput): Promise<Done> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'supervision', 'keep')
    const { organisation, startsOn } = input
    const refused = agencyRuleRefused(ties, doer, input)
    if (refused) return refused
    // Two who set one for the same day at once: the second is told.
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.supervision_standard')
      .values({
        ...{ id: newId(), organisation, every_days: input.everyDays, soon_days: input.soonDays, months_in_post: input.monthsInPost },
        ...{ course: input.course ?? null, must_hold: [...input.mustHold], source: input.source, starts_on: startsOn },
        ...{ set_by: ties.person, set_on: doer.today },
      })
      .onConflict((conflict) => conflict.columns(['organisation', 'starts_on']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'supervision-standard.set', subjectType: 'organisation', subject: organisation },
      content: `${startsOn.toString()}: every ${input.everyDays} days`,
    })
    return succeed(undefined)
  })
}

/** Records that somebody is away, by days alone: oneself, whom one supervises, or whoever works for an agency whose practice one leads. */
export async function recordAbsence(needs: Needs, doer: Doer, input: AbsenceInput): Promise<Done> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'supervision', 'read')
    const [post] = await findPosts(tx, doer.today, { ids: [input.who] })
    if (!post) return fail({ field: 'who', code: 'no-such-post' })
    const { person, organisation } = post
    const { may } = await tx
      .selectNoFrom(sql<boolean>`casework.keeps_absence_of(${person}::uuid, ${organisation}::uuid)`.as('may'))
      .executeTakeFirstOrThrow()
    if (!may) return fail({ field: 'who', code: 'not-theirs-to-say' })
    const overlapping = await tx
      .selectFrom('casework.absence')
      .select('id')
      .where('person', '=', person)
      .where('organisation', '=', organisation)
      .where(
        sql<boolean>`daterange(starts_on, ends_on) && daterange(${input.startsOn.toString()}::date, ${input.endsOn?.toString() ?? null}::date)`,
      )
      .executeTakeFirst()
    if (overlapping) return fail({ field: 'startsOn', code: 'away-already' })
    const id = newId()
    await tx
      .insertInto('casework.absence')
      .values({ id, person, organisation, starts_on: input.startsOn, ends_on: input.endsOn ?? null, entered_by: ties.person })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'early-help-absence.recorded',
      subjectType: 'early-help-absence',
      subject: id,
      content: person,
    })
    return succeed(undefined)
  })
}

/** Says the first day back of somebody who is away. @throws NotFound, Conflict */
export async function endAbsence(needs: Needs, doer: Doer, id: string, { endsOn, version }: EndDayInput): Promise<Done> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'supervision', 'read')
    const away = await tx.selectFrom('casework.absence').select('starts_on').where('id', '=', id).executeTakeFirst()
    if (away === undefined) throw new NotFound()
    if (Temporal.PlainDate.compare(endsOn, away.starts_on) <= 0) return fail({ field: 'endsOn', code: 'before-it-began' })
    const { numUpdatedRows } = await tx
      .updateTable('casework.absence')
      .set({ ends_on: endsOn, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'early-help-absence.ended', subjectType: 'early-help-absence', subject: id, content: endsOn.toString() },
    })
    return succeed(undefined)
  })
}

/** Says that what was decided for a family is done: whoever was to do it. @throws NotFound, Forbidden */
export async function finishDecided(needs: Needs, doer: Doer, of: { readonly episode: string; readonly decision: string }): Promise<Done> {
  return writeAs(needs.db, doer, async (writer) => {
    const { tx } = await beginLook(writer, doer, { episode: of.episode, verb: 'content', what: 'change' })
    const { ended } = await tx
      .selectNoFrom(sql<boolean>`casework.end_decided_action(${of.decision}::uuid)`.as('ended'))
      .executeTakeFirstOrThrow()
    if (!ended) return fail({ field: '', code: 'not-your-action' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'family.supervision-action-done', subjectType: 'family', subject: of.episode, content: of.decision },
    })
    return succeed(undefined)
  })
}
