/** When people are asked about something, half-open: `endsOn` is the first day on which it is closed. */
export interface ConsultationWindow {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
}

/** What is wrong with a window: it ends before it begins, is longer than a year, or its meeting decides before everybody was heard. */
export type WindowProblem = 'ends-before-start' | 'window-too-long' | 'decides-before-end'

/** What is wrong with a consultation window (G11). @param decidesOn - day of the meeting that decides after it; undefined: not settled */
export function windowProblem(
  { startsOn, endsOn }: ConsultationWindow,
  decidesOn: Temporal.PlainDate | undefined,
): WindowProblem | undefined {
  if (Temporal.PlainDate.compare(endsOn, startsOn) <= 0) return 'ends-before-start'
  if (Temporal.PlainDate.compare(endsOn, startsOn.add({ years: 1 })) > 0) return 'window-too-long'
  return decidesOn && Temporal.PlainDate.compare(decidesOn, endsOn) < 0 ? 'decides-before-end' : undefined
}

/** How a window stands on a day. */
export type WindowState = 'coming' | 'open' | 'closed' | 'withdrawn'

/** How a window stands on a day. @param withdrawn - it is not held */
export function windowState({ startsOn, endsOn }: ConsultationWindow, withdrawn: boolean, today: Temporal.PlainDate): WindowState {
  if (withdrawn) return 'withdrawn'
  if (Temporal.PlainDate.compare(today, startsOn) < 0) return 'coming'
  return Temporal.PlainDate.compare(today, endsOn) < 0 ? 'open' : 'closed'
}

/** Whether a change must say why: once people are or were asked, they read what was changed about it. */
export function mustSayWhy(window: ConsultationWindow, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today, window.startsOn) >= 0
}

/** Why it cannot be said what came of a consultation. */
export type OutcomeProblem = 'consultation-withdrawn' | 'outcome-too-early' | 'outcome-before-close' | 'outcome-in-future'

/** Why it cannot be said on a day what came of a consultation, settled on `onDay`; undefined where it can. */
export function outcomeProblem(
  window: ConsultationWindow & { readonly withdrawnReason: string },
  onDay: Temporal.PlainDate,
  today: Temporal.PlainDate,
): OutcomeProblem | undefined {
  if (window.withdrawnReason !== '') return 'consultation-withdrawn'
  if (Temporal.PlainDate.compare(today, window.endsOn) < 0) return 'outcome-too-early'
  if (Temporal.PlainDate.compare(onDay, window.endsOn) < 0) return 'outcome-before-close'
  return Temporal.PlainDate.compare(onDay, today) > 0 ? 'outcome-in-future' : undefined
}
