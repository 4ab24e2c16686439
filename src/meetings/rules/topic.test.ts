import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { differenceOf, isOffered, offeredTopics, topicSlug } from './topic.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('O2: the address of a topic is made of its name, in letters, figures and hyphens, whatever the name holds', () => {
  assert.equal(topicSlug('Children’s Mental Health & wellbeing'), 'childrens-mental-health-wellbeing')
  assert.equal(topicSlug('Éducation précoce (0–5)'), 'education-precoce-0-5')
  for (const nothing of ['', '!!!', 'New', '健康']) assert.equal(topicSlug(nothing), undefined, nothing)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const slug = topicSlug(name)
      if (slug !== undefined) assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/)
      assert.ok((slug?.length ?? 0) <= 60)
    }),
  )
})

test('O2: a topic is offered from its first day until it ends, and stays where it was chosen', () => {
  const topic = { startsOn: day('2026-01-01'), endsOn: day('2027-01-01') }
  assert.deepEqual(
    ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((on) => isOffered(topic, day(on))),
    [false, true, true, false],
  )
  const ended = { ...topic, id: 'a', slug: 'a', name: 'A', about: '', version: 1 }
  assert.deepEqual(offeredTopics([ended], [], day('2030-01-01')), [])
  assert.deepEqual(offeredTopics([ended], ['a'], day('2030-01-01')), [ended])
})

test('O2: what is chosen instead of what stood before is added, the rest taken away', () => {
  const some = fc.array(fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(some, some, (before, after) => {
      const { added, gone } = differenceOf(before, after)
      const now = new Set([...before.filter((one) => !gone.includes(one)), ...added])
      assert.deepEqual([...now].sort(), [...new Set(after)].sort())
    }),
  )
})
