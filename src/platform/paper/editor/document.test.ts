import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { problemsWhileWriting } from '../faults.ts'
import { paperProblems } from '../paper.ts'
import { parseMarkdown } from '../parse-markdown.ts'
import { printMarkdown } from '../print-markdown.ts'
import { anyPaper } from '../testing/arbitrary-paper.ts'
import type { Paper } from '../tree.ts'
import { fromDocument } from './from-document.ts'
import { judgeCopy } from './tab-copy.ts'
import { quiet } from './tidy-pasted.ts'
import { toDocument } from './to-document.ts'
import { countedWords, pasteWords } from './words.ts'

const limits = { numRuns: Number(process.env.RUNS ?? 500), interruptAfterTimeLimit: 30_000 }

function parsed(markdown: string): Paper {
  const read = parseMarkdown(markdown)
  assert.ok(read.ok)
  return read.value.paper
}

test('M4: a paper shown in the editor and read back is the same paper, and fits the shape of the editor', () => {
  fc.assert(
    fc.property(anyPaper, (paper) => {
      const document = toDocument(paper)
      document.check()
      assert.deepEqual(fromDocument(document), paper)
    }),
    limits,
  )
})

test('M4: what the editor writes into its field is read as the same paper', () => {
  fc.assert(
    fc.property(anyPaper, (paper) => assert.deepEqual(parsed(printMarkdown(fromDocument(toDocument(paper)))), paper)),
    { numRuns: 100 },
  )
})

test('M4: the sample goes through the editor unchanged', () => {
  const sample = parsed(readFileSync(new URL('../testing/sample.md', import.meta.url), 'utf8'))
  assert.deepEqual(fromDocument(toDocument(sample)), sample)
})

test('M4: an empty paper has a paragraph to write in, and stays empty', () => {
  const document = toDocument({ version: 1, blocks: [] })
  assert.equal(document.childCount, 1)
  assert.deepEqual(fromDocument(document), { version: 1, blocks: [] })
})

test('M4: the editor finds the problems that the server would find', () => {
  const texts = ['# One\n\n### Three', '## Two', '- a\n  - b\n    - c\n      - d\n        - e', 'fine']
  for (const text of texts) assert.deepEqual(problemsWhileWriting(parsed(text)), paperProblems(parsed(text)), text)
  fc.assert(
    fc.property(anyPaper, (paper) => {
      const told = problemsWhileWriting(paper).map(({ code }) => code)
      const known = paperProblems(paper).map(({ code }) => code)
      assert.deepEqual(
        told.filter((code) => !known.includes(code)),
        [],
      )
    }),
    { numRuns: 200 },
  )
})

test('M4: styles and handlers are renamed before anything parses what is pasted', () => {
  assert.equal(
    quiet('<p style="x"><a href="style.css" onclick=\'y\' STYLE=z>style = onload=1</a><style>p{}</style>'),
    '<p data-style="x"><a href="style.css" data-off=\'y\' data-style=z>style = onload=1</a>',
  )
  assert.equal(quiet('<img/onerror=alert(1)>'), '<img/data-off=alert(1)>')
})

test('X5: words left in a tab come back unless they were saved', () => {
  const page = { version: '3', differs: true }
  assert.equal(judgeCopy({ version: '3', sent: false }, page), 'restore')
  assert.equal(judgeCopy({ version: '2', sent: false }, page), 'restore', 'somebody saved meanwhile: the server asks')
  assert.equal(judgeCopy({ version: '3', sent: true }, page), 'restore', 'the form was sent and never arrived')
  assert.equal(judgeCopy({ version: '2', sent: true }, page), 'forget')
  assert.equal(judgeCopy({ version: '3', sent: false }, { ...page, differs: false }), 'forget')
})

test('M4: the editor speaks in sentences', () => {
  assert.equal(countedWords(1), '1 word')
  assert.equal(countedWords(12345), '12,345 words')
  assert.match(pasteWords({ pictures: 2, comments: 1 }), /Left out: 2 pictures and 1 comment\.$/)
  assert.doesNotMatch(pasteWords({ pictures: 0, comments: 0 }), /Left out/)
})
