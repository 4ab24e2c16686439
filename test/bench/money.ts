import { bringLedger, loadLedger } from '#commissioning/commands/ledger.ts'
import { closedYear } from '#commissioning/commands/money-year-end.ts'
import { findFund, findYears } from '#commissioning/queries/funds.ts'
import { findYearEnd } from '#commissioning/queries/year-end.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, type Database, readAs } from '#platform/database/session.ts'
import { createApp } from '#src/app.tsx'
import { openNeeds } from '../support/needs.ts'
import { alone, type Figure, median } from './figure.ts'
import { benchNow, openBenchHouse } from './house.ts'

const [PARTNERS, FUNDS, LINES, ROWS] = [10, 60, 50, 200_000]
const year = 2025
const today = Temporal.PlainDate.from('2026-03-10')

/** Ten partners, sixty funds with fifty lines each, and a ledger of 200,000 rows: its import, the page of its fund, the simulator and a year-end statement. */
export async function moneyBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  try {
    const { funds, actor } = await fill(house.ownerDb)
    const first = funds[0] ?? ''
    const began = performance.now()
    await importLedger(house.ownerDb, first, actor)
    const seconds = (performance.now() - began) / 1000
    const { needs, close } = await openNeeds(house.appUrl, house.data, benchNow)
    const app = await createApp(needs)
    const page = await timesOf(async () => {
      const answer = await app.request(`/funds/${first}?year=${year}`)
      if (answer.status !== 200 || !(await answer.text()).includes('Line 49'))
        throw new Error(`The fund was answered with ${answer.status}.`)
    })
    const tried = await timesOf(async () => {
      const answer = await app.request(`/funds/${first}/simulator?year=${year}&whole=100001`)
      if (answer.status !== 200 || !(await answer.text()).includes('Step by step'))
        throw new Error(`The simulator was answered with ${answer.status}.`)
    })
    const settled = await timesOf(() => readAs(needs.db, { actor: undefined, now: benchNow, today }, (reader) => statement(reader, first)))
    await close()
    return [
      alone(`import of ${ROWS} rows of a ledger`, 's', seconds, 'within 30 s', seconds < 30),
      alone('page of a fund, 95 of 100', 'ms', page.p95, 'under 200 ms', page.p95 < 200),
      alone('simulator, 95 of 100', 'ms', tried.p95, 'under 100 ms', tried.p95 < 100),
      alone('year-end statement of all partners', 'ms', settled.median, 'under 2,000 ms', settled.median < 2000),
    ]
  } finally {
    await house.close()
  }
}

async function statement(reader: Parameters<Parameters<typeof readAs>[2]>[0], fund: string): Promise<void> {
  const found = await findFund(reader, fund, today)
  const standing = (await findYears(reader, fund)).find((one) => one.year === year)
  if (!standing) throw new Error('The year is missing.')
  const worked = closedYear(await findYearEnd(reader, found, standing, today))
  if ('because' in worked || worked.partners.length !== PARTNERS) throw new Error('The year was not settled.')
}

async function timesOf(work: () => Promise<void>) {
  const times: number[] = []
  for (let turn = -5; turn < 60; turn += 1) {
    const began = performance.now()
    await work()
    if (turn >= 0) times.push(performance.now() - began)
  }
  return { median: median(times), p95: times.toSorted((one, other) => one - other)[56] ?? Number.NaN }
}

async function importLedger(db: Database, fund: string, actor: ActorId): Promise<void> {
  const doer = { actor, now: benchNow, today }
  const rows = Array.from({ length: ROWS }, (_, n) => [
    `2025-${String((n % 9) + 4).padStart(2, '0')}-15`,
    `C${n % LINES}`,
    `${(n % 977) + 1}.07`,
    'Supplier',
  ])
  const brought = await bringLedger({ db }, doer, fund, year, { name: 'Year.csv', rows: [['date', 'code', 'amount', 'supplier'], ...rows] })
  if (!brought.ok) throw new Error('The file was refused.')
  const loaded = await loadLedger({ db }, doer, { id: brought.value.id, fund })
  if (!loaded.ok || loaded.value.rows !== ROWS) throw new Error('The file was not loaded.')
}

/** Sixty agreed funds of one board; the first has a list of steps in force. */
async function fill(db: Database): Promise<{ readonly funds: readonly string[]; readonly actor: ActorId }> {
  const { body, host, actor } = await db
    .selectFrom('commissioning.fund as f')
    .innerJoin('commissioning.ledger_file as v', 'v.fund', 'f.id')
    .select(['f.body', 'f.host', 'v.made_by as actor'])
    .executeTakeFirstOrThrow()
  const partners = Array.from({ length: PARTNERS }, () => newId())
  await db
    .insertInto('governance.organisation')
    .values(
      partners.map((id, place) => ({ id, name: `Partner ${place}`, sector: 'council', starts_on: Temporal.PlainDate.from('2000-04-01') })),
    )
    .execute()
  const funds = Array.from({ length: FUNDS }, () => newId())
  for (const [place, fund] of funds.entries()) {
    const known = { fund, body, sight: 'public' }
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('commissioning.fund')
        .values({ id: fund, body, sight: 'public', kind: 'pooled', title: `Fund ${place}`, purpose: 'x', host })
        .execute()
      await tx
        .insertInto('commissioning.fund_year')
        .values({ ...known, year })
        .execute()
      await tx
        .insertInto('commissioning.contribution')
        .values(
          partners.map((partner) => ({ id: newId(), ...known, year, partner, source: 'Budget', kind: 'cash', planned: 500_000_000n })),
        )
        .execute()
      const lines = Array.from({ length: LINES }, (_, n) => ({ id: newId(), ...known, year, title: `Line ${n}`, code: `C${n}` }))
      await tx
        .insertInto('commissioning.budget_line')
        .values(lines.map((line, n) => ({ ...line, managed_by: partners[n % PARTNERS] ?? '', original: 100_000_000n })))
        .execute()
      await tx.updateTable('commissioning.fund_year').set({ state: 'agreed', agreed_on: today }).where('fund', '=', fund).execute()
    })
    if (place === 0) await addList(db, known, partners)
  }
  return { funds, actor: actor as ActorId }
}

async function addList(
  db: Database,
  known: { readonly fund: string; readonly body: string; readonly sight: string },
  partners: readonly string[],
) {
  const rule = newId()
  const step = {
    rule,
    position: 1,
    ...known,
    kind: 'share',
    clause: 'clause 1',
    authority: 'The agreement',
    weighed_by: 'planned',
    kinds: ['cash'],
  }
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('commissioning.risk_rule')
      .values({ id: rule, ...known, title: 'Schedule', first_year: year, underspend: 'silent' })
      .execute()
    await tx.insertInto('commissioning.risk_step').values(step).execute()
    await tx
      .insertInto('commissioning.risk_part')
      .values(partners.map((partner, place) => ({ rule, position: 1, ...known, partner, place: place + 1 })))
      .execute()
    await tx.updateTable('commissioning.risk_rule').set({ in_force_on: today }).where('id', '=', rule).execute()
  })
}
