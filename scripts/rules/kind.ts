/** What a kind of rule makes of one case: its answers, or a sentence about what cannot be read. */
export type Worked = { readonly computed: Readonly<Record<string, unknown>> } | { readonly problem: string }

/** A kind of rule the command can work: its answer keys are never inputs. */
export interface RulesKind {
  readonly answerKeys: readonly string[]
  work(given: Readonly<Record<string, unknown>>): Worked
}

/** A case as read from the file: any object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A whole number that is not negative, or null. */
export function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null
}
