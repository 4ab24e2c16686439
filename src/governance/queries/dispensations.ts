import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { DispensationMatter, DispensedMatter } from '../rules/dispensation.ts'
import type { PersonName } from './membership.ts'
import { holdsOn } from './periods.ts'

/** Leave given to somebody to take part in a body's business in spite of an interest (G13; Localism Act 2011, section 33). */
export interface Dispensation extends DispensedMatter {
  readonly id: string
  readonly person: PersonName
  readonly body: string
  /** What it covers, in words. */
  readonly scope: string
  readonly grantedBy: string
  readonly startsOn: Temporal.PlainDate
  /** As it was given: first day on which it no longer holds; undefined while none was stated. */
  readonly endsOn: Temporal.PlainDate | undefined
  /** How it was ended before that; undefined where it was not. */
  readonly ended: { readonly on: Temporal.PlainDate; readonly by: string; readonly reason: string } | undefined
  readonly version: number
}

function dispensations(reader: Reader, body: string) {
  return reader
    .selectFrom('governance.dispensation as d')
    .innerJoin('governance.person as p', 'p.id', 'd.person')
    .select(['d.id', 'd.person', 'p.name', 'd.body', 'd.scope', 'd.granted_by as grantedBy', 'd.version'])
    .select([
      'd.starts_on as startsOn',
      'd.ends_on as endsOn',
      'd.ended_on as endedOn',
      'd.ended_by as endedBy',
      'd.end_reason as endReason',
    ])
    .select(['d.matter', 'd.interest', 'd.function_key as functionKey'])
    .where('d.body', '=', body)
    .orderBy('p.name')
    .orderBy('d.starts_on')
}

type Row = Awaited<ReturnType<ReturnType<typeof dispensations>['execute']>>[number]

function dispensationOf({ person, name, matter, interest, endsOn, endedOn, endedBy, endReason, ...row }: Row): Dispensation {
  return {
    ...row,
    person: { id: person, name },
    matter: matter as DispensationMatter,
    interest: interest ?? undefined,
    endsOn: endsOn ?? undefined,
    ended: endedOn === null ? undefined : { on: endedOn, by: endedBy, reason: endReason },
  }
}

/** The dispensations of a body that hold on a day, as far as one may see them, by name. */
export async function findDispensations(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<readonly Dispensation[]> {
  const rows = await dispensations(reader, body)
    .where(holdsOn('d', onDay))
    .where(sql<boolean>`(d.ended_on is null or ${onDay.toString()}::date < d.ended_on)`)
    .execute()
  return rows.map(dispensationOf)
}

/** Every dispensation that a body ever gave, as far as one may see them, by name. */
export async function listDispensations(reader: Reader, body: string): Promise<readonly Dispensation[]> {
  return (await dispensations(reader, body).execute()).map(dispensationOf)
}

/** The first day on which a dispensation no longer holds; undefined while none is known. */
export function endOf({ endsOn, ended }: Dispensation): Temporal.PlainDate | undefined {
  return ended?.on ?? endsOn
}
