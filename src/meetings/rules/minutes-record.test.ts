import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { paperProblems } from '#platform/paper/paper.ts'
import { parseMarkdown } from '#platform/paper/parse-markdown.ts'
import { printMarkdown } from '#platform/paper/print-markdown.ts'
import type { Category } from './agenda.ts'
import { textsOf } from './exempt-phrases.ts'
import {
  actionEntry,
  approvalEntry,
  bare,
  byTold,
  decisionEntry,
  interestEntry,
  type MinutedInterest,
  type MinutedMotion,
  motionEntry,
  noteEntry,
  type RecordEntry,
  submissionEntry,
  viewEntry,
} from './minutes-entries.ts'
import {
  bringIn,
  disagreements,
  draftSections,
  inOrderTaken,
  type MinutedItem,
  type MinutesRecord,
  type SectionText,
} from './minutes-record.ts'

const none = { number: '', referredTo: '', proposer: '', seconder: '', votes: '', minorityView: '', interests: '' }
const decision = (id: string, text: string, of: { item: string | null; category: Category }): RecordEntry =>
  decisionEntry({ id, type: 'resolve', text, ...none }, of)
const open = { item: 'plan', category: 'public' as const }
const item: MinutedItem = { id: 'plan', parent: null, number: '6', title: 'Plan', presenter: '', category: 'public', takenAt: null }
const nobody = { present: [], inAttendance: [], apologies: [], withoutApology: [], quorum: '' }
const record = (entries: readonly RecordEntry[], items: readonly MinutedItem[] = [item]): MinutesRecord => ({
  meeting: 'm',
  attendance: nobody,
  items,
  entries,
})
const noNumbers = new Map<string, string>()
const codes = (found: ReturnType<typeof disagreements>): readonly string[] => found.map(({ code, source }) => `${code} ${source.id}`)
const words = (section: SectionText): string => bare(textsOf(section.tree).join('\n'))

/** A text as somebody might type it, of a word of its own so that each can be found again. */
const sentence = (kind: string) =>
  fc.integer({ min: 1, max: 99_999 }).map((n) => `That ${kind} ${n} be settled, in *full* [now].\nAnd more of it.`)

const items = fc
  .array(fc.record({ exempt: fc.boolean(), minute: fc.option(fc.integer({ min: 0, max: 240 })), under: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) =>
    list.map(
      ({ exempt, minute, under }, index): MinutedItem => ({
        id: `i${index}`,
        parent: under && index > 0 ? 'i0' : null,
        number: String(index + 1),
        title: `Item ${index}`,
        presenter: '',
        category: exempt ? 'exempt' : 'public',
        takenAt: minute === null ? null : Temporal.Instant.from('2026-03-02T14:00:00Z').add({ minutes: minute }),
      }),
    ),
  )
const kinds = fc.constantFrom('decision', 'action', 'interest', 'motion', 'decided', 'view', 'note', 'submission', 'approval')
const facts = fc.array(fc.record({ kind: kinds, under: fc.option(fc.nat(5)), text: sentence('matter') }), { maxLength: 12 })

const interestOf = (id: string, name: string): MinutedInterest => ({
  id,
  name,
  kind: 'pecuniary',
  nature: 'owns shares',
  sensitive: false,
  consequence: 'leave',
  decidedFrom: 'terms',
  rulings: [],
  leave: '',
})
const motionOf = (id: string, number: number, text: string, decided: boolean): MinutedMotion => ({
  id,
  number,
  amends: null,
  text,
  state: decided ? 'carried' : 'lost',
  proposer: 'Ana Field',
  seconder: '',
  votes: 'For 1, against 2, abstained 0',
  castingVote: null,
  minorityView: '',
  decided,
  voters: [{ name: `Voter ${id}`, choice: 'for' }],
})

function entryOf(kind: string, id: string, index: number, text: string, of: { item: string | null; category: Category }): RecordEntry {
  switch (kind) {
    case 'action':
      return actionEntry({ id, text, leads: [], due: '' }, of)
    case 'interest':
      return interestEntry(interestOf(id, `Person ${id}`), 'item 6', of)
    case 'motion':
    case 'decided':
      return motionEntry(motionOf(id, index + 1, text, kind === 'decided'), of)
    case 'view':
      return viewEntry({ id, name: `Absent ${id}`, sent: 'in_writing', text }, of)
    case 'note':
      return noteEntry({ id, text }, of)
    case 'submission':
      return submissionEntry(
        {
          id,
          what: 'Petition',
          from: 'name withheld',
          text,
          signed: '',
          answered: '',
          answer: 'Yes.',
          supplementary: '',
          supplementaryAnswer: '',
        },
        of,
      )
    case 'approval':
      return approvalEntry(
        { id, heldOn: Temporal.PlainDate.from('2026-01-05'), amendments: text, amendmentsBy: 'Ana Field', refused: '', signedBy: '' },
        of,
      )
    default:
      return decision(id, text, of)
  }
}

const records = fc.tuple(items, facts).map(([list, found]) => {
  const entries = found.map(({ kind, under, text }, index) => {
    const home = under === null ? undefined : list[under % list.length]
    return entryOf(kind, `e${index}`, index, `${text} (${index})`, { item: home?.id ?? null, category: home?.category ?? 'public' })
  })
  return record(entries, list)
})

test('M9, M12: minutes drafted from any record tell each decision, vote, interest and action exactly once, and agree with the record', () => {
  fc.assert(
    fc.property(records, (made) => {
      const sections = draftSections(made, noNumbers)
      for (const { kind, id, says } of made.entries) {
        const pointing = sections.filter(({ sources }) => sources.some((one) => one.kind === kind && one.id === id))
        assert.equal(pointing.length, 1, `${kind} ${id}`)
        const telling = says.length === 0 ? pointing : sections.filter((section) => says.every((one) => words(section).includes(bare(one))))
        assert.ok(telling.includes(pointing[0] as SectionText), `${kind} ${id}`)
      }
      assert.deepEqual(disagreements(made, sections), [])
      for (const { tree } of sections) assert.deepEqual(paperProblems(tree), [])
    }),
    { numRuns: 300 },
  )
})

test('M3, M12: what is exempt is told in exempt sections only, and what is public never in them', () => {
  fc.assert(
    fc.property(records, (made) => {
      const sections = draftSections(made, noNumbers)
      for (const entry of made.entries) {
        const home = sections.find(({ sources }) => sources.some(({ id }) => id === entry.id))
        assert.equal(home?.category, entry.category)
        if (entry.category !== 'public')
          for (const section of sections.filter(({ category }) => category === 'public'))
            for (const one of entry.says.filter((said) => said.includes('matter'))) assert.ok(!words(section).includes(bare(one)))
      }
    }),
  )
})

test('M12: a text that went through the editor unchanged still agrees with the record', () => {
  fc.assert(
    fc.property(records, (made) => {
      const edited = draftSections(made, noNumbers).map((section) => {
        const read = parseMarkdown(printMarkdown(section.tree))
        assert.ok(read.ok)
        return { ...section, tree: read.value.paper }
      })
      assert.deepEqual(codes(disagreements(made, edited)), [])
    }),
  )
})

test('M12: what is recorded after the draft is seen, and is brought in once', () => {
  fc.assert(
    fc.property(records, fc.nat(12), (made, count) => {
      const before = { ...made, entries: made.entries.slice(0, count) }
      const late = made.entries.slice(count).filter(({ says }) => says.length > 0)
      const draft = draftSections(before, noNumbers)
      const missing = disagreements(made, draft).filter(({ code }) => code === 'missing')
      assert.equal(missing.length, late.length)
      const { sections, added } = bringIn(made, draft)
      const whole = [...sections, ...added]
      assert.deepEqual(codes(disagreements(made, whole)), [])
      const again = bringIn(made, whole)
      assert.deepEqual(again, { sections: whole, added: [] })
    }),
  )
})

test('M9, M12: a decision that was changed, withdrawn, moved or edited away is named, never passed over', () => {
  const first = decision('d1', 'That the plan be noted.', open)
  const draft = draftSections(record([first]), noNumbers)
  const changed = decision('d1', 'That the plan be approved.', open)
  assert.deepEqual(codes(disagreements(record([changed]), draft)), ['changed d1'])
  assert.deepEqual(codes(disagreements(record([]), draft)), ['gone d1'])
  const typed = (text: string) => {
    const read = parseMarkdown(text)
    assert.ok(read.ok)
    return draft.map((section) => (section.item === 'plan' ? { ...section, tree: read.value.paper } : section))
  }
  assert.deepEqual(codes(disagreements(record([first]), typed('The plan was talked about.'))), ['words-differ d1'])
  assert.deepEqual(codes(disagreements(record([changed]), typed('RESOLVED: That the plan be **approved**.'))), [])
  assert.deepEqual(codes(disagreements(record([]), typed('The plan was talked about.'))), [])
  const other: MinutedItem = { ...item, id: 'budget', number: '7', title: 'Budget' }
  const two = draftSections(record([first], [item, other]), noNumbers)
  const moved = decision('d1', 'That the plan be noted.', { item: 'budget', category: 'public' })
  assert.deepEqual(codes(disagreements(record([moved], [item, other]), two)), ['misplaced d1'])
})

test('M9: minutes of before pointers were kept are compared by their words', () => {
  const section: SectionText = {
    item: 'plan',
    number: '29',
    heading: 'Plan',
    category: 'public',
    tree: { version: 1, blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Resolved: that the plan be noted.' }] }] },
    sources: [{ kind: 'decision', id: 'd1', says: [] }],
  }
  const first: SectionText = { ...section, item: null, number: '', heading: 'Attendance', sources: [] }
  assert.deepEqual(codes(disagreements(record([decision('d1', 'That the plan be noted.', open)]), [first, section])), [])
  assert.deepEqual(codes(disagreements(record([decision('d1', 'That it be rejected.', open)]), [first, section])), ['words-differ d1'])
})

test('M12: items keep their numbers, and the minutes show the order in which they were taken', () => {
  const at = (iso: string) => Temporal.Instant.from(iso)
  const list: MinutedItem[] = [
    { ...item, id: 'a', number: '1', takenAt: at('2026-03-02T14:00:00Z') },
    { ...item, id: 'b', number: '2', takenAt: at('2026-03-02T15:00:00Z') },
    { ...item, id: 'b1', number: '2a', parent: 'b', takenAt: null },
    { ...item, id: 'c', number: '3', takenAt: at('2026-03-02T14:30:00Z') },
  ]
  assert.deepEqual(
    inOrderTaken(list).map(({ id }) => id),
    ['a', 'c', 'b', 'b1'],
  )
  const sections = draftSections(record([], list), new Map([['b', '26']]))
  assert.deepEqual(
    sections.map(({ item: id }) => id),
    [null, 'a', 'c', 'b', 'b1'],
  )
  assert.equal(sections.find(({ item: id }) => id === 'b')?.number, '26')
  assert.match(printMarkdown(sections[0]?.tree ?? { version: 1, blocks: [] }), /The items were taken in this order: 1, 3, 2, 2a\./)
  const asPrinted = draftSections(
    record(
      [],
      list.map((one) => ({ ...one, takenAt: null })),
    ),
    noNumbers,
  )
  assert.doesNotMatch(printMarkdown(asPrinted[0]?.tree ?? { version: 1, blocks: [] }), /in this order/)
})

test('G9: a decision is told after the amendments that made its words, a motion that was lost before them', () => {
  const told = (decided: boolean): readonly number[] =>
    [
      motionOf('a', 1, 'That we go.', decided),
      { ...motionOf('b', 2, 'by bus', false), amends: 1 },
      motionOf('c', 3, 'That we stay.', false),
      { ...motionOf('d', 4, 'at once', false), amends: 1 },
    ]
      .toSorted(byTold)
      .map(({ number }) => number)
  assert.deepEqual(told(true), [2, 4, 1, 3])
  assert.deepEqual(told(false), [1, 2, 4, 3])
})
