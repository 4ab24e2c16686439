import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CloseInput } from '../forms/family.ts'
import { familyPaths } from '../paths.ts'
import { type FamilyLine, findPracticeRule } from '../queries/families.ts'
import { listOutcomes, listTransitions } from '../queries/movement.ts'
import { findTies } from '../queries/ties.ts'
import { reopens } from '../rules/episode.ts'
import { lookAt } from './look.ts'
import { newReference } from './reference.ts'
import { type TellNeeds, tellPerson } from './tell.ts'

type Needs = { readonly db: Database }

/** What stands in the way of closing; the database holds the same. */
export async function faultOfClosing(tx: Writer, family: FamilyLine, input: CloseInput): Promise<FieldProblem | undefined> {
  const moves = await listTransitions(tx, { episode: family.id }, input.closedOn)
  if (moves.some(({ stage }) => stage === 'sent' || stage === 'received')) return { field: '', code: 'waits-for-answer' }
  if (input.reason === 'stepped-up' && !moves.some(({ kind, stage }) => kind === 'step-up' && stage === 'accepted'))
    return { field: 'reason', code: 'no-step-up' }
  if (family.agreedOn === undefined) return undefined
  if (input.plan === undefined) return { field: 'plan', code: 'closing-plan' }
  if ((input.familyView === undefined) === (input.noViewBecause === undefined)) return { field: 'familyView', code: 'view-or-why' }
  return undefined
}

/** Keeps the plan of closing and the family's view, and lets whoever referred the family hear of it. */
export async function keepClosing(
  needs: TellNeeds,
  tx: Writer,
  doer: Doer,
  { family, person, input }: { readonly family: FamilyLine; readonly person: string; readonly input: CloseInput },
): Promise<void> {
  const { plan, familyView, noViewBecause } = input
  if (plan !== undefined && (familyView ?? noViewBecause) !== undefined)
    await tx
      .insertInto('casework.closing_plan')
      .values({
        ...{
          id: newId(),
          episode: family.id,
          plan,
          family_view: familyView ?? '',
          no_view_because: familyView ? '' : (noViewBecause ?? ''),
        },
        ...{ entered_by: person, entered_at: doer.now },
      })
      .execute()
  if (family.requestedBy === person) return
  const id = newId()
  const words = input.forReferrer ?? 'What you asked for has come to an end.'
  const outcome = { id, episode: family.id, referrer: family.requestedBy, what: 'closed', words, entered_by: person, entered_at: doer.now }
  const told = await tellPerson(needs, tx, family.requestedBy, {
    ...{ subject: 'What became of something that you asked for', path: familyPaths.outcome(id) },
  })
  await tx
    .insertInto('casework.outcome')
    .values({ ...outcome, mailed_at: told ? doer.now : null })
    .execute()
}

/** What whoever referred a family is told, with the words. */
export type OutcomeTold = Awaited<ReturnType<typeof listOutcomes>>[number] & { readonly words: string }

/**
 * Opens what became of a family, for whoever referred it and for whoever hands them the letter. The look is written before the words are read (E6, X2); that
 * whoever referred it heard is recorded (E5). @throws NotFound
 */
export async function hearOutcome(needs: Needs, doer: Doer, id: string): Promise<OutcomeTold> {
  return writeAs(needs.db, doer, async (tx) => {
    const { person } = await findTies(tx, doer)
    const [found] = await listOutcomes(tx, { id })
    const told = await sql<{ words: string | null }>`select casework.read_outcome(${id}::uuid) as words`.execute(tx)
    const words = told.rows[0]?.words ?? null
    if (!found || words === null) throw new NotFound('No such outcome.')
    await appendAudit(tx, { actor: doer.actor, act: 'family.looked-told', subjectType: 'family', subject: found.episode, content: id })
    if (found.referrer === person && found.heardAt === null) {
      await tx
        .updateTable('casework.outcome')
        .set({ heard_at: doer.now, version: found.version + 1 })
        .where('id', '=', id)
        .execute()
      await appendAudit(tx, { actor: doer.actor, act: 'family.outcome-heard', subjectType: 'family', subject: found.episode, content: id })
    }
    return { ...found, words }
  })
}

/** Says that the letter of an outcome was printed and given. */
export async function giveLetter(needs: Needs, doer: Doer, id: string): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await findTies(tx, doer)
    const [found] = await listOutcomes(tx, { id })
    if (!found) throw new NotFound('No such outcome.')
    if (found.letterOn || found.heardAt) return fail({ field: '', code: 'heard-already' })
    const { numUpdatedRows } = await tx
      .updateTable('casework.outcome')
      .set({ letter_on: doer.today, version: found.version + 1 })
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new NotFound('No such outcome.')
    await appendAudit(tx, { actor: doer.actor, act: 'family.outcome-letter', subjectType: 'family', subject: found.episode, content: id })
    return succeed(undefined)
  })
}

/**
 * A closed family comes back: within the partnership's days as the same record with a gap, later as a new one of the same family (handbook of early help
 * 3.2). Who leads, and what is open to whom, is asked for anew in both.
 */
export async function reopenFamily(needs: Needs, doer: Doer, episode: string): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return lookAt(needs.db, doer, episode, 'reopen', async ({ tx, family, ties }) => {
    if (!family.closedOn) return fail({ field: '', code: 'not-closed' })
    const { reopenDays } = await findPracticeRule(tx, doer.today)
    if (family.agreedOn && reopens(family.closedOn, doer.today, reopenDays)) {
      await tx
        .updateTable('casework.episode')
        .set({ closed_on: null, closure_reason: null, version: family.version + 1 })
        .where('id', '=', episode)
        .execute()
      await appendAudit(tx, { actor: doer.actor, act: 'family.reopened', subjectType: 'family', subject: episode, content: 'same' })
      return succeed({ id: episode })
    }
    const [agency] = ties.agencies
    const open = await tx
      .selectFrom('casework.episode')
      .select('id')
      .where('family', '=', family.family)
      .where('closed_on', 'is', null)
      .execute()
    if (agency === undefined || open.length > 0) return fail({ field: '', code: 'open-already' })
    const id = newId()
    await tx
      .insertInto('casework.episode')
      .values({
        ...{ id, family: family.family, area: family.area, is_shielded: family.isShielded, reference: newReference(), agency },
        ...{ requested_by: ties.person, requested_on: doer.today },
      })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'family.reopened', subjectType: 'family', subject: id, content: 'new' })
    return succeed({ id })
  })
}
