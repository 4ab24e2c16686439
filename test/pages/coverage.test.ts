import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../support/house.ts'
import { matcher } from './address.ts'
import { visitedPages } from './pages.ts'

/** What is no page: files to keep, feeds, what machines ask, parts of a page and news of them, pictures and styles, addresses that lead on. */
const filesAndFeeds = [
  /\.(csv|json|pdf|ics|atom|xlsx)\b/,
  /^\/meetings\/:id\/pack\/:file$/,
  /^\/papers\/:paper\/files\/:file\/(original\/)?:name$/,
  /^\/meetings\/:id\/minutes\/filed\/:file\/:name$/,
  /\.zip$/,
  /^\/families\/:episode\/(voice\/drawings\/:drawing|plan\/prints\/:print\/pages\/:page)$/,
  /^\/needs\/cited\/:row$/,
  /^\/mail\/leave\/:token$/,
  /^\/mail\/(follow|stop)\/:key$/,
  /^\/meetings\/:id\/live\/(parts\/:part|stream)$/,
  /^\/assets\//,
  /^\/open\/(oparl|popolo)\//,
  /^\/api\/v1\//,
  /^\/open-referral\//,
  /\.akn\.xml$/,
  /^\/partnership\/:file$/,
  /^\/bid-calls\/:call\/files\/:file$/,
  /^\/boards\/:slug\/expenses\/:claim\/receipt$/,
  // The sample has no emergency that waits for its review, no request of which everything is decided and nothing sent, and nothing held of whom somebody reads.
  /^\/families\/(emergencies\/:use\/review|requests\/:request\/send|:episode\/hold\/read)$/,
  // Nor words of an assessment or of a plan that name what is withheld from somebody of the family.
  /^\/families\/:episode\/(assessment\/:assessment|plan\/our-page)\/before-print$/,
  // Nor a photograph of a signed plan that could be the wrong one.
  /^\/families\/:episode\/plan\/prints\/:print\/pages\/:page\/wrong$/,
  // Nor an evaluation of bids of which all is handed in and nothing recommended.
  /^\/bid-calls\/:call\/evaluation\/(:bid\/agreed|recommend)$/,
  // Nor an award whose contract is still to come: testing/awards.ts closes one on its pages.
  /^\/bid-calls\/:call\/contract\/none$/,
  // Nor a second family in an approved claim: that the one is taken out waits for another person.
  /^\/families\/claims\/:claim\/families\/:episode\/:heading\/take-out$/,
  /^\/(healthz|readyz|metrics)$/,
  /\*/,
]

const house = await openHouse(Temporal.Instant.from('2026-03-02T10:00:00Z'))

test('every page that the product knows is visited by npm run test:pages', () => {
  const known = new Set(house.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))
  const visited = visitedPages.filter(({ status }) => status === undefined).map(({ path }) => path.replace(/\?.*/, ''))
  const missing = [...known]
    .filter((pattern) => !filesAndFeeds.some((kind) => kind.test(pattern)))
    .map((pattern) => pattern.replace(/\{[^/]*\}/g, ''))
    .filter((pattern) => !visited.some((path) => path === pattern || (!path.includes('/:') && matcher(pattern, true).test(path))))
  assert.deepEqual(missing, [], 'Add these to a list in test/pages, with the role that may open them.')
})
