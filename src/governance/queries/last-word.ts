import type { Reader } from '#platform/database/session.ts'
import { type HandedOn, type LastWordClash, lastWordClashes } from '../rules/last-word.ts'
import { listBodies } from './bodies.ts'
import { holdsOn } from './periods.ts'
import { findAllTermsInForce } from './terms.ts'

/** What bodies have delegated to bodies, as it holds on a day (G14). */
export async function findHandedOn(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly HandedOn[]> {
  return reader
    .selectFrom('governance.delegation as d')
    .innerJoin('governance.body as f', 'f.id', 'd.body')
    .innerJoin('governance.body as t', 't.id', 'd.to_body')
    .select(['f.name as from', 't.name as to', 'd.function_name as functionName'])
    .where(holdsOn('d', onDay))
    .where((where) => where.or([where('d.revoked_on', 'is', null), where('d.revoked_on', '>', onDay)]))
    .orderBy('f.name')
    .orderBy('t.name')
    .execute()
}

/** The functions of all bodies of a day on which nobody can tell who has the last word (G3, G14). */
export async function findLastWordClashes(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly LastWordClash[]> {
  const [bodies, terms, handedOn] = await Promise.all([
    listBodies(reader, onDay),
    findAllTermsInForce(reader, onDay),
    findHandedOn(reader, onDay),
  ])
  const working = bodies.filter(({ status }) => status !== 'ended')
  return lastWordClashes(
    working.map(({ id, name }) => ({ name, terms: terms.get(id) })),
    handedOn,
  )
}
