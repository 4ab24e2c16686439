import {
  type BreakEven,
  breakEvenShare,
  byMonth,
  type Cohort,
  type ModelOutcome,
  type ModelWeek,
  modelCohort,
  type Starts,
} from './payment-model.ts'
import { mechanismOf, type PaymentTerms } from './payment-terms.ts'
import { splitPence } from './split.ts'

interface Named {
  readonly id: string
  readonly title: string
}
/** A cohort with its name. */
export type NamedCohort = Named & Cohort
/** A mechanism with its name and the share of outcomes that is assumed of each cohort, of a hundred. */
export type NamedOption = Named & { readonly terms: PaymentTerms; readonly percents: ReadonlyMap<string, number> }

/** A cohort under a mechanism, beside the first mechanism. */
export interface ComparedCohort {
  readonly cohort: NamedCohort
  readonly percent: number
  readonly outcome: ModelOutcome
  /** Null under the first mechanism, and where a share is missing. */
  readonly breakEven: BreakEven | null
}

/** A mechanism over all cohorts that have an assumption under it. Pence. */
export interface ComparedOption {
  readonly option: NamedOption
  readonly cohorts: readonly ComparedCohort[]
  /** Cohorts without an assumed share: nothing of them is in the sums, so that the sums are no comparison yet. */
  readonly missing: readonly NamedCohort[]
  readonly paid: bigint
  readonly paidAfterwards: bigint
  readonly atRisk: bigint
  /** From the first week of the model to its last. */
  readonly weeks: readonly ModelWeek[]
  readonly months: readonly (ModelWeek & { readonly month: string })[]
  /** What each payer pays, in their order; null where nobody is named. */
  readonly byPayer: readonly bigint[] | null
}

/** What every mechanism of a model costs, in their order. Source: handbook of joint commissioning, 3.6: by cohort, never by one case. */
export function comparePayments(
  model: { readonly startsOn: Temporal.PlainDate; readonly weeks: number; readonly starts: Starts },
  cohorts: readonly NamedCohort[],
  options: readonly NamedOption[],
  weights: readonly number[],
): readonly ComparedOption[] {
  const [first] = options
  return options.map((option) => {
    const known = cohorts.flatMap((cohort): readonly ComparedCohort[] => {
      const percent = option.percents.get(cohort.id)
      if (percent === undefined) return []
      const mechanism = mechanismOf(option.terms)
      const outcome = modelCohort(mechanism, cohort, { percent, weeks: model.weeks, starts: model.starts })
      const beside = first === option ? undefined : first?.percents.get(cohort.id)
      const breakEven =
        first === undefined || beside === undefined
          ? null
          : breakEvenShare(cohort, { mechanism: mechanismOf(first.terms), percent: beside }, mechanism)
      return [{ cohort, percent, outcome, breakEven }]
    })
    return summed(option, known, { model, cohorts, weights })
  })
}

function summed(
  option: NamedOption,
  known: readonly ComparedCohort[],
  at: {
    readonly model: { readonly startsOn: Temporal.PlainDate; readonly weeks: number }
    readonly cohorts: readonly NamedCohort[]
    readonly weights: readonly number[]
  },
): ComparedOption {
  const sum = (of: (one: ModelOutcome) => bigint): bigint => known.reduce((all, { outcome }) => all + of(outcome), 0n)
  const weeks = Array.from({ length: at.model.weeks }, (_, place): ModelWeek => {
    const of = (part: keyof ModelWeek): bigint => sum((one) => one.weeks[place]?.[part] ?? 0n)
    return { paid: of('paid'), atRisk: of('atRisk'), lessIncome: of('lessIncome'), minutes: of('minutes') }
  })
  const paid = sum((one) => one.paid)
  return {
    ...{ option, cohorts: known, missing: at.cohorts.filter(({ id }) => !option.percents.has(id)), paid },
    paidAfterwards: sum((one) => one.paidAfterwards),
    atRisk: weeks.reduce((all, { atRisk }) => all + atRisk, 0n),
    weeks,
    months: byMonth(weeks, at.model.startsOn),
    byPayer: splitPence(
      paid,
      at.weights.map((weight) => BigInt(weight)),
    ),
  }
}
