/** The largest sum that is taken: ten thousand million pounds, in pence. */
export const MOST_PENCE = 1_000_000_000_000

/**
 * A sum as people type it, in pence: '£12,500', '12500.50', '£40k', '2.5m'. Undefined where it is no sum, has more than two places of pence,
 * or is larger than `MOST_PENCE`. Never negative.
 */
export function penceOf(typed: string): number | undefined {
  const said = typed.trim().toLowerCase().replaceAll(/[\s,]/g, '').replace(/^£/, '')
  const parts = /^(\d{1,13})(?:\.(\d{1,6}))?(k|m)?$/.exec(said)
  if (!parts) return undefined
  const [, pounds = '0', rest = '', unit] = parts
  const places = unit === 'm' ? 8 : unit === 'k' ? 5 : 2
  if (rest.length > places) return undefined
  const pence = Number(pounds) * 10 ** places + Number(rest.padEnd(places, '0'))
  return pence <= MOST_PENCE ? pence : undefined
}

/** Pence in words of figures: '£12,500', or '£12,500.50' where there are pence. */
export function moneyInWords(pence: number): string {
  const [pounds, rest] = [Math.floor(pence / 100), pence % 100]
  const grouped = String(pounds).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return rest === 0 ? `£${grouped}` : `£${grouped}.${String(rest).padStart(2, '0')}`
}
