/** A contract that came of an award, and for which lot of what was asked; '' is all of it. */
export interface AwardedLot {
  readonly lot: string
}

/**
 * The lots as they were typed, one a line, without what is empty; nothing typed is all of what was asked, which reads as ''.
 * @returns undefined where a lot stands there twice, whatever its letters
 */
export function readLots(typed: string): readonly string[] | undefined {
  const lots = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (new Set(lots.map((lot) => lot.toLowerCase())).size < lots.length) return undefined
  return lots.length === 0 ? [''] : lots
}

/** Whether another contract may come of an award: none did, or some of its lots alone. The database asks the same. */
export const mayNameContract = (linked: readonly AwardedLot[]): boolean => linked.every(({ lot }) => lot !== '')

/** What a sum without VAT comes to with it, to the penny, half up. @param basisPoints - the rate of VAT: 2000 is 20 per cent */
export const withVat = (net: bigint, basisPoints: number): bigint => (net * BigInt(10_000 + basisPoints) + 5000n) / 10_000n
