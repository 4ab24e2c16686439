import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type ClosureReason, closureReasons } from '../rules/episode.ts'
import { chance } from './slow-figures.ts'
import type { Town } from './town.ts'

/** Everything that figures see of one family: closings with coming back, steps with their moments, children of whom some were entered twice. */
export interface History {
  readonly id: string
  readonly family: string
  readonly agreedOn: Temporal.PlainDate | undefined
  readonly closings: readonly {
    readonly on: Temporal.PlainDate
    readonly reason: ClosureReason
    readonly backOn: Temporal.PlainDate | undefined
  }[]
  readonly steps: readonly Step[]
  readonly children: number
  readonly twice: number
}
interface Step {
  readonly kind: 'step-up' | 'step-down'
  readonly sentAt: Temporal.Instant
  readonly receivedAt: Temporal.Instant | undefined
  readonly decision: 'accepted' | 'returned' | 'declined' | undefined
  readonly decidedAt: Temporal.Instant | undefined
  readonly isWithdrawn: boolean
}

/** Days on which counting goes wrong if it goes wrong: ends of months, the leap day, both changes of the clock, the turn of a year. */
const edges = [
  '2024-01-31',
  '2024-02-29',
  '2024-03-01',
  '2024-03-31',
  '2024-10-27',
  '2024-10-31',
  '2024-11-01',
  '2024-12-31',
  '2025-01-01',
  '2025-03-30',
  '2025-03-31',
  '2025-10-26',
]
/** Minutes around midnight in London, by the clock of London. */
const times = ['00:00', '00:30', '00:59', '01:30', '12:00', '23:00', '23:30', '23:59']

/** Makes so many histories; the same seed makes the same. */
export function histories(many: number, seed: number): readonly History[] {
  const random = chance(seed)
  const pick = <One>(from: readonly One[]): One => from[Math.floor(random() * from.length)] as One
  const day = (): Temporal.PlainDate =>
    random() < 0.5 ? Temporal.PlainDate.from(pick(edges)) : Temporal.PlainDate.from('2023-12-15').add({ days: Math.floor(random() * 730) })
  const moment = (on: Temporal.PlainDate): Temporal.Instant =>
    on.toZonedDateTime({ timeZone: 'Europe/London', plainTime: pick(times) }).toInstant()
  const latest = (...days: readonly Temporal.PlainDate[]) => days.toSorted(Temporal.PlainDate.compare).at(-1) as Temporal.PlainDate
  const instants = (first: Temporal.PlainDate): readonly Temporal.Instant[] =>
    [latest(first, day()), latest(first, day()), latest(first, day())].map(moment).toSorted(Temporal.Instant.compare)
  const reasons = closureReasons.filter((one) => one !== 'refused')
  return Array.from({ length: many }, () => {
    const agreedOn = random() < 0.1 ? undefined : day()
    const from = agreedOn ?? Temporal.PlainDate.from('2024-01-01')
    const days = Array.from({ length: Math.floor(random() * 5) }, () => latest(from, day())).toSorted(Temporal.PlainDate.compare)
    const closings = days.flatMap((on, at) =>
      at % 2 === 1 ? [] : [{ on, reason: agreedOn ? pick(reasons) : ('refused' as const), backOn: agreedOn ? days[at + 1] : undefined }],
    )
    const steps = Array.from({ length: Math.floor(random() * 3) }, (): Step => {
      const [sentAt, receivedAt, decidedAt] = instants(from) as [Temporal.Instant, Temporal.Instant, Temporal.Instant]
      const state = random()
      const decision: Step['decision'] = state < 0.5 ? 'accepted' : state < 0.65 ? 'returned' : state < 0.75 ? 'declined' : undefined
      const isReceived = state < 0.9
      const common = { kind: pick(['step-up', 'step-down'] as const), sentAt, receivedAt: isReceived ? receivedAt : undefined, decision }
      return { ...common, decidedAt: decision ? decidedAt : undefined, isWithdrawn: decision === undefined && random() < 0.4 }
    })
    // Of one kind one is under way at a time.
    const single = steps.filter(
      (one, at) =>
        one.decision !== undefined ||
        one.isWithdrawn ||
        steps.findIndex((other) => other.kind === one.kind && other.decision === undefined && !other.isWithdrawn) === at,
    )
    const children = Math.floor(random() * 4)
    return {
      id: newId(),
      family: newId(),
      agreedOn,
      closings: agreedOn ? closings : closings.slice(0, 1),
      steps: single,
      children,
      twice: children > 1 && random() < 0.2 ? 1 : 0,
    }
  })
}

/** The slow and obvious way, family by family and month by month: what happened on which day of London, and how the family stands on the last day. */
export function recount(all: readonly History[], month: Temporal.PlainDate): ReadonlyMap<string, number> {
  const names = ['initiated', 'initiated-children', 'active', 'active-children', 'closed', 'step-down', 'step-up', 'returned', 'reopened']
  const counts = new Map(names.map((name) => [name, 0]))
  for (const reason of closureReasons) if (reason !== 'refused') counts.set(`closed:${reason}`, 0)
  const add = (name: string, many = 1) => counts.set(name, (counts.get(name) ?? 0) + many)
  const isIn = (on: Temporal.PlainDate | undefined): boolean => on !== undefined && on.year === month.year && on.month === month.month
  const london = (at: Temporal.Instant | undefined) => at?.toZonedDateTimeISO('Europe/London').toPlainDate()
  const last = month.add({ months: 1 }).subtract({ days: 1 })
  const isBy = (on: Temporal.PlainDate | undefined): boolean => on !== undefined && Temporal.PlainDate.compare(on, last) <= 0
  for (const { agreedOn, closings, steps, children, twice } of all) {
    if (isIn(agreedOn)) {
      add('initiated')
      add('initiated-children', children - twice)
    }
    if (agreedOn) {
      for (const { on, reason, backOn } of closings) {
        if (isIn(on)) {
          add('closed')
          add(`closed:${reason}`)
        }
        if (isIn(backOn)) add('reopened')
      }
      if (isBy(agreedOn) && !closings.some(({ on, backOn }) => isBy(on) && !isBy(backOn))) {
        add('active')
        add('active-children', children - twice)
      }
    }
    const received = steps.filter((one) => !one.isWithdrawn && one.receivedAt)
    const firstUp = received
      .flatMap((one) => (one.kind === 'step-up' && one.decision === 'accepted' && one.decidedAt ? [one.decidedAt] : []))
      .toSorted(Temporal.Instant.compare)[0]
    if (isIn(london(firstUp))) add('step-up')
    if (received.some((one) => one.kind === 'step-down' && (one.decision ?? 'accepted') === 'accepted' && isIn(london(one.receivedAt))))
      add('step-down')
    for (const kind of ['step-up', 'step-down'] as const)
      if (
        received.some(
          (one) => one.kind === kind && (one.decision === 'returned' || one.decision === 'declined') && isIn(london(one.decidedAt)),
        )
      )
        add('returned')
  }
  return counts
}

type Steps = Pick<History, 'id' | 'steps'>
const closureRows = (all: readonly History[], person: string) =>
  all.flatMap(({ id, closings }) =>
    closings.map(({ on, reason, backOn }) => ({
      ...{ episode: id, closed_on: on, reason, reopened_on: backOn ?? null, reopened_by: backOn ? person : null },
    })),
  )
const stepRows = (all: readonly Steps[], entered_by: string, proposed_on: Temporal.PlainDate) =>
  all.flatMap(({ id, steps }) =>
    steps.map(({ kind, sentAt, receivedAt, decision, decidedAt, isWithdrawn }) => ({
      ...{ id: newId(), episode: id, kind, target_name: 'Social care', is_agreed: true, proposed_on, entered_by, entered_at: sentAt },
      ...{
        to_tier: kind === 'step-up' ? 'child-in-need' : 'early-help',
        sent_at: sentAt,
        channel: 'paper',
        received_at: receivedAt ?? null,
      },
      ...{ decision: decision ?? null, decided_at: decidedAt ?? null, decided_name: decision ? 'D' : '' },
      ...{ reason: decision && decision !== 'accepted' ? 'r' : '', withdrawn_at: isWithdrawn ? sentAt : null },
    })),
  )
const childRows = (all: readonly History[], entered_by: string) =>
  all.flatMap(({ id, family, children }) =>
    Array.from({ length: children }, () => ({ id: newId(), family, name: 'Child', part: 'child', entered_by, entered_in: id })),
  )
const mergeRows = (all: readonly History[], children: ReturnType<typeof childRows>, entered_by: string) =>
  all.flatMap(({ id, family, twice }) => {
    const [kept, merged] = twice ? children.filter((child) => child.family === family) : []
    const entered_at = Temporal.Instant.from('2025-01-01T00:00Z')
    return kept && merged
      ? [{ id: newId(), episode: id, family, kept: kept.id, merged: merged.id, because: 'b', entered_by, entered_at }]
      : []
  })

/** Enters histories as the events of years, in a handful of statements. `number`: the first of their references, which no other entry uses. */
export async function enterHistories(town: Town, all: readonly History[], number: number): Promise<void> {
  const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  const reference = (at: number): string =>
    `EH-AAAA-${[3, 2, 1, 0].map((place) => signs[Math.floor((number + at) / 31 ** place) % 31]).join('')}`
  const person = town.person('asker')
  const asked = Temporal.PlainDate.from('2023-01-01')
  const common = { area: town.area, is_shielded: false, agency: town.agency('asker'), requested_by: person, requested_on: asked }
  const episodes = all.map(({ id, family, agreedOn, closings }, at) => {
    const standing = closings.find(({ backOn }) => backOn === undefined)
    const closed = { closed_on: standing?.on ?? null, closure_reason: standing?.reason ?? null }
    return { id, family, reference: reference(at), ...common, agreed_on: agreedOn ?? null, ...closed }
  })
  const children = childRows(all, person)
  await town.ownerDb.transaction().execute(async (tx) => {
    const triggers = async (state: 'disable' | 'enable') => {
      for (const table of ['episode', 'transition']) await sql.raw(`alter table casework.${table} ${state} trigger user`).execute(tx)
    }
    await triggers('disable')
    await tx
      .insertInto('casework.family')
      .values(all.map(({ family }) => ({ id: family, label: 'Family', area: town.area })))
      .execute()
    await tx.insertInto('casework.episode').values(episodes).execute()
    await tx.insertInto('casework.closure').values(closureRows(all, person)).execute()
    await tx
      .insertInto('casework.transition')
      .values(stepRows(all, person, asked))
      .execute()
    await tx.insertInto('casework.person').values(children).execute()
    await tx
      .insertInto('casework.person_merge')
      .values(mergeRows(all, children, person))
      .execute()
    await triggers('enable')
  })
}
