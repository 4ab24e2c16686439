import { comparePayments } from '#commissioning/rules/payment-comparison.ts'
import { sampleOptions } from '#commissioning/sample/payment-models.ts'
import { alone, type Figure, median } from './figure.ts'

/** Ten thousand packages in fifty cohorts of their own, over a year, under three mechanisms. */
export async function paymentsBench(): Promise<readonly Figure[]> {
  const cohorts = Array.from({ length: 50 }, (_, place) => ({
    ...{
      id: String(place),
      title: `Cohort ${place}`,
      packages: 200,
      minutesBefore: 600 + place * 7,
      minutesAt: 450,
      minutesAfter: 300 - place,
    },
    ...{ outcomeWeek: 3 + (place % 9), lengths: [4, 8, 16, 26, 52].map((weeks) => ({ weeks, weight: 20 })) },
  }))
  const options = sampleOptions.map(([title, terms]) => ({
    ...{ id: title, title, terms, percents: new Map(cohorts.map(({ id }, place) => [id, (place * 13) % 101])) },
  }))
  const model = { startsOn: Temporal.PlainDate.from('2027-04-01'), weeks: 52, starts: 'evenly' as const }
  const year = (): number => {
    const started = performance.now()
    const compared = comparePayments(model, cohorts, options, [70, 30])
    if (compared.some(({ paid }) => paid <= 0n)) throw new Error('Nothing was paid.')
    return performance.now() - started
  }
  year()
  const taken = median(Array.from({ length: 5 }, year))
  return [alone('10,000 packages, 52 weeks, three mechanisms', 'ms', taken, 'under 3,000 ms', taken < 3000)]
}
