import type { Context } from 'hono'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { type FamilyLine, findFamily } from '../queries/families.ts'
import { findDecisions } from '../queries/record.ts'
import { type CaseworkTies, demandTie, findTies, idOf } from '../queries/ties.ts'

/** A request of early help, with what whoever asks is towards it. */
export interface AskedCasework {
  readonly reader: Reader
  readonly visit: Visit
  readonly ties: CaseworkTies
  part(name: string): string
}

/** A request about one family. */
export type AskedFamily = AskedCasework & { readonly family: FamilyLine }

const begin = (reader: Reader, c: Context<AppEnv, string>, ties: CaseworkTies): AskedCasework => ({
  ...{ reader, visit: c.get('visit'), ties },
  part: (name) => c.req.param(name) ?? '',
})

/** Whoever asks, and what the matrix must allow of families or posts as a whole. @throws Forbidden, SignInNeeded */
export function caseworkGate(
  record:
    | 'families'
    | 'posts'
    | 'training'
    | 'quality'
    | 'retention'
    | 'requests'
    | 'practice'
    | 'settled'
    | 'figures'
    | 'emergencies'
    | 'supervision'
    | 'claims'
    | 'shields'
    | 'rights',
  verb: string,
): Gate<AskedCasework> {
  return async (reader, c) => {
    const ties = await findTies(reader, c.get('visit'))
    demandTie(ties, record, verb)
    return begin(reader, c, ties)
  }
}

/** Anybody signed in: what is shown depends on what they are. @throws SignInNeeded */
export const signedInGate: Gate<AskedCasework> = async (reader, c) => begin(reader, c, await findTies(reader, c.get('visit')))

/** A family that one may list, and what the matrix must allow. @throws NotFound, Forbidden, SignInNeeded */
export function familyGate(verb: string): Gate<AskedFamily> {
  return async (reader, c) => {
    await findTies(reader, c.get('visit'))
    const family = await findFamily(reader, idOf(c.req.param('episode') ?? ''))
    const ties = await findTies(reader, c.get('visit'), family)
    demandTie(ties, 'family', verb)
    return { ...begin(reader, c, ties), family }
  }
}

/** A decision to share that one may see: whoever works with the family, and who owns information governance. @throws NotFound, SignInNeeded */
export const decisionGate: Gate<AskedCasework & { readonly decision: Awaited<ReturnType<typeof findDecisions>>[number] }> = async (
  reader,
  c,
) => {
  const ties = await findTies(reader, c.get('visit'))
  const [decision] = await findDecisions(reader, { id: idOf(c.req.param('decision') ?? '') })
  if (!decision) throw new NotFound('No such decision.')
  return { ...begin(reader, c, ties), decision }
}
