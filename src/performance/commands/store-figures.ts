import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { findObservations } from '../queries/series.ts'
import { printed } from '../rules/exact.ts'
import { DECIMALS_KEPT, effectOf, type FigureEffect, figureKey, type ReadFigure } from '../rules/figure.ts'
import { currentOf } from '../rules/judge.ts'
import type { Measure, Observation, Status } from '../rules/measure.ts'
import { periodKey } from '../rules/period.ts'
import type { FigureShown, ProtectProblem } from '../rules/protect.ts'
import { noteAct } from './note-act.ts'
import { type Course, NOWHERE, protectedOf, type Write } from './protect-release.ts'

/** A figure for a measure. */
export interface FigureOf {
  readonly measure: Measure
  readonly figure: ReadFigure
}

/** How figures came, why earlier ones are revised ('' where nobody said), and whether whoever gives them may publish: else they wait for the clerk. */
export interface Given {
  readonly how: 'form' | 'upload' | 'api' | 'import' | 'record'
  readonly reason: string
  readonly publishes: boolean
}

/** What became of figures, and of each one in the order given. */
export interface Stored {
  readonly new: number
  readonly revised: number
  readonly unchanged: number
  readonly effects: readonly FigureEffect['kind'][]
  /** What the protection of small numbers does with each: shown, hidden, or held back with its whole period. */
  readonly shown: readonly FigureShown[]
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
  readonly shown: FigureShown
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
  const all = await findObservations(
    tx,
    measures.map(({ id }) => id),
  )
  const writes: Write[] = []
  const prepared = await prepare(tx, doer, list, { before: { all, current: currentBy(all) }, writes, pending: new Map() })
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
    shown: prepared.value.map(({ shown }) => shown),
    before: prepared.value.map(({ effect }) => (effect.kind === 'new' ? null : effect.before)),
  }
  for (const { id } of measures) await auditOf(tx, doer, id, prepared.value)
  return succeed(stored)
}

function currentBy(observations: readonly Observation[]): ReadonlyMap<string, Observation> {
  return new Map(currentOf(observations).map((one) => [figureKey(one.measure, one), one]))
}

async function prepare(
  tx: Writer,
  doer: Doer,
  list: readonly FigureOf[],
  course: Course,
): Promise<Result<readonly Prepared[], StoreProblem>> {
  const done = new Map<number, Prepared>()
  const groups = Map.groupBy(list.keys(), (index) => `${list[index]?.measure.id} ${periodKey(list[index]?.figure.period ?? NOWHERE)}`)
  for (const places of groups.values()) {
    const own = places.flatMap((place) => list[place] ?? [])
    const [first] = own
    if (first === undefined) continue
    const safe = await protectedOf(tx, doer, first.measure, own, course)
    if ('problem' in safe) return fail({ code: safe.problem, at: places[0] ?? 0 })
    for (const [index, place] of places.entries()) {
      const figure = safe.figures[index] ?? own[index]?.figure ?? first.figure
      const current = course.before.current.get(figureKey(first.measure.id, figure))
      // Held back: what stands there goes on standing, and where nothing stands yet the mark does.
      const effect: FigureEffect =
        safe.isHeldBack && current && figure.status === 'suppressed' ? { kind: 'unchanged', before: current } : effectOf(figure, current)
      // What came as suppressed, or as no number at all, hides nothing that was given.
      const isTaken = own[index]?.figure.value != null && figure.value === null
      const shown = !isTaken ? 'shown' : safe.isHeldBack ? 'held-back' : 'hidden'
      done.set(place, { measure: first.measure, figure, effect, protection: safe.protection, shown })
    }
  }
  return succeed(list.flatMap((_, index) => done.get(index) ?? []))
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
