import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { loadSample } from '#src/sample/load.ts'
import { type Answer, addAccount, openClient } from '../support/client.ts'
import { openHouse } from '../support/house.ts'

// Every address of plans and measures that changes something, with the ids of real records of the sample: strangers are refused, whoever keeps them is not.
const now = Temporal.Instant.from('2026-03-10T10:00:00Z')
const house = await openHouse(now)
const people = await loadSample(house.needs, house.ownerDb)
const slug = 'northbrook-childrens-partnership'
const isRefused = ({ status, location }: Answer): boolean => [401, 403, 404].includes(status) || location.startsWith('/sign-in')

async function first(query: RawBuilder<{ id: string }>): Promise<string> {
  return (await query.execute(house.ownerDb)).rows[0]?.id ?? newId()
}

const body = sql`(select id from governance.body where slug = ${slug})`
const plan = await first(sql`select id::text from plans.plan where body = ${body} order by id limit 1`)
const priority = await first(sql`select id::text from plans.priority where plan = ${plan}::uuid order by id limit 1`)
const ids: Readonly<Record<string, string>> = {
  slug,
  plan,
  priority,
  row: priority,
  approval: await first(sql`select id::text from plans.approval order by id limit 1`),
  round: await first(sql`select id::text from plans.review_round order by id desc limit 1`),
  measure: await first(sql`select id::text from performance.measure where body = ${body} order by id limit 1`),
  target: await first(sql`select id::text from performance.target order by id limit 1`),
  template: await first(sql`select id::text from performance.return_template where body = ${body} order by id limit 1`),
  return: await first(sql`select id::text from performance.return_due order by id limit 1`),
  token: await first(sql`select id::text from platform.access_token where scope = 'figures' order by id limit 1`),
  upload: await first(sql`select id::text from performance.upload order by id limit 1`),
  from: '2026-01-01',
  until: '2026-02-01',
  kind: 'priority',
  part: 'story',
  mark: await first(
    sql`select a.id::text from performance.annotation a join performance.measure m on m.id = a.measure where m.body = ${body} order by a.id limit 1`,
  ),
}
const actions = await first(sql`select a.id::text from plans.action a where a.body = ${body} order by a.id limit 1`)
const stories = await first(sql`select id::text from performance.curve_story order by id limit 1`)

const mine =
  /^\/(plans|plan-actions|plan-approvals|plan-reviews|priorities|measures|uploads|returns)\/|^\/boards\/:slug\/(plans|measures|returns|scorecard)\//
const patterns = [...new Set(house.app.routes.filter(({ method, path }) => method === 'POST' && mine.test(path)).map(({ path }) => path))]
/** Names that mean another record below some addresses. */
const others: readonly (readonly [RegExp, Readonly<Record<string, string>>])[] = [
  [/^\/plan-actions/, { row: actions }],
  [/\/chart\//, { kind: 'annotation' }],
  [/\/curve\//, { row: stories }],
]
function addressOf(pattern: string): string {
  const own = others.find(([below]) => below.test(pattern))?.[1]
  return pattern.replaceAll(
    /:([a-z]+)/g,
    (_, name: string) => own?.[name] ?? ids[name] ?? assert.fail(`No record for :${name} of ${pattern}`),
  )
}
const sampleClient = (role: string) => openClient(house, people.find((person) => person.role === role) ?? assert.fail(role))

test('X1: nobody changes plans and measures who is not of the board: not a visitor, not somebody who can sign in and no more', async () => {
  assert.ok(patterns.length >= 40, `${patterns.length} addresses`)
  const strangers = { visitor: await openClient(house), 'signed in': await openClient(house, await addAccount(house, 'A stranger')) }
  for (const [who, client] of Object.entries(strangers))
    for (const pattern of patterns) {
      const answer = await client.post(addressOf(pattern), {})
      assert.ok(isRefused(answer), `${who} got ${answer.status} at ${pattern}`)
    }
})

test('X1: the clerk of the board is let to most of these addresses, so that they are of real records', async () => {
  const clerk = await sampleClient('clerk')
  const refused: string[] = []
  for (const pattern of patterns) {
    const answer = await clerk.post(addressOf(pattern), {})
    assert.ok(answer.status < 500, `a fault at ${pattern}`)
    if (isRefused(answer)) refused.push(pattern)
  }
  assert.ok(refused.length < patterns.length / 3, `refused at ${refused.join(', ')}`)
})
