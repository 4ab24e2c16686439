import { sql } from 'kysely'
import { bringNotices, loadNotices } from '#commissioning/commands/notices.ts'
import { publishReleases } from '#commissioning/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, type Database, writeAs } from '#platform/database/session.ts'
import { openNeeds } from '../support/needs.ts'
import { againstFloor, type Figure } from './figure.ts'
import { benchNow, openBenchHouse } from './house.ts'

const NOTICES = 4_000
const today = Temporal.PlainDate.from('2026-03-10')

/** Four thousand notices brought as one file and made contracts of, and as many releases given out, beside reading the same file and writing as many rows with nothing but the platform. */
export async function ocdsBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  const { needs, close } = await openNeeds(house.appUrl, house.data, benchNow)
  try {
    const db = house.ownerDb
    const file = new TextEncoder().encode(
      JSON.stringify({ version: '1.1', releases: Array.from({ length: NOTICES }, (_, n) => notice(n)) }),
    )
    const written = await floorOf(db, file)
    const imported = await secondsOf(() => bring(db, file))
    await db.transaction().execute(async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx) // nobody shows so many at once; here they only have to be shown
      await tx
        .updateTable('commissioning.contract')
        .set({ sight: 'public', is_cleared: true })
        .where('title', 'like', 'Bought in the bench%')
        .execute()
    })
    const visitor = { actor: undefined, now: benchNow, today }
    const doer = await clerkOf(db)
    const published = await secondsOf(() => writeAs(db, doer, (tx) => publishReleases(tx, needs.db, visitor, undefined)))
    const { count } = await db
      .selectFrom('commissioning.contract_release')
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
    if (count < NOTICES) throw new Error(`Only ${count} releases came out.`)
    return [
      againstFloor(
        `${NOTICES} notices brought and made contracts of`,
        's',
        written,
        imported,
        'at most 12 of the floor',
        (ratio) => ratio <= 12,
      ),
      againstFloor(`${count} releases given out`, 's', written, published, 'at most 4 of the floor', (ratio) => ratio <= 4),
    ]
  } finally {
    await close()
    await house.close()
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** Reads the file, and writes each notice and one row of a contract, one after the other in one transaction. */
function floorOf(db: Database, file: Uint8Array): Promise<number> {
  return secondsOf(() =>
    db.transaction().execute(async (tx) => {
      await sql`create temporary table floor_row (id uuid primary key, content text) on commit drop`.execute(tx)
      const { releases } = JSON.parse(new TextDecoder().decode(file)) as { readonly releases: readonly unknown[] }
      for (const one of releases)
        for (const content of [JSON.stringify(one), 'contract'])
          await sql`insert into floor_row (id, content) values (${newId()}::uuid, ${content})`.execute(tx)
    }),
  )
}

async function clerkOf(db: Database) {
  const { made_by: actor } = await db.selectFrom('commissioning.notice_file').select('made_by').executeTakeFirstOrThrow()
  return { actor: actor as ActorId, now: benchNow, today }
}

async function bring(db: Database, bytes: Uint8Array): Promise<void> {
  const { body } = await db.selectFrom('commissioning.notice_file').select('body').executeTakeFirstOrThrow()
  const doer = await clerkOf(db)
  const brought = await bringNotices({ db }, doer, body, { name: 'Bench.json', bytes })
  if (!brought.ok) throw new Error('The file was refused.')
  const loaded = await loadNotices({ db }, doer, { id: brought.value.id, body, name: 'Bench.json' })
  if (!loaded.ok || loaded.value.contracts !== NOTICES) throw new Error('The notices made no contracts.')
}

/** An invented notice of a contract of the county council with a provider of its own, by the number under which the sample knows the council. */
function notice(n: number) {
  const ocid = `ocds-h6vhtk-bench-${n}`
  return {
    ...{ ocid, id: `${ocid}-1`, date: '2026-02-02T09:00:00Z', tag: ['award', 'contract'], initiationType: 'tender' },
    parties: [
      { id: 'b', name: 'Northbrook County Council', identifier: { scheme: 'GB-PPON', id: 'NBCC-2026-OCDS' }, roles: ['buyer'] },
      {
        ...{ id: 's', name: `Bench provider ${n % 500}`, roles: ['supplier'] },
        identifier: { scheme: 'GB-COH', id: String(20_000_000 + (n % 500)) },
      },
    ],
    buyer: { id: 'b', name: 'Northbrook County Council' },
    tender: { id: 'T-1', title: `Bought in the bench ${n}`, legalBasis: { scheme: 'UKPGA', id: '2023/54' } },
    awards: [
      {
        ...{ id: '1', status: 'active', suppliers: [{ id: 's' }] },
        value: { amount: 1000 + n, amountGross: (1000 + n) * 1.2, currency: 'GBP' },
        contractPeriod: { startDate: '2026-04-01T00:00:00Z', endDate: '2027-03-31T23:59:59Z' },
      },
    ],
  }
}
