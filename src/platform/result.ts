/** What a rule, a form parser or a command hands back: a value, or the problems to show. Never thrown. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] }

/** Wraps a value as a success. */
export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

/** Wraps one or more problems as a failure; a command that returns it has written nothing. */
export function fail<Problem>(
  first: Problem,
  ...more: Problem[]
): { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] } {
  return { ok: false, problems: [first, ...more] }
}

/** A problem with one field of a form; `code` is worded in the domain's `words.ts`, `details` fill the sentence. */
export interface FieldProblem {
  /** Name of the form field as posted; '' for the form as a whole. */
  readonly field: string
  readonly code: string
  readonly details?: Readonly<Record<string, string | number>>
}
