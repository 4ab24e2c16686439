import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gapSentences, scoreInWords, sizeInWords, supplementaryWords } from '../words/file-access.ts'
import { accessOf, isHardToRead } from './file-access.ts'

const pdf = (findings: unknown, pages = 4) => accessOf({ kind: 'pdf', findings, pages, alternativeText: '' })

test('O1: a PDF is judged by text, tags, title and language; what was never checked is not judged', () => {
  const good = pdf({ tagged: true, hasText: true, title: 'Plan', language: 'en' })
  assert.deepEqual(good, { gaps: [], pictures: [], passed: 4, of: 4 })
  const poor = pdf({ tagged: false, hasText: true, scannedPages: [2, 4] })
  assert.deepEqual(poor.gaps, ['some-pictures', 'not-tagged', 'no-title', 'no-language'])
  assert.equal(gapSentences(poor)[0], 'Its pages 2 and 4 are pictures of text and cannot be read aloud')
  const scan = pdf({ tagged: true, hasText: false, title: 'Letter', language: 'en' }, 2)
  assert.deepEqual(scan, { gaps: ['picture-of-text'], pictures: [1, 2], passed: 3, of: 4 })
  assert.deepEqual([isHardToRead(good), isHardToRead(poor), isHardToRead(scan)], [false, true, true])
  assert.equal(isHardToRead(pdf({ tagged: true, hasText: true })), false)
  for (const nothing of [{}, null, 'x', { warnings: [] }]) assert.equal(scoreInWords(pdf(nothing)), 'Not checked')
  assert.equal(scoreInWords(accessOf({ kind: 'image', findings: {}, pages: null, alternativeText: 'A map' })), '1 of 1 check')
  assert.equal(scoreInWords(accessOf({ kind: 'slides', findings: {}, pages: null, alternativeText: '' })), 'Not checked')
})

test('M5: a late paper names those who consented; sizes are said in words', () => {
  const consents = [
    { consenter: 'chair', person: 'Ann Example' },
    { consenter: 'assistant director', person: 'Ben Example' },
  ]
  assert.equal(
    supplementaryWords(consents),
    'Supplementary: accepted late with the consent of Ann Example (chair) and Ben Example (assistant director)',
  )
  assert.deepEqual([640, 12_345, 2_444_000].map(sizeInWords), ['640 bytes', '12 KB', '2.4 MB'])
})
