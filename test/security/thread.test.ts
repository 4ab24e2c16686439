import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Role } from '#governance/rules/access.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { threadAccess } from '#thread/rules/access.ts'
import type { Client } from '../support/client.ts'
import { htmlFaults } from '../support/html.ts'
import { isRefused, openInhabited } from './inhabited.ts'
import { matrixDay, matrixNow } from './world.ts'

// The golden thread before everybody of the access matrix: who may link, and that what one may not see changes nothing of what one sees.
const { house, world, clientOf } = await openInhabited()
const { ownerDb } = house
const meeting = newId()
await ownerDb
  .insertInto('meetings.meeting')
  .values({ id: meeting, body: world.body, sight: 'public', kind: 'ordinary', held_on: matrixDay, access: 'public', state: 'planned' })
  .execute()

type Sight = 'public' | 'members' | 'draft'
async function addDecision(text: string, sight: Sight = 'public'): Promise<string> {
  const id = newId()
  const common = { meeting, body: world.body, sight, category: 'public', recorded_at: matrixNow, decided_on: matrixDay }
  await ownerDb
    .insertInto('meetings.decision')
    .values({ ...common, id, type: 'agreed', text, method: 'consensus' })
    .execute()
  return id
}
async function addAction(text: string, sight: Sight = 'public', decision: string | null = null): Promise<string> {
  const id = newId()
  await ownerDb
    .insertInto('meetings.action')
    .values({ id, meeting, body: world.body, sight, decision, text, state: 'open', category: 'public' })
    .execute()
  return id
}
const linkOf = (from: string, to: string, kinds: readonly [string, string] = ['action', 'decision']) => ({
  ...{ id: newId(), from_kind: kinds[0], from_id: from, relation: 'carries-out', to_kind: kinds[1], to_id: to, body: world.body },
  ...{ why: 'As the board agreed', starts_on: matrixDay, made_by: newId(), made_at: matrixNow },
})
const target = (relation: string, kind: string, id: string) => ({
  ...{ target: `${relation}:${kind}:${id}`, why: 'It was agreed so', words: '' },
  ...{ 'startsOn-day': '10', 'startsOn-month': '3', 'startsOn-year': '2026' },
})

test('T1: who may link and end links, and answer gaps, is what the access matrix says; in SQL as well', async () => {
  const decision = await addDecision('To open two more rooms')
  const action = await addAction('Open the rooms')
  const answerFor = async (answer: 'assigned' | 'accepted', person: string): Promise<string> => {
    const id = newId()
    const record = await addDecision('Something that nobody does yet')
    const when = { starts_on: matrixDay, until: matrixDay.add({ months: 1 }), made_by: newId(), made_at: matrixNow }
    await ownerDb
      .insertInto('thread.gap_answer')
      .values({ id, rule: 'decision-without-action', kind: 'decision', record, body: world.body, answer, person, words: 'Please', ...when })
      .execute()
    return id
  }
  const may = (record: string, state: string, verb: string, role: Role): boolean =>
    (threadAccess[record]?.[state]?.[verb] ?? []).includes(role)
  for (const { role, actor, person } of world.somebodies) {
    const client = clientOf(role)
    const link = linkOf(await addAction('Buy chairs'), decision)
    await ownerDb.insertInto('thread.link').values(link).execute()
    const somebody = world.somebodies.find((other) => other.role === 'deputy')?.person ?? ''
    const tried: readonly (readonly [string, boolean])[] = [
      [`/thread/action/${action}/link`, may('link', 'any', 'make', role)],
      [`/thread/links/${link.id}/end`, may('link', 'any', 'end', role)],
      [`/thread/gaps/decision-without-action/decision/${decision}/assign`, may('gap', 'any', 'assign', role)],
      [`/thread/gaps/decision-without-action/decision/${decision}/accept`, may('gap', 'any', 'accept', role)],
      [`/thread/gap-answers/${await answerFor('accepted', somebody)}/end`, may('gap-answer', 'accepted', 'end', role)],
      [`/thread/gap-answers/${await answerFor('assigned', somebody)}/end`, may('gap-answer', 'assigned', 'end', role) || role === 'deputy'],
    ]
    for (const [path, allowed] of tried) {
      const answer = await client.post(path, {})
      assert.equal(!isRefused(answer), allowed, `${role} got ${answer.status} at ${path}`)
      assert.ok(answer.status < 500)
    }
    if (actor === undefined || person === undefined) continue
    const account = await ownerDb.selectFrom('governance.person').select('account').where('id', '=', person).executeTakeFirstOrThrow()
    const acting = { actor: account.account as never, now: matrixNow, today: matrixDay }
    const other = await addAction(`Written past the product as ${role}`)
    const written = writeAs(house.needs.db, acting, (tx) =>
      tx
        .insertInto('thread.link')
        .values({ ...linkOf(other, decision), made_by: account.account ?? '' })
        .execute(),
    )
    if (may('link', 'any', 'make', role)) await written
    else await assert.rejects(written, `${role} wrote a link`)
  }
})

test('T1: a link is refused in words: of kinds that no rule joins, to itself, twice, in a circle, to what one may not see', async () => {
  const clerk = clientOf('clerk')
  const [one, other, hidden] = [
    await addDecision('To begin with homes'),
    await addDecision('To go on'),
    await addDecision('Not seen by chairs of others', 'draft'),
  ]
  const action = await addAction('Find homes')
  const post = (from: string, fields: Readonly<Record<string, string>>) => clerk.post(`/thread/${from}/link`, fields)
  assert.match((await post(`action/${action}`, target('measures', 'decision', one))).text, /are not joined in that way/)
  assert.match((await post(`decision/${one}`, target('responds-to', 'decision', one))).text, /cannot serve itself/)
  const made = await post(`action/${action}`, target('carries-out', 'decision', one))
  assert.deepEqual([made.status, made.location], [303, `/thread/action/${action}`])
  const again = await post(`action/${action}`, target('carries-out', 'decision', one))
  assert.equal(again.status, 422)
  assert.match(again.text, /already serves that one in this way/)
  assert.match(again.text, /It was agreed so/, 'what was typed stays')
  // A rule that would let a circle close.
  const rule = { id: newId(), from_kind: 'decision', relation: 'serves', to_kind: 'action', starts_on: matrixDay }
  await ownerDb.insertInto('thread.link_rule').values(rule).execute()
  const circle = await post(`decision/${one}`, target('serves', 'action', action))
  assert.equal(circle.status, 422)
  assert.match(circle.text, /close a circle/)
  const nowhere = await clientOf('administrator').post(`/thread/action/${action}/link`, target('carries-out', 'decision', hidden))
  const unknown = await clientOf('administrator').post(`/thread/action/${action}/link`, target('carries-out', 'decision', newId()))
  assert.deepEqual([nowhere.status, nowhere.text.includes('Not seen by chairs')], [unknown.status, false])
  const found = await clerk.get(`/thread/action/${action}/link?words=begin+homes`)
  assert.match(found.text, /To begin with homes/)
  assert.doesNotMatch(found.text, /To go on/)
  assert.deepEqual(await htmlFaults(found.text), [])
  const page = (await clientOf('visitor').get(`/thread/decision/${one}`)).text
  assert.match(page, /is carried out by the action<\/span>\s*<a[^>]*>Find homes/)
  assert.deepEqual(await htmlFaults(page), [])
  const end = /\/thread\/links\/[0-9a-f-]+\/end/.exec((await clerk.get(`/thread/action/${action}`)).text)?.[0] ?? ''
  const ending = { 'endsOn-day': '11', 'endsOn-month': '3', 'endsOn-year': '2026', reason: 'Another action does it', version: '1' }
  assert.equal((await clerk.post(end, ending)).status, 303)
  assert.equal((await clerk.post(end, ending)).status, 409)
  const later = (await clientOf('visitor').get(`/thread/decision/${one}?on=2026-03-11`)).text
  assert.doesNotMatch(later, /is carried out by the action/)
  assert.match((await clientOf('visitor').get(`/thread/decision/${one}?on=2026-03-10`)).text, /is carried out by the action/)
  assert.equal((await clientOf('visitor').get(`/thread/decision/${one}?on-day=31&on-month=2&on-year=2026`)).status, 422)
  for (const odd of [`action/${one}`, `decision/${newId()}`, 'decision/1', `decision/${hidden}`, `constructor/${one}`])
    assert.equal((await clientOf('visitor').get(`/thread/${odd}`)).status, 404, odd)
  assert.ok(other)
})

test('T2: a plan that has ended is shown as it last stood and one to come as it will begin, where nobody asks for a day', async () => {
  const addPlan = async (title: string, from: Temporal.PlainDate, until: Temporal.PlainDate): Promise<string> => {
    const [plan, own] = [newId(), { body: world.body, made_at: matrixNow }]
    await ownerDb
      .insertInto('plans.plan')
      .values({ ...own, id: plan, type: 'work-plan', shape: 'work-plan', shape_number: 1 })
      .execute()
    await ownerDb
      .insertInto('plans.plan_version')
      .values({ ...own, id: newId(), plan, number: 1, title, starts_on: from, ends_on: until })
      .execute()
    const published = { sight: 'public', state: 'published', published_on: matrixDay }
    await ownerDb.updateTable('plans.plan_version').set(published).where('plan', '=', plan).execute()
    return plan
  }
  const page = async (plan: string, query = '') => clientOf('visitor').get(`/thread/plan/${plan}${query}`)
  const over = await addPlan('What was promised then', matrixDay.subtract({ years: 2 }), matrixDay.subtract({ days: 10 }))
  assert.match((await page(over)).text, /As it stood on 27 February 2026\./)
  assert.equal((await page(over, `?on=${matrixDay}`)).status, 404, 'on a day that is asked for it does not stand')
  const later = await addPlan('What is to come', matrixDay.add({ days: 21 }), matrixDay.add({ years: 1 }))
  assert.match((await page(later)).text, /As it stood on 31 March 2026\./)
  assert.equal((await page(await addPlan('What is', matrixDay, matrixDay.add({ days: 1 })))).status, 200)
})

test('T3: gaps reconcile, are given to somebody, accepted until a day and then counted apart', async () => {
  const clerk = clientOf('clerk')
  const decision = await addDecision('To have a plan for nobody')
  const list = '/thread/gaps/decision-without-action?board=matrix-board'
  const numbers = async (client: Client) => {
    const [asked, having, lacking, accepted] =
      /Of (\d+) records? asked, (\d+) ha(?:s|ve) it, (\d+) lacks? it, and (none|\d+)/
        .exec((await client.get(list)).text)
        ?.slice(1)
        .map((word) => (word === 'none' ? 0 : Number(word))) ?? []
    assert.equal(asked, (having ?? 0) + (lacking ?? 0) + (accepted ?? 0))
    return { asked, having, lacking, accepted }
  }
  const before = await numbers(clerk)
  const accept = { words: 'Nothing to do before the summer', 'until-day': '1', 'until-month': '9', 'until-year': '2026' }
  const path = `/thread/gaps/decision-without-action/decision/${decision}`
  assert.match((await clerk.post(`${path}/accept`, { ...accept, 'until-year': '2025' })).text, /Enter a day after today/)
  assert.equal((await clerk.post(`${path}/accept`, accept)).status, 303)
  assert.match((await clerk.post(`${path}/accept`, accept)).text, /has answered this gap already/)
  assert.deepEqual(await numbers(clerk), { ...before, lacking: (before.lacking ?? 0) - 1, accepted: (before.accepted ?? 0) + 1 })
  assert.match((await clientOf('visitor').get(list)).text, /Accepted by Person clerk until 1 September 2026/)
  const member = world.somebodies.find(({ role }) => role === 'member')?.person ?? ''
  const stranger = world.somebodies.find(({ role }) => role === 'signed-in')?.person ?? ''
  const assign = { words: 'Ask who could', 'until-day': '1', 'until-month': '5', 'until-year': '2026' }
  assert.match((await clerk.post(`${path}/assign`, { ...assign, person: stranger })).text, /who holds a place or an office/)
  assert.equal((await clerk.post(`${path}/assign`, { ...assign, person: member })).status, 303)
  assert.match((await clientOf('member').get(list)).text, /Person member sees to it by 1 May 2026/)
  assert.doesNotMatch((await clientOf('visitor').get(list)).text, /sees to it/)
  assert.match((await clientOf('member').get('/work')).text, /To have a plan for nobody/)
  await addAction('Do it after all', 'public', decision)
  assert.equal((await numbers(clerk)).having, (before.having ?? 0) + 1)
  assert.doesNotMatch(
    (await clientOf('member').get('/work')).text,
    /See to a gap: “To have a plan for nobody/,
    'it left their work by itself',
  )
  assert.match((await clerk.post(`${path}/assign`, { ...assign, person: member })).text, /This gap is closed/)
})

test('T2, T3: what a viewer may not see changes nothing of what they see: pages of the thread stay the same to the byte', async () => {
  const hiddenFrom: Readonly<Partial<Record<Role, readonly Sight[]>>> = {
    visitor: ['members', 'draft'],
    'other-clerk': ['members', 'draft'],
    observer: ['members', 'draft'],
    member: ['draft'],
  }
  const graph = fc.record({
    role: fc.constantFrom(...(Object.keys(hiddenFrom) as Role[])),
    seen: fc.integer({ min: 2, max: 4 }),
    hidden: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 }),
    links: fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { minLength: 3, maxLength: 12 }),
    implied: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(graph, async ({ role, seen, hidden, links, implied }) => {
      const client = clientOf(role)
      const secret = hiddenFrom[role] ?? []
      const nodes: string[] = []
      for (let index = 0; index < seen; index += 1)
        nodes.push(await addDecision(`Seen ${index}`, secret.includes('members') ? 'public' : index % 2 ? 'members' : 'public'))
      const put = async ([from, to]: readonly [number, number]): Promise<void> => {
        const [one, other] = [nodes[from % nodes.length] ?? '', nodes[to % nodes.length] ?? '']
        if (one === other) return
        const link = linkOf(one, other, ['decision', 'decision'])
        await ownerDb
          .insertInto('thread.link')
          .values(link)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      for (const [from, to] of links) if (from < seen && to < seen) await put([from, to])
      const visible = [...nodes]
      const look = async (): Promise<readonly string[]> => {
        const paths = [
          ...visible.map((id) => `/thread/decision/${id}`),
          '/thread',
          '/boards/matrix-board/thread',
          '/thread/gaps/decision-serving-nothing',
          '/thread/gaps/decision-without-action',
          '/thread/gaps/action-serving-nothing',
          '/thread/gaps/action-without-lead',
        ]
        const pages: string[] = []
        for (const path of paths) pages.push((await client.get(path)).text.replaceAll(/name="csrf" value="[^"]*"/g, ''))
        return pages
      }
      const before = await look()
      for (const [index, choice] of hidden.entries())
        nodes.push(await addDecision(`Unseen ${index}`, secret[choice % secret.length] ?? 'draft'))
      for (const [from, to] of links) if (from % nodes.length >= seen || to % nodes.length >= seen) await put([from, to])
      for (const index of implied) {
        // An action that nobody sees carries out a decision that is seen.
        const decision = nodes[index % nodes.length] ?? null
        const action = await addAction('Unseen action', secret[index % secret.length] ?? 'draft', decision)
        await ownerDb
          .insertInto('thread.link')
          .values(linkOf(action, visible[index % visible.length] ?? ''))
          .execute()
      }
      assert.deepEqual(await look(), before)
      for (const id of nodes.slice(seen)) assert.equal((await client.get(`/thread/decision/${id}`)).status, 404)
    }),
    { numRuns: 12 },
  )
})
