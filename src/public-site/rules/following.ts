import { dayOf, instantOf } from '#platform/time/london.ts'

/** How soon somebody who follows is told. */
export const paces = ['at-once', 'weekly'] as const
/** A pace. */
export type Pace = (typeof paces)[number]

/** What somebody follows. */
export type Followed =
  | { readonly kind: 'board'; readonly body: string }
  | { readonly kind: 'topic'; readonly topic: string }
  /** `search` is what stands behind the question mark in the address of a search. */
  | { readonly kind: 'search'; readonly search: string }

/** For so long what happened may come to light late: a transaction commits after the instant that it writes down. */
export const lateness = Temporal.Duration.from({ minutes: 10 })
/** Hours for which the link in the mail holds. */
export const confirmWithin = 72

/** Whether whoever follows is to be told now: at once always, weekly once a Monday at seven in the morning has come since they were last told. */
export function isDue(pace: Pace, toldUntil: Temporal.Instant, now: Temporal.Instant): boolean {
  if (pace === 'at-once') return true
  const today = dayOf(now)
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const seven = new Temporal.PlainTime(7)
  const thisMonday = instantOf(monday, seven)
  const latest = Temporal.Instant.compare(thisMonday, now) <= 0 ? thisMonday : instantOf(monday.subtract({ weeks: 1 }), seven)
  return Temporal.Instant.compare(toldUntil, latest) < 0
}

/** Something that came out, or was taken back. */
export interface Happened {
  readonly id: string
  readonly change: 'published' | 'withdrawn' | 'outcome'
  readonly at: Temporal.Instant
  /** Null for what comes out with something else. */
  readonly publishedAt: Temporal.Instant | null
}

/** Until when somebody was told, and what of the last minutes. */
export interface Told {
  readonly toldUntil: Temporal.Instant
  readonly told: readonly string[]
}

/** What is new to somebody: not told before; and of what was taken back only what they were told of when it came out. */
export function newsFor<One extends Happened>(events: readonly One[], { toldUntil, told }: Told): readonly One[] {
  const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) <= 0
  const since = toldUntil.subtract(lateness)
  return events.filter((event) => {
    if (isBefore(event.at, since) || told.includes(markOf(event))) return false
    if (event.change !== 'withdrawn' || event.publishedAt === null) return true
    return told.includes(`${event.id} published`) || isBefore(event.publishedAt, since)
  })
}

/** How it is kept that something was told. */
export function markOf({ id, change }: Pick<Happened, 'id' | 'change'>): string {
  return `${id} ${change}`
}
