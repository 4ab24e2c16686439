/** How a rule is kept (G17, handbook governance 3.9). */
export type ComplianceState = 'met' | 'at-risk' | 'broken' | 'not-testable'

/** What was found when a rule was judged. */
export interface Found {
  readonly state: ComplianceState
  /** Names the sentence of the evidence. */
  readonly code: string
  readonly details: Readonly<Record<string, number | string>>
  /** Meetings in which it went wrong, or that are the evidence. */
  readonly meetings: readonly string[]
}

/** Puts together what was found; each meeting is named once. */
export function found(
  state: ComplianceState,
  code: string,
  details: Found['details'] = {},
  meetings: readonly { readonly id: string }[] = [],
): Found {
  return { state, code, details, meetings: [...new Set(meetings.map(({ id }) => id))] }
}

/** What cannot be tested, and why: nothing is due yet, the terms name no day, or there is no record. */
export function untested(code: string, details: Found['details'] = {}): Found {
  return found('not-testable', code, details)
}
