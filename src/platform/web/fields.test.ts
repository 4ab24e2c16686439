import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { day, optionalDay, time } from './day-fields.ts'
import { choice, choices, longText, optionalText, optionalUuid, parseForm, text, ticked, uuid, version, wholeNumber } from './fields.ts'
import type { FormBody } from './form-body.ts'

const parse = <T>(field: z.ZodType<T>, body: FormBody) => parseForm(z.object({ f: field }), body)
const codeOf = (field: z.ZodType, body: FormBody) => {
  const result = parse(field, body)
  return result.ok ? undefined : result.problems[0].code
}

test('text takes any Unicode to the stated length but control characters and halves of characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
      const result = parse(text(2000), { f: typed })
      const typedWords = typed.trim()
      const shown = /[^\s\p{DI}\u2800]/u.test(typedWords) ? typedWords : ''
      if (/\p{Cc}/u.test(typedWords)) assert.equal(codeOf(text(2000), { f: typed }), 'control-characters')
      else if (shown === '') assert.equal(codeOf(text(2000), { f: typed }), 'required')
      else assert.deepEqual(result, { ok: true, value: { f: shown } })
    }),
  )
  assert.equal(codeOf(text(10), { f: 'a\u0007b' }), 'control-characters')
  for (const unseen of ['\u200B', ' \u200D\u2060 ', '\u3164', '\u2800', '\uFE0F'])
    assert.equal(codeOf(text(10), { f: unseen }), 'required', 'a name that nobody sees is none')
  assert.equal(codeOf(text(10), { f: 'a\ud800b' }), 'broken-characters')
  assert.equal(codeOf(text(3), { f: 'Ŵŷ🙂' }), undefined)
  assert.equal(codeOf(text(2), { f: 'Ŵŷ🙂' }), 'too-long')
})

test('an empty optional text is nothing, and lines keep their breaks', () => {
  assert.deepEqual(parse(optionalText(10), { f: '  ' }), { ok: true, value: { f: undefined } })
  assert.deepEqual(parse(longText(20), { f: 'one\r\n  two\n\n' }), { ok: true, value: { f: 'one\n  two' } })
})

test('a day is three fields, and an impossible one is refused by the part that is wrong', () => {
  const typed = (d: string, m: string, y: string) => ({ 'f-day': d, 'f-month': m, 'f-year': y })
  assert.deepEqual(parse(day(), typed('24', 'Feb', '2014')), { ok: true, value: { f: Temporal.PlainDate.from('2014-02-24') } })
  assert.equal(codeOf(day(), typed('29', '2', '2014')), 'day-impossible')
  assert.equal(codeOf(day(), typed('29', '2', '2016')), undefined)
  assert.equal(codeOf(day(), typed('31', '4', '2014')), 'day-impossible')
  assert.equal(codeOf(day(), typed('1', '13', '2014')), 'month-impossible')
  assert.equal(codeOf(day(), typed('1', '3', '14')), 'year-four-digits')
  assert.equal(codeOf(day(), typed('1', '', '2014')), 'day-part-missing')
  assert.equal(codeOf(day(), typed('', '', '')), 'required')
  const nothing = parse(optionalDay(), {})
  assert.ok(nothing.ok && nothing.value.f === undefined)
})

test('every day of the calendar that is typed comes back as that day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_567, max: 84_000 }), (offset) => {
      const expected = Temporal.PlainDate.from('1970-01-01').add({ days: offset })
      const result = parse(day(), { 'f-day': String(expected.day), 'f-month': String(expected.month), 'f-year': String(expected.year) })
      assert.ok(result.ok && (result.value.f as Temporal.PlainDate).equals(expected))
    }),
  )
})

test('a time is understood as people write it', () => {
  const read = (typed: string) => {
    const result = parse(time(), { f: typed })
    return result.ok ? String(result.value.f).slice(0, 5) : result.problems[0].code
  }
  const expected = {
    '2pm': '14:00',
    '2.30 pm': '14:30',
    '14:30': '14:30',
    '12am': '00:00',
    '12pm': '12:00',
    midday: '12:00',
    '25:00': 'time-impossible',
    '2': 'time-impossible',
  }
  for (const [typed, meant] of Object.entries(expected)) assert.equal(read(typed), meant, typed)
})

test('a tampered choice, id or number is refused', () => {
  assert.equal(codeOf(choice(['a', 'b']), { f: 'toString' }), 'choice-unknown')
  assert.equal(codeOf(choice(['a', 'b']), {}), 'choice-missing')
  assert.equal(codeOf(choices(['a', 'b']), { f: ['a', 'c'] }), 'choice-unknown')
  assert.equal(codeOf(uuid(), { f: "' or 1=1" }), 'choice-unknown')
  assert.deepEqual(parse(optionalUuid(), { f: '' }), { ok: true, value: { f: undefined } })
  assert.equal(codeOf(version(), { f: '0' }), 'number-out-of-range')
  assert.equal(codeOf(wholeNumber(0, 10), { f: '1e3' }), 'number-expected')
  assert.deepEqual(parse(ticked(), {}), { ok: true, value: { f: false } })
})

test('a field named like a part of every object does no harm', () => {
  assert.equal(codeOf(text(5), { constructor: 'x', __proto__: 'y' } as unknown as FormBody), 'required')
})
