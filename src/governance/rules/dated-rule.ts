import { type Vehicle, vehicles } from './expenses.ts'
import type { NoticeMode } from './notice.ts'

/** The kinds of dated rules that an administrator keeps: what a mile is paid, what the law asks of notice and of members (handbook governance 1.7). */
export const datedRuleKinds = ['mile-rates', 'notice', 'members'] as const
/** One of them. */
export type DatedRuleKind = (typeof datedRuleKinds)[number]

/** How the law may count days of notice. */
export const noticeModes = ['clear-working', 'working', 'clear-calendar', 'calendar', 's243'] as const satisfies readonly NoticeMode[]

/** What is asked of members: days for a notice of interests, months between two looks through their register, months between two reviews of the terms. */
export const memberDemands = ['notice-days', 'register-months', 'terms-months'] as const
/** One of them. */
export type MemberDemand = (typeof memberDemands)[number]

/** What a rule for members is about, as one word: the demand, and the regime of the law where it is for one alone. */
export function memberMatter(demand: MemberDemand, regime: string | undefined): string {
  return regime === undefined ? demand : `${demand}/${regime}`
}

/** The demand and the regime of such a word; undefined where it is none. */
export function readMemberMatter(about: string): { readonly demand: MemberDemand; readonly regime: string | undefined } | undefined {
  const [asked, regime] = about.split('/')
  const demand = memberDemands.find((one) => one === asked)
  return demand && { demand, regime }
}

/**
 * One rule from a day to a day. `about` is what it is for: a vehicle, a regime of the law, or a demand on members (`memberMatter`); `amount` pence a mile,
 * days, or months.
 */
export interface DatedRule {
  readonly id: string
  readonly kind: DatedRuleKind
  readonly about: string
  readonly amount: number
  /** How days are counted; undefined for all but notice of meetings. */
  readonly mode: NoticeMode | undefined
  /** Where it is written. */
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined while no end is recorded. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** What it is for, from when to when, as it is asked for. */
export type AskedRule = Omit<DatedRule, 'id' | 'version' | 'kind'>

/**
 * What happens to the rules of the same matter when one is added: the open one that began before ends on its first day. 'rule-overlaps' where another
 * holds in that time too, 'ends-before-start' where it ends before it begins. Migrations 0096, 0108, 0110 and 0159 refuse the same.
 */
export function placeRule(
  asked: AskedRule,
  others: readonly DatedRule[],
): { readonly endsBefore: DatedRule | undefined } | 'rule-overlaps' | 'ends-before-start' {
  const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0
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

/** Whether a word is a vehicle. */
export function isVehicle(about: string): about is Vehicle {
  return vehicles.some((one) => one === about)
}
