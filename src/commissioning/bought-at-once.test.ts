import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { loadSample } from '#src/sample/load.ts'
import { type Client, openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'

const house = await openHouse(Temporal.Instant.from('2026-03-10T10:00:00Z'))
const people = await loadSample(house.needs, house.ownerDb)
const clerk = await openClient(house, people.find(({ role }) => role === 'other-clerk') ?? assert.fail('no clerk'))
const visitor = await openClient(house)

const one = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> =>
  (await query.execute(house.ownerDb)).rows[0]?.id ?? assert.fail('no such record')
const dayFields = (name: string, day: string): Record<string, string> => {
  const { year, month, day: number } = Temporal.PlainDate.from(day)
  return { [`${name}-day`]: String(number), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}
async function send(address: string, fields: Record<string, string>): Promise<void> {
  const answer = await clerk.post(address, fields)
  assert.equal(answer.status, 303, answer.text)
}

test('C14: two who buy at the same moment: the second is told beside the field and keeps what was typed; a later decision hands nothing over', async () => {
  const budget = await one(sql`select id from commissioning.delegated_budget where title = 'Early help money of the localities'`)
  const share = await one(sql`select id from commissioning.budget_holder where budget = ${budget}::uuid and name like 'Family worker%'`)
  const rule = await one(sql`select id from commissioning.budget_rule where budget = ${budget}::uuid and limit_pence = 250000`)
  const at = `/delegated-budgets/${budget}/holders/${share}/purchases`
  const left = async () =>
    (
      await sql<{ left: string }>`select (h.pence - coalesce(sum(e.pence), 0))::text as left from commissioning.budget_holder h
        left join commissioning.budget_entry e on e.holder = h.id where h.id = ${share}::uuid group by h.pence`.execute(house.ownerDb)
    ).rows[0]?.left ?? ''
  const fields = (pence: bigint, what: string) => ({
    ...{ rule, what, pence: `${pence / 100n}.${String(pence % 100n).padStart(2, '0')}`, ...dayFields('happenedOn', '2026-03-09') },
  })
  while (BigInt(await left()) >= 3_000_00n) await send(at, fields(1_500_00n, 'Groups'))
  const sum = BigInt(await left()) / 2n + 1n
  // Both have been asked and stand before the lock of the database when it is opened.
  let both: ReturnType<Client['post']>[] = []
  await house.ownerDb.transaction().execute(async (held) => {
    await sql`select id from commissioning.delegated_budget where id = ${budget}::uuid for update`.execute(held)
    both = ['First tent', 'Second tent'].map((what) => clerk.post(at, fields(sum, what)))
    const until = Date.now() + 20_000
    for (let waiting = 0; waiting < 2 && Date.now() < until; ) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_locks where not granted`.execute(held)
      waiting = rows[0]?.n ?? 0
    }
  })
  const [bought, refused] = (await Promise.all(both)).toSorted((one, other) => one.status - other.status)
  assert.deepEqual([bought?.status, refused?.status], [303, 422])
  assert.match(refused?.text ?? '', /That is more than is left/)
  assert.match(refused?.text ?? '', /value="(First|Second) tent"/)

  const later = await one(
    sql`select d.id from meetings.decision d join governance.body b on b.id = d.of_body where b.slug = 'joint-commissioning-board' and not d.withdrawn limit 1`,
  )
  await assert.rejects(
    sql`update commissioning.delegated_budget set decision = ${later}::uuid, handed_on = '2020-01-01' where title = 'Holiday activities next summer'`.execute(
      house.ownerDb,
    ),
    /decided after/,
  )
})

test('C12, C14, O4: position statements and delegated budgets are found and stand as tables; what is written and single purchases do not', async () => {
  const found = async (words: string) => (await visitor.get(`/search?q=${encodeURIComponent(words)}`)).text
  const home = await one(sql`select id from commissioning.market where title = 'Help at home'`)
  assert.ok((await found('"What this market is"')).includes(`/markets/${home}/statement`))
  assert.doesNotMatch(await found('"take on a whole locality"'), /\/statement"/)
  assert.match(await found('"Early help money of the localities"'), /\/delegated-budgets\//)
  assert.doesNotMatch(await found('"Climbing wall"'), /\/delegated-budgets\//)
  const csv = async (name: string) => (await visitor.get(`/open/csv/${name}.csv`)).text
  assert.match(await csv('market-statements'), /What this market is/)
  assert.doesNotMatch(await csv('market-statements'), /take on a whole locality/)
  const budgets = await csv('delegated-budgets')
  assert.match(budgets, /Cluster of schools,Kelbrook cluster of schools,[\d.]+,960\.00,0\.00/)
  assert.match(budgets, /Holiday activities next summer[^\r\n]*,,,,,\r?\n/)
  assert.doesNotMatch(budgets, /Climbing wall/)
  const costs = await csv('cost-scenarios')
  assert.match(
    costs,
    /A family worker for every child under two[^\r\n]*,20\d\d-\d\d,[\d.]+,[\d.]+,[\d.]+,240000\.00,/,
    'C5: money of a year together',
  )
  assert.doesNotMatch(costs, /First estimate of the working group/, 'C5: what was assumed before does not count')
})
