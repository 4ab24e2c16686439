import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEngine, safeBlock } from './engine.ts'
import { govukComponents } from './generated/params.ts'
import { prepareParameters } from './prepare.ts'
import { type Fixture, officialFixtures, withTrustedMarkup } from './testing/fixtures.ts'

const fixtures = officialFixtures()

function render(engine: ReturnType<typeof createEngine>, { component, options, callBlock }: Fixture): string {
  const macro = engine.macro(`govuk/components/${component}/macro.njk`, govukComponents[component].macro)
  const caller = callBlock === undefined ? undefined : () => safeBlock([callBlock].flat().join('\n'))
  return macro(
    prepareParameters(withTrustedMarkup(options) as object, () => undefined),
    caller,
  )
}

const withoutSpace = (html: string) => html.replace(/>\s+/g, '>').replace(/\s+</g, '<').replace(/\s+/g, ' ').trim()

test('components give the official markup byte for byte, for each of the 725 official examples', () => {
  const engine = createEngine({ indent: true })
  assert.equal(fixtures.length, 725)
  for (const fixture of fixtures) assert.equal(render(engine, fixture), fixture.html, `${fixture.component}: ${fixture.name}`)
})

test('components give the same markup without the official indentation, which is how pages use them', () => {
  const engine = createEngine({ indent: false })
  for (const fixture of fixtures)
    assert.equal(withoutSpace(render(engine, fixture)), withoutSpace(fixture.html), `${fixture.component}: ${fixture.name}`)
})
