import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvTables } from '#public-site/open/csv/tables.ts'
import { addAccount, type Client, openClient } from '../support/client.ts'
import { openHouse } from '../support/house.ts'
import { addRecords, type Exhibit } from './records.ts'
import { buildWorld, MARKER, matrixNow, personWho } from './world.ts'

const house = await openHouse(matrixNow)
const world = await buildWorld(house.ownerDb)
const exhibits: Exhibit[] = []
for (const sight of ['draft', 'members'] as const) exhibits.push(...(await addRecords(house.ownerDb, world, sight)))
const of = (record: string, state: string): Exhibit => {
  const found = exhibits.find((exhibit) => exhibit.record === record && exhibit.state === state)
  if (found === undefined) throw new Error(`The world holds no ${record} in state ${state}.`)
  return found
}

/** Every address at which something of a meeting can be read. */
const addressesOf = (state: string): readonly string[] => {
  const { meeting, item } = of('meeting', state)
  return [
    `/meetings/${meeting}`,
    `/meetings/${meeting}/items/${item}`,
    `/meetings/${meeting}/notice`,
    `/meetings/${meeting}/calendar.ics`,
    `/meetings/${meeting}/minutes`,
    `/meetings/${meeting}/attendance`,
    `/meetings/${meeting}/prepare`,
    `/meetings/${meeting}/pack/full.pdf`,
    `/papers/${of('paper', state).id}`,
    `/decisions/${of('decision', state).id}`,
    `/actions/${of('action', state).id}`,
  ]
}
const lists = ['', '/meetings', '/plan', '/decisions', '/actions', '/attendance', '/compliance', '/members'].map(
  (path) => `/boards/${world.slug}${path}`,
)
const feeds = [`/calendar/${world.slug}.ics`, `/feeds/${world.slug}.atom`, '/', `/search?q=${MARKER}`, `/search?q=${MARKER.slice(0, 6)}`]

/** Everything that the open data give out of a body, found as a program finds it: from the system on, list after list, file after file. */
const openData = async (client: Client): Promise<readonly string[]> => {
  const system = '/open/oparl/v1.1/system'
  const found = new Set([system])
  for (const path of found) {
    const answer = await client.get(path)
    for (const [, next = ''] of answer.text.matchAll(/"http:\/\/[^"/]+(\/open\/oparl\/[^"]+)"/g)) found.add(next)
  }
  return [...found, ...Object.keys(csvTables).map((name) => `/open/csv/${name}.csv`)]
}

const assertClean = async (client: Client, path: string): Promise<void> => {
  const answer = await client.get(path)
  assert.ok(answer.status < 500, `${path} answered ${answer.status}`)
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  // What was asked for may come back in a search field and in the address that follows the search; nothing else may hold the word.
  const text = path.startsWith('/search')
    ? answer.text
        .replaceAll(`value="${MARKER}"`, '')
        .replaceAll(`‘${MARKER}’`, '')
        .replaceAll(`Search: ${MARKER}`, '')
        .replaceAll(`/follow?search=q%3D${MARKER}`, '')
    : answer.text
  assert.ok(!`${headers}\n${text}`.includes(MARKER), `${path} shows exempt words`)
}

for (const role of ['visitor', 'observer', 'other-clerk', 'administrator'] as const) {
  test(`M6: no page, list, feed or search shows ${role} a word of an exempt item`, async () => {
    const client = role === 'visitor' ? await openClient(house) : await signedIn(role)
    for (const path of [...addressesOf('draft'), ...addressesOf('members'), ...feeds, ...lists, ...(await openData(client))]) {
      await assertClean(client, path)
    }
  })
}

test('M6: the same search finds the words for a member', async () => {
  const client = await signedIn('member')
  const answer = await client.get(`/search?q=${MARKER}`)
  assert.match(answer.text, new RegExp(`The matter of ${MARKER}`))
})

test('O1: a visitor reads what is public, words and all', async () => {
  exhibits.push(...(await addRecords(house.ownerDb, world, 'public')))
  const client = await openClient(house)
  const { meeting, item } = of('meeting', 'public')
  for (const path of [
    `/meetings/${meeting}`,
    `/meetings/${meeting}/items/${item}`,
    `/decisions/${of('decision', 'public').id}`,
    `/meetings/${meeting}/minutes`,
  ]) {
    const answer = await client.get(path)
    assert.equal(answer.status, 200, path)
    assert.ok(answer.text.includes(MARKER), `${path} lacks the public words`)
  }
})

async function signedIn(role: 'member' | 'observer' | 'other-clerk' | 'administrator'): Promise<Client> {
  const details = await addAccount(house, `Person ${role}`)
  await house.ownerDb.updateTable('governance.person').set({ account: details.account }).where('id', '=', personWho(world, role)).execute()
  return openClient(house, details)
}
