import { listPeople } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'

/** Who signs in for a provider, and until when. */
export interface SignIn {
  readonly id: string
  readonly name: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it is no sign-in any more. */
  readonly endsOn: Temporal.PlainDate | undefined
}

/** Everybody who ever signed in for a provider that one may know of, the latest first. */
export async function findSignIns(reader: Reader, provider: string): Promise<readonly SignIn[]> {
  const rows = await reader
    .selectFrom('commissioning.officer')
    .select(['id', 'person', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('organisation', '=', provider)
    .where('kind', '=', 'provider')
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const names = new Map((await listPeople(reader)).map(({ id, name }) => [id, name]))
  return rows.map(({ id, person, startsOn, endsOn }) => ({
    id,
    name: names.get(person) ?? 'Somebody',
    startsOn,
    endsOn: endsOn ?? undefined,
  }))
}
