import type { Context } from 'hono'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { Guarded } from '../rules/access.ts'
import type { Standing } from '../rules/standing.ts'
import { type BodySummary, findBodiesById, findBody } from './bodies.ts'
import type { Guard } from './guard.ts'
import { findStanding } from './standing.ts'

/** A request, with who asks and what they may. */
export interface Asked {
  readonly reader: Reader
  readonly visit: Visit
  readonly standing: Standing
  /** Whether whoever asks may do that, too. */
  may(guarded: Guarded, verb: string): boolean
  /** A value behind the question mark; '' where there is none. */
  query(name: string): string
  /** A part of the address as it stands; '' where there is none. */
  part(name: string): string
}

/** A request about a board. */
export type AskedBoard = Asked & { readonly body: BodySummary }

/** How a domain begins to answer a request. */
export interface Asker {
  /** Who asks, without a permission asked for yet. */
  begin(reader: Reader, c: Context<AppEnv, string>): Promise<Asked>
  /** The board whose address names it as :slug, and a verb on what belongs to it; without one it is anybody's to look at. @throws NotFound, Forbidden, SignInNeeded */
  ofBoard(reader: Reader, c: Context<AppEnv, string>, guarded?: (body: string) => Guarded, verb?: string): Promise<AskedBoard>
}

/** Makes the asker of a domain from its guard. */
export function askWith({ allows, demandOf }: Guard): Asker {
  const begin: Asker['begin'] = async (reader, c) => {
    const visit = c.get('visit')
    const standing = await findStanding(reader, visit)
    return {
      ...{ reader, visit, standing },
      may: (guarded, verb) => allows(standing, guarded, verb),
      query: (name) => c.req.query(name) ?? '',
      part: (name) => c.req.param(name) ?? '',
    }
  }
  return {
    begin,
    async ofBoard(reader, c, guarded, verb = 'read') {
      const asked = await begin(reader, c)
      const body = await findBody(reader, asked.part('slug'), asked.visit.today)
      if (!body) throw new NotFound('No such board.')
      if (guarded) demandOf(asked.standing, asked.visit, guarded(body.id), verb)
      return { ...asked, body }
    },
  }
}

/** The request with the body of a record, as it is on the day. @throws NotFound */
export async function withBody<Request extends Asked>(asked: Request, id: string): Promise<Request & AskedBoard> {
  const [body] = await findBodiesById(asked.reader, [id], asked.visit.today)
  if (!body) throw new NotFound('No such body.')
  return { ...asked, body }
}
