import type { Acting, Reader } from '#platform/database/session.ts'
import { Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import { type AccessMatrix, type Guarded, may, rolesTowards } from '../rules/access.ts'
import type { Standing } from '../rules/standing.ts'
import { findStanding } from './standing.ts'

/** Asks one domain's access matrix. */
export interface Guard {
  /** Whether this standing may do that with the record. */
  allows(standing: Standing, guarded: Guarded, verb: string): boolean
  /**
   * Refuses what the matrix does not allow, and hands back who one is.
   * @throws SignInNeeded for a visitor, NotFound for what may not be read, Forbidden for the rest
   */
  demand(reader: Reader, acting: Acting, guarded: Guarded, verb: string): Promise<Standing>
  /** The same, for a standing that is known already. */
  demandOf(standing: Standing, acting: Acting, guarded: Guarded, verb: string): void
}

/** Makes the guard of a domain from its access matrix. */
export function guardWith(matrix: AccessMatrix): Guard {
  const allows: Guard['allows'] = (standing, { record, state, ties }, verb) =>
    may(matrix, rolesTowards(standing, ties), record, state, verb)
  const demandOf: Guard['demandOf'] = (standing, acting, guarded, verb) => {
    if (allows(standing, guarded, verb)) return
    if (acting.actor === undefined) throw new SignInNeeded('Nobody is signed in.')
    if (!allows(standing, guarded, 'read')) throw new NotFound('No such record.')
    throw new Forbidden('You can read this, but not do that.')
  }
  const demand: Guard['demand'] = async (reader, acting, guarded, verb) => {
    const standing = await findStanding(reader, acting)
    demandOf(standing, acting, guarded, verb)
    return standing
  }
  return { allows, demand, demandOf }
}
