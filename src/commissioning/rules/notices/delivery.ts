import { dayAt, dayBegins, dayEnds } from './day.ts'
import { at, fieldOf, type NoticeObject, objectsAt, textAt } from './json.ts'
import { heardTransactions, type NoticeTransaction, toldTransactions } from './transactions.ts'

/** What was reported of an indicator for one period that is for everybody. */
export interface NoticeResult {
  /** The same for the same period of the same provider, also after a correction. */
  readonly id: string
  readonly startsOn: Temporal.PlainDate
  /** First day after the period. */
  readonly endsOn: Temporal.PlainDate
  /** A decimal number without idle noughts. */
  readonly value: string
}

/** An indicator of a contract. */
export interface NoticeIndicator {
  readonly id: string
  readonly title: string
  /** '' where it has none. */
  readonly unit: string
  /** Undefined: the notices do not say. */
  readonly better: 'higher' | 'lower' | undefined
  /** A decimal number; undefined: none was agreed. */
  readonly target: string | undefined
  readonly results: readonly NoticeResult[]
}

/** That performance was assessed, and in which word of the law. */
export interface NoticeAssessment {
  readonly id: string
  readonly on: Temporal.PlainDate
  readonly rating: string
}

/** What is measured under a contract and what came of it. */
export interface Delivery {
  /** What was paid in months that are over. */
  readonly transactions: readonly NoticeTransaction[]
  readonly indicators: readonly NoticeIndicator[]
  readonly assessments: readonly NoticeAssessment[]
}

const betterWords = { higher: 'Higher is better.', lower: 'Lower is better.' } as const
const TARGET = 'target'
/** What tells assessments of ours from other milestones. */
const ASSESSED = 'Performance assessed'

const unitOf = (unit: string): NoticeObject => (unit === '' ? {} : { unit: { name: unit } })

/** The indicators as agreed (UK extension of OCDS, `agreedMetrics`): title, unit and target, without what came of them. Undefined where there are none. */
export function toldMetrics({ indicators }: Delivery): readonly NoticeObject[] | undefined {
  if (indicators.length === 0) return undefined
  return indicators.map(({ id, title, unit, better, target }) => ({
    ...{ id, title },
    ...(better === undefined ? {} : { description: betterWords[better] }),
    ...(target === undefined && unit === ''
      ? {}
      : { observations: [{ id: TARGET, ...unitOf(unit), ...(target === undefined ? {} : { measure: Number(target) }) }] }),
  }))
}

/** What came of a contract (OCDS `implementation`): results of indicators as metrics, assessments as milestones that were met, payments as transactions. Undefined where nothing did. */
export function toldImplementation({ indicators, assessments, transactions }: Delivery): NoticeObject | undefined {
  const metrics = indicators
    .filter(({ results }) => results.length > 0)
    .map(({ id, title, unit, results }) => ({
      ...{ id, title },
      observations: results.map((one) => ({
        ...{ id: one.id, measure: Number(one.value), ...unitOf(unit) },
        period: { startDate: dayBegins(one.startsOn), endDate: dayEnds(one.endsOn.subtract({ days: 1 })) },
      })),
    }))
  const milestones = assessments.map(({ id, on, rating }) => ({
    ...{ id, title: ASSESSED, type: 'assessment', status: 'met', dateMet: dayBegins(on), code: rating },
  }))
  const paid = toldTransactions(transactions)
  if (metrics.length + milestones.length + paid.length === 0) return undefined
  return {
    ...(paid.length > 0 ? { transactions: paid } : {}),
    ...(metrics.length > 0 ? { metrics } : {}),
    ...(milestones.length > 0 ? { milestones } : {}),
  }
}

/** What merged notices say of indicators and assessments of the contracts that stand; what was taken back is not in it. */
export function heardDelivery(contracts: readonly NoticeObject[]): Delivery {
  const measured = new Map(
    contracts.flatMap((one) => objectsAt(one, 'implementation', 'metrics')).map((one) => [textAt(one, 'id'), one] as const),
  )
  const agreed = contracts.flatMap((one) => objectsAt(one, 'agreedMetrics')).filter((one) => textAt(one, 'title') !== '')
  const milestones = contracts.flatMap((one) => objectsAt(one, 'implementation', 'milestones'))
  return inOneOrder({
    transactions: heardTransactions(contracts),
    indicators: agreed.map((one) => indicatorOf(one, measured.get(textAt(one, 'id')))),
    assessments: milestones.flatMap((one) => {
      const on = textAt(one, 'title') === ASSESSED ? dayAt(one.dateMet) : undefined
      return on === undefined ? [] : [{ id: textAt(one, 'id'), on, rating: textAt(one, 'code') }]
    }),
  })
}

function indicatorOf(agreed: NoticeObject, measured: NoticeObject | undefined): NoticeIndicator {
  const target = objectsAt(agreed, 'observations').find((one) => textAt(one, 'id') === TARGET)
  const better = (['higher', 'lower'] as const).find((one) => betterWords[one] === textAt(agreed, 'description'))
  return {
    ...{ id: textAt(agreed, 'id'), title: textAt(agreed, 'title'), unit: textAt(target, 'unit', 'name'), better },
    target: textAt(target, 'measure') || undefined,
    results: measured === undefined ? [] : objectsAt(measured, 'observations').flatMap(resultOf),
  }
}

function resultOf(one: NoticeObject): readonly NoticeResult[] {
  const [startsOn, last] = [dayAt(at(one, 'period', 'startDate')), dayAt(at(one, 'period', 'endDate'))]
  const value = textAt(one, 'measure')
  return startsOn && last && value !== '' ? [{ id: textAt(one, 'id'), startsOn, endsOn: last.add({ days: 1 }), value }] : []
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** The same in the order of ids, results by their period: merged lists keep no order of their own. */
export const inOneOrder = ({ indicators, assessments, transactions }: Delivery): Delivery => ({
  transactions: transactions.toSorted(byId),
  indicators: indicators
    .map((one) => ({
      ...one,
      results: one.results.toSorted((a, b) => Temporal.PlainDate.compare(a.startsOn, b.startsOn) || byId(a, b)),
    }))
    .toSorted(byId),
  assessments: assessments.toSorted(byId),
})

/** The same without what came of it. */
export const withoutResults = <Of extends Delivery>(one: Of): Of => ({
  ...one,
  indicators: one.indicators.map((indicator) => ({ ...indicator, results: [] })),
  assessments: [],
  transactions: [],
})

/** Contracts without what came of them, and that alone. */
export const implementationOf = (contracts: readonly NoticeObject[]) => ({
  rest: contracts.map(({ implementation, ...one }) => one),
  came: contracts.flatMap((one) => fieldOf(one, 'implementation') ?? []),
})
