import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assuranceAccess } from '#assurance/rules/access.ts'
import { newId } from '#platform/database/ids.ts'
import { addAssurance } from './assurance-records.ts'
import { isRefused, openInhabited } from './inhabited.ts'

// Generated from the access matrix of assurance, as for meetings: SQL and HTTP must say what it says.
const { house, world, clientOf, countAs } = await openInhabited()
const exhibits = await addAssurance(house.ownerDb, world)

for (const { record, state, table, id } of exhibits) {
  test(`X1: ${record} (${state}) is read in the database by whom the matrix names, and by nobody else`, async () => {
    const readers = assuranceAccess[record]?.[state]?.read ?? []
    for (const { role } of world.somebodies) {
      assert.equal((await countAs(role, table, 'id', id)) === 1, readers.includes(role) || readers.includes('visitor'), role)
    }
  })
}

for (const { record, state, posts } of exhibits) {
  test(`X1: what changes ${record} (${state}) refuses all but whom the matrix names, and tells nobody else that it exists`, async () => {
    const readers = assuranceAccess[record]?.[state]?.read ?? []
    // Every address in one state; in the others the first three verbs.
    const tried =
      state === 'members' ? posts : posts.filter(([, verb], index) => posts.findIndex((one) => one[1] === verb) === index).slice(0, 3)
    for (const [index, [address, verb]] of tried.entries()) {
      const allowed = assuranceAccess[record]?.[state]?.[verb] ?? []
      // Nothing is sent in the form: whoever may is asked for it (422) and changes nothing.
      for (const role of ['clerk', 'visitor', 'member', 'other-clerk', 'lead'] as const) {
        const client = clientOf(role)
        const answer = await client.post(address, {})
        assert.equal(isRefused(answer), !allowed.includes(role), `${role} got ${answer.status} at ${address}`)
        assert.ok(answer.status < 500, `${role} met a fault at ${address}`)
        if (index > 0 || allowed.includes(role) || readers.includes(role) || readers.includes('visitor')) continue
        const nowhere = await client.post(address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, newId()), {})
        assert.equal(answer.status, nowhere.status, `${role} learns that ${address} exists`)
      }
    }
  })
}

test('X1: every endpoint of assurance that changes something is tried here or with its rules', () => {
  const pattern =
    /^\/(recommendations|reviews|challenges|audit-rounds|case-audits)\/|^\/boards\/:slug\/(recommendations|reviews|challenges|audits|case-audits)/
  const tried = exhibits.flatMap(({ posts }) => posts.map(([address]) => address))
  const shapeOf = (path: string) => new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+')}$`)
  const known = house.app.routes.filter(({ method, path }) => method === 'POST' && pattern.test(path)).map(({ path }) => path)
  const missing = [...new Set(known)].filter((path) => !tried.some((address) => shapeOf(path).test(address)))
  // Those of a board are tried below; letters, answers and actions of rounds in src/assurance/assurance.test.ts.
  const elsewhere = /^\/boards\/|letters\/|agencies\/:organisation\/(answer|moderate|hand-in)$|\/audit-rounds\/:id\/actions\//
  assert.deepEqual(
    missing.filter((path) => !elsewhere.test(path)),
    [],
  )
})

test('X1: only its clerk adds to the registers of a board', async () => {
  const paths = ['recommendations/new', 'reviews/new', 'challenges/new', 'audits/new', 'audits/toolkits/new', 'case-audits/new']
  for (const path of paths) {
    for (const role of ['visitor', 'member', 'chair', 'other-clerk', 'administrator', 'clerk'] as const) {
      const answer = await clientOf(role).post(`/boards/${world.slug}/${path}`, {})
      assert.ok(answer)
      assert.equal(isRefused(answer), role !== 'clerk', `${role} got ${answer.status} at ${path}`)
    }
  }
})
