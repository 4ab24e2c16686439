import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changesBetween } from './diff.ts'
import { ChangeList } from './diff-list.tsx'
import { unitsOf } from './diff-units.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { anyPaper } from './testing/arbitrary-paper.ts'
import type { Paper } from './tree.ts'

const limits = { numRuns: Number(process.env.RUNS ?? 100), interruptAfterTimeLimit: 30_000 }
const parsed = (markdown: string): Paper => {
  const read = parseMarkdown(markdown)
  assert.ok(read.ok)
  return read.value.paper
}

test('M15: a text does not differ from itself', () => {
  fc.assert(
    fc.property(anyPaper, (paper) => assert.deepEqual(changesBetween(paper, paper), [])),
    limits,
  )
})

test('M15: no word is lost: what is not listed stands in both texts, and what is listed makes one of the other', () => {
  const sorted = (texts: readonly string[]): readonly string[] => texts.toSorted()
  fc.assert(
    fc.property(anyPaper, anyPaper, (before, after) => {
      const changes = changesBetween(before, after)
      const side = (fate: 'added' | 'removed'): readonly string[] =>
        changes
          .filter(({ kind }) => kind === fate || kind === 'changed')
          .map(({ words }) =>
            words
              .filter((part) => part.fate === 'same' || part.fate === fate)
              .map((part) => part.text)
              .join(''),
          )
      const keyed = (paper: Paper): readonly string[] => unitsOf(paper).map(({ key, text }) => JSON.stringify([key, text]))
      const common = [...keyed(after)]
      const onlyBefore = keyed(before).filter((one) => {
        const at = common.indexOf(one)
        if (at >= 0) common.splice(at, 1)
        return at < 0
      })
      // Whatever has no equal on the other side is listed; what moved may be listed, too.
      const removed = [...side('removed')]
      for (const one of onlyBefore) assert.ok(removed.includes((JSON.parse(one) as [string, string])[1]), one)
      assert.equal(sorted(side('removed')).length - sorted(side('added')).length, unitsOf(before).length - unitsOf(after).length)
    }),
    limits,
  )
})

test('M15: a changed sentence is one change with its words, under its heading', () => {
  const [change, ...more] = changesBetween(
    parsed('# Money\n\n#. The hubs cost £240,000 a year.\n\nMore.'),
    parsed('# Money\n\n#. The hubs cost £260,000 a year.\n\nMore.'),
  )
  assert.deepEqual(more, [])
  assert.equal(change?.what, 'Paragraph 1.1')
  assert.equal(change?.section, 'Money')
  assert.deepEqual(
    change?.words.filter(({ fate }) => fate !== 'same').map(({ text, fate }) => [text, fate]),
    [
      ['240', 'removed'],
      ['260', 'added'],
    ],
  )
})

test('M15: tables, recommendations, notes and mere formatting are named', () => {
  const before = parsed('a) agree\n\n| A | B |\n| - | - |\n| x | 1 |\n\nSee.[^1]\n\n[^1]: One source')
  const after = parsed('a) agree\n\nb) thank the staff\n\n| A | B |\n| - | - |\n| x | 2 |\n\nSee.[^1]\n\n[^1]: One better source')
  assert.deepEqual(
    changesBetween(before, after).map(({ kind, what }) => `${kind} ${what}`),
    ['added Recommendation b', 'changed Row of a table', 'changed Note'],
  )
  const [look] = changesBetween(parsed('one word'), parsed('one **word**'))
  assert.equal(look?.onlyLook, true)
})

test('M15: the list says by words what colour shows, and escapes them', () => {
  const html = String(ChangeList({ changes: changesBetween(parsed('one <b>'), parsed('one <script>')) }))
  assert.match(html, /\[removed: .*\[added: /)
  assert.doesNotMatch(html, /<script>|<b>/)
  assert.match(String(ChangeList({ changes: [] })), /The two texts are the same/)
})

test('M15: two long texts with nothing in common are compared within seconds', () => {
  const text = (word: string): Paper => parsed(Array.from({ length: 4000 }, (_, index) => `${word}${index} ${word}`).join('\n\n'))
  const long = (word: string): Paper => parsed(Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' '))
  const [a, b, c, d] = [text('a'), text('b'), long('a'), long('b')]
  const started = process.cpuUsage()
  changesBetween(a, b)
  changesBetween(c, d)
  const seconds = process.cpuUsage(started).user / 1e6
  assert.ok(seconds < 6, `${seconds} s of computing`)
})
