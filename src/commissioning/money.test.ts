import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { bringLedger } from './commands/ledger.ts'
import { findLine } from './queries/fund-money.ts'
import { findUnplaced } from './queries/ledger.ts'
import { openCommissioning } from './testing/rooms.ts'

const rooms = await openCommissioning()
const { governance } = rooms
const [council, icb] = ['council', 'icb'].map((key) => governance.sample.organisations.get(key) ?? '') as [string, string]
const slug = 'joint-commissioning-board'
const clerk = 'mbeki'
const finance = 'tanner'
const year = 2026

const officer = (organisation: string, kind: string, who: string) =>
  governance.ownerDb
    .insertInto('commissioning.officer')
    .values({
      id: newId(),
      organisation,
      kind,
      person: governance.sample.people.get(who) ?? '',
      starts_on: Temporal.PlainDate.from('2020-01-01'),
    })
    .execute()
await officer(council, 'finance', finance)
await officer(icb, 'provider', 'vickers')

let fund = ''
const lines = new Map<string, string>()
const at = () => `/funds/${fund}/years/${year}`
const last = (path: string): string => /[^/?]+(?=\?|$)/.exec(path)?.[0] ?? ''
const version = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''

const give = (partner: string, source: string, amount: string, more: Readonly<Record<string, string>> = {}) =>
  rooms.post(`${at()}/contributions`, { partner, source, kind: 'cash', amount, ...more }, finance)
async function line(title: string, amount: string, more: Readonly<Record<string, string>> = {}) {
  const made = await rooms.post(`${at()}/lines`, { title, amount, managedBy: council, ...more }, finance)
  if (made.status === 303) lines.set(title, last(made.location))
  return made
}

test('C5: a fund is made by the clerk, kept by the finance officers of its host, and seen by nobody else until it is shown', async () => {
  const made = await rooms.post(`/boards/${slug}/funds/new`, { title: 'Pool', purpose: 'Care', kind: 'pooled', host: council }, clerk)
  assert.equal(made.status, 303, made.text)
  fund = last(made.location)
  assert.equal((await rooms.get(`/funds/${fund}`)).status, 404)
  assert.equal((await rooms.get(`/funds/${fund}`, 'vickers')).status, 404)
  assert.equal((await rooms.get(`/funds/${fund}`, finance)).status, 200)
  assert.equal(
    (await rooms.post(`/boards/${slug}/funds/new`, { title: 'Mine', purpose: 'x', kind: 'pooled', host: council }, finance)).status,
    403,
  )
  const planned = await rooms.post(
    `/funds/${fund}/years`,
    { year: String(year), minimum: '18,203,000', minimumSource: 'The plan', method: 'straight-line' },
    finance,
  )
  assert.equal(planned.status, 303, planned.text)
})

test('C5: 23,686 and 40,161 thousand make 63,847 thousand, to the penny, and lines never spend more than is given', async () => {
  const early = await line('Too early', '1')
  assert.equal(early.status, 422)
  assert.match(early.text, /would spend more than is given/)
  assert.equal((await give(council, 'Budgets', '£23,686,000.00', { parts: '12', ...dayFields('firstOn', '2026-04-15') })).status, 303)
  assert.match((await give(council, ' budgets', '1')).text, /id="source-error"[\s\S]*?gives out of that money already/)
  const late = await give(council, 'More', '12', { parts: '2', ...dayFields('firstOn', '2028-04-15') })
  assert.match(late.text, /id="firstOn-error"[\s\S]*?lies outside the year/)
  assert.equal((await give(icb, 'Allocation', '40161000')).status, 303)
  assert.equal((await give(icb, 'Later', '')).status, 303)
  assert.equal((await line('Nursing', '60,000,000', { code: 'N1' })).status, 303)
  assert.equal((await line('Visiting', '3,847,000.01')).status, 422)
  assert.equal((await line('Visiting', '3,847,000')).status, 303)
  const page = (await rooms.get(`/funds/${fund}`, finance)).text
  assert.match(page, /£63,847,000\.00, and 1 not known/)
  assert.match(page, /Met: at least £18,203,000\.00/)
  assert.match(page, /One contribution is not known yet/)
})

test('C5: a year is agreed only when everything is known and equal; then its plan stands, also for whoever writes past the pages', async () => {
  const agree = async () => rooms.post(`${at()}/agree`, { version: version((await rooms.get(`${at()}/agree`, finance)).text) }, finance)
  assert.match((await agree()).text, /A contribution is not known yet/)
  assert.match((await rooms.get(`${at()}/agree`, finance)).text, /Not yet: One contribution is not known yet/)
  const later = await governance.ownerDb
    .selectFrom('commissioning.contribution')
    .select('id')
    .where('source', '=', 'Later')
    .executeTakeFirstOrThrow()
  const changed = await rooms.post(
    `/contributions/${later.id}/edit`,
    { partner: icb, source: 'Later', kind: 'cash', amount: '0', version: '1' },
    finance,
  )
  assert.equal(changed.status, 303, changed.text)
  const agreed = await agree()
  assert.equal(agreed.status, 303, agreed.text)
  assert.match((await line('More', '1')).text, /its plan stands/)
  await assert.rejects(
    writeAs(governance.db, governance.acting(finance), (tx) =>
      tx
        .updateTable('commissioning.budget_line')
        .set({ original: 1n })
        .where('id', '=', lines.get('Nursing') ?? '')
        .execute(),
    ),
    /the plan of an agreed year stands/,
  )
})

test('C5: money is moved within the scheme or by a decision, and a move there and back changes nothing', async () => {
  const move = (from: string, to: string, amount: string) =>
    rooms.post(`${at()}/virements`, { fromLine: lines.get(from) ?? '', toLine: lines.get(to) ?? '', amount, why: 'Need' }, finance)
  assert.match((await move('Nursing', 'Visiting', '10')).text, /more than you may move by yourself/)
  const limit = { role: 'finance', amount: '1,000', per: 'year', clause: 'clause 4', ...dayFields('startsOn', '2020-04-01') }
  assert.equal((await rooms.post(`/funds/${fund}/limits`, limit, finance)).status, 403, 'nobody widens their own authority')
  assert.equal((await rooms.post(`/funds/${fund}/limits`, limit, clerk)).status, 303)
  const total = async () => {
    const found = await Promise.all([...lines.values()].map((id) => findLine(governance.ownerDb, id)))
    return found.reduce((sum, { original, moved }) => sum + (original ?? 0n) + moved, 0n)
  }
  const before = await total()
  assert.equal((await move('Nursing', 'Visiting', '500')).status, 303)
  assert.equal((await move('Visiting', 'Nursing', '500')).status, 303)
  assert.equal(await total(), before)
  assert.equal((await findLine(governance.ownerDb, lines.get('Nursing') ?? '')).moved, 0n)
  // What was moved in the year counts together, so that no sum is moved in slices.
  assert.equal((await move('Nursing', 'Visiting', '0.01')).status, 422)
  assert.equal(
    (
      await rooms.post(
        `${at()}/virements`,
        { fromLine: lines.get('Nursing') ?? '', toLine: lines.get('Visiting') ?? '', amount: '1', why: 'x' },
        clerk,
      )
    ).status,
    422,
  )
})

test('C5: a payment adds to its part until that is paid, never more; a year or a day outside the agreement is asked about', async () => {
  const db = governance.ownerDb
  const { id } = await db.selectFrom('commissioning.contribution').select('id').where('source', '=', 'Budgets').executeTakeFirstOrThrow()
  const pay = (amount: string, day = '2026-03-01') =>
    rooms.post(`/contributions/${id}/paid`, { position: '1', amount, ...dayFields('paidOn', day) }, finance)
  assert.match((await pay('1', '2016-04-15')).text, /id="paidOn-error"[\s\S]*?Check the year/)
  assert.equal((await pay('1,000,000')).status, 303)
  assert.match((await rooms.get(`/contributions/${id}/paid`, finance)).text, /Part 1: £973,833\.34 still open of £1,973,833\.34/)
  assert.match((await pay('973,833.35')).text, /id="amount-error"[\s\S]*?more than is still open/)
  assert.equal((await pay('973,833.34')).status, 303)
  assert.equal((await pay('1')).status, 422)
  assert.match((await rooms.get(`/funds/${fund}/years`, finance)).text, /<option value="2015"/)
  const agreement = newId()
  const [starts_on, ends_on] = ['2025-10-01', '2027-04-01'].map((one) => Temporal.PlainDate.from(one)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ]
  const known = { body: governance.sample.bodies.get(slug) ?? '', sight: 'public', host: council }
  await db
    .insertInto('commissioning.agreement')
    .values({ id: agreement, ...known, basis: 'section-75', title: 'Term', starts_on, ends_on })
    .execute()
  await db.updateTable('commissioning.fund').set({ agreement }).where('id', '=', fund).execute()
  const plan = (which: number, more = {}) =>
    rooms.post(`/funds/${fund}/years`, { year: String(which), method: 'straight-line', ...more }, finance)
  for (const which of [2024, 2027]) assert.match((await plan(which)).text, /id="year-error"[\s\S]*?does not run in that year/)
  assert.equal((await plan(2025)).status, 303)
  assert.equal((await plan(2024, { otherAgreement: 'yes' })).status, 303)
  const early = { kind: 'actual', amount: '5', description: 'x', ...dayFields('onDay', '2025-09-30') }
  const spare = await rooms.post(`/funds/${fund}/years/2025/lines`, { title: 'Spare', managedBy: council }, finance)
  assert.match((await rooms.post(`${spare.location}/entries`, early, finance)).text, /id="onDay-error"[\s\S]*?outside the term of/)
  await db.updateTable('commissioning.fund').set({ agreement: null }).where('id', '=', fund).execute()
})

test('C5: replaying the ledger gives the balance of every line, and no entry is ever changed', async () => {
  const [a, b] = [lines.get('Nursing') ?? '', lines.get('Visiting') ?? '']
  const { body, sight } = await governance.ownerDb
    .selectFrom('commissioning.fund')
    .select(['body', 'sight'])
    .where('id', '=', fund)
    .executeTakeFirstOrThrow()
  const entries = Array.from({ length: 400 }, (_, n) => ({
    ...{
      id: newId(),
      fund,
      body,
      sight,
      year,
      line: n % 7 === 0 ? null : n % 2 === 0 ? a : b,
      kind: ['actual', 'commitment', 'accrual'][n % 3] ?? '',
    },
    ...{
      period: (n % 12) + 1,
      on_day: Temporal.PlainDate.from('2026-04-01').add({ months: n % 12 }),
      pence: BigInt(((n * 7919) % 100_003) - 50_000),
    },
  }))
  const acting = governance.acting(finance)
  await writeAs(governance.db, acting, (tx) => tx.insertInto('commissioning.entry').values(entries).execute())
  await writeAs(governance.db, acting, (tx) =>
    tx.updateTable('commissioning.entry').set({ line: a }).where('line', 'is', null).where('fund', '=', fund).execute(),
  )
  for (const id of [a, b]) {
    const replayed = (kind: string) =>
      entries.filter((one) => (one.line ?? a) === id && one.kind === kind).reduce((sum, { pence }) => sum + pence, 0n)
    const found = await findLine(governance.ownerDb, id)
    assert.deepEqual([found.actual, found.commitment, found.accrual], [replayed('actual'), replayed('commitment'), replayed('accrual')])
  }
  await assert.rejects(
    writeAs(governance.db, acting, (tx) => tx.updateTable('commissioning.entry').set({ line: b }).where('line', '=', a).execute()),
    /stays as it is/,
  )
})

test('C5: the rows of the ledger stay with those who keep the books, and a provider sees nothing of a fund that is not public', async () => {
  await governance.ownerDb.updateTable('commissioning.fund').set({ sight: 'members' }).where('id', '=', fund).execute()
  const rowsFor = (who: string) =>
    writeAs(governance.db, governance.acting(who), async (tx) => {
      const [entries, sums] = await Promise.all([
        tx.selectFrom('commissioning.entry').select('id').where('fund', '=', fund).execute(),
        tx.selectFrom('commissioning.line_month').select('line').where('fund', '=', fund).execute(),
      ])
      return [entries.length > 0, sums.length > 0]
    })
  assert.deepEqual(await rowsFor(finance), [true, true])
  assert.deepEqual(await rowsFor(clerk), [true, true])
  assert.deepEqual(await rowsFor('vickers'), [false, false])
  const shown = await rooms.post(
    `/funds/${fund}/show`,
    { sight: 'public', version: version((await rooms.get(`/funds/${fund}/show`, clerk)).text) },
    clerk,
  )
  assert.equal(shown.status, 303, shown.text)
  assert.match((await rooms.get(`/funds/${fund}`)).text, /Who gives to it/)
})

test('C5: an extract is loaded whole or not at all, the same one once; what has no known code waits for a person', async () => {
  const acting = governance.acting(finance)
  const doer = { ...acting, actor: acting.actor ?? never() }
  const needs = { db: governance.db }
  const head = ['date', 'code', 'amount', 'supplier']
  const rows = [head, ['2026-05-01', 'n1', '(£10.50)', 'A'], ['31/05/2026', 'X9', '1,000.00', 'B'], ['2026-06-01', 'x9', '0.01', 'B']]
  const bring = (table: string[][]) => bringLedger(needs, doer, fund, year, { name: 'May.csv', rows: table })
  const wrong = await bring([...rows, ['2027-05-01', 'n1', '1', '']])
  assert.ok(wrong.ok)
  const page = await rooms.get(`/ledger-files/${wrong.value.id}`, finance)
  assert.match(page.text, /lies outside the year/)
  assert.equal((await rooms.post(`/ledger-files/${wrong.value.id}/load`, {}, finance)).status, 409)
  assert.equal((await rooms.post(`/ledger-files/${wrong.value.id}/drop`, {}, finance)).status, 303)
  const right = await bring(rows)
  assert.ok(right.ok)
  const nursing = lines.get('Nursing') ?? ''
  const before = (await findLine(governance.ownerDb, nursing)).actual ?? 0n
  assert.equal((await rooms.post(`/ledger-files/${right.value.id}/load`, {}, finance)).status, 303)
  assert.equal((await findLine(governance.ownerDb, nursing)).actual, before - 1050n)
  assert.match((await rooms.post(`/ledger-files/${right.value.id}/load`, {}, finance)).text, /loaded already/)
  assert.equal((await bring(rows)).ok, false)
  const more = await bring([...rows, ['2026-06-02', 'n1', '3.00', 'A'], ['2026-05-01', 'N1', '-10.50', 'A']])
  assert.ok(more.ok)
  const load = (answer: object) => rooms.post(`/ledger-files/${more.value.id}/load`, { ...answer }, finance)
  assert.match(
    (await rooms.get(`/ledger-files/${more.value.id}`, finance)).text,
    /3 rows say the same as what is loaded already, £989\.51 in all/,
  )
  assert.match((await load({})).text, /Say whether they are left out/)
  assert.equal((await findLine(governance.ownerDb, nursing)).actual, before - 1050n)
  assert.equal((await load({ rows: 'others' })).status, 303)
  assert.equal((await findLine(governance.ownerDb, nursing)).actual, before - 1050n + 300n - 1050n)
  assert.match(
    (await rooms.get(`/ledger-files/${more.value.id}`, finance)).text,
    /Loaded: 2 rows, −£7\.50 in all; 3 rows left out, loaded before/,
  )
  const [waiting] = await findUnplaced(governance.ownerDb, fund, year)
  assert.deepEqual(waiting, { code: 'x9', entries: 2, pence: 100_001n, supplier: 'B' })
  const visiting = lines.get('Visiting') ?? ''
  const was = (await findLine(governance.ownerDb, visiting)).actual ?? 0n
  assert.equal((await rooms.post(`${at()}/place`, { code: 'x9', line: visiting }, finance)).status, 303)
  assert.equal((await findLine(governance.ownerDb, visiting)).actual, was + 100_001n)
  assert.deepEqual(await findUnplaced(governance.ownerDb, fund, year), [])
  const entered = { kind: 'commitment', amount: '-5', description: 'Order taken back', ...dayFields('onDay', '2026-07-01') }
  assert.equal((await rooms.post(`/budget-lines/${visiting}/entries`, entered, finance)).status, 303)
  assert.equal((await rooms.get(`${at()}/ledger`)).status, 401)
  assert.equal((await rooms.get(`${at()}/ledger`, 'vickers')).status, 403)
})

function never(): never {
  throw new Error('Nobody acts.')
}
