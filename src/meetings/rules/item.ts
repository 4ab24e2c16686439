import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Category, ItemPurpose, ReportStatus } from './agenda.ts'

/** What the clerk says of an item (M3). */
export interface ItemInput {
  readonly title: string
  /** What the public reads instead of the title of an item in Part 2. */
  readonly publicTitle: string | undefined
  /** Set by hand; undefined numbers it automatically. */
  readonly number: string | undefined
  readonly parent: string | undefined
  readonly purpose: ItemPurpose
  readonly presenter: string | undefined
  readonly summary: string | undefined
  readonly reportStatus: ReportStatus
  readonly category: Category
  readonly paragraphs: readonly string[]
  readonly publicInterest: string | undefined
  /** Why it should be kept private, and by whom that was decided; the other half of the test may follow until the agenda is published. */
  readonly exemptDecidedBy: string | undefined
  /** Why it should be published all the same. */
  readonly interestFor?: string | undefined
  /** The day of the decision. */
  readonly exemptDecidedOn?: Temporal.PlainDate | undefined
  /** What the public reads of the conclusion; it must not tell what is exempt. */
  readonly publicConclusion?: string | undefined
  /** When it is looked at again. */
  readonly reviewOn?: Temporal.PlainDate | undefined
  readonly urgent: boolean
  readonly urgentReason: string | undefined
  readonly tabledConsent: string | undefined
  readonly functionKey: string | undefined
  readonly commitsMoney: boolean
  /** Minutes set aside for it at the meeting, 1 to 600; undefined: none. */
  readonly plannedMinutes?: number | undefined
}

/** A function of the terms, as far as an item asks it. */
export interface ItemFunction {
  readonly key: string
  readonly may: 'decide' | 'recommend' | 'discuss'
  readonly reservedTo: readonly string[]
}

/**
 * What an item lacks or contradicts, before anything is written: Part 2 needs paragraphs, a public title, the public interest reasoning and who
 * decided; urgent needs the chair's reason, tabled the consent; a function that the body may only discuss is not brought for decision (G14).
 */
export function checkItem(input: ItemInput, functions: readonly ItemFunction[]): Result<ItemInput, FieldProblem> {
  const problems = [...partTwoProblems(input), ...specialProblems(input), ...functionProblems(input, functions)]
  const [first, ...more] = problems
  return first ? fail(first, ...more) : succeed(input)
}

function partTwoProblems(input: ItemInput): FieldProblem[] {
  if (input.category === 'public') return []
  const problems: FieldProblem[] = []
  if (!input.publicTitle) problems.push({ field: 'publicTitle', code: 'public-title-missing' })
  else if (sameWords(input.publicTitle, input.title)) problems.push({ field: 'publicTitle', code: 'public-title-tells' })
  if (input.category === 'confidential') return problems
  if (input.paragraphs.length === 0) problems.push({ field: 'paragraphs', code: 'paragraphs-missing' })
  if (!input.publicInterest) problems.push({ field: 'publicInterest', code: 'public-interest-missing' })
  if (!input.exemptDecidedBy) problems.push({ field: 'exemptDecidedBy', code: 'exempt-decided-by-missing' })
  return problems
}

function specialProblems(input: ItemInput): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (input.urgent && !input.urgentReason) problems.push({ field: 'urgentReason', code: 'urgent-reason-missing' })
  if (input.reportStatus === 'tabled' && !input.tabledConsent) problems.push({ field: 'tabledConsent', code: 'tabled-consent-missing' })
  return problems
}

function functionProblems(input: ItemInput, functions: readonly ItemFunction[]): FieldProblem[] {
  if (!input.functionKey) return []
  const found = functions.find((one) => one.key === input.functionKey)
  if (!found) return [{ field: 'functionKey', code: 'function-unknown' }]
  return input.purpose === 'decision' && found.may !== 'decide' ? [{ field: 'functionKey', code: `may-only-${found.may}` }] : []
}

function sameWords(one: string, other: string): boolean {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return words(one) === words(other)
}
