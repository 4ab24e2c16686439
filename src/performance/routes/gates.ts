import type { Context } from 'hono'
import type { Guarded } from '#governance/public.ts'
import { type AskedBoard, askWith, withBody } from '#governance/public-data.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { guard, guardedMeasure } from '../permission.ts'
import { findGivers } from '../queries/givers.ts'
import { findMeasure } from '../queries/measure.ts'
import type { Measure } from '../rules/measure.ts'

const { demandOf } = guard
/** How a request begins: who asks, and about which board. */
export const { begin, ofBoard } = askWith(guard)

/** A request about a measure. */
export type AskedMeasure = AskedBoard & { readonly measure: Measure; readonly guarded: Guarded }

/** One named part of an address. */
export const part = (c: Context<AppEnv, string>, name: string): string => c.req.param(name) ?? ''

/** A board that anybody may look at, and a verb on what belongs to it. */
export function boardGate(guarded?: (body: string) => Guarded, verb = 'read'): Gate<AskedBoard> {
  return (reader, c) => ofBoard(reader, c, guarded, verb)
}

/** A measure, and a verb on it. Row-level security lets through what may be read. */
export function measureGate(verb: 'read' | 'keep' | 'link' | 'give' | 'comment' | 'turn'): Gate<AskedMeasure> {
  return async (reader, c) => {
    const measure = await findMeasure(reader, part(c, 'measure'))
    const asked = await withBody(await begin(reader, c), measure.body)
    const guarded = guardedMeasure(measure, await findGivers(reader, measure))
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guarded, verb)
    return { ...asked, measure, guarded }
  }
}
