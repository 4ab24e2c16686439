import type { Dated } from './dated.ts'
import { type ClosureReason, closureReasons } from './episode.ts'

/** As what reasons are reported. */
export const reportedGroups = ['needs-met', 'not-engaging', 'moved', 'consent-withdrawn', 'stepped-up', 'not-reported'] as const
/** One of them. */
export type ReportedGroup = (typeof reportedGroups)[number]

/** The five that are reported are told as themselves: withdrew and not engaging are different, and never added up (handbook of early help 1.6). */
export const toldAsItself: Readonly<Partial<Record<ClosureReason, ReportedGroup>>> = {
  'needs-met': 'needs-met',
  'stepped-up': 'stepped-up',
  withdrew: 'consent-withdrawn',
  'not-engaging': 'not-engaging',
  moved: 'moved',
}

/** Reasons of which the partnership says as what they are reported. */
export const freelyTold: readonly ClosureReason[] = closureReasons.filter((reason) => toldAsItself[reason] === undefined)

/** How many words one reason has at most. */
export const mostWords = 6

/** A reason with the words by which it is chosen, and as what it is reported. */
export interface ClosingReason {
  readonly reason: ClosureReason
  /** The first stands for the reason where none was chosen. */
  readonly names: readonly string[]
  readonly reportedAs: ReportedGroup
}

/** Words of reasons for closing from a day on; they hold until the next ones begin. */
export interface ClosingDocument extends Dated {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly setBy: string
  /** Null: brought with the product. */
  readonly setOn: Temporal.PlainDate | null
  /** Every reason. */
  readonly reasons: readonly ClosingReason[]
}

/** What is wrong with words as they were typed, by reason; undefined where they are whole: one to six for each, of 200 characters at most, and none twice. */
export function closingProblem(
  typed: readonly { readonly reason: ClosureReason; readonly names: readonly string[] }[],
): { readonly reason: ClosureReason; readonly code: string } | undefined {
  const seen = new Set<string>()
  for (const { reason, names } of typed) {
    if (names.length === 0) return { reason, code: 'closing-words' }
    if (names.length > mostWords) return { reason, code: 'closing-many' }
    for (const name of names) {
      if (name.length > 200) return { reason, code: 'closing-long' }
      if (seen.has(name.toLowerCase())) return { reason, code: 'closing-twice' }
      seen.add(name.toLowerCase())
    }
  }
  return undefined
}
