import type { z } from 'zod'
import { field, postedText } from '#platform/web/fields.ts'
import { readWrittenSum } from '../rules/written-sum.ts'

type Read = { readonly value: bigint } | { readonly code: string }

function read(typed: string, least: bigint): Read {
  const sum = readWrittenSum(typed)
  if ('code' in sum) return { code: sum.code === 'amount-missing' ? 'required' : sum.code }
  return sum.pence < least ? { code: least > 0n ? 'sum-above-nothing' : 'sum-not-negative' } : { value: sum.pence }
}

/** A sum of money as it is typed, in pence, above nothing. */
export const sumAboveNothing = (): z.ZodType<bigint> => field((posted) => read(postedText(posted), 1n))

/** A sum of money in pence, 0 or more, or nothing typed: undefined, which is 'not known' and never 0. */
export const optionalSum = (): z.ZodType<bigint | undefined> =>
  field<bigint | undefined>((posted) => (postedText(posted).trim() === '' ? { value: undefined } : read(postedText(posted), 0n)))

/** A sum of money in pence with its sign. */
export const anySum = (): z.ZodType<bigint> => field((posted) => read(postedText(posted), -(10n ** 15n)))

/** Pence as they stand in a field that is filled in already: '1234.50'; '' for what is not known. */
export function typedPence(pence: bigint | null): string {
  if (pence === null) return ''
  const size = pence < 0n ? -pence : pence
  return `${pence < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}
