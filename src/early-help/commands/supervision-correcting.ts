import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { DecisionCorrectionInput, SessionCorrectionInput } from '../forms/supervision.ts'
import { findSessionHeld, findSessionRecord, findTieBegun, listLedBy, listStandards, standardOn } from '../queries/supervision.ts'
import { findTies } from '../queries/ties.ts'
import { missingFrom } from '../rules/supervision.ts'
import { lookAt } from './look.ts'
import { heldBy, sessionProblem, writeParts } from './supervision.ts'

type Needs = { readonly db: Database }

/**
 * Corrects the record of a session that was recorded wrongly: a new version with the reason takes its place, and the earlier one stays for the two who met (E8).
 * Families that were named and are not open any more stay named; what is done, and what was added, stays. @throws NotFound for whoever did not record it, SignInNeeded
 */
export async function correctSession(
  needs: Needs,
  doer: Doer,
  session: string,
  input: SessionCorrectionInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs<Result<{ readonly id: string }, FieldProblem>>(needs.db, doer, async (tx) => {
    const { person } = await findTies(tx, doer)
    const before = await findSessionHeld(tx, session)
    if (before.supervisor !== person) throw new NotFound('Nobody supervises by this.')
    if (before.correctedAt || before.number !== input.version) return fail({ field: '', code: 'session-corrected' })
    const { tie, supervisor, worker, organisation } = before
    const record = await findSessionRecord(tx, before)
    const open = new Set(record.families.map(({ id }) => id))
    const led = await listLedBy(tx, tie)
    const supervising = { id: tie, startsOn: await findTieBegun(tx, tie) }
    const known = [...new Set([...led.map(({ id }) => id), ...open])]
    const problem = await sessionProblem(tx, { input, supervising, led: known, today: doer.today, instead: session })
    if (problem) return fail(problem)
    const families = [...new Set([...input.families, ...record.discussed.filter((id) => !open.has(id))])]
    // What is done already is not to be done once more.
    const isDone = record.actions.some(({ words, doneOn }) => doneOn !== null && words === input.action)
    const { action, owner, dueOn, ...rest } = { ...input, families }
    const corrected = isDone ? { ...rest, action: undefined, owner: undefined, dueOn: undefined } : { ...rest, action, owner, dueOn }
    const has = heldBy(corrected)
    const held = record.actions.some(({ doneOn }) => doneOn !== null) ? new Set([...has, 'actions' as const]) : has
    const rule = standardOn(await listStandards(tx), organisation, input.heldOn)
    const [missing] = missingFrom(rule?.mustHold ?? [], held, known.length > 0)
    if (missing) return fail({ field: missing === 'actions' ? 'action' : missing, code: 'standard-asks' })
    const id = newId()
    await tx
      .insertInto('casework.supervision_session')
      .values({
        ...{ id, tie, supervisor, worker, organisation, held_on: input.heldOn, entered_by: person, entered_at: doer.now },
        ...{ first: before.first ?? before.id, number: before.number + 1, because: input.because },
      })
      .execute()
    await writeParts(tx, doer, { id, supervisor, worker }, corrected)
    await appendAudit(tx, { actor: doer.actor, act: 'supervision.corrected', subjectType: 'supervision', subject: id, content: session })
    return succeed({ id })
  })
}

/** Corrects what was decided of a family in its record, where what it said before is kept with it: whoever wrote it. @throws NotFound, Forbidden, SignInNeeded, Conflict where it was corrected meanwhile */
export async function correctDecision(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly decision: string },
  input: DecisionCorrectionInput,
): Promise<Result<void, FieldProblem>> {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, of.episode, 'supervise', async ({ tx }) => {
    const { words, action, owner, dueOn, because, version } = input
    const { went } = await tx
      .selectNoFrom(
        sql<
          'done' | 'meanwhile' | 'not-yours'
        >`casework.correct_decision(${of.decision}::uuid, ${version}::int, ${words}::text, ${action ?? ''}::text, ${owner ?? null}::text, ${dueOn?.toString() ?? null}::date, ${because}::text)`.as(
          'went',
        ),
      )
      .executeTakeFirstOrThrow()
    if (went === 'meanwhile') throw new Conflict('This was corrected meanwhile.')
    if (went === 'not-yours') return fail({ field: '', code: 'not-your-decision' })
    await appendAudit(tx, {
      ...{
        actor: doer.actor,
        act: 'family.supervision-decision-corrected',
        subjectType: 'family',
        subject: of.episode,
        content: of.decision,
      },
    })
    return succeed(undefined)
  })
}
