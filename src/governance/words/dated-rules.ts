import { dayInWords } from '#platform/time/words.ts'
import { type DatedRule, type DatedRuleKind, type MemberDemand, readMemberMatter } from '../rules/dated-rule.ts'
import type { NoticeMode } from '../rules/notice.ts'
import { noticeWords } from '../rules/terms/wording.ts'
import { vehicleLabels } from './expenses.ts'
import { labelOf, legalRegimeLabels } from './labels.ts'

/** What each kind of rule is, and whom it touches. */
export const ruleKindWords: Readonly<Record<DatedRuleKind, { readonly title: string; readonly lead: string; readonly about: string }>> = {
  'mile-rates': {
    title: 'What a mile is paid',
    lead: 'Members who drive or cycle to a meeting are paid back by the rate of the day on which they did.',
    about: 'Vehicle',
  },
  notice: {
    title: 'How long before a meeting its agenda must be out by law',
    lead: 'By the law under which a board meets. It stands above terms that ask for less; terms may ask for more.',
    about: 'Boards',
  },
  members: {
    title: 'What is asked of members',
    lead: 'How soon interests are notified, how often each member looks their register through, and how often a board reviews its terms, where its terms say nothing.',
    about: 'Matter',
  },
}

/** What each demand on members is about, as a form offers it. */
export const memberDemandWords: Readonly<Record<MemberDemand, string>> = {
  'notice-days': 'Notifying interests',
  'register-months': 'Looking the register of interests through',
  'terms-months': 'Reviewing the terms of reference',
}

/** How days of notice are counted, as a form offers it. */
export const noticeModeWords: Readonly<Record<NoticeMode, string>> = {
  'clear-working': 'Clear working days: neither the day of issue nor that of the meeting counts',
  working: 'Working days back from the meeting',
  'clear-calendar': 'Clear days, weekends and holidays included',
  calendar: 'Days back from the meeting, weekends and holidays included',
  s243: 'Clear days as parish councils count them: Saturdays count',
}

/** Whom a rule is for, in words. */
export function aboutInWords({ kind, about }: Pick<DatedRule, 'kind' | 'about'>): string {
  if (kind === 'mile-rates') return (vehicleLabels as Readonly<Record<string, string>>)[about] ?? about
  const matter = kind === 'members' ? readMemberMatter(about) : undefined
  if (matter === undefined) return labelOf(legalRegimeLabels, about)
  return `${memberDemandWords[matter.demand]}: ${matter.regime === undefined ? 'boards under any law' : labelOf(legalRegimeLabels, matter.regime)}`
}

/** What a rule asks, in words. */
export function ruleInWords({ kind, about, mode, amount }: Pick<DatedRule, 'kind' | 'about' | 'mode' | 'amount'>): string {
  const matter = kind === 'members' ? readMemberMatter(about) : undefined
  if (matter?.demand === 'notice-days') return `Within ${amount} days`
  if (matter) return amount === 1 ? 'Every month' : `Every ${amount} months`
  return mode === undefined ? `${amount}p a mile` : `The agenda and its papers go out ${noticeWords({ mode, days: amount, cutOff: null })}`
}

/** Everything that a rule says, for what was put right: '45p a mile, from 6 April 2011; HM Revenue and Customs'. */
export function ruleInFull(rule: DatedRule): string {
  const until = rule.endsOn ? ` until ${dayInWords(rule.endsOn)}` : ''
  return `${ruleInWords(rule)}, from ${dayInWords(rule.startsOn)}${until}; ${rule.source}`
}

/** Sentences for what can go wrong with dated rules. */
export const datedRuleProblems: Readonly<Record<string, () => string>> = {
  'rule-overlaps': () => 'Another rule of this matter holds in that time. End that one first, or choose other days',
  'rate-used': () => 'Somebody was paid by this rate on a day that would change. End it after the last such day, and add a new one',
}
