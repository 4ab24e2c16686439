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
  'payer-half': 'Give an organisation and its weight, or leave both empty',
  'payer-twice': 'Name each organisation once',
}

/** What is asked for where something is missing. */
export const paymentRequired: Readonly<Record<string, string>> = {
  sources: 'Say where the assumptions come from',
  lengths: 'Say how long packages last',
  rate: 'Enter a rate in pounds an hour',
}
