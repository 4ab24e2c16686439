import { type Cycle, dutyState, owedWindows, type YearlyWindow } from '#governance/public.ts'

/** Duties of a board that come back every year (P11). */
export const dutyKinds = ['annual-report', 'half-yearly-report', 'self-assessment', 'annual-meeting'] as const
/** One of them. */
export type DutyKind = (typeof dutyKinds)[number]

/** What a cycle of a duty is judged by. */
export interface DutyFacts {
  readonly window: YearlyWindow
  /** Half-open; null: still owed. */
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
  readonly outcomes: readonly { readonly year: number; readonly outcome: 'met' | 'waived'; readonly onDay: Temporal.PlainDate }[]
}

/** The cycles of a duty that open within a year of today, the earliest first; only whole windows are owed. */
export function cyclesOfDuty({ window, startsOn, endsOn, outcomes }: DutyFacts, today: Temporal.PlainDate): readonly Cycle[] {
  return owedWindows(window, { startsOn, endsOn: endsOn ?? undefined }, today.add({ years: 1 })).map((found) => ({
    window: found,
    state: dutyState(
      found,
      outcomes.find(({ year }) => year === found.year),
      today,
    ),
  }))
}

/** Whether a cycle presses: it is overdue, or due and closes within a month. */
export function presses({ window, state }: Cycle, today: Temporal.PlainDate): boolean {
  return state === 'overdue' || (state === 'due' && Temporal.PlainDate.compare(window.closesOn, today.add({ months: 1 })) <= 0)
}

/** Why a duty cannot be recorded as done or waived on a day; undefined where it can. */
export function settleProblem(
  { window }: Pick<Cycle, 'window'>,
  {
    outcome,
    onDay,
    rests,
    note,
  }: { readonly outcome: 'met' | 'waived'; readonly onDay: Temporal.PlainDate; readonly rests: boolean; readonly note: string },
  today: Temporal.PlainDate,
): { readonly field: string; readonly code: string } | undefined {
  if (Temporal.PlainDate.compare(onDay, today) > 0) return { field: 'onDay', code: 'in-the-future' }
  if (outcome === 'waived' && note === '') return { field: 'note', code: 'reason-missing' }
  if (outcome === 'met' && Temporal.PlainDate.compare(onDay, window.opensOn) < 0) return { field: 'onDay', code: 'before-window' }
  if (outcome === 'met' && !rests && note === '') return { field: 'evidence', code: 'evidence-missing' }
  return undefined
}
