import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { openSharedPool } from './testing/shared-pool.ts'

const { decidedBy, rooms, governance, council, icb, board, fund, own, foreign, at, post, done, versioned, idOf, known, finance, owner } =
  await openSharedPool()
/** A year that is over on the day of the tests; the one after it nearly so. */
const year = 2024

let list = ''
const step = (kind: string, fields: Readonly<Record<string, string>>, who = finance) =>
  post(`/risk-rules/${list}/steps?kind=${kind}`, { clause: 'clause 12', authority: 'The agreement', ...fields }, who)
const byGift = { weighedBy: 'planned', kinds: 'cash', midYear: 'plan' }

test('C6: a list is entered step by step, and what could not settle is refused with words', async () => {
  const began = { title: 'Schedule 3', firstYear: String(year), underspend: 'silent' }
  assert.equal((await post(`/funds/${fund}/risk/new`, began, 'vickers')).status, 404)
  list = await done(`/funds/${fund}/risk/new`, began)
  assert.equal((await rooms.get(`/risk-rules/${list}`)).status, 404, 'a draft of a fund that nobody sees')
  assert.match(
    (await step('share', { ...byGift, weighedBy: 'fixed', [`share-${council}`]: '40', [`share-${icb}`]: '59.99' })).text,
    new RegExp(`id="share-${council}-error"[\\s\\S]*?add up to 100 percent`),
  )
  assert.match((await step('share', { ...byGift, [`cap-${council}`]: '1', [`cap-${icb}`]: '2' })).text, /Every partner has a cap/)
  assert.match((await step('share', { ...byGift, [`cap-${icb}`]: '2', excessTo: icb })).text, /has no cap/)
  assert.match((await step('first_part_to', { partner: board })).text, /gives nothing to this fund/)
  assert.match((await step('draw_on_risk_pool', { upTo: '-5' })).text, /above nothing/)
  assert.match((await step('cover_from_lines', { line: await idOf('budget_line', 'Nursing', year), upTo: 'much' })).text, /no sum of money/)
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
  assert.match((await tried(`line1=${await idOf('budget_line', 'Visiting', year)}&sum1=1,000`)).text, /over by £1,000\.00/)
  assert.match((await tried('whole=lots')).text, /no sum of money/)
  const both = await tried(`whole=5&line1=${await idOf('budget_line', 'Visiting', year)}&sum1=6`)
  assert.match(both.text, /id="whole-error"[\s\S]*?not both/)
})

test('C5: an agreed year takes no new contribution but by a variation with the decision of its board, and balances after it', async () => {
  const plain = { partner: icb, source: 'More', kind: 'cash', amount: '5' }
  assert.match((await post(`${at(year)}/contributions`, plain)).text, /its plan stands/)
  const nursing = await idOf('budget_line', 'Nursing', year)
  const vary = (fields: Readonly<Record<string, string>>) =>
    post(`${at(year)}/variations`, { amount: '-1,000', line: nursing, why: 'Agreed', decision: own, ...fields })
  const gift = await idOf('contribution', 'Budgets', year)
  assert.match((await vary({ contribution: gift, decision: foreign })).text, /decision of another board/)
  assert.match((await vary({ contribution: gift, line: await idOf('budget_line', 'Nursing', year + 1) })).text, /of this year/)
  assert.match((await vary({ contribution: gift, amount: '-23,686,000.01' })).text, /more than it gives/)
  assert.match((await vary({ contribution: gift, decision: '' })).text, /There is a problem/)
  await done(`${at(year)}/variations`, {
    partner: icb,
    source: 'Winter money',
    amount: '1,000',
    line: nursing,
    why: 'It came late',
    decision: own,
  })
  await done(`${at(year)}/variations`, {
    contribution: await idOf('contribution', 'Winter money', year),
    amount: '-1,000',
    line: nursing,
    why: 'It fell',
    decision: own,
    ...dayFields('leavesOn', '2024-10-01'),
  })
  const page = (await rooms.get(`/funds/${fund}?year=${year}`, finance)).text
  assert.match(page, /It leaves the fund on/)
  // Another day would silently change by how many days it shares.
  const again = { contribution: await idOf('contribution', 'Allocation', year), amount: '-1', ...dayFields('leavesOn', '2024-11-01') }
  assert.match((await vary(again)).text, /id="leavesOn-error"[\s\S]*?leaves on another day already/)
})

test('C5: a move names a line of its own fund and year and a decision of its own board, whatever form is posted', async () => {
  const [from, other] = [await idOf('budget_line', 'Nursing', year), await idOf('budget_line', 'Visiting', year)]
  const before = await idOf('budget_line', 'Nursing', year)
  const after = await idOf('budget_line', 'Nursing', year + 1)
  const move = (fields: Readonly<Record<string, string>>) =>
    post(`${at(year)}/virements`, { fromLine: from, toLine: other, amount: '10', why: 'x', decision: own, ...fields })
  assert.match((await move({ decision: foreign })).text, /decision of another board/)
  assert.match((await move({ fromLine: after, toLine: before })).text, /out of it into the next/)
  assert.equal(
    (await post(`${at(year + 1)}/virements`, { fromLine: after, toLine: before, amount: '1', why: 'x', decision: own })).status,
    422,
  )
  assert.equal((await move({})).status, 303)
  assert.equal((await move({ fromLine: other, toLine: from })).status, 303)
  const page = (await rooms.get(`/funds/${fund}?year=${year}`, finance)).text
  const [, virement] = /href="(\/virements\/[^"]+)"/.exec(page) ?? []
  const shown = (await rooms.get(virement ?? '', finance)).text
  assert.match(shown, /£10\.00 moved/)
  assert.equal((await rooms.get(virement ?? '')).status, 404, 'a move is seen as far as its fund')
})

test('C5: what was made by a decision stands and is flagged when the decision is withdrawn, and nothing more is made by it', async () => {
  const [fromLine, toLine] = [await idOf('budget_line', 'Nursing', year), await idOf('budget_line', 'Visiting', year)]
  const withdrawn = await decidedBy(board)
  const moved = { fromLine, toLine, amount: '7', why: 'x', decision: withdrawn }
  assert.equal((await post(`${at(year)}/virements`, moved)).status, 303)
  await owner
    .updateTable('meetings.decision')
    .set({ withdrawn: true, withdrawn_reason: 'It was not on the agenda.' })
    .where('id', '=', withdrawn)
    .execute()
  assert.match((await rooms.get(`/funds/${fund}?year=${year}`, finance)).text, /Withdrawn since\. The move stands/)
  assert.match((await post(`${at(year)}/virements`, moved)).text, /That decision was withdrawn/)
  const gift = { contribution: await idOf('contribution', 'Budgets', year), amount: '-1', line: fromLine, why: 'x', decision: withdrawn }
  assert.match((await post(`${at(year)}/variations`, gift)).text, /That decision was withdrawn/)
  assert.equal(
    (await post(`${at(year)}/virements`, { ...moved, fromLine: toLine, toLine: fromLine, decision: own })).status,
    303,
    'it is moved back',
  )
})

test('C5, T1: the flow of a fund adds up, in the sight of whoever asks, and as the bodies were and as they are now', async () => {
  const text = (await rooms.get(`/funds/${fund}/flow?year=${year}`, finance)).text
  assert.equal((await rooms.get(`/funds/${fund}/flow`)).status, 404)
  const together = [...text.matchAll(/Together<\/th>.*?(£[\d,.]+)/gs)].slice(0, 4).map(([, sum]) => sum)
  assert.equal(new Set(together).size, 1, together.join(' '))
  assert.equal(together.length, 4)
  assert.match(text, /None of it reaches an outcome yet/)
  assert.match((await rooms.get(`/funds/${fund}/flow?year=${year}&bodies=now`, finance)).text, /stands with whoever came after it/)
  assert.match((await rooms.get('/boards/joint-commissioning-board/money-flow')).text, /Nobody is recorded as giving/)
})

test('C7: a saving is claimed once for a line, a year and a measure, with evidence, and never beyond what the line came down', async () => {
  const line = await idOf('budget_line', 'Nursing', 2025)
  const planned = {
    line,
    measure: 'One rota',
    why: 'Fewer shifts',
    planned: '300,000',
    firstPeriod: '1',
    ...dayFields('evidenceDue', '2026-05-31'),
  }
  const plan = (fields: Readonly<Record<string, string>>) => post(`/funds/${fund}/savings/new`, { ...planned, ...fields })
  assert.match((await plan({ [`share-${council}`]: '60' })).text, /add up to 100 percent/)
  const saving = await done(`/funds/${fund}/savings/new`, { ...planned, [`share-${council}`]: '33.33', [`share-${icb}`]: '66.67' })
  assert.match((await plan({ measure: 'one ROTA' })).text, /claimed once/)
  const claim = (period: number, amount: string, of = saving) =>
    post(`/savings/${of}/claim`, { period: String(period), amount, evidence: 'Invoices' })
  assert.match((await claim(1, '500,000.01')).text, /no pound is counted twice/)
  assert.equal((await claim(1, '400,000')).status, 303)
  assert.match((await claim(1, '1')).text, /claimed already/)
  const second = await done(`/funds/${fund}/savings/new`, { ...planned, measure: 'Another' })
  assert.match((await claim(2, '100,000.01', second)).text, /no pound is counted twice/)
  const acting = governance.acting(finance)
  const row = { saving: second, ...known, evidence: 'x', on_day: acting.today, claimed_by: acting.actor ?? '' }
  await assert.rejects(
    writeAs(governance.db, acting, (tx) =>
      tx
        .insertInto('commissioning.saving_claim')
        .values({ id: newId(), ...row, period: 3, pence: 10_000_001n })
        .execute(),
    ),
    /more is claimed/,
  )
  // Money that comes back to the line would make a claimed saving untrue.
  const back = { fromLine: await idOf('budget_line', 'Visiting', 2025), toLine: line, amount: '200,000', why: 'x', decision: own }
  assert.match((await post(`${at(2025)}/virements`, back)).text, /no pound is counted twice/)
  const page = (await rooms.get(`/savings/${saving}`, finance)).text
  assert.match(page, /£133,320\.00/)
  assert.match(page, /£266,680\.00/)
  const made = await owner.selectFrom('commissioning.saving_claim').select('id').where('saving', '=', saving).executeTakeFirstOrThrow()
  await done(`/savings/${saving}/take-back`, { claim: made.id, why: 'A wrong invoice' })
  assert.equal((await post(`/savings/${saving}/take-back`, { claim: made.id, why: 'again' })).status, 422)
  assert.equal((await claim(1, '250,000')).status, 303)
})

test('C5: a joint post is paid by its parts to the penny, from a line of that year; parts that are no whole are refused', async () => {
  const fields = { kind: 'joint', title: 'Head of commissioning', host: council, ...dayFields('startsOn', '2025-04-01') }
  assert.match((await post(`/funds/${fund}/posts/new`, { ...fields, [`share-${council}`]: '55' })).text, /add up to 100 percent/)
  assert.match(
    (await post(`/funds/${fund}/posts/new`, { ...fields, kind: 'secondment', [`share-${council}`]: '100' })).text,
    /other partner lends/,
  )
  await done(`/funds/${fund}/posts/new`, { ...fields, [`share-${council}`]: '55', [`share-${icb}`]: '45' })
  const { id } = await owner.selectFrom('commissioning.joint_post').select('id').where('fund', '=', fund).executeTakeFirstOrThrow()
  await done(`/joint-posts/${id}/cost`, { line: await idOf('budget_line', 'Nursing', 2025), amount: '96,400.75' })
  const page = (await rooms.get(`/funds/${fund}/posts`, finance)).text
  assert.match(page, /£53,020\.41/)
  assert.match(page, /£43,380\.34/)
})
