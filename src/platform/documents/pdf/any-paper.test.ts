import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyPaper } from '#platform/paper/testing/arbitrary-paper.ts'
import type { Paper } from '#platform/paper/tree.ts'
import type { PackInput } from './pack-input.ts'
import { tableColumns } from './table-columns.ts'
import { readWithPdfium } from './testing/readers.ts'
import { samplePack } from './testing/sample-pack.ts'
import { typesetPack } from './typeset-pack.ts'

const numRuns = Number(process.env.RUNS ?? 200)

test('M6: papers of any shape and any characters make a valid PDF/UA pack', async () => {
  const papers = fc.sample(anyPaper, numRuns)
  const entries = papers.map((tree, index) => ({
    id: `id-${index}`,
    number: String(index),
    title: `Item ${index}`,
    purpose: '',
    lead: '',
    status: 'Attached' as const,
    depth: (index % 3) + 1,
    part: index % 5 === 0 ? (2 as const) : (1 as const),
    paper: { facts: [], tree },
  }))
  const input: PackInput = { ...samplePack(), entries }
  const { report } = await typesetPack(input)
  assert.equal(Object.keys(report.ranges).length, papers.length)
  // The plainest printing, without symbols and emoji, is for texts that fail otherwise; these must not.
  assert.equal(
    report.replacedCharacters.some((found) => found.character === '🙂'),
    false,
  )
})

test('M6: a heading of characters that nobody sees is left out, and the pack is made', async () => {
  const unseen = { type: 'heading' as const, level: 1 as const, content: [{ type: 'text' as const, text: '\u{200D}' }] }
  const words = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'What follows it.' }] }
  const [first] = samplePack().entries
  assert.ok(first)
  const entries = [{ ...first, paper: { facts: [], tree: { version: 1 as const, blocks: [unseen, words] } } }]
  const { report } = await typesetPack({ ...samplePack(), entries })
  assert.equal(Object.keys(report.ranges).length, 1)
})

test('E2, E4: what families say in the scripts of the county is printed whole, joined as it is written, with numbers and brackets in their places', async () => {
  const lines = [
    'أريد أن أنام (12)',
    'میں گھر میں سونا چاہتا ہوں',
    'من می\u200Cخواهم',
    'אני רוצה לישון',
    'मैं सोना चाहता हूँ',
    'আমি ঘুমাতে চাই',
    'હું સૂવા માંગુ છું',
    'நான் தூங்க விரும்புகிறேன்',
    'መተኛት እፈልጋለሁ።',
    'ฉันอยากนอน',
    'é ạ̈ Ọ̀rọ̀ Nguyễn',
  ]
  const [first] = samplePack().entries
  assert.ok(first)
  const tree: Paper = {
    version: 1,
    blocks: lines.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })),
  }
  const { pdf, report } = await typesetPack({ ...samplePack(), entries: [{ ...first, paper: { facts: [], tree } }] })
  assert.deepEqual(report.replacedCharacters, [])
  const text = (await readWithPdfium(pdf)).join(' ')
  for (const words of ['לישון', 'தூங்க', 'चाहता', 'መተኛት', 'ฉันอยากนอน', '12']) assert.ok(text.includes(words), `${words} in ${text}`)
})

test('M6: columns fill the page and leave room for their longest word', () => {
  const word = fc.constantFrom(
    'a',
    '412',
    'Neighbourhood',
    'responsibilities',
    'x'.repeat(300),
    'the lease of a hub ends before the new one opens',
  )
  const table = fc.integer({ min: 1, max: 20 }).chain((width) =>
    fc.record({
      align: fc.array(fc.constantFrom('start' as const, 'end' as const), { minLength: width, maxLength: width }),
      rows: fc.array(
        fc.array(
          word.map((text) => [{ type: 'text' as const, text }]),
          { minLength: width, maxLength: width },
        ),
        { minLength: 2, maxLength: 4 },
      ),
    }),
  )
  fc.assert(
    fc.property(table, ({ align, rows }) => {
      const { widths, longestWord } = tableColumns({ type: 'table', align, rows })
      const sum = widths.reduce((total, width) => total + width, 0)
      assert.ok(Math.abs(sum - 430) < 0.01, `${sum}`)
      assert.ok(widths.every((width) => width > 14 && longestWord >= 4))
    }),
  )
})
