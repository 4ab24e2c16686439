import { byUrgency, type Cycle, type Guarded, inProgramme, type YearlyWindow } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { cyclesOfDuty, type DutyKind } from '../rules/duty.ts'

/** What became of a duty in the cycle of a year. */
export interface SettledCycle {
  readonly year: number
  readonly outcome: 'met' | 'waived'
  readonly onDay: Temporal.PlainDate
  /** What it rests on; both null: the note. */
  readonly report: string | null
  readonly meeting: string | null
  readonly note: string
  readonly version: number
}

/** A duty of a board that comes back every year. */
export interface YearlyDuty {
  readonly id: string
  readonly body: string
  readonly kind: DutyKind
  readonly source: string
  readonly window: YearlyWindow
  /** Half-open; null: still owed. */
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
  readonly outcomes: readonly SettledCycle[]
  readonly version: number
}

/** A cycle of a duty with how it stands. */
export interface DutyLine extends Cycle {
  readonly duty: YearlyDuty
  readonly settled: SettledCycle | undefined
}

function duties(reader: Reader) {
  return reader
    .selectFrom('plans.duty')
    .select(['id', 'body', 'kind', 'source', 'opens_month', 'closes_month', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .$narrowType<{ kind: DutyKind }>()
}

async function withOutcomes(
  reader: Reader,
  rows: Awaited<ReturnType<ReturnType<typeof duties>['execute']>>,
): Promise<readonly YearlyDuty[]> {
  if (rows.length === 0) return []
  const outcomes = await reader
    .selectFrom('plans.duty_outcome')
    .select(['duty', 'cycle_year as year', 'outcome', 'on_day as onDay', 'report', 'meeting', 'note', 'version'])
    .where(
      'duty',
      'in',
      rows.map(({ id }) => id),
    )
    .$narrowType<{ outcome: 'met' | 'waived' }>()
    .execute()
  return rows.map(({ opens_month, closes_month, ...row }) => ({
    ...row,
    window: { opensMonth: opens_month, closesMonth: closes_month },
    outcomes: outcomes.filter(({ duty }) => duty === row.id),
  }))
}

/** The duties of some boards that come back every year, also those that are no longer owed. */
export async function listYearlyDuties(reader: Reader, bodies: readonly string[]): Promise<readonly YearlyDuty[]> {
  if (bodies.length === 0) return []
  return withOutcomes(
    reader,
    await duties(reader)
      .where('body', 'in', [...bodies])
      .orderBy('kind')
      .orderBy('closes_month')
      .orderBy('starts_on')
      .execute(),
  )
}

/** One duty. @throws NotFound */
export async function findYearlyDuty(reader: Reader, id: string): Promise<YearlyDuty> {
  const [found] = isUuid(id) ? await withOutcomes(reader, await duties(reader).where('id', '=', id).execute()) : []
  if (!found) throw new NotFound('No such duty.')
  return found
}

/** The cycles of duties that are overdue, or that closed or open within a year, the most urgent first. */
export function dutyLines(found: readonly YearlyDuty[], today: Temporal.PlainDate): readonly DutyLine[] {
  return found
    .flatMap((duty) =>
      cyclesOfDuty(duty, today)
        .filter((cycle) => inProgramme(cycle, today))
        .map((cycle) => ({ ...cycle, duty, settled: duty.outcomes.find(({ year }) => year === cycle.window.year) })),
    )
    .toSorted(byUrgency)
}

/** The yearly duties of a board, as the access matrix names them. */
export function guardedDuties(body: string): Guarded {
  return { record: 'plan-duties', state: 'any', ties: { body } }
}
