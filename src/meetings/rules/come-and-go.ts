import { inOrder, type Stretch } from './presence.ts'

/** What can be entered of somebody's coming and going. The last two put right what was entered wrongly. */
export const movements = ['arrive', 'arrive-remote', 'leave', 'not-left', 'not-here'] as const
/** One movement. */
export type Movement = (typeof movements)[number]

/** A stay as far as coming and going needs it. */
export interface OwnStay extends Stretch {
  readonly id: string
  readonly mode: 'in_room' | 'remote'
}

/** What a movement does to the stays of one person at one meeting. */
export type StayChange =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'open'; readonly from: Temporal.Instant | null; readonly mode: OwnStay['mode'] }
  | { readonly kind: 'close'; readonly stay: string; readonly to: Temporal.Instant }
  | { readonly kind: 'change-mode'; readonly stay: string; readonly at: Temporal.Instant; readonly mode: OwnStay['mode'] }
  | { readonly kind: 'reopen'; readonly stay: string }
  | { readonly kind: 'remove'; readonly stay: string }
  | { readonly kind: 'refused'; readonly code: 'not-in-the-room' | 'has-not-left' }

/**
 * Works out what a movement does (M8). Who is there already and arrives again changes nothing, so that two people may enter the same; stays never
 * overlap, and each lasts a second at least, whatever time is said.
 * @param own - the stays of one person, in any order
 * @param isFirst - no item has been taken yet: who arrives now was there from the start
 */
export function moved(own: readonly OwnStay[], movement: Movement, at: Temporal.Instant, isFirst: boolean): StayChange {
  const stays = own.toSorted(inOrder)
  const last = stays.at(-1)
  const open = last?.to === null ? last : undefined
  switch (movement) {
    case 'arrive':
      return arrived(last, open, 'in_room', at, isFirst)
    case 'arrive-remote':
      return arrived(last, open, 'remote', at, isFirst)
    case 'leave':
      return open ? { kind: 'close', stay: open.id, to: after(open.from, at) } : { kind: 'refused', code: 'not-in-the-room' }
    case 'not-left':
      return last && !open ? { kind: 'reopen', stay: last.id } : { kind: 'refused', code: 'has-not-left' }
    case 'not-here':
      return open ? { kind: 'remove', stay: open.id } : { kind: 'refused', code: 'not-in-the-room' }
  }
}

function arrived(
  last: OwnStay | undefined,
  open: OwnStay | undefined,
  mode: OwnStay['mode'],
  at: Temporal.Instant,
  isFirst: boolean,
): StayChange {
  if (open) return open.mode === mode ? { kind: 'nothing' } : { kind: 'change-mode', stay: open.id, at: after(open.from, at), mode }
  if (last?.to) return { kind: 'open', mode, from: Temporal.Instant.compare(at, last.to) > 0 ? at : last.to }
  return { kind: 'open', mode, from: isFirst ? null : at }
}

/** The instant itself, or a second after the stay began where it would not be a millisecond later: the database keeps microseconds only. */
function after(from: Temporal.Instant | null, at: Temporal.Instant): Temporal.Instant {
  if (from === null || Temporal.Instant.compare(at, from.add({ milliseconds: 1 })) >= 0) return at
  return from.add({ seconds: 1 })
}
