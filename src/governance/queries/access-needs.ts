import type { Reader } from '#platform/database/session.ts'
import type { PersonName } from './membership.ts'

/** What somebody needs to take part in a meeting; read by the person and the clerks of boards to which they belong, and by nobody else. */
export interface AccessNeeds {
  readonly person: PersonName
  /** In the words of the list 'access-need', in its order. */
  readonly needs: readonly string[]
  /** In their own words; '' where there are none. */
  readonly words: string
}

/** The needs of some people that the reader may see, by name; who needs nothing is left out. */
export async function findAccessNeeds(reader: Reader, people: readonly string[]): Promise<readonly AccessNeeds[]> {
  if (people.length === 0) return []
  const rows = await reader
    .selectFrom('governance.access_need as n')
    .innerJoin('governance.person as p', 'p.id', 'n.person')
    .select(['n.person', 'p.name', 'n.needs', 'n.words'])
    .where('n.person', 'in', people)
    .orderBy('p.name')
    .execute()
  const codes = await reader
    .selectFrom('governance.code as c')
    .select(['c.code', 'c.label'])
    .where('c.list', '=', 'access-need')
    .orderBy('c.position')
    .execute()
  return rows
    .filter(({ needs, words }) => needs.length > 0 || words !== '')
    .map(({ person, name, needs, words }) => ({
      ...{ person: { id: person, name }, words },
      needs: codes.flatMap(({ code, label }) => (needs.includes(code) ? [label] : [])),
    }))
}

/** What somebody wrote, as codes, also where it is nothing any more; undefined where they never did. */
export async function findOwnNeeds(
  reader: Reader,
  person: string,
): Promise<{ readonly needs: readonly string[]; readonly words: string; readonly version: number } | undefined> {
  return reader
    .selectFrom('governance.access_need as n')
    .select(['n.needs', 'n.words', 'n.version'])
    .where('n.person', '=', person)
    .executeTakeFirst()
}
