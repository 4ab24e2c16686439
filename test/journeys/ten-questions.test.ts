import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { follow, mainText, openPage } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

const house = await serveSample(Temporal.Instant.from('2026-03-10T10:00:00Z'))

/** A question of the page, with what is followed and read on the way to its answer. */
interface Question {
  readonly title: string
  readonly steps: readonly { readonly act: 'Follow' | 'Open' | 'Reads'; readonly words: string }[]
}

const questions = readFileSync(new URL('../../docs/ten-questions.md', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((part): Question => {
    const [title = '', ...lines] = part.split('\n')
    const steps = lines.flatMap((line) => {
      const [, act, words] = /^- (Follow|Open|Reads): (.+)$/.exec(line) ?? []
      return act === undefined || words === undefined ? [] : [{ act: act as 'Follow' | 'Open' | 'Reads', words }]
    })
    return { title, steps }
  })

test('O1: the page asks ten questions, and each is answered at the end of its walk', () => {
  assert.equal(questions.length, 10)
  for (const { title, steps } of questions) assert.equal(steps.at(-1)?.act, 'Reads', title)
})

for (const { title, steps } of questions) {
  test(`O1: ${title}`, async () => {
    const page = await openPage(house)
    await page.goto('/')
    for (const { act, words } of steps) {
      const main = page.getByRole('main')
      if (act === 'Follow') await follow(page, words)
      else if (act === 'Open') await main.locator('summary', { hasText: words }).first().click()
      // What is still folded nobody has read.
      else assert.ok((await main.innerText()).replace(/\s+/g, ' ').includes(words), `${page.url()} should say ${words}`)
    }
    assert.ok((await mainText(page)).length > 0)
    assert.deepEqual(await page.context().cookies(), [], 'no cookie for visitors')
    await page.context().close()
  })
}
