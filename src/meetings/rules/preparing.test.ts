import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarFile } from './calendar-entry.ts'
import { reminderStage } from './deadlines.ts'
import { forbiddenPhrases } from './exempt-phrases.ts'
import { checkItem, type ItemInput } from './item.ts'
import { latenessOf, missingConsents } from './late-papers.ts'
import { questionDate, standingOf } from './meeting.ts'
import { readPackFileName } from './pack-name.ts'
import { rangeInWords } from './pages.ts'
import { clearProblems } from './paper.ts'
import { sightOf } from './publication.ts'
import { budgetFacts, recommendationsOf, saysCost } from './report.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const plain: ItemInput = {
  title: 'Short breaks',
  publicTitle: undefined,
  number: undefined,
  parent: undefined,
  purpose: 'decision',
  presenter: undefined,
  summary: undefined,
  reportStatus: 'none',
  category: 'public',
  paragraphs: [],
  publicInterest: undefined,
  exemptDecidedBy: undefined,
  urgent: false,
  urgentReason: undefined,
  tabledConsent: undefined,
  functionKey: undefined,
  commitsMoney: false,
}
const codes = (input: ItemInput, may: 'decide' | 'recommend' | 'discuss' = 'decide'): readonly string[] => {
  const checked = checkItem(input, [{ key: 'funds', may, reservedTo: [] }])
  return checked.ok ? [] : checked.problems.map(({ code }) => code)
}

test('M3: an exempt item needs paragraphs, a public title that tells nothing, the public interest and who decided', () => {
  assert.deepEqual(codes({ ...plain, category: 'exempt' }), [
    'public-title-missing',
    'paragraphs-missing',
    'public-interest-missing',
    'exempt-decided-by-missing',
  ])
  assert.deepEqual(codes({ ...plain, category: 'confidential', publicTitle: ' short  BREAKS' }), ['public-title-tells'])
})

test('G14: what the body may only recommend or discuss is not brought for decision', () => {
  assert.deepEqual(codes({ ...plain, functionKey: 'funds' }, 'recommend'), ['may-only-recommend'])
  assert.deepEqual(codes({ ...plain, functionKey: 'funds', purpose: 'discussion' }, 'discuss'), [])
  assert.deepEqual(codes({ ...plain, functionKey: 'other' }), ['function-unknown'])
})

const written = { hasContent: true, unconfirmed: 0 }
const budget = {
  ...{
    budgetSum: '£38,400',
    budgetName: 'Early help 2026/27',
    budgetKind: 'pooled',
    budgetSource: 'A grant',
    budgetPayer: 'The council, all of it',
  },
  budgetSavings: 'None',
} as const
test('C16: a report that commits money is not cleared without its budget: the sum, which budget, pooled or not, source, payer, savings', () => {
  assert.deepEqual(clearProblems(budget, written, true, []), [])
  assert.deepEqual(clearProblems({}, written, false, []), [])
  for (const name of budgetFacts)
    for (const said of ['', '-', name === 'budgetSavings' ? '0' : 'n/a', name === 'budgetSum' ? '£0' : '...'])
      assert.deepEqual(
        clearProblems({ ...budget, [name]: said }, written, true, []),
        [{ code: 'budget-missing', missing: [name] }],
        `${name}: ${said}`,
      )
  // Reports that came out before in words still say what they cost.
  assert.deepEqual([{ financial: 'Within the pooled budget' }, { financial: 'tbc' }, budget].map(saysCost), [true, false, true])
})

test('S2: a paper whose author has not answered every key question is not cleared', () => {
  assert.deepEqual(clearProblems({}, { ...written, unanswered: 2 }, false, []), [{ code: 'key-questions-unanswered', count: 2 }])
  assert.deepEqual(clearProblems({}, { ...written, unanswered: 0 }, false, []), [])
})

test('M4: advice that overrides stops a paper while it is returned; advice that informs does not', () => {
  const word = { discipline: 'legal', verdict: 'returned' } as const
  assert.deepEqual(clearProblems({}, written, false, [{ ...word, overrides: false }]), [])
  assert.deepEqual(clearProblems({}, written, false, [{ ...word, overrides: true }]), [{ code: 'check-returned', discipline: 'legal' }])
  assert.deepEqual(
    clearProblems({}, written, false, [
      { ...word, overrides: true },
      { ...word, overrides: true, verdict: 'cleared' },
    ]),
    [],
  )
  // Advice that overrides, or a question nobody answers, is taken back by whoever gave or asked it.
  for (const verdict of ['asked', 'returned'] as const)
    assert.deepEqual(
      clearProblems({}, written, false, [
        { ...word, overrides: true, verdict },
        { ...word, overrides: true, verdict: 'withdrawn' },
      ]),
      [],
    )
})

test('M4: recommendations are one a line, and letters typed before them are dropped', () => {
  assert.deepEqual(recommendationsOf({ recommendations: 'a) Agree the plan\n\n(b) Note the risk\n- Ask for a report' }), [
    'Agree the plan',
    'Note the risk',
    'Ask for a report',
  ])
})

test('M5: late papers need the consents that the terms name, all or any', () => {
  const names = ['Assistant director', 'Chair']
  assert.deepEqual(missingConsents({ consentOf: names, need: 'all' }, ['Chair']), ['Assistant director'])
  assert.deepEqual(missingConsents({ consentOf: names, need: 'any' }, ['Chair']), [])
  assert.deepEqual(missingConsents(undefined, []), [])
  assert.equal(latenessOf(undefined, day('2014-05-07'), day('2014-05-08')), 'late')
  assert.equal(latenessOf(day('2014-05-07'), day('2014-05-07'), day('2014-05-08')), 'in-time')
  assert.equal(latenessOf(day('2014-05-07'), undefined, day('2014-05-08')), 'not-judged')
})

test('M5: reminders come a week before, the day before, and once overdue', () => {
  const stages = ['2014-05-01', '2014-05-06', '2014-05-07', '2014-05-08', '2014-04-20'].map((today) =>
    reminderStage(day('2014-05-07'), day(today)),
  )
  assert.deepEqual(stages, ['week-before', 'day-before', 'day-before', 'overdue', undefined])
})

test('M2: a meeting that is over is never called expected, and a day before its notice is questioned', () => {
  assert.equal(standingOf('called', day('2014-02-24'), day('2014-02-25')), 'not-recorded')
  assert.equal(standingOf('called', day('2014-02-24'), day('2014-02-24')), 'today')
  assert.deepEqual(questionDate(day('2014-02-24'), day('2014-02-25'), undefined), { code: 'in-the-past' })
  assert.equal(questionDate(day('2014-02-24'), day('2014-02-13'), day('2014-02-13')), undefined)
  assert.equal(questionDate(day('2014-02-24'), day('2014-02-14'), day('2014-02-13'))?.code, 'before-its-notice')
})

test('M3: matter of Part 2 never goes further than the members', () => {
  assert.equal(sightOf('exempt', 'public'), 'members')
  assert.equal(sightOf('confidential', 'public'), 'members')
  assert.equal(sightOf('public', 'public'), 'public')
  assert.equal(sightOf('public', 'draft'), 'draft')
})

test('M6: page ranges are worded as the agenda prints them, and file names tell nothing of the content', () => {
  assert.equal(rangeInWords({ first: '13', last: '18' }), 'Pages 13 - 18')
  assert.equal(rangeInWords({ first: 'E2', last: 'E2' }), 'Page E2')
  assert.equal(rangeInWords({ first: '', last: '' }), '')
  assert.deepEqual(readPackFileName('supplement-2-full.pdf'), { kind: 'supplement', number: 2, edition: 'full' })
  for (const name of ['secret.pdf', 'supplement-0-full.pdf', 'minutes-1-public.pdf', '../full.pdf'])
    assert.equal(readPackFileName(name), undefined)
})

test('M6: what is sought in a public pack are the sentences of Part 2 that are not public on purpose', () => {
  const phrases = forbiddenPhrases(
    ['Settlement with the Kestrelhold company', 'Yes.', 'The price is secret. It is high.'],
    ['A settlement'],
  )
  assert.deepEqual(
    phrases,
    ['Settlement with the Kestrelhold company', 'The price is secret.', 'It is high.'].filter(({ length }) => length >= 12),
  )
})

test('M7: a calendar entry names London’s zone, counts its sequence and stamps in UTC wherever the server stands', () => {
  const meeting = {
    id: 'm1',
    title: 'Board',
    heldOn: day('2014-07-24'),
    startsAt: Temporal.PlainTime.from('14:00'),
    endsAt: undefined,
    place: 'Hall',
    address: 'https://place.example/meetings/m1',
    sequence: 2,
    cancelled: true,
    notes: '',
  }
  const file = calendarFile([meeting], 'cancel', Temporal.Instant.from('2014-07-01T09:30:00Z'), 'place.example')
  for (const line of ['METHOD:CANCEL', 'UID:meeting-m1@place.example', 'SEQUENCE:2', 'DTSTAMP:20140701T093000Z', 'STATUS:CANCELLED'])
    assert.ok(file.split('\r\n').includes(line), line)
  assert.match(file, /DTSTART;TZID=Europe\/London:20140724T140000/)
  assert.match(file, /BEGIN:VTIMEZONE/)
})
