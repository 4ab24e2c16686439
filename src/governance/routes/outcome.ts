import type { Result } from '#platform/result.ts'

/** The same outcome with its value turned into another, mostly an address; problems stay as they are. */
export function mapped<Value, Other, Problem>(outcome: Result<Value, Problem>, turn: (value: Value) => Other): Result<Other, Problem> {
  return outcome.ok ? { ok: true, value: turn(outcome.value) } : outcome
}
