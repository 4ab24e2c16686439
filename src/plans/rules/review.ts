import type { ActionState } from './plan.ts'

/** Somebody who is to be asked about an action; `person` is null for words. */
export interface ToAsk {
  readonly action: string
  readonly person: string | null
  readonly name: string
}

/** Whom a round asks: whoever leads an action that is neither done nor stopped. An action that nobody leads is asked of nobody, and is told apart. */
export function whomToAsk(
  actions: readonly {
    readonly id: string
    readonly state: ActionState
    readonly leads: readonly { readonly part: 'lead' | 'sponsor'; readonly name: string; readonly person: string | null }[]
  }[],
): { readonly asks: readonly ToAsk[]; readonly unled: readonly string[] } {
  const open = actions.filter(({ state }) => state === 'not-started' || state === 'started')
  const asks = open.flatMap(({ id, leads }) =>
    leads.filter(({ part }) => part === 'lead').map(({ name, person }) => ({ action: id, person, name })),
  )
  const led = new Set(asks.map(({ action }) => action))
  return { asks, unled: open.map(({ id }) => id).filter((id) => !led.has(id)) }
}

/** The day on which the next review is due: so many months after the last one was opened, or after the plan came into force. Null: not settled. */
export function nextReview(
  { reviewMonths, publishedOn }: { readonly reviewMonths: number | null; readonly publishedOn: Temporal.PlainDate | null },
  lastOpenedOn: Temporal.PlainDate | undefined,
): Temporal.PlainDate | null {
  const since = lastOpenedOn ?? publishedOn
  return reviewMonths === null || since === null ? null : since.add({ months: reviewMonths })
}
