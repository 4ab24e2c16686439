import { may, rolesTowards, type Standing, type Ties } from '#governance/public.ts'
import { findStanding } from '#governance/public-data.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import { Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import { plansAccess } from './rules/access.ts'

/** A record as the access matrix names it: its type, its state there (the sight), and what ties people to it. */
export interface Guarded {
  readonly record: string
  readonly state: string
  readonly ties: Ties
}

/** Whether this standing may do that with the record. */
export function allows(standing: Standing, { record, state, ties }: Guarded, verb: string): boolean {
  return may(plansAccess, rolesTowards(standing, ties), record, state, verb)
}

/**
 * Refuses what the matrix does not allow, and hands back who one is.
 * @throws SignInNeeded for a visitor, NotFound for what may not be read, Forbidden for the rest
 */
export async function demand(reader: Reader, acting: Acting, guarded: Guarded, verb: string): Promise<Standing> {
  const standing = await findStanding(reader, acting)
  demandOf(standing, acting, guarded, verb)
  return standing
}

/** The same, for a standing that is known already. */
export function demandOf(standing: Standing, acting: Acting, guarded: Guarded, verb: string): void {
  if (allows(standing, guarded, verb)) return
  if (acting.actor === undefined) throw new SignInNeeded('Nobody is signed in.')
  if (!allows(standing, guarded, 'read')) throw new NotFound('No such record.')
  throw new Forbidden('You can read this, but not do that.')
}
