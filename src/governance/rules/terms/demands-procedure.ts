import { ladderOf } from '../dispute.ts'
import { joined } from './demands.ts'
import type { Terms } from './terms.ts'
import { counted, everyMonthsWords, listed } from './wording.ts'

function latePapers(terms: Terms): readonly string[] {
  const rule = terms.latePapers.value
  if (rule === null) return []
  const who = listed(rule.consentOf, rule.need === 'all' ? 'and' : 'or').toLowerCase()
  return joined(`a late paper needs the consent of ${who}`, rule.onlyExceptionally ? 'only in exceptional circumstances' : null)
}

function intake(terms: Terms): readonly string[] {
  const rule = terms.intake.value
  if (rule === null) return []
  return joined(
    rule.onlyDecisions ? 'only items that need a decision are taken' : null,
    rule.mustFitWorkPlan ? 'an item must fit the work plan' : null,
    rule.onTemplate ? 'an item comes on the set template' : null,
    rule.agreedBy.length === 0 ? null : `the agenda is agreed by: ${listed(rule.agreedBy).toLowerCase()}`,
    rule.urgentItemsBy === null ? null : `urgent items are admitted by the ${rule.urgentItemsBy.toLowerCase()}`,
  )
}

function standingItems(terms: Terms): readonly string[] {
  return (terms.standingItems.value ?? []).map(({ title, months, from }) => {
    const when = months === null ? 'at each meeting' : everyMonthsWords(months)
    return `${title}${from === null ? '' : `, from: ${from}`}: ${when}.`
  })
}

function attendance(terms: Terms): readonly string[] {
  const rule = terms.attendance.value
  if (rule === null) return []
  const share = rule.share
  return joined(
    share === null ? null : `members attend at least ${share.numerator} of every ${share.denominator} meetings in a financial year`,
    rule.developmentDays ? 'development days count' : null,
    rule.explanationAfter === null
      ? null
      : `after ${counted(rule.explanationAfter, 'missed meeting')} without apology or deputy an explanation is asked`,
    rule.letterAfter === null
      ? null
      : `after ${counted(rule.letterAfter, 'missed meeting')} a letter to the member’s chief officer is considered`,
  )
}

const CONSEQUENCES = {
  stay: 'may stay and speak',
  'stay-silent': 'stays and is silent',
  leave: 'leaves for the item',
  'chair-decides': 'does what the chair rules',
  'not-stated': 'declares it; what follows is not said',
} as const

function interests(terms: Terms): readonly string[] {
  const rule = terms.interests.value
  if (rule === null) return []
  const same = rule.default === rule.pecuniary
  return joined(
    `a member who declares an interest ${CONSEQUENCES[rule.default]}`,
    same ? null : `with a pecuniary interest the member ${CONSEQUENCES[rule.pecuniary]}`,
    rule.mayBeAskedToLeave ? 'the member may be asked to leave' : null,
    rule.register ? 'there is a register of interests' : null,
    rule.reviewedEveryMonths === null ? null : `it is reviewed ${everyMonthsWords(rule.reviewedEveryMonths)}`,
    rule.otherMembershipsDeclared ? 'seats on other boards are declared' : null,
  )
}

function publicAccess(terms: Terms): readonly string[] {
  const rule = terms.publicAccess.value
  if (rule === null) return []
  const said = (value: boolean | null, yes: string, no: string) => (value === null ? null : value ? yes : no)
  return joined(
    said(rule.meetingsOpen, 'meetings are open to the public', 'meetings are not open to the public'),
    said(rule.papersPublic, 'papers are public', 'papers are not public'),
    said(rule.attendanceRecorded, 'members of the public sign in, and the chair is told', ''),
  )
}

function confidentiality(terms: Terms): readonly string[] {
  const rule = terms.confidentiality.value
  if (rule === null) return []
  return joined(
    rule.marked ? 'confidential papers are marked' : null,
    rule.destroyed === 'end-of-meeting' ? 'the copies handed out are destroyed at the end of the meeting' : null,
    rule.destroyed === 'within-days' ? destroyedWithin(rule.days ?? null) : null,
  )
}

function destroyedWithin(days: number | null): string {
  if (days === null) return 'the copies handed out are destroyed after the meeting, on a day that is not stated'
  return `the copies handed out are destroyed within ${days === 1 ? 'a day' : `${days} days`} of the meeting`
}

function numbering(rule: Terms['minuteNumbers']['value'], what: string): readonly string[] {
  if (rule === null) return []
  const start = rule.start === null ? '' : `; the first held is ${rule.start}`
  return joined(rule.runsOn ? `numbers of ${what} run on from meeting to meeting${start}` : `numbers of ${what} begin at 1 at each meeting`)
}

/** What the rules on procedure demand, in plain sentences. */
export const procedureDemands = {
  latePapers,
  intake,
  longestMinutes: (terms: Terms) =>
    terms.longestMinutes.value === null ? [] : [`A meeting lasts at most ${counted(terms.longestMinutes.value, 'minute')}.`],
  standingItems,
  attendance,
  interests,
  publicAccess,
  confidentiality,
  minuteNumbers: (terms: Terms) => numbering(terms.minuteNumbers.value, 'minutes'),
  decisionNumbers: (terms: Terms) => numbering(terms.decisionNumbers.value, 'decisions'),
  reporting: (terms: Terms) =>
    (terms.reporting.value ?? []).map(
      ({ to, what, months }) => `${what}, to: ${to}${months === null ? '' : `, ${everyMonthsWords(months)}`}.`,
    ),
  reviewEveryMonths: (terms: Terms) =>
    terms.reviewEveryMonths.value === null ? [] : [`The terms are reviewed ${everyMonthsWords(terms.reviewEveryMonths.value)}.`],
  disputes: (terms: Terms) => {
    const ladder = ladderOf(terms).map(({ who, days }) => (days === null ? who : `${who} within ${counted(days, 'day')}`))
    return ladder.length === 0 ? [] : [`A dispute is settled by: ${ladder.join('; then ')}.`]
  },
} as const satisfies Readonly<Partial<Record<keyof Terms, (terms: Terms) => readonly string[]>>>
