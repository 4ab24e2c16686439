import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { splitPence } from './rules/split.ts'
import { openCommissioning } from './testing/rooms.ts'

const rooms = await openCommissioning()
const { governance } = rooms
const owner = governance.ownerDb
const [council, icb] = ['council', 'icb'].map((key) => governance.sample.organisations.get(key) ?? '') as [string, string]
const slug = 'joint-commissioning-board'
const [clerk, finance] = ['mbeki', 'tanner']
/** A year that is over on the day of the tests, and the one after it. */
const year = 2024
const board = governance.sample.bodies.get(slug) ?? ''
await owner
  .insertInto('commissioning.officer')
  .values({
    id: newId(),
    organisation: council,
    kind: 'finance',
    person: governance.sample.people.get(finance) ?? '',
    starts_on: Temporal.PlainDate.from('2020-01-01'),
  })
  .execute()

const last = (path: string): string => /[^/?]+(?=\?|$)/.exec(path)?.[0] ?? ''
const version = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
const post = async (path: string, fields: Readonly<Record<string, string>>, who = finance) => rooms.post(path, fields, who)
const done = async (path: string, fields: Readonly<Record<string, string>>, who = finance): Promise<string> => {
  const answer = await post(path, fields, who)
  assert.equal(answer.status, 303, answer.text.replaceAll(/<[^>]+>|\s+/g, ' ').slice(0, 1500))
  return answer.location
}
const versioned = async (path: string, who = finance): Promise<Record<string, string>> => ({
  version: version((await rooms.get(path, who)).text),
})

const fund = last(await done(`/boards/${slug}/funds/new`, { title: 'Shared pool', purpose: 'Care', kind: 'pooled', host: council }, clerk))
const at = (of = year) => `/funds/${fund}/years/${of}`
/** A decision of a board, taken at a meeting of its own. */
async function decidedBy(body: string): Promise<string> {
  const [meeting, id] = [newId(), newId()]
  const of = { meeting, body, sight: 'public' }
  const { now, today } = governance.acting(clerk)
  await owner
    .insertInto('meetings.meeting')
    .values({
      ...{
        id: meeting,
        body,
        kind: 'ordinary',
        held_on: today,
        starts_at: '14:00',
        place: 'X',
        access: 'public',
        state: 'called',
        sight: 'public',
      },
    })
    .execute()
  await owner
    .insertInto('meetings.decision')
    .values({
      ...of,
      id,
      of_body: body,
      type: 'agreed',
      text: 'Agreed.',
      method: 'consensus',
      category: 'public',
      decided_on: today,
      recorded_at: now,
    })
    .execute()
  return id
}
const bodies = [...governance.sample.bodies.values()]
const own = await decidedBy(board)
const foreign = await decidedBy(bodies.find((id) => id !== board) ?? '')

const idOf = async (table: 'contribution' | 'budget_line', column: 'source' | 'title', name: string, of = year): Promise<string> => {
  const found = await sql<{
    id: string
  }>`select id from ${sql.table(`commissioning.${table}`)} where fund = ${fund}::uuid and year = ${of} and ${sql.ref(column)} = ${name}`.execute(
    owner,
  )
  return found.rows[0]?.id ?? ''
}

test('C5: the year is planned with 23,686 and 40,161 thousand and agreed', async () => {
  for (const one of [year, year + 1]) {
    await done(`/funds/${fund}/years`, { year: String(one), minimum: '18,203,000', minimumSource: 'The plan', method: 'straight-line' })
    await done(`${at(one)}/contributions`, { partner: council, source: 'Budgets', kind: 'cash', amount: '23,686,000' })
    await done(`${at(one)}/contributions`, { partner: icb, source: 'Allocation', kind: 'cash', amount: '40,161,000' })
    await done(`${at(one)}/lines`, { title: 'Nursing', amount: '60,000,000', managedBy: council })
    await done(`${at(one)}/lines`, { title: 'Visiting', amount: '3,847,000', managedBy: icb })
    await done(`${at(one)}/agree`, await versioned(`${at(one)}/agree`))
  }
})

let list = ''
const step = (kind: string, fields: Readonly<Record<string, string>>, who = finance) =>
  post(`/risk-rules/${list}/steps?kind=${kind}`, { clause: 'clause 12', authority: 'The agreement', ...fields }, who)
const byGift = { weighedBy: 'planned', kinds: 'cash', midYear: 'plan' }

test('C6: a list is entered step by step, and what could not settle is refused with words', async () => {
  const began = { title: 'Schedule 3', firstYear: String(year), underspend: 'silent' }
  assert.equal((await post(`/funds/${fund}/risk/new`, began, 'vickers')).status, 404)
  list = last(await done(`/funds/${fund}/risk/new`, began))
  assert.equal((await rooms.get(`/risk-rules/${list}`)).status, 404, 'a draft of a fund that nobody sees')
  assert.match(
    (await step('share', { ...byGift, weighedBy: 'fixed', [`share-${council}`]: '40', [`share-${icb}`]: '59.99' })).text,
    /add up to 100 percent/,
  )
  assert.match((await step('share', { ...byGift, [`cap-${council}`]: '1', [`cap-${icb}`]: '2' })).text, /Every partner has a cap/)
  assert.match((await step('share', { ...byGift, [`cap-${icb}`]: '2', excessTo: icb })).text, /has no cap/)
  assert.match((await step('first_part_to', { partner: board })).text, /gives nothing to this fund/)
  assert.match((await step('draw_on_risk_pool', { upTo: '-5' })).text, /above nothing/)
  assert.match(
    (await step('cover_from_lines', { line: await idOf('budget_line', 'title', 'Nursing'), upTo: 'much' })).text,
    /no sum of money/,
  )
  assert.equal((await step('draw_on_risk_pool', { upTo: '250,000', above: '500,000' })).status, 303)
  assert.equal((await step('share', { ...byGift, upTo: '50,000' })).status, 303)
  assert.equal((await step('refer', { referTo: board })).status, 303)
  assert.match((await step('share', byGift)).text, /never be reached/)
  await done(`/risk-rules/${list}/force`, await versioned(`/risk-rules/${list}/force`))
  assert.match((await step('share', byGift)).text, /in force/)
  const page = (await rooms.get(`/funds/${fund}/risk`, finance)).text
  assert.match(page, /Only where more than £500,000\.00 is over or under/)
})

test('C6: the database holds the order of steps, shares that add up, and one list at a time', async () => {
  const second = newId()
  const { body, sight } = await owner
    .selectFrom('commissioning.fund')
    .select(['body', 'sight'])
    .where('id', '=', fund)
    .executeTakeFirstOrThrow()
  const known = { fund, body, sight }
  const acting = governance.acting(finance)
  const rule = { id: second, ...known, title: 'Another', first_year: year + 3, underspend: 'silent' }
  const one = { rule: second, ...known, clause: 'c', authority: 'a' }
  await assert.rejects(
    writeAs(governance.db, acting, async (tx) => {
      await tx
        .insertInto('commissioning.risk_rule')
        .values({ ...rule, in_force_on: acting.today })
        .execute()
    }),
    /risk_rule_once|steps of a list/,
  )
  await assert.rejects(
    writeAs(governance.db, acting, async (tx) => {
      await tx
        .insertInto('commissioning.risk_rule')
        .values({ ...rule, last_year: year + 3 })
        .execute()
      await tx
        .insertInto('commissioning.risk_step')
        .values({ ...one, position: 2, kind: 'own_lines' })
        .execute()
    }),
    /follow one another/,
  )
  await assert.rejects(
    writeAs(governance.db, acting, async (tx) => {
      await tx.insertInto('commissioning.risk_rule').values(rule).execute()
      await tx
        .insertInto('commissioning.risk_step')
        .values({ ...one, position: 1, kind: 'share', weighed_by: 'fixed' })
        .execute()
      await tx
        .insertInto('commissioning.risk_part')
        .values({ rule: second, position: 1, ...known, partner: council, place: 1, share: 9999 })
        .execute()
    }),
    /100 percent/,
  )
})

test('C6: the simulator works a tried year out step by step, stores nothing, and stops at a referral', async () => {
  const tried = (query: string) => rooms.get(`/funds/${fund}/simulator?year=${year}&${query}`, finance)
  const small = (await tried('whole=10,000.00')).text
  assert.match(small, /bears £3,709\.8[0-9]/)
  assert.match(small, /Not reached/)
  assert.match((await tried('whole=100,001')).text, /£50,001\.00 waits for a decision of/)
  assert.match((await tried('whole=-100')).text, /assumed that it mirrors/)
  assert.match((await tried(`line1=${await idOf('budget_line', 'title', 'Visiting')}&sum1=1,000`)).text, /over by £1,000\.00/)
  assert.match((await tried('whole=lots')).text, /no sum of money/)
  const started = performance.now()
  for (let round = 0; round < 5; round += 1) await tried('whole=100,001')
  assert.ok((performance.now() - started) / 5 < 1000)
})

test('C5: an agreed year takes no new contribution but by a variation with the decision of its board, and balances after it', async () => {
  const plain = { partner: icb, source: 'More', kind: 'cash', amount: '5' }
  assert.match((await post(`${at()}/contributions`, plain)).text, /its plan stands/)
  const nursing = await idOf('budget_line', 'title', 'Nursing')
  const vary = (fields: Readonly<Record<string, string>>) =>
    post(`${at()}/variations`, { amount: '-1,000', line: nursing, why: 'Agreed', decision: own, ...fields })
  const gift = await idOf('contribution', 'source', 'Budgets')
  assert.match((await vary({ contribution: gift, decision: foreign })).text, /decision of another board/)
  assert.match((await vary({ contribution: gift, line: await idOf('budget_line', 'title', 'Nursing', year + 1) })).text, /of this year/)
  assert.match((await vary({ contribution: gift, amount: '-23,686,000.01' })).text, /more than it gives/)
  assert.match((await vary({ contribution: gift, decision: '' })).text, /There is a problem/)
  await done(`${at()}/variations`, {
    partner: icb,
    source: 'Winter money',
    amount: '1,000',
    line: nursing,
    why: 'It came late',
    decision: own,
  })
  await done(`${at()}/variations`, {
    contribution: await idOf('contribution', 'source', 'Winter money'),
    amount: '-1,000',
    line: nursing,
    why: 'It fell',
    decision: own,
    ...dayFields('leavesOn', '2024-10-01'),
  })
  const page = (await rooms.get(`/funds/${fund}?year=${year}`, finance)).text
  assert.match(page, /It leaves the fund on/)
})

test('C5: a move names a line of its own fund and year and a decision of its own board, whatever form is posted', async () => {
  const [from, other] = [await idOf('budget_line', 'title', 'Nursing'), await idOf('budget_line', 'title', 'Visiting')]
  const before = await idOf('budget_line', 'title', 'Nursing', year)
  const after = await idOf('budget_line', 'title', 'Nursing', year + 1)
  const move = (fields: Readonly<Record<string, string>>) =>
    post(`${at()}/virements`, { fromLine: from, toLine: other, amount: '10', why: 'x', decision: own, ...fields })
  assert.match((await move({ decision: foreign })).text, /decision of another board/)
  assert.match((await move({ fromLine: after, toLine: before })).text, /out of it into the next/)
  assert.equal(
    (await post(`${at(year + 1)}/virements`, { fromLine: after, toLine: before, amount: '1', why: 'x', decision: own })).status,
    422,
  )
  assert.equal((await move({})).status, 303)
  assert.equal((await move({ fromLine: other, toLine: from })).status, 303)
})

let settled = ''
test('C6: a year is closed with a statement that adds up to the penny; what was referred needs a decision of that body', async () => {
  const nursing = await idOf('budget_line', 'title', 'Nursing')
  const visiting = await idOf('budget_line', 'title', 'Visiting')
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
    post(`${at()}/settle`, { ...(await versioned(`${at()}/settle`)), ...fields })
  assert.match((await settle({})).text, /Confirm that the ledger is complete/)
  const rest = { complete: 'yes', [`part-${council}`]: '20,001', [`part-${icb}`]: '30,000' }
  assert.match((await settle({ complete: 'yes' })).text, /Name the decision/)
  assert.match((await settle({ ...rest, decision: foreign })).text, /decision of another board/)
  assert.match((await settle({ ...rest, [`part-${icb}`]: '1', decision: own })).text, /do not add up/)
  assert.match((await post(`${at(year + 1)}/settle`, { ...rest, version: '2' })).text, /not over|There is a problem/)
  const closed = await settle({ ...rest, decision: own })
  assert.equal(closed.status, 303, closed.text)
  settled = last(closed.location)
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
      await post(`${at()}/variations`, {
        contribution: await idOf('contribution', 'source', 'Budgets'),
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
  const { body, sight } = await owner
    .selectFrom('commissioning.fund')
    .select(['body', 'sight'])
    .where('id', '=', fund)
    .executeTakeFirstOrThrow()
  const known = { fund, body, sight }
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
