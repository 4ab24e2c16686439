import { type DecisionMatter, type DecisionType, isFinal } from './decision.ts'

/** What is known of the item that somebody is about to decide on. Motions and decisions without a motion are asked the same. */
export interface DecidedItem {
  /** The item was on the agenda that went out, and is not urgent. */
  readonly announced: boolean
  /** The chair's reason for an item that was not announced; '' for none. */
  readonly urgentReason: string
  /** A report on the item says what it costs (C16). */
  readonly moneySection: boolean
  /** Names of those whose interest in the item waits for the chair's ruling. */
  readonly awaitingRuling: readonly string[]
}

/** Why an item is not decided on; `detail` fills the sentence. */
export interface ItemRefusal {
  readonly code: 'ruling-awaited' | 'not-announced' | 'money-section-missing'
  readonly detail: string
}

/** Every reason against deciding on an item now: an interest that waits for the chair, no notice, money without its section (G13, C16, handbook 3.3). */
export function refuseItem(item: DecidedItem, commitsMoney: boolean): readonly ItemRefusal[] {
  return [
    ...(item.awaitingRuling.length > 0 ? [{ code: 'ruling-awaited' as const, detail: item.awaitingRuling.join(', ') }] : []),
    ...(item.announced || item.urgentReason !== '' ? [] : [{ code: 'not-announced' as const, detail: '' }]),
    ...(commitsMoney && !item.moneySection ? [{ code: 'money-section-missing' as const, detail: '' }] : []),
  ]
}

/** Whether a decision commits money: it settles something of an item that does, or says of itself that it touches resources. */
export function commitsMoney(type: DecisionType, matter: DecisionMatter, itemCommits: boolean): boolean {
  return (isFinal(type) || type === 'endorse') && (itemCommits || matter === 'resources')
}

/** Types that settle something or send it to another body: they are taken on an item of the agenda. */
export function needsItem(type: DecisionType): boolean {
  return isFinal(type) || type === 'endorse' || type === 'recommend' || type === 'refer'
}

/** What of a decision is asked about its item. */
export type ItemQuestions = 'all' | 'notice-and-money' | 'none'

/**
 * What is asked about the item of a decision recorded without a motion. While the meeting runs, everything. Once it has ended there is nobody to
 * rule on an interest any more. Of a meeting of the past whose pack is not held here nobody can say what went out: that is history.
 * @param holdsPack - a pack of the meeting was published here, withdrawn or not
 */
export function questionsFor(
  meeting: { readonly state: string; readonly heldOn: Temporal.PlainDate },
  holdsPack: boolean,
  today: Temporal.PlainDate,
): ItemQuestions {
  const isPast = meeting.state !== 'in_progress' || Temporal.PlainDate.compare(meeting.heldOn, today) < 0
  if (isPast && !holdsPack) return 'none'
  return meeting.state === 'in_progress' ? 'all' : 'notice-and-money'
}
