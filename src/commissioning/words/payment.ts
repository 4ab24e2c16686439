import { dayInWords } from '#platform/time/words.ts'
import type { LineReason, PaymentConditions, PaymentReview } from '../rules/package-payment.ts'
import type { RelapseTerm } from '../rules/payment.ts'
import type { Starts } from '../rules/payment-model.ts'
import type { PaymentBase, PaymentTerms } from '../rules/payment-terms.ts'
import { pounds } from './pence.ts'

/** What a package is paid for. */
export const baseWords: Readonly<Record<PaymentBase, string>> = {
  'time-and-task': 'Time and task: each minute that is delivered',
  stepped: 'Stepped: a higher rate for the first weeks, then a lower one',
  incentive: 'Incentive: paid on for some weeks after less care is needed',
  none: 'Nothing by the minute: only the sums below',
}

/** What happens where more care is needed again. */
export const relapseWords: Readonly<Record<RelapseTerm, string>> = {
  keep: 'The week of the outcome is paid all the same',
  revert: 'What is delivered is paid in that week',
  review: 'What is delivered is paid until somebody has looked at it',
}

/** How packages are spread over a year. */
export const startsWords: Readonly<Record<Starts, string>> = {
  evenly: 'Packages begin evenly over all weeks',
  'at-once': 'All packages begin in the first week',
}

/** A rate in hundredths of a penny an hour as people read it: '£15.62 an hour', '£15.6250 an hour'. */
export function rateWords(hundredths: bigint): string {
  return `${typedRate(hundredths, '£')} an hour`
}

/** A rate as it stands in a field: '15.62', or with four places where it has them. */
export function typedRate(hundredths: bigint, before = ''): string {
  const [whole, part] = [hundredths / 10_000n, String(hundredths % 10_000n).padStart(4, '0')]
  return `${before}${whole}.${part.endsWith('00') ? part.slice(0, 2) : part}`
}

const weeksOf = (count: number): string => (count === 1 ? '1 week' : `${count} weeks`)

/** The terms of a mechanism in one or more sentences. */
export function termsWords(terms: PaymentTerms): string {
  const { rate, steps, blockPence, blockWeeks, bonusPence, clawBackWeeks } = terms
  const parts: string[] = []
  if (terms.base === 'time-and-task' && rate !== null) parts.push(`${rateWords(rate)} for each minute delivered`)
  if (terms.base === 'stepped' && rate !== null)
    parts.push(`${steps.map((step) => `${rateWords(step.rate)} for ${weeksOf(step.weeks)}`).join(', then ')}, then ${rateWords(rate)}`)
  if (terms.base === 'incentive' && rate !== null)
    parts.push(
      `${rateWords(rate)} for each minute delivered; for ${weeksOf(terms.continueWeeks ?? 0)} after the outcome the week of the outcome is paid. Where more care is needed again: ${relapseWords[terms.onRelapse ?? 'review'].toLowerCase()}`,
    )
  if (blockPence !== null && blockWeeks !== null) parts.push(`${pounds(blockPence)} every ${weeksOf(blockWeeks)} whatever is delivered`)
  if (bonusPence !== null && clawBackWeeks !== null)
    parts.push(
      `${pounds(bonusPence)} once for an outcome${clawBackWeeks === 0 ? '' : `, taken back where more care is needed again within ${weeksOf(clawBackWeeks)}`}`,
    )
  return `${parts.join('. ')}.`
}

/** Why a week is paid as it is. */
export const reasonWords: Readonly<Record<LineReason, string>> = {
  delivered: 'Delivered',
  after_outcome: 'Week of the outcome, paid on',
  relapse: 'More care was needed again',
  needs_review: 'To be looked at',
  block: 'Fixed sum',
  bonus: 'Sum for the outcome',
  claw_back: 'Sum for the outcome taken back',
  minimum: 'Up to the minimum of a week',
  cap: 'Above the most for a package',
  reviewed: 'Put right after it was looked at',
}

/** Why a line stands as it does, said of a reversal too. */
export const lineReason = ({ reason, reverses }: { readonly reason: LineReason; readonly reverses: string | null }): string =>
  `${reverses === null ? '' : 'Reversed: '}${reasonWords[reason]}`

/** A week of a package with its first day: '3, from 19 October 2026'. */
export const weekWords = (startsOn: Temporal.PlainDate, week: number): string =>
  `${week}, from ${dayInWords(startsOn.add({ weeks: week - 1 }))}`

/** How a run stands, in one or two sentences. */
export function runStanding(run: {
  readonly untilDay: Temporal.PlainDate
  readonly approvedOn: Temporal.PlainDate | null
  readonly takesBack: string | null
}): string {
  const what =
    run.takesBack === null ? `For weeks that ended before ${dayInWords(run.untilDay)}.` : 'It takes an earlier run back as a whole.'
  return `${what} ${run.approvedOn === null ? 'It waits for approval by somebody who neither made it nor entered anything in it.' : `Approved ${dayInWords(run.approvedOn)}; it stands.`}`
}

/** How an outcome stands, in one sentence. */
export function outcomeStanding(one: {
  readonly agreedUser: Temporal.PlainDate | null
  readonly agreedProvider: Temporal.PlainDate | null
  readonly agreedCommissioner: Temporal.PlainDate | null
  readonly confirmedOn: Temporal.PlainDate | null
  readonly appealedOn: Temporal.PlainDate | null
  readonly settled: 'stands' | 'falls' | null
}): string {
  if (one.settled === 'falls') return 'Fell by an appeal: nothing is paid for it'
  if (one.appealedOn !== null && one.settled === null) return `Appealed ${dayInWords(one.appealedOn)}, not settled`
  if (one.confirmedOn !== null)
    return `Confirmed ${dayInWords(one.confirmedOn)}${one.settled === 'stands' ? '; it stands after an appeal' : ''}`
  const missing = [
    ['user', one.agreedUser],
    ['provider', one.agreedProvider],
    ['commissioner', one.agreedCommissioner],
  ] as const
  const who = missing.filter(([, day]) => day === null).map(([name]) => name)
  return who.length === 0 ? 'Agreed, not confirmed yet' : `Not agreed yet by the ${who.join(', the ')}`
}

/** What somebody can find of an amount that is to be looked at. */
export const foundWords: Readonly<Record<PaymentReview['outcome'], string>> = {
  accepted: 'Accept it: it is paid as it is',
  corrected: 'Correct it: another sum is paid in its place',
  refused: 'Refuse it: nothing is paid for it',
}

/** What was found of an amount, with its sums. */
export function reviewWords({ outcome, ofPence, pence }: Pick<PaymentReview, 'outcome' | 'ofPence' | 'pence'>): string {
  if (outcome === 'accepted') return `${pounds(ofPence)} accepted`
  return outcome === 'refused' || pence === null ? `${pounds(ofPence)} refused` : `${pounds(ofPence)} corrected to ${pounds(pence)}`
}

/** What a contract says of payment besides its mechanism, as pairs. */
export function conditionsWords(one: PaymentConditions): readonly (readonly [label: string, text: string])[] {
  return [
    [
      'First and last day',
      `The first day counts. ${one.countsLast ? 'The last day counts too.' : 'A week that begins on the last day is not paid.'}`,
    ],
    ['Absence', one.absentWeeks === 0 ? 'Not paid' : `Paid as agreed in up to ${weeksOf(one.absentWeeks)}`],
    ['Days in hospital', one.hospitalWeeks === 0 ? 'Not paid' : `Paid as agreed in up to ${weeksOf(one.hospitalWeeks)}`],
    ['A package that begins again', one.restart === 'continue' ? 'Steps go on where they were' : 'Steps begin anew'],
    ['A later outcome', laterWords[one.laterOutcome]],
    ['After the end', one.exitWeeks === 0 ? 'No outcome counts any more' : `An outcome counts for ${weeksOf(one.exitWeeks)}`],
    ['Most for a package', one.cap === null ? 'No limit' : pounds(one.cap)],
    ['Least for a week', one.minimum === null ? 'Nothing' : pounds(one.minimum)],
  ]
}

/** What a later outcome changes. */
export const laterWords: Readonly<Record<PaymentConditions['laterOutcome'], string>> = {
  keep: 'Changes nothing: the first one counts',
  revert: 'Counts from its own week on',
  review: 'Somebody looks at it first',
}

/** Sentences for what is wrong with a payment. */
export const paymentProblems: Readonly<Record<string, string>> = {
  'rate-expected': 'Enter a rate in pounds an hour, such as 15.62. At most four places behind the point',
  'steps-expected': 'Write one step a line: weeks and rate, such as 4 17.40',
  'lengths-expected': 'Write one line for each length: weeks and how many of them, such as 12 60',
  'length-twice': 'Name each length once',
  'belongs-not': 'This does not go with what is paid for. Leave it empty',
  'block-half': 'Give the sum and every how many weeks it is paid, or leave both empty',
  'bonus-half': 'Give the sum and for how many weeks it can be taken back (0: never), or leave both empty',
  'pays-nothing': 'These terms pay for nothing. Choose what is paid for, or give a sum',
  'model-chosen': 'A mechanism was chosen by this model: what it was chosen by stands. Make another model',
  'reference-expected': 'Enter one to four letters, a dash and a number, such as HC-1042. No name and no initials of a person',
  'reference-twice': 'There is a package of that number already',
  'provides-not-then': 'That provider does not provide under this contract on that day',
  'follows-ended': 'Choose a package of the same provider that ended before this one begins',
  'before-contract': 'The contract has not begun on that day',
  'before-terms': 'On that day nothing is said yet of how packages are paid',
  'version-too-late': 'Packages began on that day or later and are paid by an earlier version. Choose a later day',
  'outcome-twice': 'An outcome of that week is recorded already',
  'outcome-week-stays': 'The week of an outcome stays. Record another one',
  'outcome-stands': 'This was confirmed and stands. It can fall by an appeal only',
  'agreed-by-three': 'An outcome is confirmed once user, provider and commissioner have agreed, no earlier',
  'review-half': 'Say when it was reviewed and what was found, or leave both empty',
  'appeal-half': 'Say when it was appealed and why, or leave both empty',
  'appeal-of-confirmed': 'Only what was confirmed can be appealed, and no earlier',
  'settled-half': 'Say when the appeal was settled and how, or leave both empty',
  'settled-after-appeal': 'An appeal is settled after it was made',
  'run-prepared': 'A run is prepared already: have it approved, or take it away first',
  'nothing-due': 'Nothing is due for weeks that ended before that day',
  'approved-by-another': 'A run is approved by somebody who neither made it nor entered anything in it',
  'run-not-approved': 'This run was not approved: nothing was paid by it. Take it away',
  'run-posted-already': 'This run stands in the ledger already',
  'run-taken-back': 'This run was taken back already',
  'run-reversed-already': 'Nothing of this run stands any more',
  'review-gone': 'This amount was looked at or has changed. Open the list again',
  'review-sum': 'Enter the sum that is right, and only where it is corrected',
  'review-same': 'That is the sum as it was. Accept it',
  'review-by-another': 'Whoever reported the week does not settle its amount. Ask somebody else who arranges packages',
  'payer-within-package': 'Choose a day of the package, from its first day and before its end',
  'commitment-nothing': 'Enter a sum other than 0',
  'grant-saving-of-year': 'Choose a saving of that year, of a fund of this board',
  'saving-of-one-grant': 'That saving stands with another year or another grant already',
  'payer-same': 'That partner pays from that line already',
  'commitment-of-tied-line': 'The contract is not tied to that line. Tie it first',
  'commitment-within-left': 'That is more than is left of the commitment',
  'line-within-contract': 'The contract has ended by then',
  'payer-half': 'Give an organisation and its weight, or leave both empty',
  'payer-twice': 'Name each organisation once',
}

/** What is asked for where something is missing. */
export const paymentRequired: Readonly<Record<string, string>> = {
  reference: 'Enter the number of the package',
  outcome: 'Say what counts as an outcome',
  evidence: 'Say by what it is confirmed',
  sources: 'Say where the assumptions come from',
  lengths: 'Say how long packages last',
  rate: 'Enter a rate in pounds an hour',
}
