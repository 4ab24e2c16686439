import type { AfterVerdict } from '../rules/deadline-after.ts'
import type { DeputyProblem, DeputyWarning } from '../rules/deputy.ts'
import type { NoticeVerdict } from '../rules/notice.ts'
import type { QuorumVerdict } from '../rules/quorum.ts'
import type { VoteResult } from '../rules/tally.ts'
import type { RuleStatus } from '../rules/terms/parts.ts'
import type { TermsProblem } from '../rules/terms/portable.ts'
import type { VoteRefusal } from '../rules/voting.ts'

/** A day as people read it: "Thursday 13 February 2014". */
export function dayWords(day: Temporal.PlainDate): string {
  return day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '')
}

/** What each verdict of a quorum means. */
export const quorumWords: Readonly<Record<QuorumVerdict['state'], string>> = {
  quorate: 'Quorate',
  'not-quorate': 'Not quorate',
  'quorate-by-exception': 'Quorate by exception',
  'no-quorum-required': 'No quorum is required',
  'not-stated': 'The terms state no quorum',
  undefined: 'The quorum cannot be tested',
}

/** How well a rule stands, as a label. */
export const ruleStatusWords: Readonly<Record<RuleStatus, string>> = {
  stated: 'Stated',
  'not-stated': 'Not stated',
  contradictory: 'Contradictory',
  chosen: 'Chosen',
}

function lateBy(days: number | null, unit: 'working' | 'calendar'): string {
  if (days === null) return 'late'
  return `${days} ${unit === 'working' ? 'working ' : ''}${days === 1 ? 'day' : 'days'} late`
}

function notKnown(verdict: { readonly calendar: string; readonly firstYear: number; readonly lastAnnouncedYear: number }): string {
  return `Not known: the bank holidays of ${verdict.calendar} are held from ${verdict.firstYear} to ${verdict.lastAnnouncedYear} only.`
}

/** A verdict on notice in a sentence. */
export function noticeSentence(verdict: NoticeVerdict): string {
  switch (verdict.state) {
    case 'met':
      return `Met: the last day allowed was ${dayWords(verdict.lastDay)}.`
    case 'late':
      return `Sent ${lateBy(verdict.daysLate, verdict.unit)}: the last day allowed was ${dayWords(verdict.lastDay)}.`
    case 'not-yet-due':
      return `Due by ${dayWords(verdict.lastDay)}.`
    case 'overdue':
      return `Overdue: the last day allowed was ${dayWords(verdict.lastDay)}.`
    case 'not-known':
      return notKnown(verdict)
  }
}

/** A verdict on a deadline after an event in a sentence. */
export function afterSentence(verdict: AfterVerdict): string {
  switch (verdict.state) {
    case 'clock-not-started':
      return verdict.from === 'meeting' ? 'The clock starts with the meeting.' : 'The clock starts when the minutes are approved.'
    case 'not-known':
      return notKnown(verdict)
    case 'met':
      return `Met: the last day was ${dayWords(verdict.lastDay)}.`
    case 'not-yet-due':
      return `Due by ${dayWords(verdict.lastDay)}.`
    case 'due-soon':
      return `Due soon: by ${dayWords(verdict.lastDay)}.`
    case 'late':
      return `Done ${lateBy(verdict.daysLate, verdict.unit)}: the last day was ${dayWords(verdict.lastDay)}.`
    case 'overdue':
      return `Overdue: the last day was ${dayWords(verdict.lastDay)}.`
    case 'missed-soft':
      return `Past ${dayWords(verdict.lastDay)}. The terms ask for it where practicable, so this is reported and is no breach.`
  }
}

/** Why a deputy is not accepted. */
export const deputyProblemWords: Readonly<Record<DeputyProblem, string>> = {
  'deputies-forbidden': 'The terms allow no deputies.',
  'not-a-named-substitute': 'Only a named substitute may come, and this person is not named for the seat.',
  'chair-has-not-agreed': 'The chair has not agreed to this deputy.',
  'members-not-told': 'The core members have not been told of this deputy.',
  'not-nominated': 'The member has not nominated this deputy.',
  'member-is-present': 'The member is present and holds the seat.',
  'sits-elsewhere': 'This person already holds another seat at the meeting; one person counts once.',
}

/** What to tell the chair about a deputy who is accepted. */
export const deputyWarningWords: Readonly<Record<DeputyWarning, string>> = {
  'without-authority-to-decide': 'This deputy has no delegated authority to decide for the agency.',
  'authority-not-known': 'Nobody has recorded whether this deputy may decide for the agency.',
  'rule-not-stated': 'The terms say nothing about deputies.',
}

const REFUSALS: Readonly<Record<VoteRefusal['code'], string>> = {
  'not-quorate': 'The meeting is not quorate. It may discuss, and may not decide.',
  'quorum-not-settled': 'The quorum cannot be tested, so no decision can rest on it.',
  'function-not-delegated': 'The terms do not let this body decide on this.',
  'function-reserved': 'The decision is reserved.',
  'policy-not-voted-on': 'The terms permit no vote on policy.',
  'resources-not-voted-on': 'The terms permit no vote on resources.',
  'not-announced': 'The item was not on the published agenda, and the chair has given no reason for urgency.',
  'consensus-not-recorded': 'The terms want consensus sought first. Record what came of it.',
  'money-section-missing': 'The decision commits money, and the report has no money section.',
  'show-of-hands-needed': 'The decision commits money, so the vote must be by a show of hands.',
}

/** Why a vote is refused, and where the matter may go instead. */
export function voteRefusalSentence(refusal: VoteRefusal): string {
  const instead = refusal.to.length === 0 ? '' : ` You may recommend it to: ${refusal.to.join('; ')}.`
  return `${REFUSALS[refusal.code]}${instead}`
}

/** The result of a vote as a label. */
export const voteResultWords: Readonly<Record<VoteResult, string>> = {
  carried: 'Carried',
  fell: 'Not carried',
  tied: 'Tied, so not carried',
  'no-majority': 'No majority, so not carried',
  'casting-vote-open': 'Waiting for the chair’s casting vote',
  'carried-by-casting-vote': 'Carried by the chair’s casting vote',
  'fell-by-casting-vote': 'Not carried, by the chair’s casting vote',
}

const TERMS_PROBLEMS: Readonly<Record<TermsProblem['code'], string>> = {
  'not-json': 'The file is not a terms document: it is not JSON.',
  'wrong-shape': 'Something is missing or not of the right kind.',
  'unknown-source': 'A rule names a source that the document does not list.',
  'unknown-function': 'A seat votes on a function that the document does not list.',
  'votes-without-vote': 'A seat without a vote names functions on which it votes.',
  'unknown-group': 'A seat or the quorum names a group that the document does not list.',
  'key-twice': 'A key is used twice.',
  'demand-twice': 'The same role or capacity is demanded twice.',
  'dates-out-of-order': 'The last day is not after the first.',
  'more-vacant-than-places': 'More places are vacant than the seat has.',
  'not-stated-with-value': 'A rule is marked as not stated and has a value.',
  'stated-without-value': 'A rule is marked as stated or chosen and has no value.',
  'contradictory-without-readings': 'A rule is marked as contradictory and gives no readings.',
  'chosen-by-nobody': 'A rule is marked as chosen and does not say by whom.',
}

/** What is wrong with a terms document, and where. */
export function termsProblemSentence({ code, path, detail }: TermsProblem): string {
  const where = path === '' ? '' : ` At: ${path}.`
  return `${TERMS_PROBLEMS[code]}${where}${detail === '' ? '' : ` (${detail})`}`
}
