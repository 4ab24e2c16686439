import type { z } from 'zod'
import { penceOf } from '../money.ts'
import { field, postedText } from './fields.ts'

/** A sum of money in pence, or nothing: undefined. A sum of nothing is no sum. */
export function optionalMoney(): z.ZodType<number | undefined> {
  return field<number | undefined>((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { value: undefined }
    const pence = penceOf(typed)
    return pence === undefined || pence === 0 ? { code: 'sum-expected' } : { value: pence }
  })
}
