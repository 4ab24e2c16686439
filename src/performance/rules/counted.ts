import type { CountedArithmetic, CountedRow } from '#platform/counted/row.ts'
import { whole } from './exact.ts'
import type { ReadFigure } from './figure.ts'
import { type Definition, type Measure, wholeCell } from './measure.ts'
import { lastEnded, type Period, periodAway } from './period.ts'

/**
 * Which way is better of what the record counts: as the plan says, or as the way of counting does. Undefined where the plan says another way and not why: movement
 * of families has no better direction unless a plan sets one and says why (handbook of early help 3.4).
 */
export function polarityOf(
  counted: 'higher' | 'lower' | 'none',
  plan: 'higher' | 'lower' | 'none' | undefined,
  reason: string | undefined,
): { readonly polarity: 'higher' | 'lower' | 'none'; readonly polarityReason: string } | undefined {
  if (plan === undefined || plan === counted) return { polarity: counted, polarityReason: reason ?? '' }
  return reason === undefined ? undefined : { polarity: plan, polarityReason: reason }
}

/** A period that is counted, and the definition by which it is. */
export interface PeriodToCount {
  readonly period: Period
  readonly definition: Definition
}

/** Most periods that are counted anew, so that a measure that begins long ago does not count a century. */
const MOST = 60

/**
 * The periods of a measure that the record gives by a day: those whose last day lies under a definition that says so, that ended as many days ago as it gives
 * late entries, and while the measure was kept. The earliest first; of each definition the last 60.
 */
export function periodsToCount(
  { definitions, withdrawnOn }: Pick<Measure, 'definitions' | 'withdrawnOn'>,
  today: Temporal.PlainDate,
): readonly PeriodToCount[] {
  return definitions.flatMap((definition, at) => {
    if (definition.countedBy === '' || definition.frequency === 'other') return []
    const next = definitions[at + 1]?.startsOn
    const found: PeriodToCount[] = []
    let period: Period | null = lastEnded(definition.frequency, today)
    while (period !== null && isAfter(period.endsOn, definition.startsOn) && found.length < MOST) {
      const last = period.endsOn.subtract({ days: 1 })
      const isOthers = next !== undefined && !isAfter(next, last)
      const isDue = !isAfter(countedOn(period, definition), today)
      const wasKept = withdrawnOn === null || !isAfter(period.endsOn, withdrawnOn)
      if (!isOthers && isDue && wasKept) found.unshift({ period, definition })
      period = periodAway(period, -1)
    }
    return found
  })
}

/** The first day on which a period is counted: once it is over, and the days that its definition gives late entries. */
export function countedOn({ endsOn }: Pick<Period, 'endsOn'>, { lagDays }: Pick<Definition, 'lagDays'>): Temporal.PlainDate {
  return endsOn.add({ days: lagDays })
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) > 0

/** How figures of a way of counting name their source; another version is another source, so that everything is revised by it. */
export function countedSource({ title, version }: Pick<CountedArithmetic, 'title' | 'version'>): string {
  return `Counted from the record: ${title}, version ${version}`
}

/**
 * The figure of a period out of its rows. A share of nothing is no share: 'not-applicable' where there was nothing to count, 'missing' where what there was
 * cannot be counted yet. Where rows point to people both are 'suppressed', so that a period without anybody looks like one with few.
 */
export function countedFigure(kind: CountedArithmetic, period: Period, all: readonly CountedRow[]): ReadFigure {
  const last = period.endsOn.subtract({ days: 1 })
  const rows = kind.kind === 'stock' ? all.filter(({ on }) => on.equals(last)) : all
  const countable = rows.filter(({ of }) => of > 0)
  const [met, of] = [countable.reduce((sum, row) => sum + row.met, 0), countable.reduce((sum, row) => sum + row.of, 0)]
  const bare = {
    ...{ period, cell: wholeCell, words: '', numerator: null, denominator: null, limits: null, value: null },
    ...{ quality: kind.ofPeople ? '' : countedOf(kind, rows, countable.length), source: countedSource(kind) },
  }
  if (rows.some(({ isHidden }) => isHidden)) return { ...bare, quality: '', status: 'suppressed' }
  const months = kind.kind === 'stock' ? 1 : period.startsOn.until(period.endsOn, { largestUnit: 'months' }).months
  if (kind.isPublished && rows.length < months) return { ...bare, quality: '', status: 'not-yet-available' }
  if (kind.gives === 'number') return { ...bare, status: 'observed', value: whole(met) }
  if (of > 0) {
    const [numerator, denominator] = [whole(met), whole(of)]
    return { ...bare, status: 'observed', numerator, denominator, value: numerator.div(denominator).mul(whole(100)) }
  }
  if (kind.ofPeople) return { ...bare, status: 'suppressed' }
  return { ...bare, status: rows.length === 0 ? 'not-applicable' : 'missing' }
}

/** What was counted, for the note that travels with the figure; what could not be is said, never taken for 0. */
function countedOf({ rowsAre, nothing, gives }: CountedArithmetic, rows: readonly CountedRow[], countable: number): string {
  if (rows.length === 0) return gives === 'share' ? `Nothing to count: ${nothing}` : `Counted: 0 ${rowsAre}.`
  const left = rows.length - countable
  const why = [...new Set(rows.filter(({ of }) => of === 0).map(({ said }) => said))].join('; ')
  return `Counted: ${countable} ${rowsAre}.${left > 0 ? ` Not counted: ${left} (${why}).` : ''}`
}
