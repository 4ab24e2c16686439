import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ScaleInput } from '../forms/risk-scale.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { guardedScale, listRiskScales } from '../queries/risks.ts'

/**
 * Sets a new version of the scale of risks, from today or a later day (P5, P4). The versions before stay as they are, and so do the scores that were given under them.
 * Problems: 'scale-in-past', 'scale-that-day'.
 */
export async function addRiskScale(
  { db }: Pick<PlansNeeds, 'db'>,
  doer: Doer,
  input: ScaleInput,
): Promise<Result<{ readonly version: number }, FieldProblem>> {
  return writeAs(db, doer, async (tx) => {
    await demand(tx, doer, guardedScale, 'add')
    await sql`select pg_advisory_xact_lock(hashtext('plans.risk_scale'))`.execute(tx)
    const { name, source, startsOn, likelihood, impact, cells } = input
    if (Temporal.PlainDate.compare(startsOn, doer.today) < 0)
      return fail({ field: 'startsOn', code: 'scale-in-past', details: { part: 'day' } })
    const before = await listRiskScales(tx)
    if (before.some((one) => one.startsOn.equals(startsOn)))
      return fail({ field: 'startsOn', code: 'scale-that-day', details: { part: 'day' } })
    const version = Math.max(0, ...before.map((one) => one.version)) + 1
    await tx
      .insertInto('plans.risk_scale')
      .values({ version, name, source, starts_on: startsOn, levels: likelihood.length, likelihood: [...likelihood], impact: [...impact] })
      .execute()
    await tx
      .insertInto('plans.risk_cell')
      .values(cells.map((cell) => ({ ...cell, scale: version })))
      .execute()
    const content = JSON.stringify({ ...input, version })
    await appendAudit(tx, { actor: doer.actor, act: 'risk-scale.added', subjectType: 'risk-scale', subject: newId(), content })
    return succeed({ version })
  })
}
