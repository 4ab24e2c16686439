import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commissioningAccess } from '#commissioning/rules/access.ts'
import { addCommissioning } from './commissioning-records.ts'
import { isRefused, openInhabited } from './inhabited.ts'

// Generated from the access matrix of commissioning, as for meetings: SQL and HTTP must say what it says.
const { house, world, clientOf, countAs } = await openInhabited()
const exhibits = await addCommissioning(house.ownerDb, world)

for (const { record, state, table, column = 'id', id } of exhibits) {
  test(`X1: ${record} (${state}) is read in the database by whom the matrix names, and by nobody else`, async () => {
    const readers = commissioningAccess[record]?.[state]?.read ?? []
    for (const { role } of world.somebodies) {
      assert.equal((await countAs(role, table, column, id)) > 0, readers.includes(role) || readers.includes('visitor'), role)
    }
  })
}

for (const { record, state, posts } of exhibits) {
  test(`X1: what changes ${record} (${state}) refuses all but whom the matrix names`, async () => {
    for (const [address, verb] of posts) {
      const allowed = commissioningAccess[record]?.[state]?.[verb] ?? []
      // Nothing is sent in the form: whoever may is asked for it (422, or 409 for a button without its version) and changes nothing.
      for (const role of ['clerk', 'chair', 'visitor', 'member', 'lead', 'other-clerk'] as const) {
        const answer = await clientOf(role).post(address, {})
        assert.equal(isRefused(answer), !allowed.includes(role), `${role} got ${answer.status} at ${address}`)
        assert.ok(answer.status < 500, `${role} met a fault at ${address}`)
      }
    }
  })
}

test('X1: every endpoint of commissioning that changes something is tried here or with its rules', () => {
  const pattern =
    /^\/(services|agreements|strategies|offer-reports|funds|budget-lines|contributions|ledger-files|notice-files|notice-releases|register-files|risk-rules|settlements|savings|joint-posts|pathways|decommissionings|commissioning-frameworks|markets|market-asks|delegated-budgets|cost-scenarios|individual-budgets|payment-models|package-payments|care-packages|payment-runs|contracts|providers|provider-relations|provider-letters|performance-notices|pipelines|pipeline-cases|bid-calls)\/|^\/boards\/:slug\/(services|agreements|strategies|funds|commissioning|pathways|decommissionings|commissioning-frameworks|markets|delegated-budgets|cost-scenarios|individual-budgets|payment-models|contracts|providers|pipelines)\//
  const tried = exhibits.flatMap(({ posts }) => posts.map(([address]) => address))
  const shapeOf = (path: string) => new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+')}$`)
  const known = house.app.routes.filter(({ method, path }) => method === 'POST' && pattern.test(path)).map(({ path }) => path)
  // What is new of a board, what anybody may send, and the button that changes at once are tried in src/commissioning/commissioning.test.ts.
  const elsewhere = [
    ...['/boards/:slug/services/new', '/boards/:slug/agreements/new', '/boards/:slug/strategies/new', '/boards/:slug/funds/new'],
    '/boards/:slug/payment-models/new',
    ...['/boards/:slug/contracts/new', '/boards/:slug/providers/new', '/boards/:slug/pipelines/new'],
    // What is a provider's own is tried in src/commissioning/contracts.test.ts.
    ...['/contracts/:contract/report', '/performance-notices/:notice/answer', '/provider-letters/:letter/acknowledge'],
    // And in src/commissioning/contracts-kept.test.ts.
    ...['/bid-calls/:call/bid', '/bid-calls/:call/files', '/bid-calls/:call/files/:file/withdraw'],
    // What evaluators do is tried in src/commissioning/pipelines-and-bids.test.ts.
    ...['interest', 'recommend', 'hand-in', ':bid/own', ':bid/agreed'].map((step) => `/bid-calls/:call/evaluation/${step}`),
    '/bid-calls/:call/contract/:link/undo',
    '/contracts/:contract/visit-actions/:action/report',
    // And in src/commissioning/markets-and-budgets.test.ts.
    '/market-asks/:ask',
    // And in src/commissioning/market-returns.test.ts.
    '/market-asks/:ask/take-back',
    '/boards/:slug/services/missing',
    '/services/:service/outcomes/:outcome/end',
    // What needs a budget that was handed over is tried in src/commissioning/markets-and-budgets.test.ts.
    ...['/delegated-budgets/:delegated/entries/:entry/undo', '/boards/:slug/individual-budgets/new'],
    ...['pathways', 'decommissionings', 'commissioning-frameworks', 'markets', 'delegated-budgets', 'cost-scenarios'].map(
      (kind) => `/boards/:slug/${kind}/new`,
    ),
    ...['/services/:service/report', '/services/:service/checked'],
  ]
  assert.deepEqual(
    [...new Set(known)].filter((path) => !elsewhere.includes(path) && !tried.some((address) => shapeOf(path).test(address))),
    [],
  )
})
