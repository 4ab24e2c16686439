import type { NoticeJson } from './json.ts'

/** The most that a number of JSON holds to the penny: ten million million pounds. */
const MOST = 1_000_000_000_000_000n

/**
 * Pence as the decimal number that open contracting data give: 123456n is 1234.56, exactly.
 * Undefined beyond ten million million pounds, which no program would read back to the penny.
 */
export function decimalOf(pence: bigint): number | undefined {
  if (pence < 0n || pence >= MOST) return undefined
  return Number(`${pence / 100n}.${String(pence % 100n).padStart(2, '0')}`)
}

/** How an amount reads: to the penny, missing, or why it is none. */
export type ReadAmount =
  | { readonly kind: 'pence'; readonly pence: bigint; readonly wasText: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'absurd' | 'not-pence' | 'negative' | 'not-a-number' }

/** An amount out of a notice, to the penny or not at all: nothing is rounded. A number that was written as a text counts, and is told. */
export function readAmount(value: NoticeJson | undefined): ReadAmount {
  if (value === undefined || value === null || value === '') return { kind: 'missing' }
  if (typeof value !== 'number' && typeof value !== 'string') return { kind: 'not-a-number' }
  const number = Number(value)
  if (Number.isNaN(number)) return { kind: 'not-a-number' }
  if (!Number.isFinite(number) || Math.abs(number) >= Number(MOST) / 100) return { kind: 'absurd' }
  if (number < 0) return { kind: 'negative' }
  const parts = /^(\d+)(?:\.(\d{1,2})0*)?$/.exec(typeof value === 'string' ? value.trim() : String(value))
  if (!parts) return { kind: 'not-pence' }
  const [, pounds = '0', rest = ''] = parts
  return { kind: 'pence', pence: BigInt(pounds) * 100n + BigInt(rest.padEnd(2, '0')), wasText: typeof value === 'string' }
}
