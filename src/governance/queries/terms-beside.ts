import type { Reader } from '#platform/database/session.ts'
import type { OfficeBasis } from '../rules/chair.ts'
import { demandsOn } from '../rules/composition.ts'
import type { Neighbour } from '../rules/terms/check-neighbours.ts'
import type { PracticeFact } from '../rules/terms/finding.ts'
import { findSettingsOf, listBodies } from './bodies.ts'
import { findRecordedDemands } from './composition.ts'
import { findNoticeLaw } from './notice-law.ts'
import { findOffices } from './offices.ts'
import { holdsOn } from './periods.ts'
import { findRelations } from './relations.ts'
import { findAllTermsInForce } from './terms.ts'

/** Every other body on record, as the terms of this one are checked beside it (G11). */
export async function findNeighbours(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Neighbour[]> {
  const terms = await findAllTermsInForce(reader, today)
  const relations = await findRelations(reader, today, body)
  const related = new Set(relations.flatMap(({ from, to }) => [from.id, to.id]))
  return (await listBodies(reader, today))
    .filter(({ id }) => id !== body)
    .map(({ id, name, status }) => ({ name, terms: terms.get(id), related: related.has(id), ended: status === 'ended' }))
}

/** What the law asks of a body's terms, by the regime under which it meets; empty where no law is on record (G10). */
export async function findLawFacts(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly PracticeFact[]> {
  const lawOf = await findNoticeLaw(reader)
  const law = lawOf((await findSettingsOf(reader, [body], today)).get(body)?.legalRegime, today)
  return law ? [{ rule: 'agendaOut', law }] : []
}

/** What is on record of how a body works, to be held against its terms in force: who chairs, deputies, seats (G11). */
export async function findPracticeFacts(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly PracticeFact[]> {
  const offices = await findOffices(reader, body, today)
  const held = offices.flatMap(({ role, basis }): PracticeFact[] => {
    if (role === 'clerk') return []
    return [{ rule: role === 'chair' ? 'chair' : 'deputyChair', basis: basis as OfficeBasis, seenIn: 'the record of offices' }]
  })
  const kept = await reader
    .selectFrom('governance.seat as s')
    .select(['s.key', 's.name', 's.places', 's.votes_on as votesOn'])
    .where('s.body', '=', body)
    .where(holdsOn('s', today))
    .orderBy('s.position')
    .execute()
  const deputies = await reader
    .selectFrom('governance.deputy_authorisation as d')
    .innerJoin('governance.seat as s', 's.id', 'd.seat')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('s.body', '=', body)
    .where(holdsOn('d', today))
    .executeTakeFirstOrThrow()
  return [
    ...held,
    ...(await findLawFacts(reader, body, today)),
    { rule: 'composition', kept: demandsOn((await findRecordedDemands(reader, [body])).get(body) ?? [], today) },
    { rule: 'deputies', count: Number(deputies.count), seenIn: 'the record of deputies' },
    // Where no seat is kept at all nobody has entered them yet: that is told as a gap of the record, not of the practice.
    ...(kept.length > 0 ? [{ rule: 'seats' as const, kept, seenIn: 'the record of seats' }] : []),
  ]
}
