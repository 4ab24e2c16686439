import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { findObservations } from '../queries/series.ts'
import { findSmallNumberMethod, heldIsSame } from '../queries/small-numbers.ts'
import { printed } from '../rules/exact.ts'
import { DECIMALS_KEPT, effectOf, type FigureEffect, figureKey, type ReadFigure } from '../rules/figure.ts'
import { currentOf } from '../rules/judge.ts'
import { definitionFor, type Measure, type Observation, type Status } from '../rules/measure.ts'
import { periodKey } from '../rules/period.ts'
import { type HeldCount, type ProtectProblem, protectPeriod } from '../rules/protect.ts'
import { noteAct } from './note-act.ts'

/** A figure for a measure. */
export interface FigureOf {
  readonly measure: Measure
  readonly figure: ReadFigure
}

/** How figures came, why earlier ones are revised ('' where nobody said), and whether whoever gives them may publish: else they wait for the clerk. */
export interface Given {
  readonly how: 'form' | 'upload' | 'api' | 'import'
  readonly reason: string
  readonly publishes: boolean
}

/** What became of figures, and of each one in the order given. */
export interface Stored {
  readonly new: number
  readonly revised: number
  readonly unchanged: number
  readonly effects: readonly FigureEffect['kind'][]
  /** What is there before; null where there is nothing. */
  readonly before: readonly (Observation | null)[]
}

/** Why nothing was stored; `at` is the place of the figure in the list. */
export interface StoreProblem {
  readonly code: 'reason-needed' | ProtectProblem
  readonly at: number
}

/** Who may read a figure at once: a provisional one is for the board; whoever may not publish hands it to the board. */
function sightOf(status: Status, { sight }: Measure, { publishes }: Given): 'members' | 'public' {
  return publishes && sight === 'public' && status !== 'provisional' ? 'public' : 'members'
}

interface Prepared extends FigureOf {
  readonly effect: FigureEffect
  readonly protection: string | null
}

/**
 * Stores figures of measures in the caller's transaction (I2): all of them or none. What is equal to what is there is left alone, so that the same file
 * twice changes nothing; what differs becomes a new revision with the reason. Small numbers are protected first, once for each period (I6). The caller has
 * asked the access matrix; no figure stands twice in the list.
 */
export async function storeFigures(tx: Writer, doer: Doer, list: readonly FigureOf[], given: Given): Promise<Result<Stored, StoreProblem>> {
  const measures = [...new Map(list.map(({ measure }) => [measure.id, measure])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  // Two who write the same figure at once take turns, or both would write the same revision.
  for (const { id } of measures) await sql`select pg_advisory_xact_lock(hashtextextended(${`performance.measure ${id}`}, 0))`.execute(tx)
  const before = await currentFigures(tx, measures)
  const writes: Write[] = []
  const prepared = await prepare(tx, doer, list, before, writes)
  if (!prepared.ok) return prepared
  const effects = prepared.value.map(({ effect }) => effect.kind)
  const unexplained = effects.indexOf('revised')
  if (given.reason === '' && unexplained >= 0) return fail({ code: 'reason-needed', at: unexplained })
  // Nothing is written before nothing can be refused any more.
  for (const write of writes) await write()
  await insert(tx, doer, prepared.value, given)
  await publishEqual(tx, doer, prepared.value, given)
  const count = (kind: FigureEffect['kind']) => effects.filter((one) => one === kind).length
  const stored = {
    new: count('new'),
    revised: count('revised'),
    unchanged: count('unchanged'),
    effects,
    before: prepared.value.map(({ effect }) => (effect.kind === 'new' ? null : effect.before)),
  }
  for (const { id } of measures) await auditOf(tx, doer, id, prepared.value)
  return succeed(stored)
}

/** The revision that holds of every figure of some measures, by measure, period and cell. */
export async function currentFigures(tx: Writer, measures: readonly Measure[]): Promise<ReadonlyMap<string, Observation>> {
  const found = await findObservations(
    tx,
    measures.map(({ id }) => id),
  )
  return new Map(currentOf(found).map((one) => [figureKey(one.measure, one), one]))
}

async function prepare(
  tx: Writer,
  doer: Doer,
  list: readonly FigureOf[],
  before: ReadonlyMap<string, Observation>,
  writes: Write[],
): Promise<Result<readonly Prepared[], StoreProblem>> {
  const done = new Map<number, Prepared>()
  const groups = Map.groupBy(list.keys(), (index) => `${list[index]?.measure.id} ${periodKey(list[index]?.figure.period ?? nowhere)}`)
  for (const places of groups.values()) {
    const own = places.flatMap((place) => list[place] ?? [])
    const [first] = own
    if (first === undefined) continue
    const safe = await protectedOf(tx, doer, first.measure, own, writes)
    if ('problem' in safe) return fail({ code: safe.problem, at: places[0] ?? 0 })
    for (const [index, place] of places.entries()) {
      const figure = safe.figures[index] ?? own[index]?.figure ?? first.figure
      const effect = effectOf(figure, before.get(figureKey(first.measure.id, figure)))
      done.set(place, { measure: first.measure, figure, effect, protection: safe.protection })
    }
  }
  return succeed(list.flatMap((_, index) => done.get(index) ?? []))
}

const nowhere = { type: 'other' as const, startsOn: Temporal.PlainDate.from('2000-01-01'), endsOn: Temporal.PlainDate.from('2000-01-02') }

type Safe = { readonly figures: readonly ReadFigure[]; readonly protection: string | null } | { readonly problem: ProtectProblem }

/** Something that is written once nothing is refused. */
type Write = () => Promise<void>

/** Protects the figures of one measure and period where its definition asks for it, and keeps the true counts with those who give them. */
async function protectedOf(tx: Writer, doer: Doer, measure: Measure, own: readonly FigureOf[], writes: Write[]): Promise<Safe> {
  const figures = own.map(({ figure }) => figure)
  const [{ period } = nowherePeriod] = figures
  const definition = definitionFor(measure, period)
  if (definition.suppression === 'none') return { figures, protection: null }
  const method = await findSmallNumberMethod(tx, period.endsOn)
  const safe = protectPeriod(definition, figures, method)
  if (!safe.ok) return { problem: safe.problem }
  const last = await heldIsSame(tx, measure.id, period, method.version, safe.held)
  if (last !== null) return { figures: safe.figures, protection: last }
  const protection = newId()
  writes.push(async () => {
    await tx
      .insertInto('performance.protection')
      .values({
        id: protection,
        measure: measure.id,
        starts_on: period.startsOn,
        ends_on: period.endsOn,
        method: method.version,
        made_at: doer.now,
      })
      .execute()
    await keepTrue(tx, protection, measure.id, safe.held)
  })
  return { figures: safe.figures, protection }
}

const nowherePeriod = { period: nowhere }

async function keepTrue(tx: Writer, protection: string, measure: string, held: readonly HeldCount[]): Promise<void> {
  if (held.length === 0) return
  await tx
    .insertInto('performance.held_value')
    .values(held.map(({ figure, numerator, denominator }) => ({ protection, measure, ...figure.cell, numerator, denominator })))
    .execute()
}

async function insert(tx: Writer, doer: Doer, list: readonly Prepared[], given: Given): Promise<void> {
  const rows = list.flatMap(({ measure, figure, effect, protection }) => {
    if (effect.kind === 'unchanged') return []
    const sight = sightOf(figure.status, measure, given)
    const { period, cell, status, words, quality, source, limits } = figure
    return {
      ...{ id: newId(), measure: measure.id, body: measure.body, sight, published_at: sight === 'public' ? doer.now : null },
      ...{
        period_type: period.type,
        starts_on: period.startsOn,
        ends_on: period.endsOn,
        ...cell,
        status,
        words,
        quality,
        source,
        protection,
      },
      revision: effect.kind === 'revised' ? effect.before.revision + 1 : 1,
      reason: effect.kind === 'revised' ? given.reason : '',
      ...{ value: kept(figure.value), numerator: kept(figure.numerator), denominator: kept(figure.denominator) },
      ...{ lower_limit: kept(limits?.lower ?? null), upper_limit: kept(limits?.upper ?? null) },
      ...{ entered_how: given.how, entered_at: doer.now },
    }
  })
  for (let from = 0; from < rows.length; from += 500) {
    await tx
      .insertInto('performance.observation')
      .values(rows.slice(from, from + 500))
      .execute()
  }
}

/** What was given before and waits for the clerk is published when the clerk gives the very same. */
async function publishEqual(tx: Writer, doer: Doer, list: readonly Prepared[], given: Given): Promise<void> {
  const waiting = list.flatMap(({ measure, figure, effect }) =>
    effect.kind === 'unchanged' && effect.before.sight === 'members' && sightOf(figure.status, measure, given) === 'public'
      ? [effect.before.id]
      : [],
  )
  if (waiting.length === 0) return
  await tx.updateTable('performance.observation').set({ sight: 'public', published_at: doer.now }).where('id', 'in', waiting).execute()
}

function kept(figure: ReadFigure['value']): string | null {
  return figure === null ? null : printed(figure, DECIMALS_KEPT)
}

function auditOf(tx: Writer, doer: Doer, measure: string, list: readonly Prepared[]): Promise<void> {
  const own = list.filter((one) => one.measure.id === measure && one.effect.kind !== 'unchanged')
  if (own.length === 0) return Promise.resolve()
  const content = own.map(({ figure, effect }) => [periodKey(figure.period), figure.cell, figure.status, kept(figure.value), effect.kind])
  return noteAct(tx, doer, 'figures.stored', 'measure', measure, content)
}
