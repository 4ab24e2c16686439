/** What one body can hand on to another (G2). */
export const handedOver = ['actions', 'plan', 'requests'] as const
/** One of them. */
export type HandedOver = (typeof handedOver)[number]

/** Where a body stands in its life from a day on. */
export interface LifePeriod {
  readonly status: string
  readonly startsOn: Temporal.PlainDate
}

/** Why work cannot be handed on like this; undefined where it can. */
export function refuseHandover(
  asked: {
    readonly from: string
    readonly to: string
    readonly onDay: Temporal.PlainDate
    readonly takes: readonly HandedOver[]
  },
  life: { readonly from: readonly LifePeriod[]; readonly to: readonly LifePeriod[] },
  today: Temporal.PlainDate,
): { readonly field: string; readonly code: string } | undefined {
  if (asked.from === asked.to) return { field: 'to', code: 'same-body' }
  if (asked.takes.length === 0) return { field: 'takes', code: 'handover-nothing' }
  // What is handed on moves at once, so a day to come would be untrue until it comes.
  if (Temporal.PlainDate.compare(asked.onDay, today) > 0) return { field: 'onDay', code: 'in-the-future' }
  if (statusOn(life.from, asked.onDay) === undefined) return { field: 'onDay', code: 'giver-not-there' }
  const status = statusOn(life.to, today)
  return status === undefined || status === 'ended' || status === 'outside' ? { field: 'to', code: 'receiver-not-there' } : undefined
}

function statusOn(life: readonly LifePeriod[], day: Temporal.PlainDate): string | undefined {
  return life
    .filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, day) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.startsOn, b.startsOn))
    .at(-1)?.status
}

/** Whether a body that has ended still has work: then somebody says where it goes (handbook 1.1: of a task and finish group above all). */
export function leavesWork(
  status: string | undefined,
  open: { readonly actions: number; readonly plan: number; readonly requests: number },
): boolean {
  return status === 'ended' && open.actions + open.plan + open.requests > 0
}
