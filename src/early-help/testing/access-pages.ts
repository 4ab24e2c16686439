import assert from 'node:assert/strict'
import { type ContentClass, contentClasses, mayIn } from '../rules/access.ts'
import { type AccessFamily, type AccessWorld, type Asker, markers } from './access-world.ts'
import type { Town } from './town.ts'

/** The pages and forms of a family, each with the verb of `rules/access.ts` that opens it. */
const pages: Readonly<Record<string, string>> = {
  ...{
    '': 'list',
    '/movement': 'list',
    '/people': 'relatives',
    '/assessment': 'assessment',
    '/voice': 'content',
    '/plan': 'plan',
    '/plan/our-page': 'plan-paper',
    '/quality': 'quality',
  },
  ...{
    '/looks': 'looks',
    '/agreement': 'agree',
    '/lead': 'propose',
    '/lead/answer': 'answer',
    '/team': 'team',
    '/sharing': 'share',
    '/close': 'close',
  },
  ...{
    '/people/new': 'people',
    '/assessment/new': 'assess',
    '/voice/statements/new': 'say',
    '/voice/readings/new': 'say',
    '/plan/needs/new': 'plan-lead',
  },
  ...{ '/movement/new': 'move', '/annex-a-list-2.csv': 'export', '/episode.json': 'export' },
}
/** What one reads on which page, class by class. */
const shownOn: Readonly<Record<ContentClass, readonly string[]>> = {
  family: ['', '/people'],
  assessment: [''],
  voice: ['/voice'],
  plan: ['/plan'],
}

/** Cells of the table over HTTP: every page of every family by everybody, or one of each that stand alike towards the family. */
export function pageCells(
  world: AccessWorld,
  askers: readonly Asker[],
  which: 'all' | 'one of each',
): readonly (readonly [AccessFamily, Asker, string])[] {
  const seen = new Set<string>()
  return world.families.flatMap((one) =>
    askers.flatMap((who) =>
      Object.keys(pages).flatMap((page): readonly (readonly [AccessFamily, Asker, string])[] => {
        const alike = `${one.relations[who].filter((relation) => !['practitioner', 'organiser'].includes(relation))} ${one.granted[who] ?? ''} ${page}`
        if (which === 'one of each' && seen.has(alike)) return []
        seen.add(alike)
        return [[one, who, page]]
      }),
    ),
  )
}

/** Asks one of them: opened, refused or not there, as the matrix says; and never a word of a class that is not open to whoever asks. */
export async function checkPage(town: Town, one: AccessFamily, who: Asker, page: string): Promise<void> {
  const verb = pages[page] ?? ''
  const relations = new Set(one.relations[who])
  const answer = await town.get(`${one.at}${page}`, who === 'visitor' ? undefined : who)
  const what = `${who} of ${one.name}, ${page || 'its page'}: ${answer.status}`
  const granted = new Set(
    relations.has('reader')
      ? (one.granted[who] ?? [])
      : ['list', 'content', 'assessment', 'plan', 'plan-paper', 'relatives'].includes(verb)
        ? otherwise(relations)
        : [],
  )
  if (who === 'visitor') assert.equal(answer.status, 401, what)
  else if (!mayIn(relations, 'family', 'list')) assert.equal(answer.status, 404, what)
  else if (!mayIn(relations, 'family', verb)) assert.equal(answer.status, 403, what)
  else if (['say', 'plan-lead', 'plan-paper', 'export', 'answer'].includes(verb)) assert.ok([200, 403, 404].includes(answer.status), what)
  else assert.equal(answer.status, 200, what)
  for (const asked of contentClasses) {
    const isShown = markers[asked].test(answer.text)
    if (!granted.has(asked)) assert.ok(!isShown, `${what} shows ${asked}`)
    else if (answer.status === 200 && shownOn[asked].includes(page)) assert.ok(isShown, `${what} lacks ${asked}`)
  }
}

const otherwise = (relations: ReadonlySet<string>): readonly ContentClass[] =>
  relations.has('breaker') || relations.has('supervisor') ? contentClasses : []
