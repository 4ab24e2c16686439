import type { NoticeMode } from './notice.ts'

/** How the law may count days of notice. */
export const noticeModes = ['clear-working', 'working', 'clear-calendar', 'calendar', 's243'] as const satisfies readonly NoticeMode[]

/** What is asked of members: days for a notice of interests, months between two looks through their register, months between two reviews of the terms. */
export const memberDemands = ['notice-days', 'register-months', 'terms-months'] as const
/** One of them. */
export type MemberDemand = (typeof memberDemands)[number]

/** A rule of one matter, from a day to a day. */
export interface DatedSpan {
  readonly id: string
  /** What it is for, as one word: two rules of one matter never hold on one day. */
  readonly about: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined while no end is recorded. */
  readonly endsOn: Temporal.PlainDate | undefined
}

/** What it is for and from when to when, as it is asked for. */
export type AskedSpan = Omit<DatedSpan, 'id'>

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

/**
 * What happens to the rules of the same matter when one is added: the open one that began before ends on its first day. 'rule-overlaps' where another
 * holds in that time too, 'ends-before-start' where it ends before it begins. An exclusion constraint of each table refuses the same.
 */
export function placeRule<Rule extends DatedSpan>(
  asked: AskedSpan,
  others: readonly Rule[],
): { readonly endsBefore: Rule | undefined } | 'rule-overlaps' | 'ends-before-start' {
  if (asked.endsOn && !isBefore(asked.startsOn, asked.endsOn)) return 'ends-before-start'
  const same = others.filter(({ about }) => about === asked.about)
  const open = same.find(({ startsOn, endsOn }) => endsOn === undefined && isBefore(startsOn, asked.startsOn))
  const overlaps = same.some(
    ({ id, startsOn, endsOn }) =>
      id !== open?.id &&
      (asked.endsOn === undefined || isBefore(startsOn, asked.endsOn)) &&
      (endsOn === undefined || isBefore(asked.startsOn, endsOn)),
  )
  return overlaps ? 'rule-overlaps' : { endsBefore: open }
}

/** Where a rule stands on a day: it will hold, it holds, it held. */
export function standingOf(
  { startsOn, endsOn }: Pick<DatedSpan, 'startsOn' | 'endsOn'>,
  day: Temporal.PlainDate,
): 'to-come' | 'in-force' | 'over' {
  if (isBefore(day, startsOn)) return 'to-come'
  return endsOn && !isBefore(day, endsOn) ? 'over' : 'in-force'
}
