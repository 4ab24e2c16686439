type Instant = Temporal.Instant

/** The largest file that goes with a bid, in bytes: 10 MB, as the portals of councils take; no law says it. The database asks the same. */
export const LARGEST_FILE = 10 * 1024 * 1024

/** What a file of a bid is called: its last part without what no name may hold, and the ending that its content has. */
export function fileName(typed: string, extension: string): string {
  const stem = (typed.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .toWellFormed()
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[\p{Cc}\p{Cf}"<>:|?*%;]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  return `${[...stem].slice(0, 140).join('').trim() || 'file'}.${extension}`
}

/** How a call for bids stands. `to-open`: the time has come, and two people open it. */
export type CallState = 'open' | 'closed' | 'to-open' | 'opened' | 'decided' | 'withdrawn'

/** What says how a call for bids stands. */
export interface CallFacts {
  readonly closesAt: Instant
  readonly opensAt: Instant
  readonly openedAt: Instant | undefined
  readonly withdrawnOn: Temporal.PlainDate | undefined
  readonly decidedOn: Temporal.PlainDate | undefined
}

/**
 * Whether somebody of the board may look at what opened bids say: the two who opened them and those who evaluate them, and the others once it is decided (handbook of
 * commissioning 7). The database asks the same.
 */
export function mayLookAt(
  { openedAt, decidedOn, openers }: Pick<CallFacts, 'openedAt' | 'decidedOn'> & { readonly openers: readonly string[] },
  person: string,
  evaluators: readonly string[] = [],
): boolean {
  return openedAt !== undefined && (openers.includes(person) || evaluators.includes(person) || decidedOn !== undefined)
}

/** How a call for bids stands at a moment (C8): open until its deadline, then closed until its time, then opened by two people and decided on; or withdrawn before. */
export function callState({ closesAt, opensAt, openedAt, withdrawnOn, decidedOn }: CallFacts, now: Instant): CallState {
  if (withdrawnOn) return 'withdrawn'
  if (openedAt) return decidedOn ? 'decided' : 'opened'
  if (Temporal.Instant.compare(now, closesAt) <= 0) return 'open'
  return Temporal.Instant.compare(now, opensAt) < 0 ? 'closed' : 'to-open'
}

/** The bids that count: of each provider the last that came in time. @param bids - in the order in which they came */
export function countingBids<Bid extends { readonly provider: string; readonly refusedBecause: string }>(
  bids: readonly Bid[],
): readonly Bid[] {
  const last = new Map(bids.filter(({ refusedBecause }) => refusedBecause === '').map((bid) => [bid.provider, bid]))
  return bids.filter((bid) => last.get(bid.provider) === bid)
}
