import type { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { optionalLongText, optionalText } from '#platform/web/fields.ts'
import { namedProblem } from '../rules/named.ts'

/** A thing with its name and its meaning, in its place from 1. */
export interface Named {
  readonly position: number
  readonly name: string
  readonly means: string
}

/** Things that a form asks for one after the other, each in two fields: 'grade1', 'grade1means'. Its problems begin with `called`: 'grade-few'. */
export interface NamedFields {
  readonly called: string
  readonly least: number
  readonly most: number
  /** Of the name, in characters. */
  readonly length: number
}

/** Places that the form asks for, from 1. */
export const placesOf = ({ most }: NamedFields): readonly number[] => Array.from({ length: most }, (_, index) => index + 1)

/** The fields of the form. */
export function namedShape(fields: NamedFields): Readonly<Record<string, z.ZodType<string | undefined>>> {
  return Object.fromEntries(
    placesOf(fields).flatMap((at) => [
      [`${fields.called}${at}`, optionalText(fields.length)],
      [`${fields.called}${at}means`, optionalLongText(2000)],
    ]),
  )
}

/** Reads them from what was parsed: whole, in their order. */
export function readNamed(values: object, fields: NamedFields): Result<readonly Named[], FieldProblem> {
  const held = values as Readonly<Record<string, string | undefined>>
  const typed = placesOf(fields).map((at) => ({ name: held[`${fields.called}${at}`], means: held[`${fields.called}${at}means`] }))
  const wrong = namedProblem(typed, fields.least)
  if (wrong)
    return fail({ field: `${fields.called}${wrong.at}${wrong.part === 'means' ? 'means' : ''}`, code: `${fields.called}-${wrong.code}` })
  return succeed(
    typed.flatMap(({ name, means }, index) => (name === undefined || means === undefined ? [] : [{ position: index + 1, name, means }])),
  )
}

/** What the form begins with: the words of what held before. */
export const namedFirst = (
  called: string,
  held: readonly { readonly name: string; readonly means: string }[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    held.flatMap(({ name, means }, index) => [
      [`${called}${index + 1}`, name],
      [`${called}${index + 1}means`, means],
    ]),
  )
