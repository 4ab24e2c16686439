import type { Acting, ActorId, Reader } from '#platform/database/session.ts'
import { Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import { findStanding } from '../queries/standing.ts'
import { may, rolesTowards, type Ties } from '../rules/access.ts'
import { governanceAccess } from '../rules/governance-access.ts'
import type { Standing } from '../rules/standing.ts'

/** What somebody wants to do with a record. */
export interface Wish {
  readonly record: string
  /** Default: 'any'. */
  readonly state?: string
  readonly verb: string
  readonly ties?: Ties
}

/** Who acts, once that is settled. */
export interface Permitted {
  readonly actor: ActorId
  readonly standing: Standing
}

/**
 * Lets a wish through or refuses it.
 * @throws NotFound where one may not even read, SignInNeeded for a visitor, Forbidden for everybody else.
 */
export async function permit(reader: Reader, acting: Acting, wish: Wish): Promise<Permitted> {
  const standing = await findStanding(reader, acting)
  const { record, state = 'any', verb, ties = {} } = wish
  const roles = rolesTowards(standing, ties)
  if (!may(governanceAccess, roles, record, state, 'read')) throw new NotFound()
  if (acting.actor === undefined) throw new SignInNeeded()
  if (!may(governanceAccess, roles, record, state, verb)) throw new Forbidden()
  return { actor: acting.actor, standing }
}

/** Whether a wish would be let through; for showing or leaving out a link. */
export function allows(standing: Standing, { record, state = 'any', verb, ties = {} }: Wish): boolean {
  return may(governanceAccess, rolesTowards(standing, ties), record, state, verb)
}

/** The same for reading, which a visitor may be allowed to do. @throws NotFound */
export async function permitReading(reader: Reader, acting: Acting, wish: Wish): Promise<{ readonly standing: Standing }> {
  const standing = await findStanding(reader, acting)
  if (!allows(standing, wish)) throw new NotFound()
  return { standing }
}
