import { monthName } from '#platform/time/words.ts'

/** The end of a month as it is written: 'By end June 2026'. @param after - months after the present one; negative: before */
export function byEnd(today: Temporal.PlainDate, after: number): string {
  const month = today.add({ months: after })
  return `By end ${monthName(month)} ${month.year}`
}
