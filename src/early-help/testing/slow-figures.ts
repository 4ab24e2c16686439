import { newId } from '#platform/database/ids.ts'
import { type ClosureReason, closureReasons } from '../rules/episode.ts'

/** A family as figures see it. */
export interface Family {
  readonly id: string
  readonly reference: string
  readonly agreedOn: Temporal.PlainDate | undefined
  readonly closedOn: Temporal.PlainDate | undefined
  readonly reason: ClosureReason | undefined
  readonly children: number
}

const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Numbers that look like chance and are the same each time. */
export function chance(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Makes random families between two days: some never agreed, some refused, some closed on the day they began, some on the last day of a month. */
function families(many: number, from: string, until: string, seed: number): readonly Family[] {
  const random = chance(seed)
  const first = Temporal.PlainDate.from(from)
  const days = first.until(Temporal.PlainDate.from(until)).total('days')
  return Array.from({ length: many }, (_, at) => {
    const begin = first.add({ days: Math.floor(random() * (days + 1)) })
    const kind = random()
    const agreedOn = kind < 0.1 ? undefined : begin
    const length = Math.floor(random() ** 2 * 400)
    const end = random() < 0.2 ? begin.add({ days: length }).with({ day: 31 }) : begin.add({ days: length })
    const isClosed = random() < 0.6 && Temporal.PlainDate.compare(end, begin) >= 0 && Temporal.PlainDate.compare(end, until) <= 0
    const reasons = closureReasons.filter((reason) => (agreedOn === undefined ? reason === 'refused' : reason !== 'refused'))
    const reason = reasons[Math.floor(random() ** 2 * reasons.length)]
    const number = seed * 100_000 + at
    const sign = (place: number) => signs[Math.floor(number / 31 ** place) % 31] ?? 'A'
    const reference = `EH-${sign(7)}${sign(6)}${sign(5)}${sign(4)}-${sign(3)}${sign(2)}${sign(1)}${sign(0)}`
    return {
      ...{ id: newId(), reference, agreedOn, closedOn: isClosed ? end : undefined, reason: isClosed ? reason : undefined },
      children: Math.floor(random() * 4),
    }
  })
}

/** The slow and obvious way: each day of the month, each family, one by one. */
export function slowCount(all: readonly Family[], month: Temporal.PlainDate): ReadonlyMap<string, number> {
  const names = ['initiated', 'initiated-children', 'active', 'active-children', 'closed', 'step-down', 'step-up', 'returned', 'reopened']
  const counts = new Map(names.map((name) => [name, 0]))
  for (const reason of closureReasons) if (reason !== 'refused') counts.set(`closed:${reason}`, 0)
  const add = (name: string, many = 1) => counts.set(name, (counts.get(name) ?? 0) + many)
  const last = month.add({ months: 1 }).subtract({ days: 1 })
  for (const { agreedOn, closedOn, reason, children } of all) {
    if (agreedOn === undefined) continue
    for (let day = month; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      if (day.equals(agreedOn)) {
        add('initiated')
        add('initiated-children', children)
      }
      if (closedOn !== undefined && day.equals(closedOn)) {
        add('closed')
        add(`closed:${reason}`)
      }
    }
    const hasBegun = Temporal.PlainDate.compare(agreedOn, last) <= 0
    const hasEnded = closedOn !== undefined && Temporal.PlainDate.compare(closedOn, last) <= 0
    if (hasBegun && !hasEnded) {
      add('active')
      add('active-children', children)
    }
  }
  return counts
}

/** What makes histories for tests of figures. */
export const figureRecounts = { families }
