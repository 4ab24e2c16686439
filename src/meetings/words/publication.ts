import type { NoticeVerdict } from '#governance/public.ts'
import type { FieldProblem } from '#platform/result.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import type { CertificateInputs, CertificateVerdict } from '../rules/certificate.ts'
import type { DeadlineName } from '../rules/deadlines.ts'
import type { PublishProblem } from '../rules/publication.ts'
import { testPartsInWords } from './part-two.ts'

/** What came out. */
export const publicationWords: Readonly<Record<'pack' | 'supplement' | 'correction' | 'minutes' | 'release', string>> = {
  pack: 'Agenda and papers',
  supplement: 'Supplement',
  correction: 'Corrected paper',
  minutes: 'Minutes',
  release: 'Released from Part 2',
}

/** 'Agenda and papers', 'Supplement 2', 'Supplement 3, tabled at the meeting'. */
export function publicationName({
  kind,
  number,
  tabled = false,
}: {
  readonly kind: 'pack' | 'supplement' | 'correction' | 'minutes' | 'release'
  readonly number: number
  readonly tabled?: boolean | undefined
}): string {
  if (kind === 'pack') return publicationWords.pack
  if (kind === 'release') return number === 1 ? publicationWords.release : `${publicationWords.release}, number ${number}`
  return `${publicationWords[kind]} ${number}${tabled ? ', tabled at the meeting' : ''}`
}

/** The deadlines before a meeting. */
export const deadlineWords: Readonly<Record<DeadlineName, string>> = {
  nominateItems: 'Items can be nominated',
  papersDue: 'Papers handed in',
  agendaOut: 'Agenda and papers published',
}

/** The same at the beginning of a line: 'Seven working days before the meeting'. */
export function ruleAlone(rule: Parameters<typeof ruleInWords>[0]): string {
  const words = ruleInWords(rule)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** 'seven working days before the meeting', the way a rule says how days are counted. */
export function ruleInWords({
  mode,
  days,
  cutOff,
}: {
  readonly mode: string
  readonly days: number
  readonly cutOff: string | null
}): string {
  const kinds: Readonly<Record<string, string>> = {
    calendar: 'calendar',
    'clear-calendar': 'clear calendar',
    working: 'working',
    'clear-working': 'clear working',
    s243: 'clear',
  }
  const count = `${numberInWords(days)} ${kinds[mode] ?? ''} ${days === 1 ? 'day' : 'days'}`
  return `${count} before the meeting${cutOff ? `, by ${cutOff}` : ''}`
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Numbers up to ten as words, others as figures. */
export function numberInWords(count: number): string {
  return small[count] ?? String(count)
}

/** The same after a colon: the first letter small, names of days as they are. */
export function verdictAfterColon(verdict: NoticeVerdict | CertificateVerdict): string {
  const sentence = verdictSentence(verdict)
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

/** The verdict of a notice rule in a sentence: 'one working day late: the last day allowed was Thursday 13 February 2014'. */
export function verdictSentence(verdict: NoticeVerdict | CertificateVerdict): string {
  const lastDay = 'lastDay' in verdict && verdict.lastDay !== null ? weekdayInWords(Temporal.PlainDate.from(verdict.lastDay)) : ''
  switch (verdict.state) {
    case 'met':
      return `In time for the last day allowed, ${lastDay}`
    case 'late':
      return `${lateBy(verdict)} late: the last day allowed was ${lastDay}`
    case 'not-yet-due':
      return `Not due yet: the last day allowed is ${lastDay}`
    case 'overdue':
      return `Overdue: the last day allowed was ${lastDay}`
    case 'not-known':
      return 'Nobody can say: the bank holidays of that time are not announced'
  }
}

/** Where a deadline before a meeting stands: after the day for nominating items nothing is owed, the time for it is over. */
export function deadlineStands(name: DeadlineName, verdict: NoticeVerdict): string {
  if (name !== 'nominateItems' || verdict.state === 'not-known') return verdictSentence(verdict)
  const lastDay = weekdayInWords(verdict.lastDay)
  return verdict.state === 'overdue' ? `Closed since the end of ${lastDay}` : `Until ${lastDay}`
}

function lateBy({ daysLate, unit }: { readonly daysLate: number | null; readonly unit: 'working' | 'calendar' | null }): string {
  if (daysLate === null) return 'Some days'
  const count = numberInWords(daysLate)
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} ${unit ?? ''} ${daysLate === 1 ? 'day' : 'days'}`
}

/** The notice statement of a published pack. */
export function noticeStatement(inputs: CertificateInputs, verdict: CertificateVerdict): string {
  const sent = weekdayInWords(Temporal.PlainDate.from(inputs.sentOn))
  return `Published on ${sent}. ${verdictSentence(verdict)}.`
}

/** What a publish problem says, and what to do. */
export function publishProblemWords({ code, number, names }: PublishProblem): string {
  switch (code) {
    case 'not-called':
      return 'Announce the meeting first: nobody outside may know of it yet'
    case 'meeting-not-ahead':
      return 'This meeting is not to be held, so nothing is published for it'
    case 'no-items':
      return 'The agenda has no items yet'
    case 'report-missing':
      return `Item ${number} says that a report is attached, and none was started. Start it, or mark it as to follow`
    case 'report-not-cleared':
      return `The report of item ${number} is not cleared yet. Clear it, or mark the item as to follow`
    case 'consents-missing':
      return `The report of item ${number} came late. It still needs the consent of: ${names.join(', ')}`
    case 'nothing-new':
      return 'Everything that is cleared is published already'
    case 'tabled-at-meeting':
      return `The report of item ${number} is tabled: it is published once the meeting has begun`
    case 'test-missing':
      return `Item ${number} is exempt, and its public-interest test is not complete. Change the item and say: ${testPartsInWords(names)}`
    case 'paper-test-missing':
      return `A paper of item ${number} is exempt for itself, and its public-interest test is not complete. Open the paper and say: ${testPartsInWords(names)}`
    case 'new-item-not-urgent':
      return `Item ${number} was not announced with the agenda. It must be urgent, with the chair’s reason`
  }
}

/** A sentence for a problem with publishing or withdrawing. */
export function publicationProblemWords(problem: FieldProblem): string | undefined {
  const { code, field, details = {} } = problem
  switch (code) {
    case 'breach-reason-missing':
      return details.board
        ? `Say why the notice is late for ${details.board}`
        : 'Say why the notice is late. The reason is shown on the notice page'
    case 'breach-approver-missing':
      return details.board ? `Say who approved publishing late for ${details.board}` : 'Say who approved publishing late'
    case 'no-correction':
      return 'There is no corrected version to publish'
    case 'withdrawn-already':
      return 'This is withdrawn already'
    case 'minutes-elsewhere':
      return 'Minutes are withdrawn on their own page'
    case 'nothing-to-retry':
      return 'The files are ready; there is nothing to make again'
    case 'required':
      return field === 'reason' ? 'Enter the reason. Everybody can read it' : undefined
    case 'not-called':
    case 'meeting-not-ahead':
    case 'no-items':
    case 'report-missing':
    case 'report-not-cleared':
    case 'consents-missing':
    case 'nothing-new':
    case 'tabled-at-meeting':
    case 'new-item-not-urgent':
    case 'test-missing':
    case 'paper-test-missing':
      return publishProblemWords({ code, number: String(details.number ?? ''), names: String(details.names ?? '').split(', ') })
    default:
      return undefined
  }
}
