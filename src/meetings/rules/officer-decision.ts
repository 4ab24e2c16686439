import type { UseRefusal } from '#governance/public.ts'
import type { Category } from './agenda.ts'

/** A paper that a decision rests on; `link` is its address, undefined where it has none. */
export interface BackgroundPaper {
  readonly title: string
  readonly link: string | undefined
}

/** What an officer decided, about to be recorded. */
export interface ProposedOfficerDecision {
  readonly decidedOn: Temporal.PlainDate
  readonly category: Category
  readonly paragraphs: readonly string[]
  readonly privateReason: string
}

/** Why a decision by an officer cannot be recorded so, and beside which field. */
export type OfficerDecisionRefusal =
  | { readonly field: 'delegation' | 'pence' | 'decidedBy'; readonly refusal: UseRefusal }
  | {
      readonly field: 'decidedOn' | 'paragraphs' | 'privateReason'
      readonly code: 'decided-later' | 'paragraphs-missing' | 'paragraphs-unknown' | 'paragraphs-for-exempt' | 'private-reason-missing'
    }

const fieldOf: Readonly<Record<UseRefusal['code'], 'delegation' | 'pence' | 'decidedBy'>> = {
  'delegation-not-in-force': 'delegation',
  'delegation-only-advises': 'delegation',
  'delegation-of-another': 'decidedBy',
  'over-delegated-limit': 'pence',
}

/**
 * Every reason why a decision by an officer cannot be recorded so; empty where it can (G14; handbook 2.2 'Openness').
 * @param uses - why it cannot rest on its delegation
 * @param known - codes of the paragraphs that the board's law has on the day
 */
export function refuseOfficerDecision(
  { decidedOn, category, paragraphs, privateReason }: ProposedOfficerDecision,
  uses: readonly UseRefusal[],
  known: readonly string[],
  today: Temporal.PlainDate,
): readonly OfficerDecisionRefusal[] {
  const isLate = Temporal.PlainDate.compare(decidedOn, today) > 0
  const isUnknown = paragraphs.some((code) => !known.includes(code))
  return [
    ...uses.map((refusal) => ({ field: fieldOf[refusal.code], refusal })),
    ...(isLate ? [{ field: 'decidedOn', code: 'decided-later' } as const] : []),
    ...(category === 'exempt' && paragraphs.length === 0 ? [{ field: 'paragraphs', code: 'paragraphs-missing' } as const] : []),
    ...(category === 'exempt' && isUnknown ? [{ field: 'paragraphs', code: 'paragraphs-unknown' } as const] : []),
    ...(category !== 'exempt' && paragraphs.length > 0 ? [{ field: 'paragraphs', code: 'paragraphs-for-exempt' } as const] : []),
    ...(category !== 'public' && privateReason === '' ? [{ field: 'privateReason', code: 'private-reason-missing' } as const] : []),
  ]
}

/** The number of a decision by an officer: it runs on through the year of a board. */
export function officerDecisionNumber({ year, serial }: { readonly year: number; readonly serial: number }): string {
  return `OD ${year}/${serial}`
}

/** For how long something is kept at the least, by whose word. */
export interface RetentionPeriod {
  /** Years from the day of the decision. */
  readonly years: number
  readonly source: string
}

/** The last day to which something is kept at the least; undefined where no period is recorded for the day. */
export function keptUntil(decidedOn: Temporal.PlainDate, period: RetentionPeriod | undefined): Temporal.PlainDate | undefined {
  return period && decidedOn.add({ years: period.years })
}

/** Papers as people write them, one a line, each with its address at the end where it has one. */
export function backgroundOf(lines: readonly string[]): readonly BackgroundPaper[] {
  return lines.map((line) => {
    const parts = /^(.*?)\s*(https?:\/\/\S+)$/.exec(line)
    const [, title = '', link] = parts ?? [undefined, line, undefined]
    return {
      title: title === '' ? (link ?? line) : title.replace(/[\s:,]+$/, ''),
      link: link !== undefined && URL.canParse(link) ? link : undefined,
    }
  })
}

/** The same papers as lines. */
export function backgroundLines(papers: readonly BackgroundPaper[]): string {
  return papers.map(({ title, link }) => (link === undefined || link === title ? title : `${title}: ${link}`)).join('\n')
}
