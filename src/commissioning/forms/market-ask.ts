import { z } from 'zod'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { optionalWholeNumber, parseForm } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { optionalSum } from './pence.ts'

/** What a provider says of itself in one area; undefined: it says nothing of it. */
export interface OwnFigure {
  readonly places: number | undefined
  readonly free: number | undefined
  /** Pence for one unit, without VAT. */
  readonly price: bigint | undefined
}

/** The return of a provider: the day it speaks of, and its figures by what they answer. */
export interface OwnReturnInput {
  readonly datedOn: Temporal.PlainDate
  readonly figures: ReadonlyMap<string, OwnFigure>
}

/** Reads the return of a provider for what it was asked, by id. */
export function parseOwnReturn(asked: readonly string[]): (body: FormBody) => Result<OwnReturnInput, FieldProblem> {
  const figure = () => optionalWholeNumber(0, 100_000_000)
  const shape = z.object({
    datedOn: day(),
    ...Object.fromEntries(
      asked.flatMap((id) => [
        [`places-${id}`, figure()],
        [`free-${id}`, figure()],
      ]),
    ),
    ...Object.fromEntries(asked.map((id) => [`price-${id}`, optionalSum()])),
  })
  return (body) => {
    const read = parseForm(shape, body)
    if (!read.ok) return read
    const typed = read.value as Readonly<Record<string, unknown>> & { readonly datedOn: Temporal.PlainDate }
    const number = (name: string) => typed[name] as number | undefined
    const figures = asked.map((id): readonly [string, OwnFigure] => [
      id,
      { places: number(`places-${id}`), free: number(`free-${id}`), price: typed[`price-${id}`] as bigint | undefined },
    ])
    return succeed({ datedOn: typed.datedOn, figures: new Map(figures) })
  }
}
