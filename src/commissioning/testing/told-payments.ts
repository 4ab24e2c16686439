import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Database } from '#platform/database/session.ts'

/** Thrown when everything was looked at: nothing of it stays. */
class Looked extends Error {}

/** That payments of a contract come out by month once it is public and the month is over, to the penny, and nothing of few packages: compared with a slow sum, and taken back. */
export async function payoutsAreTold(owner: Database, contract: string, today: Temporal.PlainDate): Promise<void> {
  const work = owner.transaction().execute(async (tx) => {
    const out = async (before: Temporal.PlainDate) =>
      (
        await sql<{ told: string }>`select concat(provider, ' ', sum(pence)) as told
        from commissioning.open_transactions(array[${contract}::uuid], ${before.toString()}::date) group by provider order by 1`.execute(tx)
      ).rows.map(({ told }) => told)
    const later = today.add({ months: 2 })
    assert.deepEqual(await out(later), [], 'the contract is not public')
    await sql`alter table commissioning.contract disable trigger user`.execute(tx)
    await sql`update commissioning.contract set sight = 'public' where id = ${contract}::uuid`.execute(tx)
    const rows = await tx
      .selectFrom('commissioning.payment_posting as p')
      .innerJoin('commissioning.payment_run as r', 'r.id', 'p.run')
      .select(['p.provider', 'p.payer', 'p.pence', 'p.packages', 'r.approved_on'])
      .where('p.contract', '=', contract)
      .where('p.line', 'is not', null)
      .where('p.few', '=', false)
      .execute()
    for (const least of [2, 5]) {
      await tx.updateTable('commissioning.package_threshold').set({ least }).execute()
      const sums = new Map<string, bigint>()
      for (const group of Map.groupBy(
        rows,
        (row) => `${row.approved_on?.toPlainYearMonth().toString()} ${row.payer} ${row.provider}`,
      ).values()) {
        const provider = group[0]?.provider ?? ''
        if (Math.max(...group.map(({ packages }) => packages)) < least) continue
        sums.set(provider, (sums.get(provider) ?? 0n) + group.reduce((all, { pence }) => all + pence, 0n))
      }
      const expected = [...sums].filter(([, pence]) => pence !== 0n).map(([provider, pence]) => `${provider} ${pence}`)
      assert.deepEqual(await out(later), expected.sort(), `of at least ${least} packages`)
      if (least === 2) assert.ok(expected.length > 0, 'something is told')
    }
    await tx.updateTable('commissioning.package_threshold').set({ least: 2 }).execute()
    const [first] = rows.flatMap(({ approved_on }) => approved_on ?? []).toSorted(Temporal.PlainDate.compare)
    assert.deepEqual(await out((first ?? later).with({ day: 1 })), [], 'a month that is not over tells nothing')
    throw new Looked()
  })
  await assert.rejects(work, Looked)
}
