import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyPaper } from '#platform/paper/testing/arbitrary-paper.ts'
import { aknValidator } from '#test/support/akn-schema.ts'
import { sharedMissing, sharedPath } from '#test/support/shared.ts'
import { blocksOf } from './akn/blocks.ts'
import { type MinutesToGive, minutesDocument } from './akn/minutes-document.ts'
import { el } from './akn/xml.ts'
import { openSample } from './testing/open-house.ts'

const skip = sharedMissing('standards/akoma-ntoso/schema')
const house = await openSample(Temporal.Instant.from('2026-03-02T10:00:00Z'))
const { read, publicUrl, ownerDb } = house

// Figures that the sample's meetings do not have: a quorum that was counted, a motion that fell with a count.
const decided = await ownerDb
  .selectFrom('meetings.decision')
  .select(['id', 'item', 'meeting', 'body'])
  .where('sight', '=', 'public')
  .where('item', 'is not', null)
  .where('decided_on', '>', Temporal.PlainDate.from('2025-01-01'))
  .executeTakeFirstOrThrow()
const reasons = [{ met: true, have: 9, need: 7, outOf: 13, words: '9 of 13 members present, 7 needed.' }]
await ownerDb
  .updateTable('meetings.decision')
  .set({ quorum: JSON.stringify({ verdict: { state: 'quorate', reasons } }) })
  .where('id', '=', decided.id)
  .execute()
const at = Temporal.Instant.from('2025-09-09T14:00:00Z')
const of = { meeting: decided.meeting, body: decided.body, item: decided.item ?? '', sight: 'public', category: 'public' }
const counted = { state: 'lost', method: 'show_of_hands', votes_for: 3, votes_against: 5, abstained: 1 }
await ownerDb
  .insertInto('meetings.motion')
  .values({
    ...of,
    ...counted,
    id: '01a201f8-0000-7000-8000-0000000000d0',
    number: 91,
    text: 'That < & > it wait',
    type: 'approve',
    put_at: at,
    opened_at: at,
    closed_at: at,
  })
  .execute()
const meetings = (await read.crawl()).get('meeting') ?? []
const minuted = meetings.flatMap((meeting) => {
  const address = meeting['goldenthread:minutes']
  return typeof address === 'string' ? [address] : []
})
const texts = await Promise.all(minuted.map(async (address) => (await read.get(address)).text()))
const faults = skip ? () => [] : aknValidator()

test('O2: the published minutes of the sample are valid against the schema of Akoma Ntoso 3.0', { skip }, () => {
  assert.ok(texts.length >= 1)
  for (const text of texts) assert.deepEqual(faults(text), [], text)
})

test('O2: the schema is read as its publisher means it: the three samples are valid, and a broken file is not', { skip }, () => {
  for (const name of ['ke_Debate_Bungeni_2011-06-10', 'cl_Sesion56_2', 'uk_pga-2014-27-enacted-data']) {
    const path = sharedPath(`standards/akoma-ntoso/samples/${name}.xml`) ?? assert.fail(name)
    const sample = readFileSync(path, 'utf8').replaceAll('akn/3.0/WD17', 'akn/3.0')
    assert.deepEqual(faults(sample), [], name)
  }
  const [whole = ''] = texts
  for (const [what, to] of [
    ['debateBody', 'debateBodies'],
    ['<num>', '<number>'],
    ['FRBRcountry value="gb"', 'FRBRcountry'],
    ['</debate>', ''],
  ] as const)
    assert.notDeepEqual(faults(whole.replaceAll(what, to)), [], what)
})

test('O2: whatever people write in minutes, the file stays valid', { skip }, () => {
  const [whole = ''] = texts
  const at = whole.indexOf('<debateSection')
  fc.assert(
    fc.property(anyPaper, (paper) => {
      const section = el('debateSection', { name: 'item', eId: 'dbsect_any' }, el('heading', {}, 'Any'), el('p', {}), blocksOf(paper)).xml
      assert.deepEqual(faults(whole.slice(0, at) + section + whole.slice(at)), [], section)
    }),
    { numRuns: 40 },
  )
})

test('O2: minutes hold a section an item, the roll call, resolutions, and quorum and counts in their metadata', () => {
  const all = texts.join('\n')
  for (const name of ['rollCall', 'debateSection name="item"', 'resolutions', 'quorumVerification', 'quorum eId', 'count eId', 'FRBRWork'])
    assert.ok(all.includes(`<${name}`), name)
  assert.match(all, /<p class="force">As of 2 March 2026: [^<]*partner/, 'whether partners have taken a decision home')
  for (const text of texts) {
    const ids = [...text.matchAll(/ eId="([^"]+)"/g)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length, 'no eId stands twice')
    for (const [, to] of text.matchAll(/ (?:href|refersTo|outcome|source|as)="#([^"]+)"/g))
      assert.ok(ids.includes(to), `#${to} leads nowhere`)
  }
})

test('O2: where a board does not publish attendance there is no roll call; minutes that are withdrawn are gone', async () => {
  const index = texts.findIndex((text) => text.includes('<rollCall'))
  const address = minuted[index] ?? assert.fail('no roll call')
  const id = address.split('/').at(-2) ?? ''
  const { body } = await ownerDb.selectFrom('meetings.meeting').select('body').where('id', '=', id).executeTakeFirstOrThrow()
  const settings = ownerDb.updateTable('governance.body_setting').where('body', '=', body)
  await settings.set({ publishes_attendance: false }).execute()
  const silent = await (await read.get(address)).text()
  assert.doesNotMatch(silent, /rollCall|TLCPerson/)
  await settings.set({ publishes_attendance: true }).execute()
  await ownerDb
    .updateTable('meetings.publication')
    .set({ withdrawn_at: Temporal.Instant.from('2026-03-01T10:00:00Z'), withdrawn_reason: 'Withdrawn' })
    .where('meeting', '=', id)
    .where('kind', '=', 'minutes')
    .execute()
  assert.equal((await read.get(address)).status, 404)
  for (const unknown of ['x', '01a201f8-0000-7000-8000-00000000ffff'])
    assert.equal((await read.get(`${publicUrl}/meetings/${unknown}/minutes.akn.xml`)).status, 404)
})

test('O2: private meetings give no minutes to anybody', async () => {
  const rows = await ownerDb.selectFrom('meetings.minutes').select('meeting').where('sight', '<>', 'public').execute()
  assert.ok(rows.length > 0)
  for (const { meeting } of rows) assert.equal((await read.get(`${publicUrl}/meetings/${meeting}/minutes.akn.xml`)).status, 404)
})

test('O2, M1: minutes of a joint meeting name every board, and each decision says of which it is', () => {
  const boards = [
    { id: 'a', name: 'The Host Board' },
    { id: 'b', name: 'The Guest Board' },
  ]
  const item = { id: 'i', position: 1, publicTitle: 'A plan', title: 'A plan', purpose: 'decision', category: 'public', paragraphs: [] }
  const tally = { votesFor: null, votesAgainst: null, abstained: null, quorum: null, quorumCounts: [], topics: [], ratification: undefined }
  const decided = boards.map(({ id }) => ({
    ...tally,
    id: `d-${id}`,
    ofBody: id,
    item: 'i',
    number: '4',
    type: 'note',
    text: 'That it be so',
  }))
  const meeting = {
    ...{ id: 'm', body: 'a', jointBodies: ['b'], title: '', kind: 'ordinary', heldOn: Temporal.PlainDate.from('2026-01-13') },
    ...{
      startsAt: null,
      endsAt: null,
      place: '',
      access: 'public',
      state: 'ended',
      successor: null,
      papers: [],
      filed: [],
      publications: [],
    },
    ...{ items: [item], decisions: decided, motions: [], actions: [], interests: [], attendance: [], absences: [], chairs: [] },
  } as unknown as MinutesToGive['meeting']
  const text = minutesDocument({
    ...{ site: 'https://x.example', page: '/m', board: { id: 'a', slug: 'a', name: 'The Host Board' }, boards, meeting, version: 1 },
    ...{ publishedOn: Temporal.PlainDate.from('2026-01-20'), title: 'Minutes', signedBy: '', force: new Map(), today: meeting.heldOn },
    sections: [{ item: 'i', number: '1', heading: 'A plan', tree: { version: 1, blocks: [] } }],
  })
  assert.deepEqual(faults(text), [])
  for (const [index, { name }] of boards.entries()) {
    const eId = index === 0 ? 'board' : 'board_2'
    assert.ok(text.includes(`<docProponent>${name}</docProponent>`))
    assert.ok(text.includes(`class="decision"><organization refersTo="#${eId}">${name}</organization>: 4. That it be so`), eId)
    assert.match(text, new RegExp(`<TLCOrganization eId="${eId}"`))
  }
})
