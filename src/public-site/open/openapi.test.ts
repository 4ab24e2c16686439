import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { openHouse } from '#test/support/house.ts'
import { reading } from './testing/crawl.ts'

const house = await openHouse(Temporal.Instant.from('2026-03-02T10:00:00Z'))

interface Described {
  readonly openapi: string
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: { readonly operationId: string; readonly parameters?: readonly { readonly $ref?: string; readonly name?: string }[] }
      }
    >
  >
  readonly components: { readonly parameters: Readonly<Record<string, { readonly name: string }>>; readonly schemas: object }
}
const answer = await house.app.request('/api/openapi.json')
const described = (await answer.json()) as Described

test('O2: the description is JSON that any website may read', () => {
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
  assert.equal(described.openapi, '3.1.0')
})

test('O2: every address for programs is described, and nothing that is not there', () => {
  const shape = (path: string): string => path.replace(/:[a-z]+(\{[^/]*\})?|\{[a-z]+\}(\.[a-z]+)?(-metadata\.json)?/g, '*')
  const known = house.app.routes
    .filter(
      ({ method, path }) =>
        method === 'GET' && /^\/(open\/|calendar\/|feeds\/|schemas\/|api\/v1\/)|\.akn\.xml$/.test(path) && !path.endsWith('/*'),
    )
    .map(({ path }) => shape(path))
  assert.deepEqual([...new Set(known)].sort(), [...new Set(Object.keys(described.paths).map(shape))].sort())
})

test('O2: every parameter in an address is described, every reference leads somewhere, and no operation has the name of another', () => {
  const names = Object.values(described.paths).map((path) => path.get.operationId)
  assert.equal(new Set(names).size, names.length)
  for (const [path, { get }] of Object.entries(described.paths)) {
    const own = (get.parameters ?? []).map(({ $ref, name }) => name ?? described.components.parameters[$ref?.split('/').at(-1) ?? '']?.name)
    for (const [, name] of path.matchAll(/\{([a-z]+)\}/g)) assert.ok(own.includes(name), `${path} does not describe ${name}`)
    assert.ok(
      own.every((name) => name !== undefined),
      path,
    )
  }
  for (const [, kind, name] of JSON.stringify(described).matchAll(/"#\/components\/(schemas|parameters)\/(\w+)"/g))
    assert.ok(Object.hasOwn(described.components[kind as 'schemas'], name ?? ''), String(name))
})

test('O2: the description is valid OpenAPI 3.1, by a validator of others', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(described) as never)
  assert.deepEqual([valid, errors], [true, undefined])
  assert.equal((await new Validator().validate({ ...structuredClone(described), paths: { '/x': { got: {} } } } as never)).valid, false)
})

test('O2: a house that nobody has set up gives out itself and empty lists', async () => {
  const found = await reading(house.app, house.needs.config.publicUrl).crawl()
  assert.deepEqual(
    [...found].filter(([, list]) => list.length > 0).map(([name]) => name),
    ['system', 'body'],
  )
})
