import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { splitPence } from './rules/split.ts'
import { openSharedPool } from './testing/shared-pool.ts'

const { rooms, governance, owner, council, icb, fund, own, foreign, at, post, done, versioned, idOf, list, known, finance } =
  await openSharedPool()
/** A year that is over on the day of the tests. */
const year = 2024
await list(year)

let settled = ''
test('C6: a year is closed with a statement that adds up to the penny; what was referred needs a decision of that body', async () => {
  const nursing = await idOf('budget_line', 'Nursing', year)
  const visiting = await idOf('budget_line', 'Visiting', year)
  await done(`/budget-lines/${nursing}/entries`, {
    kind: 'actual',
    amount: '60,100,001',
    description: 'All',
    ...dayFields('onDay', '2025-03-31'),
  })
  await done(`/budget-lines/${visiting}/entries`, {
    kind: 'actual',
    amount: '3,847,000',
    description: 'All',
    ...dayFields('onDay', '2025-03-31'),
  })
  const settle = async (fields: Readonly<Record<string, string>>) =>
    post(`${at(year)}/settle`, { ...(await versioned(`${at(year)}/settle`)), ...fields })
  assert.match((await settle({})).text, /Confirm that the ledger is complete/)
  const rest = { complete: 'yes', [`part-${council}`]: '20,001', [`part-${icb}`]: '30,000' }
  assert.match((await settle({ complete: 'yes' })).text, /Name the decision/)
  assert.match((await settle({ ...rest, decision: foreign })).text, /decision of another board/)
  assert.match((await settle({ ...rest, [`part-${icb}`]: '1', decision: own })).text, /do not add up/)
  assert.match((await post(`${at(year + 1)}/settle`, { ...rest, version: '2' })).text, /not over|There is a problem/)
  const closed = await settle({ ...rest, decision: own })
  assert.equal(closed.status, 303, closed.text)
  settled = /[^/]+$/.exec(closed.location)?.[0] ?? ''
  const shares = await owner
    .selectFrom('commissioning.settlement_share')
    .select(['partner', 'pence'])
    .where('settlement', '=', settled)
    .execute()
  assert.equal(
    shares.reduce((sum, { pence }) => sum + pence, 0n),
    10_000_100n,
  )
  const [csv, page] = [
    await rooms.get(`/settlements/${settled}/statement.csv`, finance),
    await rooms.get(`/settlements/${settled}`, finance),
  ]
  assert.match(csv.text, /All steps/)
  assert.match(page.text, /over by £100,001\.00/)
  // Nothing of a closed year moves any more.
  assert.match(
    (
      await post(`/budget-lines/${nursing}/entries`, {
        kind: 'actual',
        amount: '1',
        description: 'Late',
        ...dayFields('onDay', '2025-03-31'),
      })
    ).text,
    /year is closed/,
  )
  assert.equal(
    (
      await post(`${at(year)}/variations`, {
        contribution: await idOf('contribution', 'Budgets', year),
        amount: '1',
        line: nursing,
        why: 'x',
        decision: own,
      })
    ).status,
    422,
  )
})

test('C6: the database refuses a statement that is off by a penny, a year closed without one, and a change of what is frozen', async () => {
  const acting = governance.acting(finance)
  await assert.rejects(
    writeAs(governance.db, acting, (tx) =>
      tx
        .updateTable('commissioning.fund_year')
        .set({ state: 'closed' })
        .where('fund', '=', fund)
        .where('year', '=', year + 1)
        .execute(),
    ),
    /closed with its statement/,
  )
  await assert.rejects(
    writeAs(governance.db, acting, (tx) =>
      tx.updateTable('commissioning.fund_year').set({ state: 'agreed' }).where('fund', '=', fund).where('year', '=', year).execute(),
    ),
    /closed with its statement/,
  )
  await assert.rejects(
    writeAs(governance.db, acting, (tx) => sql`update commissioning.settlement set budget = 1`.execute(tx)),
    /permission denied/,
  )
  const proved = async (shares: readonly bigint[]) =>
    writeAs(governance.db, acting, async (tx) => {
      await wrongIn(tx, known, shares)
    })
  await assert.rejects(proved([-2_368_600_001n, -4_016_099_999n]), /not shared by its weights/)
  await assert.rejects(proved([-2_368_600_000n, -4_016_099_999n]), /does not add up/)
})

async function wrongIn(
  tx: Parameters<Parameters<typeof writeAs>[2]>[0],
  known: { readonly fund: string; readonly body: string; readonly sight: string },
  shares: readonly bigint[],
): Promise<void> {
  const id = newId()
  const { today, actor } = governance.acting(finance)
  const head = {
    id,
    ...known,
    year: year + 1,
    underspend: 'silent',
    budget: 6_384_700_000n,
    spend: 0n,
    fenced: 0n,
    overspend: -6_384_700_000n,
  }
  await tx
    .insertInto('commissioning.settlement')
    .values({ ...head, made_on: today, made_by: actor ?? '' })
    .execute()
  const step = { settlement: id, position: 1, ...known, words: 'w', clause: 'c', authority: 'a' }
  await tx
    .insertInto('commissioning.settlement_step')
    .values({ ...step, kind: 'share', amount: -6_384_700_000n, covered: -6_384_700_000n, left_after: 0n })
    .execute()
  const weights = [23_686n, 40_161n]
  await tx
    .insertInto('commissioning.settlement_share')
    .values(
      [council, icb].map((partner, place) => ({
        settlement: id,
        position: 1,
        place: place + 1,
        partner,
        ...known,
        weight: weights[place] ?? 0n,
        pence: shares[place] ?? 0n,
      })),
    )
    .execute()
  await tx
    .updateTable('commissioning.fund_year')
    .set({ state: 'closed' })
    .where('fund', '=', fund)
    .where('year', '=', year + 1)
    .execute()
}

test('C6: a statement is taken back only by one with every sign turned, by decision, and the year is open again', async () => {
  assert.match(
    (await post(`/settlements/${settled}/reopen`, { why: 'An invoice came late', decision: foreign })).text,
    /decision of another board/,
  )
  assert.equal((await post(`/settlements/${settled}/reopen`, { why: 'x', decision: own }, 'vickers')).status, 404)
  await done(`/settlements/${settled}/reopen`, { why: 'An invoice came late', decision: own })
  const sums = await sql<{
    pence: string
  }>`select sum(h.pence)::text as pence from commissioning.settlement_share h where h.fund = ${fund}::uuid`.execute(owner)
  assert.equal(sums.rows[0]?.pence, '0')
  assert.match((await rooms.get(`/settlements/${settled}`, finance)).text, /no longer holds/)
  assert.match((await post(`/settlements/${settled}/reopen`, { why: 'x', decision: own })).text, /does not stand any more/)
})

test('C6: the database splits to the penny as the rules do, for any weights and any sign', async () => {
  const cases = fc.sample(
    fc.record({
      pence: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      weights: fc
        .array(fc.bigInt({ min: 0n, max: 10n ** 11n }), { minLength: 1, maxLength: 6 })
        .filter((all) => all.some((one) => one > 0n)),
    }),
    300,
  )
  const asked = JSON.stringify(cases.map(({ pence, weights }) => ({ pence: pence.toString(), weights: weights.map(String) })))
  const worked = await sql<{
    parts: readonly string[]
  }>`select (select array_agg(p::text) from unnest(commissioning.split_pence((c ->> 'pence')::bigint, array(select w::bigint from jsonb_array_elements_text(c -> 'weights') w))) p) as parts
    from jsonb_array_elements(${asked}::jsonb) with ordinality x(c, n) order by n`.execute(owner)
  assert.deepEqual(
    worked.rows.map(({ parts }) => parts),
    cases.map(({ pence, weights }) => splitPence(pence, weights)?.map(String)),
  )
})
