import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Heard, HeardCount } from '../rules/heard.ts'

/** Whether a view was there before something was decided. */
export const heardWords: Readonly<Record<Heard, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  before: { word: 'Before', meaning: 'good' },
  afterwards: { word: 'Afterwards only', meaning: 'warning' },
  never: { word: 'None', meaning: 'neutral' },
}

/** What the numbers count, so that nobody takes them for more. */
export const scopeWords =
  'Counted are the decisions and items that you may see, and the views linked with them that you may see. A view counts as before only where it was linked on an earlier day than the decision or the meeting; a view linked with an item counts for the decisions made under it.'

/** How often a board had heard a view before it decided, this year and last, in a sentence or two. A year without a decision is not told as a share. */
export function howOftenHeard(
  { year, now, before }: { readonly year: number; readonly now: HeardCount; readonly before: HeardCount },
  board: string,
): string {
  const told = ({ total, before: heard }: HeardCount): string => (total === 0 ? 'no decision is on record' : `${heard} of ${total}`)
  if (now.total === 0 && before.total === 0) return `No decision of ${board} of this year or the last is on record.`
  return `Decisions for which ${board} had heard a view before: in ${year} ${told(now)}, in ${year - 1} ${told(before)}.`
}
