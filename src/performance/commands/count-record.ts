import type { CountedKind } from '#platform/counted/part.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { demand, guardedMeasure } from '../permission.ts'
import { findGivers } from '../queries/givers.ts'
import { findMeasure } from '../queries/measure.ts'
import { findObservations } from '../queries/series.ts'
import { countedFigure, countedSource, type PeriodToCount, periodsToCount } from '../rules/counted.ts'
import { figureKey, type ReadFigure } from '../rules/figure.ts'
import { currentOf } from '../rules/judge.ts'
import { latestDefinition, type Measure, type Observation } from '../rules/measure.ts'
import { noteAct } from './note-act.ts'
import { storeFigures } from './store-figures.ts'

/** What counting needs: the record, and what is counted from it. */
export interface CountNeeds {
  readonly db: Database
  readonly counted: readonly CountedKind[]
}

/** What became of the figures of one measure. */
export interface Counted {
  readonly new: number
  readonly revised: number
  /** Why some figures could not be stored, as a code; '' where all were. */
  readonly problem: string
}

/** Once a day: counts every period that the record gives (I5), each measure in a transaction of its own. Returns how many figures are new or revised. */
export async function countFromRecord(needs: CountNeeds, now: Temporal.Instant): Promise<number> {
  const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
  const measures = await writeAs(needs.db, acting, async (tx) => {
    const rows = await tx.selectFrom('performance.measure_definition').select('measure').distinct().where('counted_by', '<>', '').execute()
    return rows.map(({ measure }) => measure)
  })
  let changed = 0
  for (const measure of measures) {
    const counted = await countMeasure(needs, acting, measure)
    changed += counted.new + counted.revised
  }
  return changed
}

/** Counts one measure anew because its clerk or owner asks for it; the figures come from the whole record, whatever they may read of it. */
export async function recountNow(needs: CountNeeds, doer: Doer, id: string): Promise<Result<Counted, FieldProblem>> {
  const asked = await writeAs(needs.db, doer, async (tx) => {
    const measure = await findMeasure(tx, id)
    await demand(tx, doer, guardedMeasure(measure, await findGivers(tx, measure)), 'give')
    if (latestDefinition(measure).countedBy === '') return fail<FieldProblem>({ field: '', code: 'definition-of-record-unknown' })
    await noteAct(tx, doer, 'measure.recount-asked', 'measure', id, {})
    return succeed(null)
  })
  if (!asked.ok) return asked
  const counted = await countMeasure(needs, { ...doer, actor: SYSTEM_ACTOR }, id)
  return counted.problem === '' ? succeed(counted) : fail({ field: '', code: counted.problem })
}

function countMeasure(needs: CountNeeds, doer: Doer, id: string): Promise<Counted> {
  return writeAs(needs.db, doer, async (tx) => {
    const measure = await findMeasure(tx, id)
    const due = Map.groupBy(periodsToCount(measure, doer.today), ({ definition }) => definition)
    const sum = { new: 0, revised: 0, problem: '' }
    for (const [{ countedBy }, periods] of due) {
      const kind = needs.counted.find(({ code }) => code === countedBy)
      const stored = kind === undefined ? 'definition-unknown' : await storeCounts(tx, doer, measure, kind, periods)
      const made = typeof stored === 'string' ? { new: 0, revised: 0, problem: stored } : { ...stored, problem: '' }
      sum.new += made.new
      sum.revised += made.revised
      sum.problem ||= made.problem
      const hasChanged = made.new + made.revised > 0
      await noteCount(tx, doer, measure, { code: countedBy, version: kind?.version ?? 1, problem: made.problem, hasChanged })
    }
    return sum
  })
}

/** Stores the counts of some periods, those with one reason together; the code of a problem where nothing could be stored. */
async function storeCounts(
  tx: Writer,
  doer: Doer,
  measure: Measure,
  kind: CountedKind,
  periods: readonly PeriodToCount[],
): Promise<Omit<Counted, 'problem'> | string> {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return { new: 0, revised: 0 }
  const rows = await kind.rows(tx, { body: measure.body, from: first.period.startsOn, until: last.period.endsOn }, doer.today)
  const before = new Map(currentOf(await findObservations(tx, [measure.id])).map((one) => [figureKey(one.measure, one), one]))
  const figures = periods.map(({ period }) => {
    const own = rows.filter(
      ({ on }) => Temporal.PlainDate.compare(on, period.startsOn) >= 0 && Temporal.PlainDate.compare(on, period.endsOn) < 0,
    )
    return countedFigure(kind, period, own)
  })
  const reason = (figure: ReadFigure): string => reasonFor(before.get(figureKey(measure.id, figure)), kind)
  const sum = { new: 0, revised: 0 }
  for (const [why, list] of Map.groupBy(figures, reason)) {
    const stored = await storeFigures(
      tx,
      doer,
      list.map((figure) => ({ measure, figure })),
      { how: 'record', reason: why, publishes: true },
    )
    if (!stored.ok) return stored.problems[0].code
    sum.new += stored.value.new
    sum.revised += stored.value.revised
  }
  return sum
}

/** Why a figure would be another one than the one that stands. */
function reasonFor(before: Observation | undefined, kind: CountedKind): string {
  if (before?.source === countedSource(kind)) return 'Counted again: entries of the period came, changed or went after it was counted.'
  if (before?.source.startsWith('Counted from the record')) {
    return `Counted by version ${kind.version} of the definition, in force from ${dayInWords(Temporal.PlainDate.from(kind.inForceFrom))}.`
  }
  return 'The record gives this figure from now on; before, somebody gave it.'
}

interface Outcome {
  readonly code: string
  readonly version: number
  readonly problem: string
  readonly hasChanged: boolean
}

async function noteCount(tx: Writer, doer: Doer, measure: Measure, { hasChanged, ...outcome }: Outcome): Promise<void> {
  const last = { ...outcome, counted_at: doer.now, ...(hasChanged ? { changed_at: doer.now } : {}) }
  await tx
    .insertInto('performance.count_made')
    .values({ measure: measure.id, body: measure.body, ...last })
    .onConflict((conflict) => conflict.column('measure').doUpdateSet(last))
    .execute()
}
