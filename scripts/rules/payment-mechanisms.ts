import { type Mechanism, paymentsOf, pencePerWeek, type Rate, totalOf } from '#commissioning/public.ts'
import { type RulesKind, type Worked, wholeNumber } from './kind.ts'

type Given = Readonly<Record<string, unknown>>

/** A rate in pence an hour as it is written in decimals, never rounded; null where it is none. */
function rate(value: unknown): Rate | null {
  const [, whole, decimals = ''] = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(String(value)) ?? []
  return whole === undefined ? null : { pence: BigInt(`${whole}${decimals}`), per: 10n ** BigInt(decimals.length) }
}

function mechanismOf(given: Given): Mechanism | string {
  const [one, first, later] = [rate(given.rate), rate(given.rate_initial), rate(given.rate_later)]
  switch (given.mechanism) {
    case 'time and task':
      return one === null ? 'its rate is no sum' : { kind: 'time_and_task', rate: one }
    case 'fixed-period stepped unit cost': {
      const weeks = wholeNumber(given.initial_weeks)
      if (first === null || later === null || weeks === null) return 'it needs rate_initial, rate_later and initial_weeks'
      return { kind: 'stepped', steps: [{ weeks, rate: first }], afterwards: later }
    }
    case 'incentive payment': {
      const continueWeeks = wholeNumber(given.continue_weeks)
      return one === null || continueWeeks === null
        ? 'it needs rate and continue_weeks'
        : { kind: 'incentive', rate: one, continueWeeks, onRelapse: 'keep' }
    }
    default:
      return 'its mechanism is none of: time and task; fixed-period stepped unit cost; incentive payment'
  }
}

function work(given: Given): Worked {
  const mechanism = mechanismOf(given)
  if (typeof mechanism === 'string') return { problem: mechanism }
  const minutes = Array.isArray(given.minutes_by_week) ? given.minutes_by_week.map(wholeNumber) : [null]
  if (!minutes.every((one) => one !== null)) return { problem: 'its minutes_by_week are not whole minutes' }
  const achievedWeek = given.achieved_week === undefined || given.achieved_week === null ? null : wholeNumber(given.achieved_week)
  if (achievedWeek === null && given.achieved_week !== undefined && given.achieved_week !== null)
    return { problem: 'its achieved_week is no week' }
  const paid = pencePerWeek(paymentsOf(mechanism, { minutes, achievedWeek }), minutes.length)
  return { computed: { paid_pence_by_week: paid.map(Number), total_pence: Number(totalOf(paid)) } }
}

/** Packages of care under a payment mechanism: what each week is paid, and the total. */
export const paymentMechanisms: RulesKind = { answerKeys: () => ['paid_pence_by_week', 'total_pence'], work: (given) => work(given) }
