import type { Context } from 'hono'
import type { Guarded, Standing } from '#governance/public.ts'
import { type BodySummary, findBodiesById, findBody, findStanding } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { allows, demandOf, guardedMeasure } from '../permission.ts'
import { findGivers } from '../queries/givers.ts'
import { findMeasure } from '../queries/measure.ts'
import type { Measure } from '../rules/measure.ts'

/** A request about a board whose permission is settled. */
export interface Asked {
  readonly reader: Reader
  readonly visit: Visit
  readonly standing: Standing
  readonly body: BodySummary
  /** Whether whoever asks may do that, too. */
  may(guarded: Guarded, verb: string): boolean
  /** A value behind the question mark; '' where there is none. */
  query(name: string): string
}

/** A request about a measure. */
export type AskedMeasure = Asked & { readonly measure: Measure; readonly guarded: Guarded }

/** One named part of an address. */
export const part = (c: Context<AppEnv>, name: string): string => c.req.param(name as never) ?? ''

/** Who asks about a body, without a permission asked for yet. */
export async function begin(reader: Reader, c: Context<AppEnv>, body: BodySummary): Promise<Asked> {
  const visit = c.get('visit')
  const standing = await findStanding(reader, visit)
  return {
    reader,
    visit,
    standing,
    body,
    may: (guarded, verb) => allows(standing, guarded, verb),
    query: (name) => c.req.query(name) ?? '',
  }
}

/** A body as it is today. @throws NotFound */
export async function bodyOf(reader: Reader, id: string, day: Temporal.PlainDate): Promise<BodySummary> {
  const [body] = await findBodiesById(reader, [id], day)
  if (!body) throw new NotFound('No such body.')
  return body
}

/** A board that anybody may look at, and a verb on what belongs to it. */
export function boardGate(guard?: (body: string) => Guarded, verb = 'read'): Gate<Asked> {
  return async (reader, c) => {
    const body = await findBody(reader, part(c, 'slug'), c.get('visit').today)
    if (!body) throw new NotFound('No such board.')
    const asked = await begin(reader, c, body)
    if (guard) demandOf(asked.standing, asked.visit, guard(body.id), verb)
    return asked
  }
}

/** A measure, and a verb on it. Row-level security lets through what may be read. */
export function measureGate(verb: 'read' | 'keep' | 'give' | 'comment'): Gate<AskedMeasure> {
  return async (reader, c) => {
    const measure = await findMeasure(reader, part(c, 'measure'))
    const asked = await begin(reader, c, await bodyOf(reader, measure.body, c.get('visit').today))
    const guarded = guardedMeasure(measure, await findGivers(reader, measure))
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guarded, verb)
    return { ...asked, measure, guarded }
  }
}
