import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { BringingRule } from '../rules/bringing.ts'
import type { FeedbackKind, FeedbackOutcome, FeedbackPeriod, FeedbackStanding, Sender } from '../rules/feedback.ts'
import type { FeedbackLine } from '../rules/feedback-numbers.ts'

/** What was sent. */
export const feedbackKindWords: Readonly<Record<FeedbackKind, string>> = {
  complaint: 'Complaint',
  appeal: 'Appeal or next stage',
  compliment: 'Compliment',
  rating: 'Rating',
}

/** The same, of many. */
export const feedbackKindsWords: Readonly<Record<FeedbackKind, string>> = {
  complaint: 'Complaints',
  appeal: 'Appeals and next stages',
  compliment: 'Compliments',
  rating: 'Ratings',
}

/** Who sent it. */
export const senderWords: Readonly<Record<Sender, string>> = {
  children: 'A child or young person',
  families: 'A parent, carer or family',
  staff: 'Somebody who works with children',
  others: 'Somebody else',
}

/** What came of a complaint. */
export const outcomeWords: Readonly<Record<FeedbackOutcome, string>> = {
  upheld: 'Upheld',
  part: 'Upheld in part',
  'not-upheld': 'Not upheld',
  withdrawn: 'Withdrawn',
}

/** How it stands. */
export const feedbackStandingWords: Readonly<Record<FeedbackStanding, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  'to-take': { word: 'Not looked at yet', meaning: 'warning' },
  acknowledge: { word: 'To be acknowledged', meaning: 'warning' },
  'to-answer': { word: 'To be answered', meaning: 'information' },
  late: { word: 'Answer overdue', meaning: 'bad' },
  answered: { word: 'Answered', meaning: 'good' },
  'answered-late': { word: 'Answered late', meaning: 'neutral' },
  noted: { word: 'On record', meaning: 'neutral' },
  'set-aside': { word: 'Set aside', meaning: 'neutral' },
}

/** Five words for the figures of a rating, the worst first. */
export const ratingWords: readonly string[] = ['Very poor', 'Poor', 'Neither good nor poor', 'Good', 'Very good']

/** Within what time, in words: '10 working days, 20 at most'. */
export function periodInWords({ answerWithin, unit, extension, longest, acknowledgeDays }: FeedbackPeriod): string {
  const span = `${answerWithin} ${unit === 'months' ? 'months' : 'working days'}`
  const more = { none: '', 'up-to': `, ${longest} at most`, agreed: ', or longer where whoever complained agrees' }[extension]
  return `${span}${more}${acknowledgeDays === null ? '' : `; acknowledged within ${acknowledgeDays} working days`}`
}

/** Within what time a complaint is brought: 'Within 12 months of the day on which it happened'. */
export function bringingInWords({ months, countsFrom, isConfirmed }: Omit<BringingRule, 'procedure' | 'source'>): string {
  const from = countsFrom === 'happened' ? '' : ', or on which whoever complains came to know of it'
  const check = isConfirmed ? '' : '. Check this against its source before you rely on it'
  return `Within ${months} ${months === 1 ? 'month' : 'months'} of the day on which it happened${from}${check}`
}

/** A line of the numbers of a period: what it counts. */
export function lineLabel({ part, label }: Pick<FeedbackLine, 'part' | 'label'>): string {
  if (part === 'all') return 'In all'
  if (part === 'rest') return { service: 'All other services', provider: 'All other providers', outcome: 'All else' }[label] ?? 'All else'
  if (part === 'outcome') return label === 'open' ? 'Not answered yet' : outcomeWords[label as FeedbackOutcome]
  return label === '' ? 'Of no provider named' : label
}

/** A line of the numbers of a period: how many. */
export function lineNumber({ n, told }: Pick<FeedbackLine, 'n' | 'told'>, fewest: number): string {
  if (told === 'none') return 'None'
  return told === 'few' ? `Fewer than ${fewest}` : String(n)
}

/** What a complaint asks of somebody, for My work. */
export function feedbackDutyWords(
  standing: FeedbackStanding,
  { kind, reference, service }: { readonly kind: FeedbackKind; readonly reference: string; readonly service: string },
): string | undefined {
  const what = kind === 'appeal' ? 'appeal' : 'complaint'
  if (standing === 'to-take') return `Look at what somebody sent: ${reference}`
  if (standing === 'acknowledge') return `Acknowledge and answer ${what} ${reference} about ${service}`
  return standing === 'late' || standing === 'to-answer' ? `Answer ${what} ${reference} about ${service}` : undefined
}

/** From which day to which, the last day told as it is meant. */
export const spanInWords = (startsOn: Temporal.PlainDate, endsOn: Temporal.PlainDate): string =>
  `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`

/** The mail with an answer: what was answered, word for word, under the reference by which whoever sent it knows it; nothing of what they sent. */
export function answerMail({ kind, reference, board, answer }: AnswerMail): { readonly subject: string; readonly text: string } {
  return {
    subject: `Answer to your ${feedbackKindWords[kind].toLowerCase()} ${reference}`,
    text: `${board} answers your ${feedbackKindWords[kind].toLowerCase()} ${reference}.\n\n${answer}\n\n--\nThis was sent to the address that you left with it, and to nobody else.\n`,
  }
}
interface AnswerMail {
  readonly kind: FeedbackKind
  readonly reference: string
  /** Name of the board that answers. */
  readonly board: string
  readonly answer: string
}
