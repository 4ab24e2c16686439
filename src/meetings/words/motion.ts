import type { FieldProblem } from '#platform/result.ts'
import type { MotionTally } from '../queries/motions.ts'
import type { VoteChoice } from '../rules/electorate.ts'
import type { MoneyMandates } from '../rules/money-mandate.ts'
import type { MotionMethod, MotionState } from '../rules/motion.ts'
import { decisionProblemWords } from './decision.ts'

/** Where a motion stands, with the meaning of its pill. */
export const motionStateWords: Readonly<
  Record<MotionState, { readonly word: string; readonly meaning: 'neutral' | 'information' | 'warning' | 'good' }>
> = {
  put: { word: 'Put', meaning: 'information' },
  open: { word: 'Vote open', meaning: 'warning' },
  closed: { word: 'Vote closed', meaning: 'warning' },
  carried: { word: 'Carried', meaning: 'good' },
  lost: { word: 'Lost', meaning: 'neutral' },
  withdrawn: { word: 'Withdrawn', meaning: 'neutral' },
}

/** What a voter said. */
export const choiceWords: Readonly<Record<VoteChoice, string>> = { for: 'For', against: 'Against', abstain: 'Abstain' }
/** The same of a vote that was cast. */
export const votedWords: Readonly<Record<VoteChoice, string>> = { for: 'For', against: 'Against', abstain: 'Abstained' }

/** How a motion is settled, as its heading says it. */
export const wayWords: Readonly<Record<MotionMethod, string>> = {
  consensus: 'Consensus',
  show_of_hands: 'Show of hands',
  recorded_vote: 'Recorded vote',
}

/** What a motion is called: 'Motion 2', 'Amendment 3'. */
export function motionName({ isAmendment, number }: { readonly isAmendment: boolean; readonly number: number }): string {
  return `${isAmendment ? 'Amendment' : 'Motion'} ${number}`
}

const persons = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** A count in words with its parts; a percentage stands there only where everything adds up (handbook 3.3). */
export function tallyWords(tally: MotionTally): string {
  const { for: yes, against, abstained, didNotVote, leftForInterest } = tally
  const cast = yes + against
  const share = didNotVote === null || cast === 0 ? '' : ` (${Math.floor((yes * 1000) / cast) / 10}% of those voting for or against)`
  const rest = [
    ...(didNotVote === null || didNotVote === 0 ? [] : [`${didNotVote} did not vote`]),
    ...(leftForInterest === null || leftForInterest === 0 ? [] : [`${leftForInterest} left for an interest`]),
  ]
  return [`For ${yes}, against ${against}, abstained ${abstained}${share}`, ...rest].join('; ')
}

/** What to say of hands that do not add up; undefined where there is nothing to say. */
export function shortCountWords(tally: MotionTally, rights: number | undefined): string | undefined {
  if (tally.didNotVote !== null) return undefined
  const counted = tally.for + tally.against + tally.abstained
  const there = rights === undefined ? 'more voting rights' : persons(rights, 'voting right', 'voting rights')
  return `The hands add up to ${counted}, and ${there} were in the room: no percentage is given.`
}

/** What is said before money is committed of members whose appointments do not say that they may (G5); nothing where all may. */
export function moneyMandateWords({ without, unsaid }: MoneyMandates): readonly string[] {
  const names = (those: MoneyMandates['without']): string => those.map(({ name }) => name).join(', ')
  return [
    ...(without.length === 0 ? [] : [`May not commit the money of their organisation, by their appointment: ${names(without)}.`]),
    ...(unsaid.length === 0 ? [] : [`No mandate is recorded for ${names(unsaid)}.`]),
  ]
}

/** The same, said to a voter who may not. */
export const lacksMandateWords =
  'This commits money, and by your appointment you may not commit the money of your organisation. Ask it before you vote for it.'

/** A sentence for a problem with a motion or a vote; undefined leaves it to the common words. */
export function motionProblemWords(problem: FieldProblem): string | undefined {
  const { code, field, details = {} } = problem
  const detail = String(details.detail ?? '')
  switch (code) {
    case 'motion-not-put':
      return 'This motion is not open any more: it was voted on, decided or withdrawn meanwhile'
    case 'motion-settled':
      return 'This motion is settled already'
    case 'another-vote-open':
      return 'Another vote is open. Close it first'
    case 'amendments-first':
      return 'Settle the amendments first: vote on them, enter the words as amended, or withdraw them'
    case 'ruling-awaited-own':
      return 'The chair has not ruled on your interest in this item, so you cannot vote yet'
    case 'recorded-vote-asked':
      return `${detail} asked for a recorded vote: open one instead`
    case 'nobody-to-vote':
      return 'Nobody with a vote is recorded as present. Take the attendance first'
    case 'no-votes':
      return field === 'votesFor' ? 'Enter at least one hand' : 'Nobody has voted yet. Withdraw the motion if there is to be no vote'
    case 'vote-not-open':
      return 'The vote is closed. Your answer came after it and was not counted'
    case 'voted-already':
      return 'A vote for this place is kept already'
    case 'voted-themselves':
      return `${String(details.name ?? '')} has voted by phone, and can change that there`
    case 'no-vote-here':
      return 'You have no vote here: you are not recorded as present in a voting place'
    case 'no-vote-there':
      return 'This place has no vote just now: nobody is recorded as present there, or they must leave for the item'
    case 'out-for-interest':
      return 'You must leave for this item because of an interest, so you do not vote on it'
    case 'nobody-answered':
      return 'Choose the answer of at least one member'
    case 'no-casting-vote':
      return 'The terms give the chair no casting vote here'
    case 'not-an-amendment-carried':
      return 'There is no carried amendment that waits for its words'
    case 'seconder-is-proposer':
      return 'Somebody else seconds a motion'
    case 'not-a-member-here':
      return 'Only somebody with a vote on this item who is in the meeting can put or second a motion'
    case 'amends-nothing-open':
      return 'The motion that this amends is not open any more'
    case 'more-votes-than-rights':
      return `More hands are counted than the ${detail} with a vote in the room`
    case 'not-referred':
      return 'This partnership has no body of that name that the terms or the relations of this body lead to'
    default:
      return fieldWords(problem) ?? decisionProblemWords(problem)
  }
}

function fieldWords({ code, field }: FieldProblem): string | undefined {
  if (code === 'choice-missing' && field === 'choice') return 'Choose for, against or abstain'
  if (code === 'choice-missing' && field === 'found') return 'Say whether there was consensus'
  if (code === 'choice-missing' && field === 'casting') return 'Choose how the chair uses the casting vote'
  if (code === 'required' && field === 'text') return 'Enter the words of the motion'
  if (code === 'required' && field === 'amendedText') return 'Enter the words of the motion as amended'
  if (code === 'required' && field === 'words') return 'Say in a few words what became of it'
  return undefined
}
