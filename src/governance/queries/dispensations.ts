import type { Reader } from '#platform/database/session.ts'
import type { PersonName } from './membership.ts'
import { holdsOn } from './periods.ts'

/** Leave given to somebody to take part in a body's business in spite of an interest (G13; Localism Act 2011, section 33). */
export interface Dispensation {
  readonly id: string
  readonly person: PersonName
  readonly body: string
  /** What it covers, in words. */
  readonly scope: string
  readonly grantedBy: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** The dispensations of a body that hold on a day, as far as one may see them, by name. */
export async function findDispensations(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<readonly Dispensation[]> {
  const rows = await reader
    .selectFrom('governance.dispensation as d')
    .innerJoin('governance.person as p', 'p.id', 'd.person')
    .select(['d.id', 'd.person', 'p.name', 'd.body', 'd.scope', 'd.granted_by as grantedBy'])
    .select(['d.starts_on as startsOn', 'd.ends_on as endsOn'])
    .where('d.body', '=', body)
    .where(holdsOn('d', onDay))
    .orderBy('p.name')
    .orderBy('d.starts_on')
    .execute()
  return rows.map(({ person, name, endsOn, ...row }) => ({ ...row, person: { id: person, name }, endsOn: endsOn ?? undefined }))
}
