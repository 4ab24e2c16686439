import type { Reader } from '#platform/database/session.ts'
import type { DeputyOnDay } from './membership.ts'

/** Authorisations of deputies (`d`) with their seat (`s`), the person (`p`) and the chair who agreed; to be narrowed by whoever asks. */
export function deputiesOf(reader: Reader) {
  return reader
    .selectFrom('governance.deputy_authorisation as d')
    .innerJoin('governance.seat as s', 's.id', 'd.seat')
    .innerJoin('governance.person as p', 'p.id', 'd.person')
    .leftJoin('governance.person as c', 'c.id', 'd.agreed_by')
    .select(['d.id', 'd.seat', 'd.place', 'd.person', 'p.name', 'd.basis', 'd.may_decide as mayDecide', 'd.agreed_by as agreedBy'])
    .select(['c.name as chair', 'd.members_told_on as membersToldOn', 'd.meeting', 'd.starts_on as startsOn', 'd.ends_on as endsOn'])
}

/** One of them, as it is read. */
export type DeputyRow = Awaited<ReturnType<ReturnType<typeof deputiesOf>['execute']>>[number]

/** An authorisation as seats show it. */
export function deputyOf(row: DeputyRow): DeputyOnDay {
  return {
    id: row.id,
    person: { id: row.person, name: row.name },
    basis: row.basis,
    mayDecide: row.mayDecide,
    agreedBy: row.agreedBy === null ? undefined : { id: row.agreedBy, name: row.chair ?? '' },
    membersToldOn: row.membersToldOn ?? undefined,
    meeting: row.meeting ?? undefined,
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? undefined,
  }
}
