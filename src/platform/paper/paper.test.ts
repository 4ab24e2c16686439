import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { Article } from './html.tsx'
import { normalise } from './normalise.ts'
import { numbering } from './numbering.ts'
import { paperProblems } from './paper.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { printMarkdown } from './print-markdown.ts'
import { anyPaper } from './testing/arbitrary-paper.ts'
import { emptyPaper, type Paper } from './tree.ts'

const sample = readFileSync(new URL('./testing/sample.md', import.meta.url), 'utf8')
const numRuns = Number(process.env.RUNS ?? 200)
// A counterexample may take long to shrink; half a minute is enough to show it.
const limits = { numRuns, interruptAfterTimeLimit: 30_000 }

function parsed(source: string): Paper {
  const result = parseMarkdown(source)
  assert.ok(result.ok, JSON.stringify(result))
  return result.value.paper
}
const isTooDense = (source: string): boolean => {
  const result = parseMarkdown(source)
  return !result.ok && result.problems.every(({ code }) => code === 'too-many-marks')
}
const noticesOf = (source: string): readonly string[] => {
  const result = parseMarkdown(source)
  return result.ok ? result.value.notices : []
}
const said = (source: string): string =>
  paperProblems(parsed(source))
    .map((problem) => problem.sentence)
    .join('\n')
const html = (paper: Paper, prefix = ''): string => String(Article({ paper, prefix }))

test('M4: normalising a paper twice is normalising it once', () => {
  fc.assert(
    fc.property(anyPaper, (paper) => assert.deepEqual(normalise(paper), paper)),
    limits,
  )
})

test('M4: a paper printed as Markdown and read again is the same paper', () => {
  fc.assert(
    fc.property(anyPaper, (paper) => {
      const printed = printMarkdown(paper)
      // A stretch with more marks than the reader takes is refused in words: that is a limit, and no other paper.
      fc.pre(!isTooDense(printed))
      assert.deepEqual(parsed(printed), paper)
    }),
    limits,
  )
})

test('M4: Markdown of any kind settles after one round', () => {
  const unit = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '#',
    '*',
    '_',
    '-',
    '|',
    '[',
    ']',
    '(',
    ')',
    '^',
    '1',
    '.',
    ':',
    '<',
    '>',
    '\\',
    '!',
    '`',
    '&',
    '\t',
  )
  const settles = (source: string): void => {
    const once = printMarkdown(parsed(source))
    assert.equal(printMarkdown(parsed(once)), once)
  }
  fc.assert(fc.property(fc.string({ unit, maxLength: 80 }), settles), limits)
})

test('M4: nothing of a paper reaches the page unescaped', () => {
  const known = /^<\/?(div|h[2-5]|p|span|strong|em|a|sup|ul|ol|li|table|caption|thead|tbody|tr|th|td|section)$/
  fc.assert(
    fc.property(anyPaper, (paper) => {
      for (const tag of html(paper).match(/<\/?([a-z0-9]+)/g) ?? []) assert.match(tag, known)
    }),
    { numRuns: Math.min(numRuns, 100) },
  )
})

test('M4: ids on the page are unique, whatever headings and prefixes say', () => {
  fc.assert(
    fc.property(anyPaper, (paper) => {
      const ids = [...(html(paper, 'a-') + html(paper, 'b-')).matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
      assert.equal(new Set(ids).size, ids.length)
    }),
    { numRuns: Math.min(numRuns, 100) },
  )
})

test('M4: what may not be published is said in sentences', () => {
  assert.equal(said(sample), '')
  assert.equal(paperProblems(emptyPaper).length, 0)
  assert.match(said('# One\n\n### Three'), /The heading ‘Three’ skips a level/)
  assert.match(said('## Two'), /skips a level/)
  assert.match(said('#'), /heading is empty/)
  assert.match(said('[x](javascript:alert(1))'), /Links start with/)
  assert.match(said('[x](data:text/html,1)'), /Links start with/)
  assert.match(said('[x](/\\\\evil.example)'), /Links start with/)
  assert.match(said('- a\n  - b\n    - c\n      - d\n        - e'), /four lists deep/)
  assert.deepEqual(
    paperProblems({ version: 1, blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'a\u0000b' }] }] }).map((p) => p.code),
    ['control-character'],
  )
  assert.deepEqual(
    paperProblems({ version: 1, blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'a\ud800' }] }] }).map((p) => p.code),
    ['control-character'],
  )
})

test('M4: more recommendations than letters are refused', () => {
  const paper: Paper = {
    version: 1,
    blocks: [{ type: 'recommendations', items: Array.from({ length: 27 }, () => [{ type: 'text', text: 'note' }]) }],
  }
  assert.match(paperProblems(paper)[0]?.sentence ?? '', /more than 26/)
})

test('M4: raw HTML and code are shown as typed', () => {
  assert.match(
    html(parsed('<script>alert(1)</script> <b onclick="x()">y</b>')),
    /&lt;script&gt;alert\(1\)&lt;\/script&gt; &lt;b onclick=&quot;x\(\)&quot;&gt;/,
  )
  assert.equal(parsed('    four spaces').blocks[0]?.type, 'paragraph')
})

test('M4: the conventions for numbers, recommendations and captions, and how to avoid them', () => {
  assert.deepEqual(
    parsed('a) one\nb) two\n\nc) three').blocks.map((block) => [block.type, block.type === 'recommendations' && block.items.length]),
    [['recommendations', 3]],
  )
  assert.equal(parsed('a\\) one').blocks[0]?.type, 'paragraph')
  assert.equal(parsed('2.5 million people').blocks[0]?.type, 'paragraph')
  assert.deepEqual(noticesOf('![A map](https://example.org/a.png)').length, 1)
  assert.deepEqual(noticesOf('> said\n\n---\n\n[^9]: unused'), [
    'A quotation became ordinary paragraphs.',
    'A line across the page was left out.',
    'A note that nothing refers to was left out.',
  ])
})

test('M4: numbers of sections and paragraphs are worked out and never repeat', () => {
  const numbers = [...numbering(parsed('#. before\n\n# One\n\n#. a\n\n## Sub\n\n#. b\n\n# Two\n\n#. c').blocks).values()]
  assert.deepEqual(numbers, ['1.1', '2.', '2.1', '2.2', '3.', '3.1'])
  assert.equal(numbering(parsed('# One\n\ntext').blocks).size, 0)
})

test('M4: the page of a paper has numbers, scopes, caption and notes', () => {
  const page = html(parsed(sample), 'x-')
  const parts = [
    '<h2 id="x-purpose-of-the-report"><span class="paper__number">1. </span>',
    'id="x-p-2-1"',
    '<th scope="row">Northgate</th>',
    '<th scope="col" class="paper__figure">Families</th>',
    '<caption id="x-table">',
  ]
  for (const part of [
    ...parts,
    'aria-label="Note 1"',
    '<ol type="a" class="paper__recommendations">',
    'id="x-paper-note-1"',
    '<h3 id="x-where',
  ])
    assert.ok(page.includes(part), `${part}\n${page}`)
})

test('M4: text that is too long or too wide is refused in a sentence', () => {
  const long = parseMarkdown('a'.repeat(200_001))
  assert.ok(!long.ok && /200,000/.test(long.problems[0].sentence))
  const wide = parseMarkdown(`${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'b\n'.repeat(90_000)}`)
  assert.ok(!wide.ok && wide.problems[0].code === 'table-too-wide')
})

test('M4: hostile Markdown of the full length ends within four seconds', () => {
  const full = (unit: string): string => unit.repeat(Math.floor(200_000 / unit.length))
  const nested = Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- a`)
    .join('\n')
    .slice(0, 200_000)
  const hostile = [
    '>',
    '- ',
    '> - ',
    '[',
    '*a ',
    '**a _b ',
    '![a](',
    '|',
    '*',
    '_a*',
    '[^1]',
    '[^a]: ',
    '\\',
    '&amp;',
    '#. a\n\n',
    'a) b\n',
    '*a\n',
    '[a](',
    '<',
    '| a |\n| - |\n',
    '1. a\n\n   ',
    '> a\n',
    'x\n- ',
    '**',
    '[x][y]',
    'http://a.b ',
  ]
  for (const source of [...hostile.map(full), nested]) {
    const before = process.cpuUsage()
    parseMarkdown(source)
    // Time of our own work, not of waiting for others on a busy machine.
    const { user, system } = process.cpuUsage(before)
    const milliseconds = (user + system) / 1000
    if (process.env.SHOW) console.log(JSON.stringify(source.slice(0, 8)), Math.round(milliseconds))
    assert.ok(milliseconds < 4000, `${source.slice(0, 8)} took ${Math.round(milliseconds)} ms`)
  }
})
