import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oparlAddresses } from './addresses.ts'
import type { Draft } from './drafts.ts'
import { goneContent, type Known, type Stamped, stamp } from './stamp.ts'

const addresses = oparlAddresses('https://northbrook.example')
const [first, second, third] = ['2026-01-05T10:00:00Z', '2026-02-05T10:00:00Z', '2026-07-05T10:00:00Z'].map((time) =>
  Temporal.Instant.from(time),
)
const idOf = (last: string): string => `01a201f8-0000-7000-8000-00000000000${last}`
const file = (name: string): Draft => ({ type: 'File', id: idOf('1'), organizations: [], properties: { name, paper: ['back'] } })
const paper: Draft = {
  type: 'Paper',
  id: idOf('2'),
  organizations: [],
  properties: { name: 'Report' },
  embedded: { mainFile: { type: 'File', id: idOf('1'), without: ['paper'] } },
}
const other: Draft = { type: 'Paper', id: idOf('3'), organizations: [], properties: { name: 'Another' } }

function look(drafts: readonly Draft[], known: readonly Known[], now: Temporal.Instant | undefined) {
  const { written, gone } = stamp(addresses, drafts, known, now ?? assert.fail('no time'))
  return { written: new Map(written.map((one) => [one.id.slice(-1), one])), gone: gone.map(({ id }) => id.slice(-1)) }
}
const known = (written: ReadonlyMap<string, Stamped>): readonly Stamped[] => [...written.values()]
const read = (one: Stamped | undefined): Readonly<Record<string, unknown>> => JSON.parse(one?.content ?? '{}') as Record<string, unknown>

const start = look([file('A'), paper, other], [], first)

test('O2: what is new has one time for both, and what is inside stands in it without the way back', () => {
  assert.deepEqual(read(start.written.get('2')), {
    id: `https://northbrook.example/open/oparl/v1.1/paper/${idOf('2')}`,
    type: 'https://schema.oparl.org/1.1/Paper',
    name: 'Report',
    mainFile: {
      id: `https://northbrook.example/open/oparl/v1.1/file/${idOf('1')}`,
      type: 'https://schema.oparl.org/1.1/File',
      name: 'A',
      created: '2026-01-05T10:00:00+00:00',
      modified: '2026-01-05T10:00:00+00:00',
    },
    created: '2026-01-05T10:00:00+00:00',
    modified: '2026-01-05T10:00:00+00:00',
  })
  assert.deepEqual(read(start.written.get('1')).paper, ['back'])
})

test('O2: a second look without a change writes nothing', () => {
  const again = look([file('A'), paper, other], known(start.written), second)
  assert.deepEqual([again.written.size, again.gone], [0, []])
})

test('O2: a change inside changes what holds it, and nothing else', () => {
  const again = look([file('B'), paper, other], known(start.written), third)
  assert.deepEqual([...again.written.keys()].sort(), ['1', '2'])
  assert.equal(read(again.written.get('2')).modified, '2026-07-05T11:00:00+01:00')
  assert.equal(read(again.written.get('2')).created, '2026-01-05T10:00:00+00:00')
})

test('O2: what is gone from inside is gone there, too, and comes back with its first time', () => {
  const without = look([paper, other], known(start.written), second)
  assert.deepEqual(without.gone, ['1'])
  assert.equal(read(without.written.get('2')).mainFile, undefined)
  const before = known(start.written).map((one) =>
    one.type === 'File' ? { ...one, deleted: true, digest: '' } : (without.written.get(one.id.slice(-1)) ?? one),
  )
  assert.deepEqual(look([paper, other], before, third).gone, [], 'it is gone once')
  const back = look([file('A'), paper, other], before, third)
  assert.deepEqual(
    [read(back.written.get('1')).created, read(back.written.get('1')).modified],
    ['2026-01-05T10:00:00+00:00', '2026-07-05T11:00:00+01:00'],
  )
  assert.equal(read(back.written.get('2')).modified, '2026-07-05T11:00:00+01:00')
})

test('O2: of what is gone only its times are told', () => {
  const [one] = known(start.written)
  assert.deepEqual(Object.keys(JSON.parse(goneContent(addresses, one ?? assert.fail('nothing was written'))) as object), [
    'id',
    'type',
    'created',
    'modified',
    'deleted',
  ])
})
