type Instant = Temporal.Instant

/** How a call for bids stands. `to-open`: the time has come, and two people open it. */
export type CallState = 'open' | 'closed' | 'to-open' | 'opened'

/** How a call for bids stands at a moment (C8): open until its deadline, then closed until its time, then opened by two people. */
export function callState(
  { closesAt, opensAt, openedAt }: { readonly closesAt: Instant; readonly opensAt: Instant; readonly openedAt: Instant | undefined },
  now: Instant,
): CallState {
  if (openedAt) return 'opened'
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
