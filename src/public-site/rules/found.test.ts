import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foundAddress } from './found.ts'

test('E10, O4: a figure of early help that is found leads to its own row, and the page as a whole to its top', () => {
  const found = { kind: 'family_figure', record: '', meeting: null, item: null } as const
  assert.equal(foundAddress({ ...found, subject: 'step-up' }), '/early-help-figures#figure-step-up')
  assert.equal(foundAddress({ ...found, subject: '' }), '/early-help-figures')
})
