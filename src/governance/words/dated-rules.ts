import type { DatedPart } from '#platform/dated/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type DatedRule, type OptionsOf, saidRule } from '../queries/dated-rules.ts'
import type { MemberDemand } from '../rules/dated-rule.ts'
import type { NoticeMode } from '../rules/notice.ts'

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

/** Everything that a rule says, for what was put right: '45p a mile, from 6 April 2011; HM Revenue and Customs'. */
export function ruleInFull(part: DatedPart, rule: DatedRule, options: OptionsOf): string {
  const until = rule.endsOn ? ` until ${dayInWords(rule.endsOn)}` : ''
  return `${part.inWords(saidRule(part, rule, options))}, from ${dayInWords(rule.startsOn)}${until}; ${rule.source}`
}

/** Sentences for what can go wrong with dated rules. */
export const datedRuleProblems: Readonly<Record<string, () => string>> = {
  'rule-overlaps': () => 'Another rule of this matter holds in that time. End that one first, or choose other days',
  'rule-in-past': () => 'Choose today or a later day: what was judged until now stays as it was',
  'rate-used': () => 'Somebody was paid by this rate on a day that would change. End it after the last such day, and add a new one',
  'name-taken': () => 'Another rule has this name. Give this one a name of its own',
  'longest-not-longer': () => 'The longest time must be longer than the usual one',
  'longest-without-extension': () => 'Give a longest time only where the answer may be put off up to a limit',
  'longest-missing': () => 'Give the longest time up to which the answer may be put off',
  'trial-below-none': () => 'This must not be less than the number below which there are no limits',
  'scale-used': () => 'Bids were opened under the scale of a day in that time, and it stands. Choose a day after the last opening',
  'duty-counts': () => 'Indicators are counted by their number, a standstill in working days, everything else in time',
  'vat-none-above': () => 'Where there is no VAT its rate is 0',
  'no-time-given': () => 'Give the months, the days or both',
}
