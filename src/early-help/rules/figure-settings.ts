/** From which months on something can be set: this one and the twelve after it, as '2026-11'. A month that is over keeps what held in it. */
export function monthsToSet(today: Temporal.PlainDate): readonly string[] {
  const first = today.toPlainYearMonth()
  return Array.from({ length: 13 }, (_, months) => first.add({ months }).toString())
}

/** The months that are over by a day and come after the last that is published, the earliest first: at most three, and the last one where nothing is published yet. */
export function monthsWaiting(today: Temporal.PlainDate, published: Temporal.PlainDate | undefined): readonly Temporal.PlainDate[] {
  const now = today.with({ day: 1 })
  return [3, 2, 1]
    .map((months) => now.subtract({ months }))
    .filter((month) => Temporal.PlainDate.compare(month, published ?? now.subtract({ months: 2 })) > 0)
}
