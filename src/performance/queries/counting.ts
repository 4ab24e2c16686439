import type { CountedKind } from '#platform/counted/part.ts'
import type { CountedRow } from '#platform/counted/row.ts'
import type { Reader } from '#platform/database/session.ts'
import { countedOn } from '../rules/counted.ts'
import { definitionOn, type Measure } from '../rules/measure.ts'
import { type Period, periodOf } from '../rules/period.ts'

/** How a measure is counted from the record today. */
export interface Counting {
  /** Undefined where this house does not know the way of counting: figures stay as they are. */
  readonly kind: CountedKind | undefined
  /** When it was last counted; null: not yet. */
  readonly countedAt: Temporal.Instant | null
  /** When a figure last became another one by it; null: never. */
  readonly changedAt: Temporal.Instant | null
  /** Why the last count could not be stored, as a code; '' where it was. */
  readonly problem: string
  /** The day on which the period that runs now is counted first. */
  readonly nextOn: Temporal.PlainDate
}

/** How a measure is counted; null where somebody gives its figures. */
export async function findCounting(
  reader: Reader,
  measure: Measure,
  kinds: readonly CountedKind[],
  today: Temporal.PlainDate,
): Promise<Counting | null> {
  const definition = definitionOn(measure, today)
  if (definition.countedBy === '' || definition.frequency === 'other') return null
  const row = await reader
    .selectFrom('performance.count_made')
    .select(['counted_at as countedAt', 'changed_at as changedAt', 'problem'])
    .where('measure', '=', measure.id)
    .executeTakeFirst()
  return {
    kind: kinds.find(({ code }) => code === definition.countedBy),
    ...(row ?? { countedAt: null, changedAt: null, problem: '' }),
    nextOn: countedOn(periodOf(definition.frequency, today), definition),
  }
}

/** The rows of one period that whoever asks may read. `isOnBoard`: records that are hidden from others are not taken for records that cannot be counted. */
export async function findCountedRows(
  reader: Reader,
  measure: Measure,
  kind: CountedKind,
  period: Period,
  { today, isOnBoard }: { readonly today: Temporal.PlainDate; readonly isOnBoard: boolean },
): Promise<readonly CountedRow[]> {
  const rows = await kind.rows(reader, { body: measure.body, from: period.startsOn, until: period.endsOn }, today)
  return isOnBoard ? rows : rows.filter(({ of }) => of > 0)
}
