import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { arrangeBoard } from '#performance/testing/arrange.ts'
import type { TokenScope } from '#platform/access-token.ts'
import { newId } from '#platform/database/ids.ts'
import type { ActorId } from '#platform/database/session.ts'
import { accessTokenOf, addAccount, nextCode, openClient } from '#test/support/client.ts'

const house = await arrangeBoard()
const { app, board, ownerDb, measureOf, figuresOf, giver, agency } = house
const given = await measureOf({ title: 'Brought by a program', reference: 'P1', ownerPerson: giver.person, ownerOrganisation: agency })
const other = await measureOf({ title: 'Brought by somebody else', reference: 'P2' })
const [clerk, member] = [board.clerk.account, board.member.account]
// The scene's people act without ever signing in: a token needs their accounts to be there.
for (const id of [clerk, member, giver.account])
  await sql`insert into identity.user_account (id, name, email) values (${id}, 'Somebody', ${`${id}@example.org`})`.execute(ownerDb)
const period = { starts_on: Temporal.PlainDate.from('2026-03-01'), ends_on: Temporal.PlainDate.from('2026-04-01') }
let giversAccount = giver.account
const tokenOf = (account: ActorId, scope?: TokenScope) => accessTokenOf(house, account, 30, scope)
const ofMeasure = (id: string): TokenScope => ({ may: 'figures', of: { type: 'measure', id } })
const ofAgency = (id: string): TokenScope => ({ may: 'figures', of: { type: 'agency', id } })

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly json: {
    readonly message?: string
    readonly problems?: readonly {
      readonly figure: number | null
      readonly field: string
      readonly code: string
      readonly asked: boolean
      readonly message: string
    }[]
    readonly new?: number
    readonly revised?: number
    readonly unchanged?: number
    readonly waits?: boolean
    readonly data?: readonly Record<string, unknown>[]
  }
}
const ask = async (path: string, token: string, init: RequestInit = {}): Promise<Answer> => {
  const answer = await app.request(path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  return { status: answer.status, headers: answer.headers, json: (await answer.json()) as Answer['json'] }
}
const addressOf = (measure: string) => `/api/v1/measures/${measure}/observations`
const give = (measure: string, token: string, body: unknown, key = 'k', headers: Record<string, string> = {}) =>
  ask(addressOf(measure), token, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(key === '' ? {} : { 'idempotency-key': key }), ...headers },
  })
const one = (period: string, value: string | number | null, more: object = {}) => ({ figures: [{ period, value, ...more }] })
const actsOf = async () =>
  (await ownerDb.selectFrom('platform.audit_entry').select('actor').where('act', '=', 'access-token.used').execute()).length

test('I2: a program gives figures all or nothing, told of each what is wrong in the words of a file; states are never zeros', async () => {
  const token = await tokenOf(giver.account, ofMeasure(given))
  const wrong = await give(given, token, {
    figures: [
      { period: 'March 2026', value: '#DIV/0!' },
      { period: '46082', value: 12 },
      { period: '2026-05', status: 'missing', value: 0 },
      { period: '2026-06', value: null },
      { period: '2026-07', value: 12 },
      { period: 'July 2026', value: 13 },
      { period: '2026-08', value: 12, split: 'Sex', part: 'Female' },
      { period: '2026-09', value: 'a\u0000b' },
    ],
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.json.message ?? '', /^Nothing was stored: 7 things are to be put right first/)
  assert.deepEqual(
    wrong.json.problems?.map(({ figure, field, code }) => `${figure} ${field} ${code}`),
    [
      '0 value number-formula-error',
      '1 period period-is-serial',
      '2 value value-with-state',
      '3 status status-missing',
      '5  row-twice',
      '6 part breakdown-unknown',
      '7 value control-characters',
    ],
  )
  assert.match(wrong.json.problems?.[3]?.message ?? '', /An empty cell is no figure and no state/)
  assert.deepEqual(await figuresOf(given), [])
  for (const [body, status, expected] of [
    ['{', 400, /not JSON/],
    ['[]', 422, /things?|thing is/],
    [{ figures: [] }, 422, /one thing is/],
    [{ figures: [{ period: '2026-03', valeu: 1 }] }, 422, /one thing is/],
    [{ figures: [{ period: '2026-03', value: [1] }] }, 422, /one thing is/],
    [{ figures: Array.from({ length: 501 }, () => ({ period: '2026-03' })) }, 422, /one thing is/],
    [`{"figures":[{"period":"2026-03","note":"${'x'.repeat(70_000)}"}]}`, 413, /64 KB/],
  ] as const) {
    const refused = await give(given, token, body)
    assert.equal(refused.status, status, JSON.stringify(body).slice(0, 60))
    assert.match(refused.json.message ?? '', expected)
  }
  const typo = await give(given, token, { figures: [{ period: '2026-03', valeu: 1 }] })
  assert.match(typo.json.problems?.[0]?.message ?? '', /no such part\. Use period, status/)
  assert.equal((await give(given, token, one('2026-03', 12), '')).status, 400)
  assert.equal((await give(given, token, one('2026-03', 12), 'two words')).status, 400)
  assert.equal((await give(given, token, one('2026-03', 12), 'k', { 'content-type': 'text/plain' })).status, 415)
  const stored = await give(given, token, {
    figures: [
      { period: '2026-03', value: '120', note: 'Two districts late' },
      { period: '2026-04', status: 'not-yet-available' },
      { period: '2026-05', status: 'provisional', value: 130 },
      { period: '2026-06', status: 'suppressed' },
      { period: '2026-07', value: '..' },
    ],
  })
  assert.deepEqual([stored.status, stored.json.new, stored.json.waits], [200, 5, true], JSON.stringify(stored.json))
  assert.deepEqual(await figuresOf(given), [
    '2026-03-01 #1 final 120 members',
    '2026-04-01 #1 not-yet-available  members',
    '2026-05-01 #1 provisional 130 members',
    '2026-06-01 #1 suppressed  members',
    '2026-07-01 #1 not-yet-available  members',
  ])
  const read = await ask(addressOf(given), token)
  assert.deepEqual(
    read.json.data?.map(({ period, status, value, holds }) => [period, status, value, holds]),
    [
      ['March 2026', 'final', '120', true],
      ['April 2026', 'not-yet-available', null, true],
      ['May 2026', 'provisional', '130', true],
      ['June 2026', 'suppressed', null, true],
      ['July 2026', 'not-yet-available', null, true],
    ],
  )
  assert.deepEqual(await figuresOf(given, 'visitor'), [], 'what waits is not public')
})

test('I2: the same key stores once, also at the same moment; other figures under it are refused; what differs needs a reason, and what is asked a yes', async () => {
  const token = await tokenOf(clerk, ofMeasure(other))
  const body = one('2026-03', '120')
  const both = await Promise.all([give(other, token, body, 'march'), give(other, token, body, 'march')])
  assert.deepEqual(
    both.map(({ status, json }) => `${status} ${json.new}`),
    ['200 1', '200 1'],
  )
  assert.deepEqual(both.map(({ headers }) => headers.get('idempotent-replayed')).sort(), ['true', null].sort())
  const reused = await give(other, token, one('2026-03', '121'), 'march')
  assert.deepEqual([reused.status, reused.json.problems?.[0]?.code], [409, 'key-used'])
  assert.equal((await give(other, token, body, 'march-again')).json.unchanged, 1)
  const unexplained = await give(other, token, one('2026-03', '121'), 'revised')
  assert.deepEqual([unexplained.status, unexplained.json.problems?.[0]?.field], [422, 'reason'])
  const asked = await give(other, token, { ...one('2026-04', 9000), reason: 'x' }, 'april')
  assert.deepEqual([asked.status, asked.json.problems?.map((each) => each.asked)], [422, [true]])
  assert.match(asked.json.problems?.[0]?.message ?? '', /"confirmed": true/)
  const done = await give(
    other,
    token,
    {
      figures: [
        { period: '2026-03', value: '121' },
        { period: '2026-04', value: 9000, confirmed: true },
      ],
      reason: 'Counted again',
    },
    'april',
  )
  assert.deepEqual([done.status, done.json.new, done.json.revised, done.json.waits], [200, 1, 1, false])
  // The clerk's own program publishes, as the clerk's own file does.
  assert.deepEqual(await figuresOf(other, 'visitor'), [
    '2026-03-01 #1 final 120 public',
    '2026-03-01 #2 final 121 public',
    '2026-04-01 #1 final 9000 public',
  ])
  const how = await ownerDb.selectFrom('performance.observation').select(['entered_how', 'actor']).where('measure', '=', other).execute()
  assert.ok(how.every((row) => row.entered_how === 'api' && row.actor === clerk))
})

test('I2: a token gives no more than it names, nor than its owner gives, and reads nothing else; every use is in the audit', async () => {
  const before = await actsOf()
  const figures = one('2026-01', 50)
  const [agencys, reading, ofOther, ofMember] = [
    await tokenOf(clerk, ofAgency(agency)),
    await tokenOf(clerk),
    await tokenOf(giver.account, ofMeasure(other)),
    await tokenOf(member, ofMeasure(given)),
  ]
  for (const [token, measure, status] of [
    [agencys, other, 403],
    [reading, other, 403],
    [ofOther, other, 403],
    [ofOther, given, 403],
    [ofMember, given, 403],
    [agencys, 'nothing', 404],
    [agencys, given, 200],
  ] as const) {
    const answer = await give(measure, token, figures, `${status}-${measure}`)
    assert.equal(answer.status, status, `${measure} ${answer.json.message}`)
  }
  assert.equal((await actsOf()) - before, 7)
  const list = await ask(`/api/v1/boards/${board.slug}/measures`, agencys)
  assert.deepEqual(
    list.json.data?.map(({ id }) => id),
    [given],
  )
  assert.equal((await ask(`/api/v1/boards/${board.slug}/measures`, reading)).json.data?.length, 2)
  assert.equal((await ask(addressOf(other), agencys)).status, 403)
  for (const path of ['/api/v1/boards', '/api/v1/actions', `/api/v1/boards/${board.slug}/meetings`])
    assert.equal((await ask(path, agencys)).status, 403, path)
  const me = (await ask('/api/v1/me', agencys)).json as { token?: unknown }
  assert.partialDeepStrictEqual(me.token, { scope: 'figures', of: { type: 'agency', id: agency } })
  // A page of another site can send the form, but not the token; the frame's own refusals are JSON, too.
  assert.equal(
    (await give(given, 'x', figures, 'k', { cookie: 'goldenthread.session_token=x', origin: 'https://elsewhere.example' })).status,
    401,
  )
  const endless = await give(given, agencys, figures, 'k', { 'transfer-encoding': 'chunked' })
  assert.deepEqual([endless.status, typeof endless.json.message], [413, 'string'])
  await ownerDb
    .updateTable('performance.measure')
    .set({ withdrawn_on: Temporal.PlainDate.from('2026-11-01'), withdrawn_reason: 'x' })
    .where('id', '=', given)
    .execute()
  assert.equal((await give(given, agencys, figures, 'late')).status, 409)
})

test('I2: such a token is made for what one gives oneself, taken back in one action, and gives nothing then', async () => {
  const account = await addAccount(house, 'Gwen Giver')
  giversAccount = account.account
  await ownerDb.updateTable('governance.person').set({ account: account.account }).where('id', '=', giver.person).execute()
  const mine = await measureOf({ title: 'Mine to give', reference: 'P3', ownerPerson: giver.person })
  const client = await openClient(house, account)
  const code = nextCode(account)
  const fields = { name: 'Nightly export', days: '30', code }
  const strange = await client.post('/me/tokens', { ...fields, scope: `measure:${other}` })
  assert.match(strange.text, /give only figures that you give yourself/)
  assert.match(strange.text, /P3 Mine to give/)
  const made = await client.post('/me/tokens', { ...fields, scope: `measure:${mine}` })
  const token = /gt_[\w-]{43}/.exec(made.text)?.[0] ?? ''
  assert.equal((await give(mine, token, one('2026-03', 20), 'a')).status, 200)
  const page = (await client.get('/me/tokens')).text
  assert.match(page, /Gives figures of P3 Mine to give/)
  const [, revoke = ''] = /action="(\/me\/tokens\/[^"]+\/revoke)"/.exec(page) ?? []
  assert.equal((await client.post(revoke, {})).status, 303)
  assert.equal((await give(mine, token, one('2026-04', 20), 'b')).status, 401)
  assert.deepEqual(await figuresOf(mine), ['2026-03-01 #1 final 20 members'])
})

test('I2: what an agency owes is given by its program, once every measure of it has its figure, and is asked for no longer', async () => {
  const measures = [
    await measureOf({ title: 'Owed one', ownerPerson: giver.person }),
    await measureOf({ title: 'Owed two', ownerPerson: giver.person }),
  ]
  const owed = { body: board.body, ...period, due_on: Temporal.PlainDate.from('2026-04-10') }
  const [template, due] = [newId(), newId()]
  const of = { id: template, body: board.body, agency, giver: giver.person, title: 'Monthly figures' }
  await ownerDb
    .insertInto('performance.return_template')
    .values({ ...of, period_type: 'month', due_days: 10, starts_on: period.starts_on })
    .execute()
  for (const [position, measure] of measures.entries())
    await ownerDb.insertInto('performance.return_measure').values({ template, body: board.body, measure, position }).execute()
  await ownerDb
    .insertInto('performance.return_due')
    .values({ id: due, template, ...owed })
    .execute()
  const token = await tokenOf(giversAccount, ofAgency(agency))
  const stateOf = async () =>
    (await ownerDb.selectFrom('performance.return_due').select('state').where('id', '=', due).executeTakeFirst())?.state
  const [first = '', second = ''] = measures
  for (const [measure, figures, state] of [
    [first, one('2026-03', 20), 'due'],
    [second, { figures: [{ period: '2026-03', status: 'not yet available' }] }, 'due'],
    [second, { ...one('2026-03', 30), reason: 'It came' }, 'given'],
  ] as const) {
    const answer = await give(measure, token, figures, newId())
    assert.equal(answer.status, 200, answer.json.message ?? '')
    assert.equal(await stateOf(), state)
  }
})
