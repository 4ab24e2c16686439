/** Whether one gets from `to` back to `from` along the pairs: then a new pair from `from` to `to` would close a circle (G3). */
export function leadsBack(pairs: readonly { readonly from: string; readonly to: string }[], from: string, to: string): boolean {
  const seen = new Set<string>()
  const waiting = [to]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === from) return true
    if (seen.has(at)) continue
    seen.add(at)
    for (const pair of pairs) if (pair.from === at) waiting.push(pair.to)
  }
  return false
}
