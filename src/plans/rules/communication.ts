/** What a communication plan can belong to besides its body as a whole. */
export const communicationAbouts = ['plan', 'procedure', 'consultation', 'strategy'] as const
/** One of them. */
export type CommunicationAbout = (typeof communicationAbouts)[number]

/** How something of a communication plan stands on a day; 'due' from a fortnight before its day. */
export type ItemStanding = 'planned' | 'due' | 'overdue' | 'done' | 'called-off'

/** What that follows from. */
export interface ItemDays {
  readonly plannedOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate | null
  readonly calledOffOn: Temporal.PlainDate | null
}

/** How long before its day something is due, in days. */
const PRESSES = 14

/** How something of a communication plan stands: its own day is still in time, the day after is overdue. */
export function itemStanding({ plannedOn, doneOn, calledOffOn }: ItemDays, today: Temporal.PlainDate): ItemStanding {
  if (doneOn !== null) return 'done'
  if (calledOffOn !== null) return 'called-off'
  if (Temporal.PlainDate.compare(plannedOn, today) < 0) return 'overdue'
  return Temporal.PlainDate.compare(plannedOn, today.add({ days: PRESSES })) <= 0 ? 'due' : 'planned'
}

/** How many something was to reach and did. A count that nobody has is a state, never zero. */
export interface Reach {
  /** What is counted: people, families, copies. */
  readonly reachOf: string
  /** Null: nothing was expected in numbers. */
  readonly expected: number | null
  readonly cameState: 'open' | 'counted' | 'not-known'
  /** Null unless it was counted. */
  readonly came: number | null
}

/** What the numbers of a whole plan come to, by what is counted. Never one sum of people and leaflets. */
export interface ReachTotal {
  readonly reachOf: string
  /** Sum of what was expected of those of which something was; null where of none. */
  readonly expected: number | null
  /** Sum of what was counted; null where nothing was. */
  readonly came: number | null
  readonly counted: number
  /** How many were done of which nobody knows the reach. */
  readonly unknown: number
  /** How many were done and not counted yet. */
  readonly open: number
}

/**
 * Adds up what was done of a communication plan, by what is counted and in the order in which that is named first. What was called off or is still to come is left
 * out on both sides. The same person may have been reached twice: the sum is of contacts.
 */
export function reachTotals(items: readonly (Reach & ItemDays)[]): readonly ReachTotal[] {
  const done = items.filter(({ doneOn }) => doneOn !== null)
  return [...Map.groupBy(done, ({ reachOf }) => reachOf)].map(([reachOf, list]) => {
    const counted = list.filter(({ cameState }) => cameState === 'counted')
    return {
      reachOf,
      expected: sumOf(list.map(({ expected }) => expected)),
      came: sumOf(counted.map(({ came }) => came)),
      counted: counted.length,
      unknown: list.filter(({ cameState }) => cameState === 'not-known').length,
      open: list.filter(({ cameState }) => cameState === 'open').length,
    }
  })
}

function sumOf(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((one) => one !== null)
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
}

/** Reads what a communication plan belongs to as an address names it, 'plan:<id>'; undefined: its body as a whole, or nothing that one may belong to. */
export function aboutOf(words: string | undefined): { readonly kind: CommunicationAbout; readonly id: string } | undefined {
  const [kind, id = ''] = (words ?? '').split(':')
  const found = communicationAbouts.find((one) => one === kind)
  return found && id !== '' ? { kind: found, id } : undefined
}
