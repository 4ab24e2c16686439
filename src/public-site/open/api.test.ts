import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { exemptInput, itemInput } from '#meetings/testing/arrange.ts'
import { openPreparing } from '#meetings/testing/preparing-scene.ts'
import { newId } from '#platform/database/ids.ts'
import { type Acting, writeAs } from '#platform/database/session.ts'
import { buildBoard } from '#test/support/board.ts'
import { accessTokenOf, addAccount, type Client, nextCode, openClient, type SignInDetails } from '#test/support/client.ts'
import { apiAddresses } from './api/addresses.ts'

const scene = await openPreparing()
const { app, board, needs, ownerDb } = scene
type Account = SignInDetails & { readonly account: NonNullable<Acting['actor']> }

/** Somebody of the board who can sign in, or a stranger to it. */
async function signedIn(name: string, person?: string): Promise<{ readonly client: Client; readonly account: Account }> {
  const account = await addAccount(scene, name)
  if (person !== undefined)
    await ownerDb.updateTable('governance.person').set({ account: account.account }).where('id', '=', person).execute()
  return { client: await openClient(scene, account), account }
}

const secretOn = (page: string): string => /gt_[\w-]{43}/.exec(page)?.[0] ?? ''
const tokenOf = ({ account }: { readonly account: Account }, days?: 7): Promise<string> => accessTokenOf(scene, account.account, days)
const ask = (path: string, token?: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(
    app.request(path, { ...init, headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...init.headers } }),
  )
const json = async <T>(path: string, token: string): Promise<T> => {
  const answer = await ask(path, token)
  assert.equal(answer.status, 200, `${path}: ${answer.status}`)
  return (await answer.json()) as T
}

const { id: meeting, items } = await scene.meetingWith('2014-03-24', [
  itemInput('Waiting times at the clinics'),
  exemptInput('Purchase of Kestrelhold', 'A purchase'),
])
const paper = await scene.clearedPaper(meeting, items[0] ?? '', 'Report on waiting', 'Eleven days.')
// Ends before somebody of the board signs in with an account of their own: the scene acts in the names of these accounts.
await scene.publish(meeting)
assert.ok(paper)
const draft = await scene.meetingWith('2014-05-26', [itemInput('Something not yet out')])
const member = await signedIn('Cora Member', board.member.person)
const stranger = await signedIn('Sam Stranger')

interface MeetingAnswer {
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly number: string
    readonly isWhole: boolean
    readonly papers: readonly { readonly title: string }[]
  }[]
}

test('O2: a token is made with a fresh code and an end, shown once, and kept as a digest alone', async () => {
  const code = nextCode(member.account)
  for (const bad of [
    { name: 'x', days: '30' },
    { name: 'x', days: '30', code: '000000' },
    { name: '', days: '30' },
    { name: 'x', days: '' },
    { name: 'x', days: '100000' },
    { name: 'x'.repeat(81), days: '7' },
  ])
    assert.equal((await member.client.post('/me/tokens', bad)).status, 422, JSON.stringify(bad))
  const make = (): ReturnType<Client['post']> => member.client.post('/me/tokens', { name: 'Reading list', days: '30', code })
  const made = await make()
  assert.deepEqual([made.status, made.headers.get('cache-control')], [200, 'no-store'])
  const token = secretOn(made.text)
  assert.match(token, /^gt_/)
  assert.deepEqual([(await make()).status, secretOn((await make()).text)], [422, ''], 'a code is taken once')
  const page = await member.client.get('/me/tokens')
  assert.equal(secretOn(page.text), '')
  assert.match(page.text, /Reading list/)
  const rows = await sql<{ row: string }>`select to_jsonb(t)::text as row from platform.access_token t`.execute(ownerDb)
  for (const { row } of rows.rows) assert.doesNotMatch(row, new RegExp(token))
  const acts = await ownerDb.selectFrom('platform.audit_entry').select(['act', 'actor']).where('act', 'like', 'access-token.%').execute()
  assert.deepEqual(acts, [{ act: 'access-token.made', actor: member.account.account }])
  const me = await json<{ name: string; boards: { roles: string[] }[]; token: { name: string } }>(apiAddresses.me.path, token)
  assert.deepEqual([me.name, me.boards.map(({ roles }) => roles), me.token.name], ['Cora Member', [['member']], 'Reading list'])
})

test('O2: a token that was revoked, has ended, is made up, or whose account is gone opens nothing', async () => {
  const gone = await signedIn('Gil Gone')
  const [revoked, ended, lost] = [await tokenOf(member), await tokenOf(member, 7), await tokenOf(gone)]
  const page = await member.client.get('/me/tokens')
  const [, address = ''] = /action="(\/me\/tokens\/[^"]+\/revoke)"/.exec(page.text) ?? []
  await stranger.client.post(address, {})
  assert.equal((await ask(apiAddresses.me.path, ended)).status, 200, 'nobody revokes what is not theirs')
  for (const [, path = ''] of page.text.matchAll(/action="(\/me\/tokens\/[^"]+\/revoke)"/g)) {
    await member.client.post(path, {})
    if ((await ask(apiAddresses.me.path, revoked)).status === 401) break
  }
  await ownerDb
    .deleteFrom('identity.user_account' as never)
    .where('id' as never, '=', gone.account.account as never)
    .execute()
  const fresh = await tokenOf(member, 7)
  const before = scene.clock.now()
  scene.clock.set(before.add({ hours: 24 * 7 + 1 }))
  const later = await ask(apiAddresses.me.path, fresh)
  scene.clock.set(before)
  assert.equal(later.status, 401)
  for (const none of [revoked, lost, '', 'gt_', `gt_${'A'.repeat(43)}`, 'x'.repeat(9000), "gt_' or 1=1"]) {
    const answer = await ask(apiAddresses.me.path, none)
    assert.equal(answer.status, 401, none.slice(0, 50))
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer realm="Goldenthread"')
  }
  assert.equal((await ask(apiAddresses.me.path)).status, 401)
})

test('X1, O2: a new password ends every token, as it ends the sessions: what a thief made in one of them opens nothing', async () => {
  const robbed = await signedIn('Rob Robbed')
  const [stolen, other] = [await tokenOf(robbed), await tokenOf(stranger)]
  await sql`update identity.credential set password = 'another' where user_id = ${robbed.account.account}`.execute(ownerDb)
  assert.equal((await ask(apiAddresses.me.path, stolen)).status, 401)
  assert.equal((await ask(apiAddresses.me.path, other)).status, 200)
})

test('O2: the API serves what the page shows to the same person, whoever it is', async () => {
  const people = {
    member,
    stranger,
    clerk: await signedIn('Ada Clerk', board.clerk.person),
    observer: await signedIn('Dan Observer', board.observer.person),
    author: await signedIn('Eve Author', board.author.person),
  }
  const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  for (const [role, person] of Object.entries(people)) {
    const { client } = person
    const token = await tokenOf(person)
    for (const one of [meeting, draft.id]) {
      const page = await client.get(`/meetings/${one}`)
      const answer = await ask(`/api/v1/meetings/${one}`, token)
      assert.equal(answer.status, page.status, `${role} at ${one === meeting ? 'the meeting' : 'the draft'}`)
      if (answer.status !== 200) continue
      const { items: given } = (await answer.json()) as MeetingAnswer
      for (const { id, title, papers } of given) {
        assert.match(words(page.text), new RegExp(title), role)
        const shown = words((await client.get(`/meetings/${one}/items/${id}`)).text)
        for (const { title: of } of papers) assert.ok(shown.includes(of), `${role}: ${of}`)
        assert.equal(papers.length, shown.includes('Report on waiting') ? 1 : 0, role)
      }
      const secret = given.some(({ title }) => title.includes('Kestrelhold'))
      assert.equal(secret, /Kestrelhold/.test(page.text), `${role} and the exempt title`)
      assert.equal(secret, one === meeting && (role === 'member' || role === 'clerk'), role)
      for (const path of ['decisions', 'actions']) assert.deepEqual(await json(`/api/v1/meetings/${one}/${path}`, token), { data: [] })
    }
    const list = await json<{ data: { id: string }[] }>(`/api/v1/boards/${board.slug}/meetings`, token)
    const shown = (await client.get(`/boards/${board.slug}/meetings`)).text
    assert.ok(list.data.length > 0)
    for (const { id } of list.data) assert.ok(shown.includes(id), `${role}: ${id}`)
    const boards = await json<{ data: unknown[] }>('/api/v1/boards', token)
    assert.equal(boards.data.length, ['stranger', 'author'].includes(role) ? 0 : 1, role)
  }
})

test('O2: no cookie opens the API, none is set, and nothing can be changed through it', async () => {
  const token = await tokenOf(stranger)
  assert.equal((await stranger.client.get('/api/v1/me')).status, 401, 'a session is no token')
  const answer = await ask('/api/v1/me', token, { headers: { cookie: 'goldenthread.session_token=x; other=y' } })
  assert.equal(answer.status, 200)
  assert.deepEqual(
    [answer.headers.get('set-cookie'), answer.headers.get('cache-control'), answer.headers.get('access-control-allow-origin')],
    [null, 'private, no-store', null],
  )
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) assert.ok((await ask('/api/v1/me', token, { method })).status >= 400, method)
  for (const path of ['/api/v1/', '/api/v1/x', '/api/v1/meetings/x', `/api/v1/meetings/${'0'.repeat(36)}`, '/api/v1/boards/none/meetings'])
    assert.equal((await ask(path, token)).status, 404, path)
  for (const range of ['since=-99999-01-01', 'limit=1000000000', 'since=2027-01-02&until=2027-01-01'])
    assert.equal((await ask(`/api/v1/boards/${board.slug}/meetings?${range}`, token)).status, 400, range)
})

test('O2: a token is asked for at most so often a minute, and one of somebody else is not held up by it', async () => {
  const [busy, calm] = [await tokenOf(stranger), await tokenOf(member)]
  const statuses: number[] = []
  for (let count = 0; count < 125; count += 1) statuses.push((await ask('/api/v1/boards', busy)).status)
  assert.equal(statuses.filter((status) => status === 200).length, 120)
  const refused = await ask('/api/v1/boards', busy)
  assert.equal(refused.status, 429)
  assert.match(refused.headers.get('retry-after') ?? '', /^[1-9]\d?$/)
  assert.equal((await ask('/api/v1/boards', calm)).status, 200)
})

test('O2, M9: a decision and an action say of which board at a joint table they are, and the meeting which boards meet there', async () => {
  const other = await buildBoard(ownerDb, 'strategic-partnership')
  await ownerDb.insertInto('meetings.joint_body').values({ meeting, body: other.body, agreed_at: scene.clock.now() }).execute()
  const of = { meeting, body: board.body, sight: 'public', item: items[0] ?? '', category: 'public' }
  for (const deciding of [board.body, other.body]) {
    const decided = { type: 'approve', text: 'That the plan be approved', method: 'consensus', recorded_at: scene.clock.now() }
    const on = { decided_on: Temporal.PlainDate.from('2014-03-24') }
    await ownerDb
      .insertInto('meetings.decision')
      .values({ id: newId(), of_body: deciding, ...of, ...decided, ...on })
      .execute()
    await ownerDb
      .insertInto('meetings.action')
      .values({ id: newId(), of_body: deciding, ...of, text: 'Report back', due_words: 'May', state: 'open' })
      .execute()
  }
  const token = await tokenOf(member)
  for (const path of ['decisions', 'actions']) {
    const { data } = await json<{ data: { board: string }[] }>(`/api/v1/meetings/${meeting}/${path}`, token)
    assert.deepEqual(data.map((one) => one.board).toSorted(), [board.body, other.body].toSorted(), path)
  }
  const { boards } = await json<{ boards: string[] }>(`/api/v1/meetings/${meeting}`, token)
  assert.deepEqual(boards, [board.body, other.body])
})

test('X1, O2: who guesses tokens is held off before the database is asked, and whose token opened lately is not', async () => {
  const [opened, fresh] = [await tokenOf(stranger), await tokenOf(member)]
  const from = async (address: string, token: string): Promise<number> => {
    const init = { headers: { authorization: `Bearer ${token}` } }
    return (await app.request('/api/v1/me', init, { incoming: { socket: { remoteAddress: address } } })).status
  }
  assert.equal(await from('2001:db8::1', opened), 200)
  const guesses: number[] = []
  for (let at = 0; at < 65; at += 1) guesses.push(await from(`2001:db8::${at + 2}`, `gt_${String(at).padStart(43, 'A')}`))
  assert.equal(guesses.filter((status) => status === 401).length, 60)
  assert.equal(await from('2001:db8::1', fresh), 429)
  const { rows } = await sql<{
    never: number
  }>`select count(*)::int as never from platform.access_token where account = ${member.account.account}
    and last_used_at is null and made_at = ${scene.clock.now().toString()}::timestamptz`.execute(ownerDb)
  assert.ok((rows[0]?.never ?? 0) >= 1, 'the token was looked up all the same')
  assert.deepEqual([await from('2001:db8::1', opened), await from('2001:db8:1::1', fresh)], [200, 200])
})

test('O2: past every page, tokens of others are not seen, digests are not read, and what was revoked stays so', async () => {
  const as = (actor: Acting['actor']) => ({ actor, now: scene.clock.now(), today: Temporal.PlainDate.from('2014-02-14') })
  const run = (actor: Acting['actor'], statement: string) => writeAs(needs.db, as(actor), (tx) => sql.raw(statement).execute(tx))
  const { rows } = await run(
    stranger.account.account,
    `select id from platform.access_token where account <> '${stranger.account.account}'`,
  )
  assert.deepEqual(rows, [])
  assert.deepEqual((await run(undefined, 'select id from platform.access_token')).rows, [])
  for (const statement of [
    'select digest from platform.access_token',
    'update platform.access_token set expires_at = expires_at',
    'delete from platform.access_token',
  ])
    await assert.rejects(run(member.account.account, statement), /permission denied/, statement)
  const back = await run(member.account.account, 'update platform.access_token set revoked_at = null where revoked_at is not null')
  assert.equal(back.numAffectedRows ?? 0n, 0n)
})
