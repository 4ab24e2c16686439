import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AnnotationInput, ChartRulesInput, RebaseInput } from '../forms/chart.ts'
import { demand, guardedMeasure } from '../permission.ts'
import { findMeasure } from '../queries/measure.ts'
import { findSeries } from '../queries/series.ts'
import type { Measure } from '../rules/measure.ts'
import { noteAct } from './note-act.ts'

type Said = Promise<Result<null, FieldProblem>>

/** Opens a transaction in which the clerk keeps the chart of a measure, one after another. */
function keeping(needs: { readonly db: Database }, doer: Doer, id: string, keep: (tx: Writer, measure: Measure) => Said): Said {
  return writeAs(needs.db, doer, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`performance.measure ${id}`}, 0))`.execute(tx)
    const measure = await findMeasure(tx, id)
    await demand(tx, doer, guardedMeasure(measure, []), 'keep')
    return keep(tx, measure)
  })
}

/** Notes an event on the chart: a policy began, counting changed (I3). The same note twice is one. */
export function annotate(needs: { readonly db: Database }, doer: Doer, id: string, { onDay, words }: AnnotationInput): Said {
  return keeping(needs, doer, id, async (tx) => {
    const [series] = await findSeries(tx, [id])
    if (series?.annotations.some((one) => one.onDay.equals(onDay) && one.words === words)) return succeed(null)
    const note = newId()
    await tx.insertInto('performance.annotation').values({ id: note, measure: id, on_day: onDay, words, made_at: doer.now }).execute()
    await noteAct(tx, doer, 'chart.annotated', 'measure', id, { note, onDay, words })
    return succeed(null)
  })
}

/** Writes down a decision that limits are worked out anew from a day on, with its reason and who took it; never one of the machine. */
export function rebase(needs: { readonly db: Database }, doer: Doer, id: string, input: RebaseInput): Said {
  return keeping(needs, doer, id, async (tx) => {
    const { onDay, reason, decidedBy, decidedOn } = input
    if (Temporal.PlainDate.compare(decidedOn, doer.today) > 0)
      return fail({ field: 'decidedOn', code: 'decided-later', details: { part: 'day' } })
    const [series] = await findSeries(tx, [id])
    if (series?.rebases.some((one) => one.onDay.equals(onDay)))
      return fail({ field: 'onDay', code: 'rebased-already', details: { part: 'day' } })
    const decision = newId()
    const days = { on_day: onDay, decided_on: decidedOn, made_at: doer.now }
    await tx
      .insertInto('performance.rebase')
      .values({ id: decision, measure: id, reason, decided_by: decidedBy, ...days })
      .execute()
    await noteAct(tx, doer, 'chart.rebased', 'measure', id, { decision, ...input })
    return succeed(null)
  })
}

/** Takes a note or a decision to rebase back; that it stood stays in the record. @throws NotFound where none stands */
export function takeBackMark(needs: { readonly db: Database }, doer: Doer, id: string, kind: 'annotation' | 'rebase', mark: string): Said {
  return keeping(needs, doer, id, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable(kind === 'annotation' ? 'performance.annotation' : 'performance.rebase')
      .set({ withdrawn_at: doer.now })
      .where('id', '=', mark)
      .where('measure', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new NotFound('Nothing of the kind stands on this chart.')
    await noteAct(tx, doer, 'chart.mark-taken-back', 'measure', id, { kind, mark })
    return succeed(null)
  })
}

/** Sets from a day on how the chart of a measure, or every chart of its board, is judged; the rule before stays with what was judged by it. */
export function setChartRules(needs: { readonly db: Database }, doer: Doer, id: string, input: ChartRulesInput): Said {
  return keeping(needs, doer, id, async (tx, { body }) => {
    const measure = input.scope === 'measure' ? id : null
    const { startsOn, reason, first, screening, runBelow, trialBelow, noneBelow } = input
    // One board at a time: two of its measures may set its rule at once.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`performance.chart_rules ${body}`}, 0))`.execute(tx)
    const same = await tx
      .selectFrom('performance.chart_rules')
      .select('id')
      .where('body', '=', body)
      .where('measure', measure === null ? 'is' : '=', measure)
      .where('starts_on', '=', startsOn)
      .executeTakeFirst()
    if (same !== undefined) return fail({ field: 'startsOn', code: 'rules-that-day', details: { part: 'day' } })
    await tx
      .insertInto('performance.chart_rules')
      .values({
        ...{
          id: newId(),
          body,
          measure,
          starts_on: startsOn,
          first_chart: first,
          screening: screening === 'on',
          reason,
          made_at: doer.now,
        },
        ...{ run_below: runBelow, trial_below: trialBelow, none_below: noneBelow },
      })
      .execute()
    await noteAct(tx, doer, 'chart.rules-set', 'measure', id, input)
    return succeed(null)
  })
}
