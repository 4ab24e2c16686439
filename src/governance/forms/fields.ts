import type { z } from 'zod'
import { field, optionalText, postedText } from '#platform/web/fields.ts'

// Fields that several forms of governance share.

/** One line of words, '' for nothing. */
export function textOrEmpty(max: number): z.ZodType<string> {
  return optionalText(max).transform((value) => value ?? '')
}

/** An e-mail address, or '' for nothing. */
export function emailOrEmpty(): z.ZodType<string> {
  return field((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { value: '' }
    return typed.length <= 254 && /^[^\s@<>(),;:"[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(typed)
      ? { value: typed }
      : { code: 'email-expected' }
  })
}

/** The name of a body in its address: small letters, figures and hyphens. */
export function slug(): z.ZodType<string> {
  return field((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { code: 'required' }
    return typed.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed) && typed !== 'new' ? { value: typed } : { code: 'slug-shape' }
  })
}

/** A code of a list that the database holds; the route hands in what may be chosen. */
export function codeOf(codes: readonly { readonly code: string }[]): z.ZodType<string> {
  return field((posted) => {
    const value = postedText(posted)
    if (value === '') return { code: 'choice-missing' }
    return codes.some(({ code }) => code === value) ? { value } : { code: 'choice-unknown' }
  })
}

/** Lines of a text area, one answer a line; empty lines are left out. */
export function lines(maxLines: number, maxLength: number): z.ZodType<readonly string[]> {
  return field<readonly string[]>((posted) => {
    const typed = postedText(posted)
    if (!typed.isWellFormed()) return { code: 'broken-characters' }
    const list = typed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (list.some((line) => /\p{Cc}/u.test(line))) return { code: 'control-characters' }
    const longest = Math.max(0, ...list.map((line) => [...line].length))
    if (longest > maxLength) return { code: 'too-long', details: { max: maxLength, over: longest - maxLength } }
    return list.length > maxLines ? { code: 'number-out-of-range', details: { min: 0, max: maxLines } } : { value: list }
  })
}
