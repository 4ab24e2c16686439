import type { Mechanism, Rate, RelapseTerm } from './payment.ts'

/** What a package is paid for week by week; 'none': for nothing of the kind, as in a block contract. */
export type PaymentBase = 'time-and-task' | 'stepped' | 'incentive' | 'none'

/**
 * The terms of a payment mechanism as a contract states them: one base, and besides it a fixed sum for each period, a bonus for an outcome, or both. Amounts in
 * pence, rates in hundredths of a penny an hour. What does not belong to the base is null or empty.
 */
export interface PaymentTerms {
  readonly base: PaymentBase
  /** Of an hour; of a stepped mechanism after its steps. */
  readonly rate: bigint | null
  readonly steps: readonly { readonly weeks: number; readonly rate: bigint }[]
  readonly continueWeeks: number | null
  readonly onRelapse: RelapseTerm | null
  readonly blockPence: bigint | null
  readonly blockWeeks: number | null
  readonly bonusPence: bigint | null
  readonly clawBackWeeks: number | null
}

const rateOf = (hundredths: bigint): Rate => ({ pence: hundredths, per: 100n })

/** The mechanism that terms amount to. @throws RangeError where terms lack what their base needs, which the database refuses too */
export function mechanismOf(terms: PaymentTerms): Mechanism {
  const parts = [...baseOf(terms), ...blockOf(terms), ...bonusOf(terms)]
  const [only] = parts
  if (only === undefined) throw new RangeError('Terms that pay for nothing.')
  return parts.length === 1 ? only : { kind: 'mixed', parts }
}

function baseOf({ base, rate, steps, continueWeeks, onRelapse }: PaymentTerms): readonly Mechanism[] {
  if (base === 'none') return []
  if (rate === null) throw new RangeError('Terms without a rate.')
  if (base === 'time-and-task') return [{ kind: 'time_and_task', rate: rateOf(rate) }]
  if (base === 'stepped')
    return [{ kind: 'stepped', steps: steps.map((step) => ({ weeks: step.weeks, rate: rateOf(step.rate) })), afterwards: rateOf(rate) }]
  if (continueWeeks === null || onRelapse === null) throw new RangeError('An incentive without its weeks.')
  return [{ kind: 'incentive', rate: rateOf(rate), continueWeeks, onRelapse }]
}

const blockOf = ({ blockPence, blockWeeks }: PaymentTerms): readonly Mechanism[] =>
  blockPence === null || blockWeeks === null ? [] : [{ kind: 'block', pence: blockPence, everyWeeks: blockWeeks }]

const bonusOf = ({ bonusPence, clawBackWeeks }: PaymentTerms): readonly Mechanism[] =>
  bonusPence === null || clawBackWeeks === null ? [] : [{ kind: 'outcome_bonus', pence: bonusPence, clawBackWeeks }]
