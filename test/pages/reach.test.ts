import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadSample } from '#src/sample/load.ts'
import { type Client, openClient } from '../support/client.ts'
import { openHouse } from '../support/house.ts'
import { matcher } from './address.ts'
import { visitedAt, visitedPages } from './pages.ts'

/**
 * Pages to which nothing of the sample leads, each with why. Everything else that `npm run test:pages` visits is reached by links from the front page,
 * by somebody: an address alone is no way in.
 */
const ledToOtherwise: Readonly<Record<string, readonly string[]>> = {
  'a link of a mail, or an answer to a form': [
    ...['/follow/asked', '/follow/confirm', '/follow/confirmed', '/follow/stop', '/follow/stopped', '/mails/stop', '/mails/stopped'],
    '/answer/a-link-that-is-not-there',
    ...['/leave-list', '/questions/confirm', '/reset-password', '/invitation', '/sign-in/code', '/sign-out', '/first-administrator'],
    ...[
      '/admin/mail/:id',
      '/meetings/:id/questions/sent',
      '/boards/:slug/voices/feedback/sent',
      '/boards/:slug/services/reported',
      '/risk-scales/new/:levels',
      '/organisations/:organisation/succession/:act/confirm',
    ],
  ],
  'a draft of terms': ['adopt', 'changes', 'preview', 'propose', 'guide', 'guide/:section', 'guide/seats', 'guide/seats/:seat'].map(
    (page) => `/boards/:slug/terms/:number/${page}`,
  ),
  'files that somebody brought': [
    ...['/papers/:paper/files/:file/edit', '/papers/:paper/converted', '/meetings/:id/minutes/files/:file/remove'],
    '/meetings/:id/publications/:publication/words',
  ],
  'a consultation that is over and not published': ['/boards/:slug/consultations/:consultation/said/publish'],
  'a recommendation of no review that is public': ['/recommendations/:id/take-back'],
  'a recommendation that not everybody reads': ['/recommendations/:id/show'],
  'a fund, a way of paying, a framework, a pathway, a market or an ending that not everybody reads': [
    ...['/funds/:fund/show', '/payment-models/:model/show', '/commissioning-frameworks/:framework/show'],
    ...[
      '/pathways/:pathway/show',
      '/decommissionings/:decommissioning/show',
      '/markets/:market/show',
      '/delegated-budgets/:delegated/show',
      '/cost-scenarios/:scenario/show',
    ],
  ],
  'a framework that is being written': ['stages', 'standards', 'adopt'].map((page) => `/commissioning-frameworks/:framework/${page}`),
  'a budget that is being prepared to be handed over': ['factors', 'hand-over'].map((page) => `/delegated-budgets/:delegated/${page}`),
  'a time when no run of payments waits for approval': ['/payment-runs/:run/take-back'],
  'a run that was approved before runs were posted': ['/payment-runs/:run/post'],
  'a family without a plan that one leads, or one closed so lately that it may come back': ['plan/begin', 'movement/reopen'].map(
    (page) => `/families/:episode/${page}`,
  ),
  'a button of a meeting of a team, on its day': ['start', 'end'].map((page) => `/families/:episode/plan/meetings/:meeting/${page}`),
  'a move that waits for one of its steps': ['send', 'answer', 'settle'].map((page) => `/movements/:transition/${page}`),
  'a family in an approved claim that nobody proposes to take out': ['/families/claims/:claim/families/:episode/:heading/take-out'],
  'a claim that waits for another than who drew it': ['/families/claims/:claim/answer'],
  'a market of which no version of its statement is being written': ['/markets/:market/statement/draft'],
  'a session that was held since somebody booked': ['/families/training/sessions/:session/attendance'],
  'a letter that was not sent yet': ['/challenges/:id/letters/:position/edit', '/challenges/:id/letters/:position/sent'],
  'an audit round before it is open, or moderated and not told': [
    ...['/audit-rounds/:id/agencies', '/audit-rounds/:id/report', '/audit-rounds/:id/show'],
    '/audit-rounds/:id/agencies/:organisation/moderate',
  ],
  'a second version': [
    ...['/papers/:paper/versions/:number', '/papers/:paper/versions/:from/compare/:to', '/papers/:paper/before/compare'],
    '/meetings/:id/minutes/versions/:from/compare/:to',
  ],
  'a day on which it is due': [
    ...['/boards/:slug/terms/:number/sign', '/papers/:paper/key-questions', '/elections/:election/count', '/elections/:election/tie'],
    ...['/meetings/:id/minutes/circulate', '/meetings/:id/minutes/sign', '/boards/:slug/disputes/:dispute/up'],
  ],
}

const house = await openHouse(Temporal.Instant.from(visitedAt))
const people = await loadSample(house.needs, house.ownerDb)

/** Patterns of the pages that are visited; those in development alone aside. */
const paths = visitedPages
  .filter(({ status, path }) => status === undefined && !path.startsWith('/patterns'))
  .map(({ path }) => path.replace(/\?.*/, ''))
// Fewer names in an address stand before more: '/boards/:slug/disputes/new' is no dispute.
const namesIn = (path: string): number => path.split(':').length
const shaped = [...new Set(paths.filter((path) => path.includes(':')))]
  .sort((one, other) => namesIn(one) - namesIn(other))
  .map((path) => ({ path, matches: matcher(path, true) }))
const exact = new Set(paths.filter((path) => !path.includes(':') && !shaped.some(({ matches }) => matches.test(path))))
const patternOf = (address: string): string | undefined => {
  const bare = address.replace(/[?#].*/, '')
  return exact.has(bare) ? bare : shaped.find(({ matches }) => matches.test(bare))?.path
}

/** So many of the same pattern are looked at by each person; more where it is the state of a thing that decides what its page leads to. */
const mostOf = (pattern: string): number => (manyStates.includes(pattern) ? 40 : 3)
const manyStates = [
  ...['/meetings/:id', '/papers/:paper', '/organisations/:organisation', '/services/:service'],
  ...['/boards/:slug/plan/:item', '/boards/:slug/disputes/:dispute', '/contracts/:contract', '/services/:service/specifications'],
  ...[
    '/funds/:fund',
    '/delegated-budgets/:delegated',
    '/contracts/:contract/payments',
    '/payment-runs/:run',
    '/families/:episode',
    '/bid-calls/:call',
  ],
  ...[
    '/agreements/:agreement',
    '/agreements/:agreement/claims',
    '/recommendations/:id',
    '/boards/:slug/expenses',
    '/boards/:slug/expenses/:claim',
  ],
]

/** Follows links from one's own work, to which every page leads, and from the front page; hands back every pattern that was answered with a page, and links that lead to nothing. */
async function walk(client: Client, reached: Set<string>): Promise<readonly string[]> {
  const dead: string[] = []
  const counts = new Map<string, number>()
  const waiting = ['/work', '/']
  const seen = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path)
    if (pattern === undefined) continue
    const count = counts.get(pattern) ?? 0
    if (count >= mostOf(pattern)) continue
    counts.set(pattern, count + 1)
    const { status, text } = await client.get(path)
    if (status >= 400) dead.push(`${status} ${path}`)
    if (status === 200) reached.add(pattern)
    for (const link of linksOf(text, path)) {
      if (seen.has(link)) continue
      seen.add(link)
      waiting.push(link)
    }
  }
  return dead
}

function linksOf(html: string, base: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].flatMap(([, href = '']) => {
    const url = URL.parse(href.replaceAll('&amp;', '&'), `http://here${base}`)
    return url?.host === 'here' ? [url.pathname + url.search] : []
  })
}

const reached = new Set<string>()

for (const role of [
  undefined,
  'clerk',
  'other-clerk',
  'administrator',
  'member',
  'deputy',
  'chair',
  'author',
  'lead',
  'signed-in',
  'Esther Quist',
]) {
  test(`A5: no link that ${role ?? 'a visitor'} is shown leads to nothing`, async () => {
    const client = await openClient(house, role === undefined ? undefined : people.find((one) => one.role === role || one.name === role))
    assert.deepEqual(await walk(client, reached), [])
  })
}

test('A5: every page is reached by links from the front page, by somebody', () => {
  const excused = Object.values(ledToOtherwise).flat()
  const missing = [...exact, ...shaped.map(({ path }) => path)].filter((path) => !reached.has(path) && !excused.includes(path))
  assert.deepEqual(missing, [], 'Link these from where those who need them look.')
})
