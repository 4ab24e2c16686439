import type { FieldProblem } from '#platform/result.ts'
import type { DecisionMatter, DecisionMethod, DecisionType, TallyCheck } from '../rules/decision.ts'
import { jointProblemWords } from './joint.ts'

/** What a type of decision is called in a list to choose from. */
export const decisionTypeWords: Readonly<Record<DecisionType, string>> = {
  resolve: 'Resolve',
  approve: 'Approve',
  accept: 'Accept',
  endorse: 'Endorse',
  note: 'Note',
  recommend: 'Recommend to another body',
  refer: 'Refer to another body',
  request: 'Request somebody to act',
  steer: 'Give a steer',
  defer: 'Defer',
  delegate: 'Delegate',
}

/** What a decision of a type is called afterwards. */
export const decidedWords: Readonly<Record<DecisionType, string>> = {
  resolve: 'Resolved',
  approve: 'Approved',
  accept: 'Accepted',
  endorse: 'Endorsed',
  note: 'Noted',
  recommend: 'Recommended',
  refer: 'Referred',
  request: 'Requested',
  steer: 'Steer given',
  defer: 'Deferred',
  delegate: 'Delegated',
}

/** How it was decided. */
export const methodWords: Readonly<Record<DecisionMethod, string>> = {
  consensus: 'By consensus',
  show_of_hands: 'By show of hands',
  recorded_vote: 'By recorded vote',
  not_recorded: 'Not recorded',
}

/** What it touches. */
export const matterWords: Readonly<Record<DecisionMatter, string>> = {
  policy: 'Policy',
  resources: 'Resources: it commits money or staff',
  neither: 'Neither',
}

const list = (offers: string): string =>
  offers === '' ? '' : ` You can record ‘Recommend to another body’ or ‘Refer to another body’ instead, naming ${offers}.`

/** A sentence for a problem of the decision form; undefined leaves it to the common words. */
export function decisionProblemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  const offers = String(details.offers ?? '')
  const detail = String(details.detail ?? '')
  switch (code) {
    case 'not-quorate':
      return `The meeting is not quorate at that time, so it cannot decide. ${detail}`
    case 'attendance-missing':
      return 'Record the attendance first: whether the meeting may decide depends on who was there'
    case 'ruling-awaited':
      return `The chair has not ruled on the interest of ${detail} in this item. Enter the ruling first`
    case 'not-announced':
      return 'This item was not on the agenda that went out, and it is not marked urgent with the chair’s reason. It can be discussed, not decided'
    case 'money-section-missing':
      return 'This commits money, and no published report on the item says what it costs. Defer it, or refer it onward'
    case 'item-needed':
      return 'Choose the item of the agenda that this is decided on. What is on no agenda can be noted or deferred, not decided'
    case 'decided-item-withdrawn':
      return 'This item was withdrawn from the agenda, so nothing is decided on it'
    case 'not-begun':
      return 'Start the meeting first: decisions are taken at a meeting'
    case 'function-unknown':
      return 'The terms in force on that day do not list this function'
    case 'reserved':
      return `This body may not decide ${detail}: the terms reserve it.${list(offers)}`
    case 'only-discuss':
      return `This body may only discuss ${detail}.${offers === '' ? ' You can record a note, a steer or a referral instead.' : list(offers)}`
    case 'vote-not-permitted':
      return `The terms do not let this body settle or vote on ${detail}.${offers === '' ? '' : ` Refer it to ${offers}.`}`
    case 'money-by-show-of-hands':
      return 'The terms ask for a show of hands where a decision commits money'
    case 'consensus-first':
      return 'The terms ask for consensus first. Confirm that it was sought before the vote'
    case 'not-carried':
      return 'These votes do not carry the decision under the terms. A motion that falls is minuted, not recorded as a decision'
    case 'tied':
      return 'The votes are tied, so the motion falls, unless the terms give the chair a casting vote and it was used'
    case 'no-casting-vote':
      return 'The terms do not give the chair a casting vote with these votes'
    case 'more-votes-than-rights':
      return `More votes are counted than the ${detail} voting rights that were present`
    case 'refer-to-missing':
      return 'Name the body to which it goes'
    case 'asked-of-partners':
      return 'Partners have been asked about these words, so they are not changed here. Put changed words to the partners'
    case 'already-published':
      return 'The minutes with this decision are published, so it is not changed. Withdraw it with a reason, and record it anew'
    case 'withdrawn-already':
      return 'This decision has been withdrawn already'
    case 'choice-missing':
      if (field === 'type') return 'Choose the type of decision'
      if (field === 'method') return 'Choose how it was decided'
      return field === 'matter' ? 'Say whether it touches policy or resources' : undefined
    case 'required':
      if (field === 'text') return 'Enter the words of the decision'
      return field === 'reason' ? 'Say why' : undefined
    default:
      return jointProblemWords(code)
  }
}

/** The votes in words; '' where none were counted. A percentage is printed only where everything adds up. */
export function votesWords(
  tally: { readonly for: number | null; readonly against: number | null; readonly abstained: number | null },
  check: TallyCheck | undefined,
): string {
  if (tally.for === null && tally.against === null && tally.abstained === null) return ''
  const cast = (tally.for ?? 0) + (tally.against ?? 0)
  const share = check?.state === 'adds-up' && cast > 0 ? ` (${Math.floor(((tally.for ?? 0) * 1000) / cast) / 10}% of those voting)` : ''
  return `For ${tally.for ?? 0}, against ${tally.against ?? 0}, abstained ${tally.abstained ?? 0}${share}`
}

/** What to say of a tally that does not add up; undefined where there is nothing to say. */
export function tallyWarning({ state, counted, rightsPresent }: TallyCheck): string | undefined {
  if (state !== 'does-not-add-up') return undefined
  return `The votes add up to ${counted}, and ${rightsPresent} voting ${rightsPresent === 1 ? 'right was' : 'rights were'} present: no percentage is given.`
}

/** What a decision is called: 'Decision 12', or its first words where the body numbers none. */
export function decisionTitle({ number, text }: { readonly number: string; readonly text: string }): string {
  if (number !== '') return `Decision ${number}`
  return text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/, '')}…`
}
