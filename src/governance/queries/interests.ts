import type { Reader } from '#platform/database/session.ts'
import type { OutsideKind } from '../rules/choices.ts'
import type { PersonName } from './membership.ts'
import { holdsOn } from './periods.ts'

/** One entry of the register (G13). Sensitive ones come back only for the person and the clerks who may read them. */
export interface InterestRecord {
  readonly id: string
  readonly person: PersonName
  readonly kind: 'pecuniary' | 'personal' | 'prejudicial' | 'conflict_by_post' | 'other_membership'
  readonly nature: string
  /** What a membership elsewhere is of; '' for other kinds, and where that was not said. */
  readonly outsideKind: OutsideKind | ''
  readonly sensitive: boolean
  readonly declaredOn: Temporal.PlainDate
  /** Undefined while it has never been reviewed. */
  readonly reviewedOn: Temporal.PlainDate | undefined
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
}

function interests(reader: Reader) {
  return reader
    .selectFrom('governance.interest as i')
    .innerJoin('governance.person as p', 'p.id', 'i.person')
    .select(['i.id', 'i.person', 'p.name', 'i.kind', 'i.nature', 'i.sensitive', 'i.version', 'i.outside_kind as outsideKind'])
    .select(['i.declared_on as declaredOn', 'i.reviewed_on as reviewedOn', 'i.starts_on as startsOn', 'i.ends_on as endsOn'])
}

type Row = Awaited<ReturnType<ReturnType<typeof interests>['execute']>>[number]

function interestOf({ person, name, kind, outsideKind, reviewedOn, endsOn, ...row }: Row): InterestRecord {
  const codes = { kind: kind as InterestRecord['kind'], outsideKind: outsideKind as InterestRecord['outsideKind'] }
  const known = { ...codes, reviewedOn: reviewedOn ?? undefined, endsOn: endsOn ?? undefined }
  return { ...row, ...known, person: { id: person, name } }
}

/** The register of a body on a day: the interests of everybody who then fills a seat or an office of it, by name. */
export async function findBodyInterests(reader: Reader, bodyId: string, onDay: Temporal.PlainDate): Promise<readonly InterestRecord[]> {
  const rows = await interests(reader)
    .where(holdsOn('i', onDay))
    .where((where) =>
      where.or([
        where(
          'i.person',
          'in',
          reader
            .selectFrom('governance.appointment as a')
            .innerJoin('governance.seat as s', 's.id', 'a.seat')
            .select('a.person')
            .where('s.body', '=', bodyId)
            .where(holdsOn('a', onDay)),
        ),
        where(
          'i.person',
          'in',
          reader
            .selectFrom('governance.office as f')
            .select('f.person')
            .where('f.body', '=', bodyId)
            .where('f.role', '<>', 'clerk')
            .where(holdsOn('f', onDay)),
        ),
      ]),
    )
    .orderBy('p.name')
    .orderBy('i.starts_on')
    .orderBy('i.id')
    .execute()
  return rows.map(interestOf)
}

/** The interests of some people that hold on a day; for the declarations of a meeting. */
export async function findInterestsOf(
  reader: Reader,
  people: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<readonly InterestRecord[]> {
  if (people.length === 0) return []
  const rows = await interests(reader)
    .where('i.person', 'in', people)
    .where(holdsOn('i', onDay))
    .orderBy('p.name')
    .orderBy('i.starts_on')
    .orderBy('i.id')
    .execute()
  return rows.map(interestOf)
}

/** Every entry a person has ever made, the latest first. */
export async function findPersonInterests(reader: Reader, personId: string): Promise<readonly InterestRecord[]> {
  const rows = await interests(reader).where('i.person', '=', personId).orderBy('i.starts_on', 'desc').orderBy('i.id').execute()
  return rows.map(interestOf)
}

/** One entry; undefined also where the reader may not know of it. */
export async function findInterest(reader: Reader, id: string): Promise<InterestRecord | undefined> {
  const row = await interests(reader).where('i.id', '=', id).executeTakeFirst()
  return row && interestOf(row)
}
