import { dayInWords } from '#platform/time/words.ts'
import type { OfficeBasis } from '../chair.ts'
import type { QuorumRule } from '../quorum.ts'
import { setName } from '../quorum.ts'
import { percent } from '../quorum-words.ts'
import type { BodyFunction, ChairRule, MemberDemand, TermsSeat } from './membership.ts'
import type { FrequencyRule, NoticeBeforeRule } from './procedure.ts'
import type { QuorumLoss } from './quorum-rule.ts'
import type { RuleName } from './terms.ts'

/** The name of every rule as a heading. */
export const ruleTitles: Readonly<Record<RuleName, string>> = {
  purpose: 'Purpose',
  responsibilities: 'Responsibilities',
  functions: 'What it may decide',
  quorum: 'Quorum',
  remote: 'Remote attendance',
  chair: 'Chair',
  deputyChair: 'Deputy chair',
  absenceOfBoth: 'When chair and deputy chair are absent',
  deputies: 'Deputies',
  voting: 'Voting',
  nominateItems: 'Nominating items',
  papersDue: 'Papers due',
  agendaOut: 'Agenda and papers out',
  draftMinutes: 'Draft minutes',
  minutesPublished: 'Publishing minutes',
  latePapers: 'Late papers',
  intake: 'Accepting items',
  frequency: 'How often it meets',
  longestMinutes: 'Longest meeting',
  standingItems: 'Standing items',
  attendance: 'Attendance',
  interests: 'Interests',
  publicAccess: 'Public access',
  confidentiality: 'Confidential papers',
  minuteNumbers: 'Numbers of minutes',
  decisionNumbers: 'Numbers of decisions',
  reporting: 'Reporting',
  reviewEveryMonths: 'Review of the terms',
  disputes: 'Disputes',
}

/** "1 day", "7 days". */
export function counted(number: number, singular: string): string {
  return `${number} ${singular}${number === 1 ? '' : 's'}`
}

/** "a, b and c"; '' for none. */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}

/** "every month", "every 2 months", "every year". */
export function everyMonthsWords(months: number): string {
  if (months === 1) return 'every month'
  if (months === 3) return 'every quarter'
  if (months === 12) return 'every year'
  return months % 12 === 0 ? `every ${months / 12} years` : `every ${months} months`
}

const MODE_WORDS = {
  calendar: 'day',
  'clear-calendar': 'clear day',
  working: 'working day',
  'clear-working': 'clear working day',
  s243: 'clear day',
} as const

/** "at least 7 working days before the meeting". */
export function noticeWords(notice: NoticeBeforeRule): string {
  const parish = notice.mode === 's243' ? ' (as parish councils count them, Saturdays included)' : ''
  return `at least ${counted(notice.days, MODE_WORDS[notice.mode])}${parish} before the meeting${notice.cutOff === null ? '' : `, by ${notice.cutOff}`}${notice.closedAt === undefined ? '' : `, not counting the days on which ${notice.closedAt} is closed`}`
}

const METHODS: Readonly<Record<ChairRule['method'], string>> = {
  'by-post': 'the holder of a named post chairs',
  independent: 'an independent chair presides',
  elected: 'the members elect the chair',
  'nominated-by-core-members': 'the core members agree the chair by nomination, and by a vote if need be',
  'agreed-at-first-meeting': 'the group agrees its chair at its first meeting',
  'named-in-terms': 'the terms name the chair',
  'named-by-parent-body': 'the parent body names the chair',
}

/** How the chair is found, as the middle of a sentence. */
export function chairMethodWords(method: ChairRule['method'], post: string | null): string {
  return method === 'by-post' && post !== null ? `the ${post} chairs, by post` : METHODS[method]
}

/** How the chair is seen to hold the office, as the end of a sentence. */
export const chairBasisWords: Readonly<Record<OfficeBasis, string>> = {
  by_post: 'the chair holds the office by post',
  independent: 'the chair is independent',
  appointed: 'the chair is appointed',
  elected: 'the chair is elected',
  nominated: 'the chair is nominated by the core members',
  agreed: 'the chair is agreed by the group',
}

/** How often a body meets, as a sentence without its end. */
export function frequencyWords(rule: FrequencyRule): string {
  const least = rule.minimum ? 'at least ' : ''
  const parts = [
    rule.timesAYear === null ? null : `Meets ${least}${counted(rule.timesAYear, 'time')} a year`,
    rule.everyMonths === null ? null : `Meets ${least}${everyMonthsWords(rule.everyMonths)}`,
    rule.phase === null
      ? null
      : `Meets ${everyMonthsWords(rule.phase.everyMonths)} for the first ${counted(rule.phase.forMonths, 'month')}${
          rule.phase.from === undefined ? '' : ` from ${dayInWords(Temporal.PlainDate.from(rule.phase.from))}`
        }, then reviews how often`,
    rule.aimEveryMonths === null ? null : `aims at ${everyMonthsWords(rule.aimEveryMonths)}`,
    rule.extraordinary ? 'may meet more often when needed' : null,
  ]
  return parts.filter((part) => part !== null).join('; ')
}

/** The functions on which alone a seat votes, as the end of a sentence; '' where it votes on everything. */
export function votesOnWords({ votesOn = [] }: Pick<TermsSeat, 'votesOn'>, functions: readonly BodyFunction[] | null): string {
  if (votesOn.length === 0) return ''
  return `, on these matters only: ${listed(votesOn.map((key) => functions?.find((one) => one.key === key)?.name ?? key))}`
}

/** Whom the body must have, as a sentence: "At least 1 who acts as Clinician, at every meeting too." */
export function memberDemandWords({ matches, value, atLeast, atMeetings }: Omit<MemberDemand, 'source'>): string {
  const who = matches === 'role' ? `whose seat has the role: ${value}` : `who ${atLeast === 1 ? 'acts' : 'act'} as: ${value}`
  return `At least ${atLeast} ${who}${atMeetings ? '; at every meeting, too' : ''}.`
}

const LOSSES: Readonly<Record<QuorumLoss, string>> = {
  wait: 'when quorum is lost, the meeting waits until it is back',
  adjourn: 'when quorum is lost, the meeting is adjourned',
  'note-only': 'when quorum is lost, this is noted and the discussion goes on; decisions wait',
}

/** What the terms say follows when quorum is lost, as a sentence without its end. */
export function quorumLossWords(loss: QuorumLoss | undefined): string {
  return loss === undefined ? 'what follows when quorum is lost is not stated' : LOSSES[loss]
}

/** A quorum rule as the middle of a sentence: "at least 2 members from the council". */
export function quorumWords(rule: QuorumRule, names: ReadonlyMap<string, string>): string {
  switch (rule.kind) {
    case 'at-least':
      return `at least ${rule.n} ${rule.counts === 'people' ? '' : `${rule.counts} of the `}${setName(rule.of, names)}`
    case 'share': {
      const vacant = rule.vacantSeats === 'counted' ? 'vacant seats counted' : 'vacant seats left out'
      return `${rule.moreThan ? 'more than' : 'at least'} ${percent(rule.numerator, rule.denominator)} of the ${setName(rule.of, names)} (${vacant})`
    }
    case 'agencies-besides-chair':
      return `${counted(rule.n, 'agency').replace('agencys', 'agencies')} besides the chair’s own`
    case 'chair-present':
      return 'the chair'
    case 'none':
      return 'nobody in particular: no quorum is required'
    case 'not-stated':
      return 'a number that the terms do not state'
    case 'all':
      return listed(rule.rules.map((part) => quorumWords(part, names)))
    case 'any':
      return listed(
        rule.rules.map((part) => quorumWords(part, names)),
        'or',
      )
    case 'waiver':
      return `${quorumWords(rule.rule, names)}, unless the chair has consulted the absent members and records their views`
  }
}
