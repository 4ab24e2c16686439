import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type {
  PartnerStanding,
  RatificationAnswer,
  RatificationPurpose,
  RatificationRule,
  RatificationRuleKind,
} from '../rules/ratification.ts'
import type { TakenHome } from '../rules/taken-home.ts'

/** What partners are asked, as the form says it. */
export const purposeWords: Readonly<Record<RatificationPurpose, string>> = {
  ratify: 'Take the decision home: it is in force once they have agreed',
  reply: 'Reply to a request: each reply is kept, nothing waits for it',
}

/** A rule, as the form says it. */
export const ruleWords: Readonly<Record<RatificationRuleKind, string>> = {
  all: 'All of them',
  number: 'At least so many of them',
  class: 'All of one kind of seat',
}

/** An answer to choose, by what was asked. */
export const answerWords: Readonly<Record<RatificationPurpose, Readonly<Record<RatificationAnswer, string>>>> = {
  ratify: { agreed: 'Agreed', agreed_with_changes: 'Agreed with changes', declined: 'Declined' },
  reply: { agreed: 'Will do it', agreed_with_changes: 'Will do it in another way', declined: 'Will not do it' },
}

/** What a partner's standing is called, and what it means. */
export function standingWords(
  purpose: RatificationPurpose,
  { answer }: PartnerStanding,
): { readonly word: string; readonly meaning: ForceWords['meaning'] } {
  if (answer === 'pending') return { word: 'No answer yet', meaning: 'unknown' }
  const meanings = { agreed: 'good', agreed_with_changes: 'warning', declined: 'bad' } as const
  return { word: answerWords[purpose][answer], meaning: meanings[answer] }
}

/** How a decision stands, in one sentence, and what it means. */
export interface ForceWords {
  readonly words: string
  readonly meaning: 'good' | 'warning' | 'bad' | 'unknown' | 'information'
}

const partners = (count: number): string => (count === 1 ? '1 partner' : `${count} partners`)

/** Nobody has said who must take home a decision that binds nobody by itself. */
export const notAskedWords: ForceWords = {
  words: 'Not in force yet: the partners that must take it home are not named',
  meaning: 'unknown',
}

/** 'Not in force yet: 2 of 5 partners have agreed', or how many have replied to a request. */
export function forceWords({ purpose, force, partners: asked, dueOn, rule }: TakenHome): ForceWords {
  if (purpose === 'reply') {
    const replied = asked.filter(({ standing }) => standing.answer !== 'pending').length
    return {
      words: `${replied} of ${partners(asked.length)} ${replied === 1 ? 'has' : 'have'} replied`,
      meaning: replied === asked.length ? 'good' : 'warning',
    }
  }
  const { state, agreed, of, needed, since } = force
  const counted = `${agreed} of ${partners(of)} ${agreed === 1 ? 'has' : 'have'} agreed`
  const more = rule.kind === 'number' ? `, ${needed} must` : ''
  if (state === 'in-force') return { words: `In force since ${since ? dayInWords(since) : dayInWords(dueOn)}: ${counted}`, meaning: 'good' }
  if (state === 'agreed')
    return { words: `Not in force yet: agreed, in force from ${since ? dayInWords(since) : ''}`, meaning: 'information' }
  if (state === 'ended') return { words: `Not in force: declined. ${counted}${more}`, meaning: 'bad' }
  if (state === 'changes-asked') return { words: `Not in force yet: ${counted}${more}, and changes are asked for`, meaning: 'warning' }
  return { words: `Not in force yet: ${counted}${more}`, meaning: 'warning' }
}

/** How a decision stands with the partners; undefined where nothing is to be said. */
export function forceOfDecision(decision: { readonly bindsNobody: boolean }, home: TakenHome | undefined): ForceWords | undefined {
  if (home) return forceWords(home)
  return decision.bindsNobody ? notAskedWords : undefined
}

/** Which partners must agree, in words. */
export function ruleInWords({ kind, needed }: RatificationRule, className: string): string {
  if (kind === 'all') return 'All partners that are listed'
  return kind === 'number' ? `At least ${needed ?? 1} of the partners that are listed` : `All partners with this kind of seat: ${className}`
}

/** A sentence for what is wrong with an ask, an answer or changed words; undefined leaves it to the common words. */
export function ratificationProblemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  const sentences: Readonly<Record<string, string>> = {
    'no-partner': 'Choose the partners that are asked',
    'needed-missing': 'Enter how many partners must agree',
    'needed-too-many': 'More partners must agree than are asked. Enter a smaller number, or ask more partners',
    'class-missing': 'Choose the kind of seat all of whose partners must agree',
    'class-empty': 'None of the partners you chose has this kind of seat',
    'due-past': 'The day by which they answer must not lie before the day on which they are asked',
    'starts-before': 'It cannot be in force before the day on which it was decided',
    'partner-answered': `${String(details.name ?? '')} has answered, so it stays on the list`,
    'ask-withdrawn': 'The decision has been withdrawn: nothing more is asked of the partners',
    'answered-already': 'This partner has answered these words. Tell the clerk where the answer is wrong',
    'answered-before-decided': 'The answer cannot lie before the day of the decision',
    'why-missing': 'Say why it is declined',
    'changes-missing': 'Say which changes are wanted',
    'evidence-missing': 'Say how you know: a letter, the minutes that were sent, who said it by telephone and when',
    'in-force-already': 'The decision is in force in the words that were agreed. Decide anew to change it',
    'text-unchanged': 'These are the words that partners were asked about already. Change them',
  }
  if (code === 'required' && field === 'ownBody') return 'Say which of the partner’s own bodies or officers decided it'
  if (code === 'choice-missing' && field === 'answer') return 'Choose the answer'
  return sentences[code]
}
