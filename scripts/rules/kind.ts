/** What a kind of rule makes of one case: its answers, or a sentence about what cannot be read. */
export type Worked = { readonly computed: Readonly<Record<string, unknown>> } | { readonly problem: string }

/** A list of cases of a file, named by its path. */
export interface CaseList {
  readonly name: string
  readonly cases: readonly unknown[]
}

/** A kind of rule the command can work: its answer keys are never inputs. */
export interface RulesKind {
  /** The keys that answer a case of a list; the rest are inputs. */
  answerKeys(list: string, given: Readonly<Record<string, unknown>>): readonly string[]
  work(given: Readonly<Record<string, unknown>>, list: string): Worked
  /** The lists of a file that are not simply lists of objects somewhere in it; left out where there are none. */
  furtherLists?(content: Readonly<Record<string, unknown>>): readonly CaseList[]
  /** Whether an answer is as given; left out where it must be the very same. */
  same?(computed: unknown, given: unknown): boolean
}

/** A case as read from the file: any object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A whole number that is not negative, or null. */
export function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null
}
