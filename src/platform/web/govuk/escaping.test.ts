import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEngine } from './engine.ts'
import { govukComponents } from './generated/params.ts'
import { prepareParameters } from './prepare.ts'
import { officialFixtures, withTrustedMarkup } from './testing/fixtures.ts'

const attack = `x"><x-attack a='`
const engine = createEngine({ indent: false })

/** The paths of all strings in a value. */
function* stringPaths(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  if (typeof value === 'string') yield path
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* stringPaths(item, [...path, index])
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* stringPaths(item, [...path, key])
}

/** Puts `value` at a path of a fresh, trusted copy of the options. */
function replaced(options: object, path: readonly (string | number)[], value: unknown): object {
  const copy = withTrustedMarkup(options) as Record<string | number, unknown>
  let at = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  at[path.at(-1) ?? ''] = value
  return copy
}

test('whatever string a person typed, no component lets it out unescaped', () => {
  let renders = 0
  let refused = 0
  for (const { component, options } of officialFixtures()) {
    const macro = engine.macro(`govuk/components/${component}/macro.njk`, govukComponents[component].macro)
    const tries = [...stringPaths(options)].map((path) => replaced(options, path, attack))
    tries.push(
      replaced(options, ['attributes'], attack),
      replaced(options, ['attributes'], { [attack]: 'x' }),
      replaced(options, ['html'], attack),
    )
    for (const parameters of tries) {
      renders += 1
      try {
        const html = macro(prepareParameters(parameters, () => undefined))
        assert.ok(!html.includes('<x-attack'), `${component}: ${JSON.stringify(parameters)}`)
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        refused += 1
      }
    }
  }
  assert.ok(renders > 5000, `${renders} renders`)
  assert.ok(refused > 500, `${refused} refused`)
})

test('handlers of events may not be attributes', () => {
  assert.throws(() => prepareParameters({ attributes: { onclick: 'x()' } }, () => undefined), TypeError)
  assert.throws(() => prepareParameters({ attributes: { 'a b': 'x' } }, () => undefined), TypeError)
})
