import { NotFound } from '#platform/refusals.ts'
import { findMembers, findShields } from '../queries/people.ts'
import { findDissents } from '../queries/putting-right.ts'
import type { LookedAt } from './sections.tsx'

/** For whom of the family it can be printed apart: where an address, or what somebody says against it, is withheld from one of them. Else nobody need be named. */
export async function readersOf({ tx, family }: LookedAt): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const withheld = (await findDissents(tx, family.id)).some((one) => one.class === 'assessment' && one.withheldFrom !== null)
  const shielded = withheld || (await findShields(tx, family.family)).some(({ endsOn }) => endsOn === null)
  return shielded ? (await findMembers(tx, family.family)).filter(({ id, keptAs }) => id === keptAs) : []
}

/** For whom of the family it is printed, under every record of theirs; undefined where nobody is named. @throws NotFound for somebody of another family */
export async function readerOf({ tx, family }: LookedAt, named: string | undefined): Promise<readonly string[] | undefined> {
  if (named === undefined) return undefined
  const members = await findMembers(tx, family.family)
  const reader = members.find(({ id }) => id === named)
  if (!reader) throw new NotFound('No such person.')
  return members.filter(({ keptAs }) => keptAs === reader.keptAs).map(({ id }) => id)
}
