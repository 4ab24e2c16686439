import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { BaselineInput, TargetInput } from '../forms/target.ts'
import { demand, guardedMeasure } from '../permission.ts'
import { findGivers } from '../queries/givers.ts'
import { findMeasure } from '../queries/measure.ts'
import { findBaselines, findTargets } from '../queries/targets.ts'
import { printed } from '../rules/exact.ts'
import { DECIMALS_KEPT } from '../rules/figure.ts'
import { type Aim, latestDefinition, type Measure } from '../rules/measure.ts'
import { readPeriod } from '../rules/period.ts'
import type { Tolerance } from '../rules/rag.ts'
import { checkTarget } from '../rules/target-check.ts'
import { noteAct } from './note-act.ts'

interface Needs {
  readonly db: Database
}

/** States a baseline. Targets that wait for one start from it: their words were there before, their values come now. */
export async function setBaseline(needs: Needs, doer: Doer, id: string, input: BaselineInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const measure = await kept(tx, doer, id)
    const { frequency } = latestDefinition(measure)
    const period = readPeriod(frequency === 'other' ? 'month' : frequency, input.period)
    if (period === null) return fail({ field: 'period', code: 'period-not-whole' })
    const baseline = newId()
    await tx
      .insertInto('performance.baseline')
      .values({
        ...{ id: baseline, measure: id, value: printed(input.value, DECIMALS_KEPT), method: input.method, source: input.source ?? '' },
        ...{ period_type: period.type, starts_on: period.startsOn, ends_on: period.endsOn, made_at: doer.now },
      })
      .execute()
    await tx
      .updateTable('performance.target')
      .set({ baseline })
      .where('measure', '=', id)
      .where('baseline', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('kind', 'in', ['relative', 'points', 'yearly'])
      .execute()
    await noteAct(tx, doer, 'baseline.set', 'measure', id, { ...input, value: printed(input.value, DECIMALS_KEPT) })
    return succeed(null)
  })
}

/** Sets a target for the periods that end within its dates (I1). What it means is shown first: without a yes nothing is written. */
export async function setTarget(needs: Needs, doer: Doer, id: string, input: TargetInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const measure = await kept(tx, doer, id)
    const baseline = (await findBaselines(tx, [id])).find((one) => one.id === input.baseline) ?? null
    if (input.baseline !== undefined && baseline === null) return fail({ field: 'baseline', code: 'choice-unknown' })
    const check = checkTarget(latestDefinition(measure), input.aim, baseline, input.tolerance, input.startsOn)
    const [first, ...more] = check.refused.length > 0 || input.confirmed ? check.refused : check.asked
    if (first) return fail(first, ...more)
    const endsOn = input.lastDay?.add({ days: 1 }) ?? null
    if (await overlaps(tx, id, input.startsOn, endsOn))
      return fail({ field: 'startsOn', code: 'target-overlaps', details: { part: 'day' } })
    const target = newId()
    await tx
      .insertInto('performance.target')
      .values({
        ...{ id: target, measure: id, starts_on: input.startsOn, ends_on: endsOn, words: input.words, ...aimColumns(input.aim) },
        ...{
          baseline: input.baseline ?? null,
          ...toleranceColumns(input.tolerance),
          set_by: input.setBy,
          source: input.source,
          made_at: doer.now,
        },
        ...{ green_means: input.means.green, amber_means: input.means.amber, red_means: input.means.red },
      })
      .execute()
    if (input.aim.kind === 'trajectory') await insertSteps(tx, target, input.aim)
    await noteAct(tx, doer, 'target.set', 'measure', id, { ...input, aim: input.words })
    return succeed(null)
  })
}

/** Takes a target back with a reason; what it judged meanwhile is judged by it no more, except where a scorecard was frozen. */
export async function withdrawTarget(
  needs: Needs,
  doer: Doer,
  id: string,
  target: string,
  reason: string,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await kept(tx, doer, id)
    const { numUpdatedRows } = await tx
      .updateTable('performance.target')
      .set({ withdrawn_at: doer.now, withdrawn_reason: reason })
      .where('id', '=', target)
      .where('measure', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return fail({ field: '', code: 'withdrawn-already' })
    await noteAct(tx, doer, 'target.withdrawn', 'measure', id, { target, reason })
    return succeed(null)
  })
}

/** What the owner, or the clerk, says of one period; it answers what asks about that period, and is as open as its measure where the clerk says it. */
export async function comment(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly words: string; readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const measure = await findMeasure(tx, id)
    const standing = await demand(tx, doer, guardedMeasure(measure, await findGivers(tx, measure)), 'comment')
    const commentary = newId()
    const sight = standing.clerkOf.has(measure.body) && measure.sight === 'public' ? 'public' : 'members'
    await tx
      .insertInto('performance.commentary')
      .values({
        ...{ id: commentary, measure: id, body: measure.body, sight, starts_on: input.startsOn, ends_on: input.endsOn, words: input.words },
        ...{ person: standing.person?.id ?? null, made_at: doer.now },
      })
      .execute()
    await tx
      .updateTable('performance.alert')
      .set({ answered_by: commentary })
      .where('measure', '=', id)
      .where('starts_on', '=', input.startsOn)
      .where('ends_on', '=', input.endsOn)
      .where('answered_by', 'is', null)
      .execute()
    await noteAct(tx, doer, 'measure.commented', 'measure', id, input)
    return succeed(null)
  })
}

async function kept(tx: Writer, doer: Doer, id: string): Promise<Measure> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`performance.measure ${id}`}, 0))`.execute(tx)
  const measure = await findMeasure(tx, id)
  await demand(tx, doer, guardedMeasure(measure, []), 'keep')
  return measure
}

async function overlaps(tx: Writer, measure: string, from: Temporal.PlainDate, until: Temporal.PlainDate | null): Promise<boolean> {
  const standing = (await findTargets(tx, [measure])).filter(({ target }) => target.withdrawnAt === null)
  return standing.some(
    ({ target }) =>
      (until === null || Temporal.PlainDate.compare(target.startsOn, until) < 0) &&
      (target.endsOn === null || Temporal.PlainDate.compare(from, target.endsOn) < 0),
  )
}

function aimColumns(aim: Aim) {
  const none = { value: null, upper: null, years: null, growth: null }
  const written = (figure: Parameters<typeof printed>[0]) => printed(figure, DECIMALS_KEPT)
  switch (aim.kind) {
    case 'trajectory':
      return { ...none, kind: aim.kind }
    case 'band':
      return { ...none, kind: aim.kind, value: written(aim.from), upper: written(aim.to) }
    case 'points':
      return { ...none, kind: aim.kind, value: written(aim.points) }
    case 'relative':
      return { ...none, kind: aim.kind, value: written(aim.percent) }
    case 'yearly':
      return { ...none, kind: aim.kind, value: written(aim.percent), years: aim.years, growth: aim.growth }
    default:
      return { ...none, kind: aim.kind, value: written(aim.value) }
  }
}

function toleranceColumns(tolerance: Tolerance | null) {
  if (tolerance === null) return { tolerance_kind: null, tolerance: null }
  const amount = tolerance.kind === 'share' ? tolerance.percent : tolerance.kind === 'amount' ? tolerance.amount : tolerance.edge
  return { tolerance_kind: tolerance.kind, tolerance: printed(amount, DECIMALS_KEPT) }
}

async function insertSteps(tx: Writer, target: string, { steps }: Extract<Aim, { kind: 'trajectory' }>): Promise<void> {
  await tx
    .insertInto('performance.target_step')
    .values(steps.map(({ startsOn, value }) => ({ target, starts_on: startsOn, value: printed(value, DECIMALS_KEPT) })))
    .execute()
}
