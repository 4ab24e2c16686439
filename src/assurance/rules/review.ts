/** What kinds of review there are (P7, S1). */
export const reviewKinds = ['scrutiny', 'serious-case', 'learning', 'child-death', 'adult', 'inspection'] as const
/** One of them. */
export type ReviewKind = (typeof reviewKinds)[number]

/** What a review is made of. */
export const partKinds = ['panel', 'session', 'finding', 'lesson', 'progress', 'evidence'] as const
/** One of them. */
export type PartKind = (typeof partKinds)[number]

/** Whether a child could be known from a review of that kind, unless somebody says otherwise: then it is checked before everybody reads it. */
export function isAboutChildren(kind: ReviewKind): boolean {
  return kind === 'serious-case' || kind === 'learning' || kind === 'child-death'
}

/** The parts that a review of a kind has, in the order of its page. */
export function partsOf(kind: ReviewKind): readonly PartKind[] {
  if (kind === 'scrutiny') return ['panel', 'session', 'finding', 'progress']
  if (kind === 'inspection') return ['evidence', 'finding', 'lesson', 'progress']
  return ['panel', 'finding', 'lesson', 'progress']
}

/** How far a review has come, from the days that are recorded. */
export const reviewStages = ['announced', 'reported', 'referred', 'closed'] as const
/** One of them. */
export type ReviewStage = (typeof reviewStages)[number]

/** How far a review has come. */
export function reviewStage(days: {
  readonly reportedOn: Temporal.PlainDate | undefined
  readonly referredOn: Temporal.PlainDate | undefined
  readonly closedOn: Temporal.PlainDate | undefined
}): ReviewStage {
  if (days.closedOn) return 'closed'
  if (days.referredOn) return 'referred'
  return days.reportedOn ? 'reported' : 'announced'
}

/** Why a review cannot be shown to everybody yet; undefined where it can. */
export function refuseShowing(review: {
  readonly aboutChildren: boolean
  readonly anonymityCheckedOn: Temporal.PlainDate | undefined
  readonly reportedOn: Temporal.PlainDate | undefined
}): 'anonymity-unchecked' | undefined {
  return review.aboutChildren && review.anonymityCheckedOn === undefined ? 'anonymity-unchecked' : undefined
}

/** The letter of the next recommendation: A to Z, then AA, AB and so on. */
export function nextLetter(taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toUpperCase()))
  let number = 1
  while (used.has(letterOf(number))) number += 1
  return letterOf(number)
}

function letterOf(number: number): string {
  const rest = (number - 1) % 26
  const before = (number - 1 - rest) / 26
  return (before > 0 ? letterOf(before) : '') + String.fromCharCode(65 + rest)
}

/** Reads which paragraphs something rests on: '3, 5 to 7' or '3 5-7'; undefined where it cannot be read. None is an empty list. */
export function readParagraphs(typed: string): readonly number[] | undefined {
  const numbers = new Set<number>()
  for (const part of typed
    .split(/[,;]|\band\b/)
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const found = /^(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?$/.exec(part)
    if (!found) return undefined
    const [from, to] = [Number(found[1]), Number(found[2] ?? found[1])]
    if (from < 1 || to < from || to - from > 200) return undefined
    for (let number = from; number <= to; number += 1) numbers.add(number)
  }
  return [...numbers].sort((one, other) => one - other)
}

/** Paragraph numbers as they are printed: '3, 5 to 7'. */
export function paragraphsInWords(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last.to === number - 1) last.to = number
    else runs.push({ from: number, to: number })
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`)).join(', ')
}
