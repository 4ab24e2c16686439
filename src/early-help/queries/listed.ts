import type { Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { FamilyLine } from './families.ts'
import { findFacts, findMembers } from './people.ts'

/**
 * What the list for inspections needs of children, as far as whoever looks may read it: what was answered of them, the latest first, under whichever record of
 * somebody who was entered twice; and their assessments. Empty where one may not read it.
 */
export async function findListed(reader: Reader, { id: episode, family }: FamilyLine) {
  const kept = new Map((await findMembers(reader, family)).map(({ id, keptAs }) => [id, keptAs]))
  const known = await findFacts(reader, [...kept.keys()])
  const assessments = await reader
    .selectFrom('casework.assessment as a')
    .innerJoin('casework.assessment_child as c', 'c.assessment', 'a.id')
    .where('a.episode', '=', episode)
    .where('a.taken_back_at', 'is', null)
    .select(['c.person', 'a.number', 'a.started_on as startedOn', 'a.completed_at as completedAt'])
    .execute()
  return {
    facts: known.map((fact) => ({ ...fact, person: kept.get(fact.person) ?? fact.person })),
    assessments: assessments.map(({ person, number, startedOn, completedAt }) => ({
      ...{ child: kept.get(person) ?? person, number, startedOn },
      completedOn: completedAt === null ? undefined : dayOf(completedAt),
    })),
  }
}
