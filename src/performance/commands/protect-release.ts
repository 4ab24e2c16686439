import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { findReleases, findSmallNumberMethod, findStructure, heldIsSame } from '../queries/small-numbers.ts'
import { figureKey, type ReadFigure } from '../rules/figure.ts'
import { cellKey, definitionFor, type Measure, type Observation } from '../rules/measure.ts'
import type { Period } from '../rules/period.ts'
import { countsOfHeld, type HeldCount, hidden, type ProtectProblem, protectPeriod } from '../rules/protect.ts'
import { GUARD_VERSION, guardRelease } from '../rules/release-guard.ts'
import type { Release } from '../rules/releases.ts'

/** A period for what has none: nothing is ever stored of it. */
export const NOWHERE = {
  type: 'other' as const,
  startsOn: Temporal.PlainDate.from('2000-01-01'),
  endsOn: Temporal.PlainDate.from('2000-01-02'),
}

type Safe =
  | { readonly figures: readonly ReadFigure[]; readonly protection: string | null; readonly isHeldBack?: boolean }
  | { readonly problem: ProtectProblem }

/** What is known and gathered while figures are prepared. */
export interface Course {
  /** Every revision there is, and the one of each figure that holds. */
  readonly before: { readonly all: readonly Observation[]; readonly current: ReadonlyMap<string, Observation> }
  readonly writes: Write[]
  /** What was prepared of a measure before in this course, and is not written yet. */
  readonly pending: Map<string, readonly Release[]>
}

/** Something that is written once nothing is refused. */
export type Write = () => Promise<void>

/** Protects the figures of one measure and period where its definition asks for it, and keeps the true counts with those who give them. */
export async function protectedOf(
  tx: Writer,
  doer: Doer,
  measure: Measure,
  own: readonly { readonly figure: ReadFigure }[],
  { before, writes, pending }: Course,
): Promise<Safe> {
  const figures = own.map(({ figure }) => figure)
  const { period } = figures[0] ?? { period: NOWHERE }
  const definition = definitionFor(measure, period)
  if (definition.suppression === 'none') return { figures, protection: null }
  const method = await findSmallNumberMethod(tx, period.endsOn)
  const safe = protectPeriod(definition, figures, method)
  if (!safe.ok) return { problem: safe.problem }
  const last = await heldIsSame(tx, measure.id, period, method.version, safe.held)
  const standing = (figure: ReadFigure) => before.current.get(figureKey(measure.id, figure))
  if (last !== null) {
    // The very same counts again: what is hidden of them stays hidden, whatever was released since.
    const again = safe.figures.map((figure) => (standing(figure)?.status === 'suppressed' ? hidden(figure) : figure))
    return { figures: again, protection: last.id, isHeldBack: last.isHeldBack }
  }
  const observations = before.all.filter((one) => one.measure === measure.id)
  const earlier = [...(await findReleases(tx, measure.id, period, observations)), ...(pending.get(measure.id) ?? [])]
  const guarded = guardRelease(earlier, releaseOf(safe, figures, period), await findStructure(tx, definition, period.endsOn), method)
  const isHeldBack = guarded.outcome === 'held-back'
  const isHidden = (figure: ReadFigure) => isHeldBack || [...guarded.hidden].some(({ cell }) => cellKey(cell) === cellKey(figure.cell))
  const made = safe.figures.map((figure) => (figure.value !== null && isHidden(figure) ? hidden(figure) : figure))
  pending.set(measure.id, [...(pending.get(measure.id) ?? []), releaseOf({ ...safe, figures: made }, figures, period)])
  const protection = newId()
  writes.push(async () => {
    await tx
      .insertInto('performance.protection')
      .values({
        ...{ id: protection, measure: measure.id, starts_on: period.startsOn, ends_on: period.endsOn },
        ...{ method: method.version, made_at: doer.now, outcome: guarded.outcome, guard: GUARD_VERSION },
      })
      .execute()
    await keepTrue(tx, protection, measure.id, safe.held)
  })
  return { figures: made, protection, isHeldBack }
}

function releaseOf(
  { figures, held }: { readonly figures: readonly ReadFigure[]; readonly held: readonly HeldCount[] },
  given: readonly ReadFigure[],
  period: Period,
): Release {
  const cells = held.map((one) => ({
    cell: one.figure.cell,
    counts: countsOfHeld(one),
    isShown: figures[given.indexOf(one.figure)]?.value != null,
  }))
  return { period, cells }
}

async function keepTrue(tx: Writer, protection: string, measure: string, held: readonly HeldCount[]): Promise<void> {
  if (held.length === 0) return
  await tx
    .insertInto('performance.held_value')
    .values(held.map(({ figure, numerator, denominator }) => ({ protection, measure, ...figure.cell, numerator, denominator })))
    .execute()
}
