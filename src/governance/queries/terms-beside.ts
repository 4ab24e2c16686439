import type { Reader } from '#platform/database/session.ts'
import type { OfficeBasis } from '../rules/chair.ts'
import { demandsOn } from '../rules/composition.ts'
import { isSameLaw } from '../rules/notice-law.ts'
import type { Neighbour } from '../rules/terms/check-neighbours.ts'
import type { PracticeFact } from '../rules/terms/finding.ts'
import { findSettingsOf, listBodies } from './bodies.ts'
import { findRecordedDemands } from './composition.ts'
import { findHandedOn } from './last-word.ts'
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

/**
 * What binds a body's terms from outside: what the law of its regime asks, and what bodies delegated to bodies (G10, G14).
 * @param adoptedFor - the first day on which adopted terms are in force: the law of that day counts, and that of today is told where it differs;
 * undefined for terms yet to be adopted, of which the law of today is asked
 */
export async function findGivenFacts(
  reader: Reader,
  body: string,
  today: Temporal.PlainDate,
  adoptedFor?: Temporal.PlainDate,
): Promise<readonly PracticeFact[]> {
  const [lawOf, handedOn] = await Promise.all([findNoticeLaw(reader), findHandedOn(reader, today)])
  const lawOn = async (day: Temporal.PlainDate) => lawOf((await findSettingsOf(reader, [body], day)).get(body)?.legalRegime, day)
  const current = await lawOn(today)
  // A version that has not come into force yet is read by the law of today: nobody knows that of a later day.
  const asked = adoptedFor === undefined || Temporal.PlainDate.compare(today, adoptedFor) < 0 ? undefined : adoptedFor
  const law = asked === undefined ? current : await lawOn(asked)
  const known: readonly PracticeFact[] = law ? [{ rule: 'agendaOut', law }] : []
  const since: readonly PracticeFact[] =
    asked && !isSameLaw(law, current) ? [{ rule: 'agendaOut', adoptedFor: asked, before: law, now: current }] : []
  return [...known, ...since, { rule: 'functions', handedOn }]
}

/** What is on record of how a body works, to be held against its terms in force: who chairs, deputies, seats (G11). */
export async function findPracticeFacts(
  reader: Reader,
  body: string,
  today: Temporal.PlainDate,
  adoptedFor: Temporal.PlainDate,
): Promise<readonly PracticeFact[]> {
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
    ...(await findGivenFacts(reader, body, today, adoptedFor)),
    { rule: 'composition', kept: demandsOn((await findRecordedDemands(reader, [body])).get(body) ?? [], today) },
    { rule: 'deputies', count: Number(deputies.count), seenIn: 'the record of deputies' },
    // Where no seat is kept at all nobody has entered them yet: that is told as a gap of the record, not of the practice.
    ...(kept.length > 0 ? [{ rule: 'seats' as const, kept, seenIn: 'the record of seats' }] : []),
  ]
}
