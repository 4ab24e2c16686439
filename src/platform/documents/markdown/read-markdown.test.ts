import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMarkdown } from './read-markdown.ts'

const letters = 'a\n'.repeat(40_000)
/** How long the loop that serves everybody stood still while something was done, in milliseconds. */
async function stillness(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now()
  let longest = 0
  const watch = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 5)
  await work()
  clearInterval(watch)
  return longest
}

test('M4: a long text of one-letter lines is read without holding up everybody else', async () => {
  const started = performance.now()
  const longest = await stillness(async () => assert.ok((await readMarkdown(letters)).ok))
  const took = performance.now() - started
  assert.ok(longest < took / 2, `the loop stood still for ${Math.round(longest)} of ${Math.round(took)} ms`)
})

test('M4: a text that takes too long is refused in a sentence, and the next one is read', async () => {
  const slow = await readMarkdown(letters, { milliseconds: 20 })
  assert.ok(!slow.ok)
  assert.match(slow.problems[0].sentence, /took too long/)
  const next = await readMarkdown(`# One\n\n${'words '.repeat(4000)}`)
  assert.ok(next.ok)
  assert.equal(next.value.paper.blocks.length, 2)
})

test('M4: short and long texts have the same problems', async () => {
  for (const limits of [{}, { shortest: 0 }]) {
    const read = await readMarkdown('# One\n\n### Three', limits)
    assert.ok(!read.ok)
    assert.match(read.problems[0].sentence, /skips a level/)
  }
})

test('M4: many long texts at once are read in turn; more than can wait are refused', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => readMarkdown('# One', { shortest: 0, waiting: 4 })))
  const read = all.filter(({ ok }) => ok).length
  assert.ok(read >= 4 && read < 8, `${read} of 8`)
})
