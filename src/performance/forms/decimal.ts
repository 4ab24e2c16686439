import type { z } from 'zod'
import { field, postedText } from '#platform/web/fields.ts'
import type { Exact } from '../rules/exact.ts'
import { readNumber } from '../rules/figure.ts'

/** A figure in decimals, exact; '1,234' and '32%' are read as people mean them. */
export function decimal(): z.ZodType<Exact> {
  return field<Exact>((posted) => {
    const read = readNumber(postedText(posted))
    if (!('number' in read)) return { code: read.code === 'number-expected' ? 'decimal-expected' : read.code }
    return read.number === null ? { code: 'required' } : { value: read.number }
  })
}

/** The same, or nothing: null. */
export function optionalDecimal(): z.ZodType<Exact | null> {
  return field<Exact | null>((posted) => {
    const read = readNumber(postedText(posted))
    if (!('number' in read)) return { code: read.code === 'number-expected' ? 'decimal-expected' : read.code }
    return { value: read.number }
  })
}
