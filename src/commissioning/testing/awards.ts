import assert from 'node:assert/strict'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#platform/database/session.ts'
import type { Client } from '#test/support/client.ts'

interface Those {
  readonly clerk: Client
  readonly provider: Client
  readonly moderator: Client
  readonly visitor: Client
}

/** Walks from an award of the sample to the contract that comes of it, and tries what the database refuses. @param call - one whose award has no contract yet */
export async function namesItsContract(owner: Database, { clerk, provider, moderator, visitor }: Those, call: string): Promise<void> {
  const one = async (query: RawBuilder<{ id: string }>): Promise<string> =>
    (await query.execute(owner)).rows[0]?.id ?? assert.fail('no such record')
  const refused = async (statement: RawBuilder<unknown>, rule: RegExp) => assert.rejects(statement.execute(owner), rule)
  // The award names its contract: made with the one that won and the value of their bid, once; a link that was wrong is taken back.
  assert.match((await clerk.get('/work')).text, /Name the contract of an award: Paint/)
  await willHaveNone(owner, { clerk, provider, moderator, visitor }, call)
  const council = await one(sql`select organisation as id from commissioning.officer where kind = 'brokerage' limit 1`)
  const contract = {
    title: 'Paint',
    commissioner: council,
    regime: 'below-threshold',
    vat: 'standard',
    'startsOn-day': '1',
    'startsOn-month': '4',
    'startsOn-year': '2026',
  }
  for (const who of [provider, moderator]) assert.equal((await who.post(`/bid-calls/${call}/contract`, contract)).status, 403)
  assert.match(
    (await clerk.post(`/bid-calls/${call}/contract`, { ...contract, lots: 'Hall\nhall' })).text,
    /A contract came of this lot already/,
  )
  const madeOf =
    (await clerk.post(`/bid-calls/${call}/contract`, { ...contract, lots: 'One hall' })).headers.get('location') ?? assert.fail()
  for (const words of [
    /One hall/,
    /Bid for all lots: £13,100\.00 without VAT/,
    /It came of the bid of [^<]*Forum[\s\S]*Paint and tools[\s\S]*The head of commissioning/,
  ])
    assert.match((await clerk.get(madeOf)).text, words)
  assert.equal((await visitor.get(madeOf)).status, 404)
  assert.doesNotMatch((await visitor.get(`/bid-calls/${call}`)).text, /The contract that came of it/)
  assert.match((await clerk.get(`/bid-calls/${call}`)).text, /One came all the same/)
  assert.match((await clerk.get(`/thread/contract/${madeOf.split('/').at(-1)}`)).text, /Paint and tools for two halls/)
  const linking = (contractOf: string, lots = '') => clerk.post(`/bid-calls/${call}/contract/link`, { contract: contractOf, lots })
  const others = await one(sql`select contract as id from commissioning.award_contract where lot like 'Libraries%'`)
  const [, paint = ''] = /([0-9a-f-]{36})$/.exec(madeOf) ?? []
  for (const [contractOf, lots] of [
    [paint, 'ONE HALL'],
    [paint, ''],
    [others, 'Other'],
  ] as const)
    assert.match((await linking(contractOf, lots)).text, /came of this lot already|under which the winner provides/)
  const row = sql`select gen_random_uuid(), a.call, a.bid, a.provider, k.contract, a.body, k.sight, k.id, 'x', a.linked_on, a.linked_by from commissioning.award_contract a`
  const columns = sql`commissioning.award_contract (id, call, bid, provider, contract, body, sight, line, lot, linked_on, linked_by)`
  await refused(
    sql`insert into ${columns} ${row} join commissioning.contract_provider k on k.provider <> a.provider and k.body = a.body where a.contract = ${paint}::uuid limit 1`,
    /award_contract_line_contract_provider_fkey/,
  )
  await refused(
    sql`update commissioning.contract_provider set part = 'sub-contractor', under = id where contract = ${paint}::uuid`,
    /it won the award/,
  )
  await refused(sql`update commissioning.award_contract set lot = 'Both' where contract = ${paint}::uuid`, /what came of an award stands/)
  const undo = /\/bid-calls\/[^"]*\/undo/.exec((await clerk.get(`/bid-calls/${call}`)).text)?.[0] ?? assert.fail()
  assert.equal((await clerk.post(undo, { because: '' })).status, 422)
  assert.equal((await clerk.post(undo, { because: 'The wrong call' })).status, 303)
  assert.doesNotMatch((await clerk.get(madeOf)).text, /It came of the bid/)
  assert.equal((await linking(paint)).status, 303)
  assert.match((await clerk.get(madeOf)).text, /It came of the bid/)
  await scaleStands(refused)
}

async function willHaveNone(owner: Database, { clerk, provider, moderator }: Those, call: string): Promise<void> {
  // Where no contract will follow, that is said once with the reason, and leaves My work; should one come all the same, it is named as always.
  const none = (who: Client, because: string) => who.post(`/bid-calls/${call}/contract/none`, { because })
  for (const who of [provider, moderator]) assert.equal((await none(who, 'No')).status, 403)
  assert.equal((await none(clerk, '')).status, 422)
  assert.equal((await none(clerk, 'The winner withdrew.')).status, 303)
  assert.match((await none(clerk, 'Once more')).text, /was said already, and stands/)
  assert.doesNotMatch((await clerk.get('/work')).text, /Name the contract of an award: Paint/)
  assert.match((await clerk.get(`/bid-calls/${call}`)).text, /it was said that no contract will follow: The winner withdrew\./)
  assert.doesNotMatch((await provider.get(`/bid-calls/${call}`)).text, /no contract will follow/)
  await assert.rejects(
    sql`update commissioning.bid_award set closed_on = null, closed_because = '', closed_by = null where call = ${call}::uuid`.execute(
      owner,
    ),
    /is closed once/,
  )
}

async function scaleStands(refused: (statement: RawBuilder<unknown>, rule: RegExp) => Promise<void>): Promise<void> {
  // The scale of the day of the opening stands; a word of a later day is another.
  for (const change of [
    sql`update commissioning.score_word set means = 'Otherwise' where points = 4`,
    sql`update commissioning.score_word set ends_on = '2015-01-01' where points = 4`,
    sql`insert into commissioning.score_word (id, points, starts_on, name, means, source) values (gen_random_uuid(), 9, '2015-01-01', 'x', 'x', 'x')`,
  ])
    await refused(change, /bids were opened under the scale of that day/)
}
