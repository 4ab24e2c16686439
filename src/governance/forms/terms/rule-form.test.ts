import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FormBody } from '#platform/web/forms.ts'
import type { QuorumRule } from '../../rules/quorum.ts'
import { parseTerms, printTerms } from '../../rules/terms/portable.ts'
import { ruleNames, type Terms } from '../../rules/terms/terms.ts'
import { sampleTerms } from '../../sample/terms.ts'
import type { Question, Questions } from './question.ts'
import { ruleQuestions } from './questions.ts'
import { readRule, ruleAnswers } from './rule-form.ts'

/** As a browser posts it: no empty list of boxes, and line breaks of its own. */
function posted(body: FormBody): FormBody {
  const kept = Object.entries(body).filter(([, value]) => !Array.isArray(value) || value.length > 0)
  return Object.fromEntries(kept.map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('\n', '\r\n') : value]))
}

function readAgain(terms: Terms): Terms {
  const rules = ruleNames.map((name) => {
    const read = readRule(terms, name, posted(ruleAnswers(terms, name)))
    assert.ok(read.ok, `${name}: ${read.ok || JSON.stringify(read.problems)}`)
    return [name, read.value]
  })
  return { ...terms, ...Object.fromEntries(rules) }
}

for (const terms of sampleTerms())
  test(`G18: every rule of ${terms.key} goes through the form and comes back as it was`, () => {
    assert.equal(printTerms(readAgain(terms)), printTerms(terms))
  })

const words = (max: number): fc.Arbitrary<string> =>
  fc
    .string({ minLength: 1, maxLength: Math.min(max, 12), unit: 'grapheme' })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, '').trim())
    // Words that nobody sees are asked for again.
    .filter((text) => /[^\s\p{DI}\u2800]/u.test(text) && text.length <= max)

function someKey(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/)
}

function answers(question: Question): fc.Arbitrary<unknown> {
  const open = (value: fc.Arbitrary<unknown>, isOpen: boolean | undefined) => (isOpen ? fc.option(value, { nil: null }) : value)
  switch (question.kind) {
    case 'whole':
      return open(fc.integer({ min: question.min, max: question.max }), question.open)
    case 'words':
      return open(words(question.max), question.open)
    case 'lines':
      return fc.array(words(question.max), { minLength: question.least, maxLength: Math.min(question.most, 4) })
    case 'one':
      return open(fc.constantFrom(...question.options.map(({ value }) => value)), question.none !== undefined || undefined)
    case 'many':
      return fc.subarray(question.options.map(({ value }) => value))
    case 'tick':
      return fc.boolean()
    case 'yes-no':
      return fc.option(fc.boolean(), { nil: null })
    case 'time':
      return fc.option(fc.constantFrom('00:00', '09:30', '12:00', '23:59'), { nil: null })
    case 'day':
      return fc.option(fc.constantFrom('2026-03-01', '1999-12-31'), { nil: null })
    case 'key':
      return someKey()
    case 'part':
      return open(shape(withoutNone(question.of, question.open)), question.open)
    case 'rows':
      return fc.uniqueArray(shape(question.of), { minLength: question.least, maxLength: 4, selector: (row) => row.key ?? row })
  }
}

// Inside a part that may be null, what must be answered is answered.
function withoutNone(questions: Questions, isOpen: boolean | undefined): Questions {
  if (!isOpen) return questions
  const entries = Object.entries(questions).map(([name, one]) => {
    if (one.kind !== 'one') return [name, one] as const
    const { none: _, ...rest } = one
    return [name, rest] as const
  })
  return Object.fromEntries(entries)
}

function shape(questions: Questions): fc.Arbitrary<Record<string, unknown>> {
  const drawn = fc.record(Object.fromEntries(Object.entries(questions).map(([name, one]) => [name, answers(one)])))
  // What documents leave out when it is empty is not in them.
  const isLeftOut = (name: string, answer: unknown): boolean => {
    const one = questions[name]
    return (one?.kind === 'day' || one?.kind === 'words') && one.absent === true && answer === null
  }
  return drawn.map((row) => Object.fromEntries(Object.entries(row).filter(([name, answer]) => !isLeftOut(name, answer))))
}

const set = fc.oneof(
  fc.constant({ kind: 'members' as const }),
  fc.constant({ kind: 'voting-members' as const }),
  fc.constant({ kind: 'group' as const, group: 'council' }),
)
const count = fc.integer({ min: 1, max: 1000 })
const atom: fc.Arbitrary<QuorumRule> = fc.oneof(
  fc.record({ kind: fc.constant('at-least' as const), n: count, counts: fc.constantFrom('people', 'seats', 'agencies'), of: set }),
  fc.record({
    kind: fc.constant('share' as const),
    numerator: count,
    denominator: count,
    moreThan: fc.boolean(),
    counts: fc.constantFrom('people', 'seats'),
    of: set,
    vacantSeats: fc.constantFrom('counted', 'not-counted'),
  }),
  fc.record({ kind: fc.constant('agencies-besides-chair' as const), n: count }),
  fc.constant({ kind: 'chair-present' as const }),
  fc.constant({ kind: 'none' as const }),
)
// As deep as people write, and deeper: what the form cannot show it keeps.
const quorum: fc.Arbitrary<QuorumRule> = fc.letrec<{ rule: QuorumRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc.record({ kind: fc.constantFrom('all', 'any'), rules: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ kind: fc.constant('waiver'), rule: tie('rule'), when: fc.constant('chair-consulted-absent') }),
    fc.constant({ kind: 'not-stated' }),
  ) as fc.Arbitrary<QuorumRule>,
})).rule

const source = fc.record({ id: fc.constantFrom('terms', 'protocol'), section: words(80) }, { requiredKeys: ['id'] })
const framed = (value: fc.Arbitrary<unknown>) =>
  fc
    .record(
      {
        status: fc.constantFrom('stated', 'not-stated', 'contradictory', 'chosen'),
        value,
        follows: fc.boolean(),
        source: fc.option(source, { nil: null }),
        readings: fc.array(fc.record({ source, text: words(500) }), { minLength: 2, maxLength: 4 }),
        chosenBy: words(120),
        bodyNamed: words(200),
        note: words(500),
      },
      { requiredKeys: ['status', 'value', 'follows', 'source', 'readings', 'chosenBy'] },
    )
    .map(({ follows, ...rule }) => ({
      ...rule,
      // Whoever chose says why.
      ...(rule.status === 'chosen' ? { note: rule.note ?? 'For this reason' } : {}),
      value: rule.status === 'not-stated' || (rule.status === 'contradictory' && !follows) ? null : rule.value,
    }))

// A step without days is its words alone.
const ladder = fc.array(fc.oneof(words(200), fc.record({ who: words(200), days: fc.integer({ min: 1, max: 366 }) })), {
  minLength: 1,
  maxLength: 4,
})

const [first] = sampleTerms()
assert.ok(first)
const ground: Terms = {
  ...first,
  sources: [
    { id: 'terms', kind: 'terms', title: 'Terms', date: null },
    { id: 'protocol', kind: 'protocol', title: 'Protocol', date: null },
  ],
  groups: [{ key: 'council', name: 'council members', alsoCounts: [] }],
  seats: [],
}

test('G18: what any valid terms say goes through the form and comes back as it was', () => {
  const rules = Object.fromEntries(
    ruleNames.map((name) => [name, framed(name === 'quorum' ? quorum : name === 'disputes' ? ladder : answers(ruleQuestions[name]))]),
  )
  fc.assert(
    fc.property(fc.record(rules), fc.constantFrom(undefined, 'wait', 'adjourn', 'note-only'), (drawn, loss) => {
      const held = drawn.quorum as { readonly value: unknown }
      const parsed = parseTerms({ ...ground, ...drawn, quorum: { ...held, ...(loss && held.value !== null ? { onLoss: loss } : {}) } })
      assert.ok(parsed.ok, parsed.ok ? '' : JSON.stringify(parsed.problems[0]))
      const terms = parsed.value
      const again = readAgain(terms)
      assert.equal(printTerms(again), printTerms(terms))
      for (const name of ruleNames) assert.deepEqual(ruleAnswers(again, name), ruleAnswers(terms, name))
    }),
    { numRuns: 60, endOnFailure: true, includeErrorInReport: true },
  )
})

test('G18: a condition that says half of something is refused at its field, and a rule that is said needs its answer', () => {
  const [terms] = sampleTerms()
  assert.ok(terms)
  const codes = (body: FormBody) => {
    const read = readRule(terms, 'quorum', body)
    return read.ok ? [] : read.problems.map(({ field, code }) => `${field} ${code}`)
  }
  assert.deepEqual(codes({ rule_status: 'stated', rule_source: 'none', value_0_kind: 'at-least', value_0_n: '3' }), [
    'value_0_of choice-missing',
    'value_0_counts choice-missing',
  ])
  assert.deepEqual(codes({ rule_status: 'stated', rule_source: 'none' }), ['value_0_kind entries-missing'])
  assert.deepEqual(codes({ rule_status: 'contradictory', rule_source: 'none' }), ['rule_readings_0_text readings-two'])
  assert.deepEqual(
    codes({
      rule_status: 'chosen',
      rule_source: 'none',
      value_0_kind: 'chair-present',
      value_0_of: 'none',
      value_0_counts: 'none',
    }),
    ['rule_chosenBy chosen-by-whom', 'rule_note chosen-why'],
  )
})
