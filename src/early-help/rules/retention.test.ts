import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decidedEntries, type HeldRow, readingEntries } from './access-request.ts'
import { type RetentionFacts, type RetentionRule, retentionAnchors, retentionDue, retentionState } from './retention.ts'
import { mayStandFor } from './withheld.ts'

const first = Temporal.PlainDate.from('2000-01-01')
const day = fc.integer({ min: 0, max: 9000 }).map((days) => first.add({ days }))
const rule: fc.Arbitrary<RetentionRule> = fc.record({
  id: fc.uuid(),
  recordClass: fc.constantFrom('episode', 'request'),
  anchor: fc.constantFrom(...retentionAnchors),
  months: fc.integer({ min: 1, max: 500 }),
  startsOn: day,
})
const rules = fc.uniqueArray(rule, { selector: (one) => `${one.recordClass} ${one.anchor} ${one.startsOn}` })
const facts: fc.Arbitrary<RetentionFacts> = fc.record({
  recordClass: fc.constantFrom('episode', 'request'),
  closedOn: day,
  youngestBorn: fc.option(day, { nil: undefined }),
  lastContact: day,
})

test('E12: the longest rule of those in force wins; another anchor never brings the end nearer', () => {
  fc.assert(
    fc.property(facts, rules, day, rule, (of, all, today, more) => {
      const due = retentionDue(of, all, today)
      // One by one, slowly: the latest of each anchor, and of those the latest day.
      const days = retentionAnchors.flatMap((anchor) => {
        const [last] = all
          .filter((one) => one.recordClass === of.recordClass && one.anchor === anchor && one.startsOn.until(today).days >= 0)
          .sort((a, b) => Temporal.PlainDate.compare(b.startsOn, a.startsOn))
        const from = anchor === 'closure' ? of.closedOn : anchor === 'last-contact' ? of.lastContact : (of.youngestBorn ?? of.closedOn)
        return last ? [from.add({ months: last.months }).toString()] : []
      })
      assert.equal(due?.dueOn.toString(), days.sort().at(-1))
      if (all.some((one) => one.recordClass === more.recordClass && one.anchor === more.anchor)) return
      const later = retentionDue(of, [...all, more], today)
      assert.ok(!due || (later && Temporal.PlainDate.compare(later.dueOn, due.dueOn) >= 0))
    }),
  )
})

test('E12: a hold beats every rule and every review, and keeping ends with its day', () => {
  const today = Temporal.PlainDate.from('2026-03-10')
  const record = { isHeld: false, dueOn: today, verdict: null, keepUntil: null, approvedBy: null }
  assert.equal(retentionState(record, today), 'due')
  assert.equal(retentionState({ ...record, isHeld: true, verdict: 'destroy', approvedBy: 'x' }, today), 'held')
  assert.equal(retentionState({ ...record, dueOn: today.add({ days: 1 }) }, today), 'coming')
  assert.equal(retentionState({ ...record, verdict: 'keep', keepUntil: today.add({ days: 1 }) }, today), 'kept')
  assert.equal(retentionState({ ...record, verdict: 'keep', keepUntil: today }, today), 'due')
  assert.equal(retentionState({ ...record, verdict: 'destroy' }, today), 'to-approve')
})

test('E12: what is held is read in its order, with third parties marked; a decision on words that changed since counts no more', () => {
  const row = (source: string, record: string, content: HeldRow['content'], isHidden = false): HeldRow => ({
    ...{ source, record, episode: null, content, isHidden, digest: `${record}-1` },
  })
  const relatives = [
    { id: 'wren', name: 'Wren Amber' },
    { id: 'tove', name: 'Tove Amber' },
  ]
  const entries = readingEntries(
    [
      row('brand_new', 'z', { words: 'Amber all over' }),
      row('meeting_note', 'n', { words: 'Tove was there, too', entered_by: 'quist' }),
      row('person', 'tove', { id: 'tove', name: 'Tove Amber' }),
      row('person', 'wren', { id: 'wren', name: 'Wren Amber' }),
      row('team_member', 'm', { role: 'Uncle' }, true),
    ],
    { subject: 'wren', relatives, names: new Map([['quist', 'A nurse']]) },
  )
  assert.deepEqual(
    entries.map(({ source, record, marks }) => [source, record, ...marks]),
    [
      ['person', 'tove', 'about-other', 'names-other'],
      ['person', 'wren'],
      ['team_member', 'm', 'shielded'],
      ['meeting_note', 'n', 'names-other'],
      ['brand_new', 'z'],
    ],
  )
  const given = { source: 'person', record: 'wren', verdict: 'give' as const, given: '', exemption: null, because: '' }
  const stands = (digest: string) => decidedEntries(entries, [{ ...given, digest }]).filter(({ decision }) => decision).length
  assert.deepEqual([stands('wren-1'), stands('wren-0')], [1, 0])
})

test('E12: what is withheld from somebody stands on what is made for another, and on nothing that is made for them or for nobody in particular', () => {
  assert.equal(mayStandFor(null, undefined), true)
  assert.equal(mayStandFor('karl', undefined), false)
  assert.equal(mayStandFor('karl', ['karl again', 'karl']), false)
  assert.equal(mayStandFor('karl', ['mina']), true)
})

test('E12: codes are read as words, of a fact by its own list and of a question by the form that asked it', () => {
  const row = (source: string, content: Readonly<Record<string, unknown>>): HeldRow => ({
    ...{ source, record: source, episode: null, isHidden: false, digest: '', content },
  })
  const rows = [
    row('own_words', { words: 'I like it', captured: 'by-them' }),
    row('person_fact', { kind: 'religion', code: 'other', standing: 'answered' }),
    row('answer', { form_version: 'v', field: 'f', codes: ['told', 'gone'] }),
    row('former_version', { content: { captured: 'with-help' } }),
    row('access_grant', { classes: ['voice', 'plan'], relation: 'member' }),
    row('agreement', { given_on: '2026-03-02', agreement: '01a209fc-15af-7001-a219-445fa12597e0', told_at: '2026-03-02T10:00:00+00:00' }),
  ]
  const codes = {
    captured: { 'by-them': 'By themselves', 'with-help': 'With help' },
    ...{ relation: { member: 'In the team' }, classes: { voice: 'What was said', plan: 'The plan' } },
  }
  const about = {
    codes,
    subject: 's',
    relatives: [],
    names: new Map([['religion other', 'Another religion']]),
    options: new Map([['v f told', 'They told us']]),
  }
  const said = readingEntries(rows, about).flatMap(({ facts }) => facts.map(({ value }) => value))
  for (const words of ['By themselves', 'Another religion', 'They told us; gone', 'In the team']) assert.ok(said.includes(words), words)
  assert.ok(said.some((words) => words.endsWith(': With help')))
  assert.ok(said.includes('What was said; The plan'))
  for (const words of ['2 March 2026', '2 March 2026 at 10am']) assert.ok(said.includes(words), words)
  assert.ok(!said.some((words) => words.startsWith('01a209fc')), 'no id that names nobody')
})
