import type { Reader } from '#platform/database/session.ts'
import type { FieldProblem } from '#platform/result.ts'

/**
 * One kind of rule that holds from a day to a day: what is asked of it in a form, and how it is told. Each domain describes its own
 * (`src/<domain>/dated.ts`), `src/dated-parts.ts` puts them in order, and governance draws, adds, ends and puts right all of them in one manner
 * (`#governance/commands/dated-rules.ts`). The table has `id`, `version`, `source`, `starts_on`, `ends_on` (the first day on which it no longer holds), a
 * column for each field, and an exclusion constraint over the columns of the matter and the days. Only administrators write it, by its own policies.
 */
export interface DatedPart {
  /** In addresses: small letters and hyphens. */
  readonly key: string
  /** What stands above it and its neighbours on the page. */
  readonly heading: string
  readonly title: string
  /** Whom it touches, in a sentence or two. */
  readonly lead: string
  /** What a rule is for, above the first column. */
  readonly about: string
  /** With its schema. */
  readonly table: string
  /** Columns that are null in the rows of this kind, where a table holds rules of boards too. */
  readonly nowhere?: readonly string[]
  /** Where its source stands; default: 'source'. */
  readonly sourceColumn?: string
  readonly fields: readonly DatedField[]
  /** What stands in the form of a new one at first. */
  readonly first?: Readonly<Record<string, string>>
  /**
   * Something always holds: one that is added follows the one before, from today at the earliest, and none is ended or put right, since what was judged by
   * it stays as it was. The table has then no `id`, `version` and `ends_on`, and one row a day.
   */
  readonly succeeds?: true
  /** Where a new one is set, for a kind that has a form of its own: more than fields of a row. */
  readonly form?: string
  /** Who it is for, in words. */
  readonly aboutInWords: (rule: SaidRule) => string
  /** What it asks, in a sentence or so. */
  readonly inWords: (rule: SaidRule) => string
  /** What is wrong with the fields together; undefined for nothing. */
  readonly refuse?: (values: DatedValues) => FieldProblem | undefined
  /** Broken constraints of the table, by name, as problems; that of the days stands as 'rule-overlaps'. */
  readonly constraints: Readonly<Record<string, FieldProblem>>
}

/** What stands in the columns of a rule; null for what is not stated. */
export type DatedValues = Readonly<Record<string, string | number | boolean | null>>

/** A rule for putting it into words. */
export interface SaidRule {
  readonly values: DatedValues
  /** The words of a field: those of the option that was chosen, else what stands there; '' for nothing. */
  readonly say: (field: string) => string
}

/** Something to choose. */
export interface DatedOption {
  readonly value: string
  readonly text: string
}

/** One field of a rule. */
export interface DatedField {
  /** As it is posted. */
  readonly name: string
  readonly column: string
  readonly kind: 'line' | 'number' | 'radios' | 'tick'
  readonly label: string
  readonly hint?: string
  /** Part of what the rule is for: two of one matter never hold on one day, and it is not put right later. */
  readonly matter?: true
  /** Of a number: the least and the greatest. */
  readonly range?: readonly [number, number]
  /** May be left empty, which is kept as null. */
  readonly optional?: true
  /** An option that is kept as null. */
  readonly none?: string
  /** Of radios: what may be chosen; read where a list of the database says it. */
  readonly options?: readonly DatedOption[] | ((reader: Reader, today: Temporal.PlainDate) => Promise<readonly DatedOption[]>)
}
