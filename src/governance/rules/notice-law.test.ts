import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { workingDaysOf } from './bank-holidays.ts'
import { lastDayForNotice, type NoticeBefore } from './notice.ts'
import { bindingNotice, type NoticeLaw } from './notice-law.ts'

const calendar = workingDaysOf('england-and-wales')
const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const rule = (mode: NoticeBefore['mode'], days: number): NoticeBefore => ({ mode, days, cutOff: null })
const law: NoticeLaw = { rule: rule('clear-working', 5), source: 'Local Government Act 1972, section 100B' }

test('G4, G10: the law stands above terms that ask for less, and terms may ask for more', () => {
  const held = day('2027-04-01')
  const short = bindingNotice(rule('working', 4), law, held, calendar)
  assert.equal(short?.by, 'law')
  assert.equal(short.answer.state === 'known' && short.answer.lastDay.toString(), '2027-03-22')
  assert.equal(bindingNotice(rule('working', 7), law, held, calendar)?.by, 'terms')
  // Five working days are one day later than five clear ones: the law wins by that day.
  assert.equal(bindingNotice(rule('working', 5), law, held, calendar)?.by, 'law')
  assert.equal(bindingNotice(rule('clear-working', 5), law, held, calendar)?.by, 'terms')
})

test('G10: terms that say nothing leave the law alone, a partnership has no law on notice, and both silent are silent', () => {
  const held = day('2026-09-14')
  assert.equal(bindingNotice(undefined, law, held, calendar)?.by, 'law')
  assert.equal(bindingNotice(rule('calendar', 7), undefined, held, calendar)?.by, 'terms')
  assert.equal(bindingNotice(undefined, undefined, held, calendar), undefined)
})

test('G10: whatever terms say, the binding day is never later than the law’s nor than their own', () => {
  const modes = fc.constantFrom<NoticeBefore['mode']>('calendar', 'clear-calendar', 'working', 'clear-working')
  fc.assert(
    fc.property(modes, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 700 }), (mode, days, offset) => {
      const held = day('2026-01-05').add({ days: offset })
      const found = bindingNotice(rule(mode, days), law, held, calendar)?.answer
      const lawful = lastDayForNotice(law.rule, held, calendar)
      const own = lastDayForNotice(rule(mode, days), held, calendar)
      if (found?.state !== 'known' || lawful.state !== 'known' || own.state !== 'known') return
      assert.ok(Temporal.PlainDate.compare(found.lastDay, lawful.lastDay) <= 0)
      assert.ok(Temporal.PlainDate.compare(found.lastDay, own.lastDay) <= 0)
    }),
  )
})
