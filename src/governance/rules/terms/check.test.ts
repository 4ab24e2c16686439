import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleTermsNamed } from '../../sample/terms.ts'
import type { QuorumRule } from '../quorum.ts'
import { checkTerms } from './check.ts'
import type { PracticeFact } from './finding.ts'
import type { Terms } from './terms.ts'

function named(key: string): Terms {
  const terms = sampleTermsNamed(key)
  assert.ok(terms, key)
  return terms
}

/** Code and rule of what the checker finds, gaps left out. */
function found(terms: Terms, facts: readonly PracticeFact[] = []): readonly string[] {
  return checkTerms(terms, facts)
    .filter(({ severity }) => severity !== 'gap')
    .map(({ code, rule }) => `${code} ${rule}`)
}

function withQuorum(terms: Terms, value: QuorumRule): Terms {
  return { ...terms, quorum: { status: 'stated', value, source: null } }
}

test('G6: the joint commissioning board’s two quorums are reported, and a person decides', () => {
  const findings = checkTerms(named('joint_commissioning_board'))
  const quorum = findings.find(({ rule }) => rule === 'quorum')
  assert.equal(quorum?.severity, 'contradiction')
  assert.match(quorum?.sentence ?? '', /\(1\) No quorum .* \(2\) At least two members/)
  assert.match(quorum?.whatToDo ?? '', /person must decide/)
})

test('G6: the partnership states no quorum, and that is a gap and not a zero', () => {
  const gap = checkTerms(named('strategic_partnership')).find(({ rule, severity }) => rule === 'quorum' && severity === 'gap')
  assert.equal(gap?.code, 'not-stated')
})

test('G11: 104 meetings a year are questioned, with the notice that no such meeting can keep', () => {
  const findings = found(named('proactive_care_board'))
  assert.ok(findings.includes('more-than-weekly frequency'))
  assert.ok(findings.includes('notice-longer-than-interval nominateItems'))
})

test('G11: monthly items on a board that meets four times a year are reported; on a monthly board they are not', () => {
  assert.ok(found(named('specialist_services_board')).includes('item-more-often-than-meetings standingItems'))
  assert.ok(!found(named('women_and_childrens_board')).includes('item-more-often-than-meetings standingItems'))
})

test('G11: names of another body left in are found where they stand', () => {
  const findings = found(named('women_and_childrens_board'))
  for (const rule of ['functions', 'deputies', 'intake', 'interests']) assert.ok(findings.includes(`another-body-named ${rule}`), rule)
  assert.ok(!found(named('specialist_services_board')).some((finding) => finding.startsWith('another-body-named')))
})

test('G11: the police are listed twice in the steering group', () => {
  assert.deepEqual(found(named('steering_group')), ['seat-listed-twice seats'])
})

test('G11: practice that departs from the terms is reported: chair by post in the text, independent in the minutes', () => {
  const facts: PracticeFact[] = [{ rule: 'chair', basis: 'independent', seenIn: 'the minutes of 11 December 2013' }]
  assert.ok(found(named('strategic_partnership'), facts).includes('practice-departs chair'))
  assert.ok(
    !found(named('strategic_partnership'), [{ rule: 'chair', basis: 'by_post', seenIn: 'the minutes' }]).includes('practice-departs chair'),
  )
})

test('G10: where the ten days start is reported as a reading', () => {
  assert.ok(found(named('strategic_partnership')).includes('clock-read minutesPublished'))
})

test('G6: a quorum larger than the seats, an empty group and more than everybody cannot be', () => {
  const terms = named('childrens_trust_board')
  const set = { kind: 'members' } as const
  const atLeast = (n: number): QuorumRule => ({ kind: 'at-least', n, counts: 'people', of: set })
  const quorum = (rule: QuorumRule) => found(withQuorum(terms, rule)).filter((finding) => finding.endsWith(' quorum'))
  assert.deepEqual(quorum(atLeast(24)), [])
  assert.deepEqual(quorum(atLeast(25)), ['quorum-larger-than-seats quorum'])
  assert.deepEqual(quorum({ kind: 'any', rules: [atLeast(25), atLeast(3)] }), [])
  assert.deepEqual(quorum({ kind: 'at-least', n: 1, counts: 'people', of: { kind: 'group', group: 'nobody' } }), [
    'quorum-group-empty quorum',
  ])
  const share = { kind: 'share', numerator: 3, denominator: 2, moreThan: false, counts: 'people', of: set, vacantSeats: 'counted' } as const
  assert.deepEqual(quorum(share), ['quorum-share-above-all quorum'])
  assert.deepEqual(quorum({ kind: 'agencies-besides-chair', n: 90 }), ['quorum-larger-than-seats quorum'])
})

test('G11: deadlines out of order and deputies forbidden on seats by post are questioned', () => {
  const terms = named('women_and_childrens_board')
  const late: Terms = { ...terms, nominateItems: { ...terms.nominateItems, value: { mode: 'calendar', days: 3, cutOff: null } } }
  assert.ok(found(late).includes('steps-out-of-order nominateItems'))
  const shut: Terms = {
    ...terms,
    seats: terms.seats.map((seat) => ({ ...seat, byPost: true })),
    deputies: { status: 'stated', value: { kind: 'forbidden', capacity: null }, source: null },
  }
  assert.ok(found(shut).includes('deputies-forbidden-all-by-post deputies'))
})

test('G11: findings come gravest first, each with what to do', () => {
  const order = ['impossible', 'contradiction', 'gap', 'question']
  const findings = checkTerms(named('proactive_care_board'))
  const ranks = findings.map(({ severity }) => order.indexOf(severity))
  assert.deepEqual(ranks, [...ranks].sort())
  assert.ok(findings.every(({ sentence, whatToDo }) => sentence.endsWith('.') && whatToDo.endsWith('.')))
})

test('G10: terms that ask for less notice than the law are questioned, with the weekdays on which they do; more, and none, are not', () => {
  const terms = named('women_and_childrens_board')
  const rule = { mode: 'clear-working' as const, days: 5, cutOff: null }
  const facts = [{ rule: 'agendaOut' as const, law: { rule, source: 'Local Government Act 1972, section 100B' } }]
  const says = (mode: 'working' | 'clear-calendar', days: number) => {
    const asked = { ...terms, agendaOut: { status: 'stated' as const, value: { mode, days, cutOff: null }, source: null } }
    return checkTerms(asked, facts).find(({ code }) => code === 'notice-below-law')
  }
  assert.equal(says('working', 7), undefined)
  assert.equal(says('working', 4)?.severity, 'contradiction')
  assert.match(says('working', 4)?.sentence ?? '', /the law asks for more: at least 5 clear working days .*section 100B/)
  assert.match(says('clear-calendar', 8)?.sentence ?? '', /more, for a meeting on a Monday/)
  const silent = { ...terms, agendaOut: { status: 'not-stated' as const, value: null, source: null } }
  assert.ok(!checkTerms(silent, facts).some(({ code }) => code === 'notice-below-law'))
})

test('G10: terms are read by the law of the day on which they came into force, and a law that has changed since is told', () => {
  const law = (days: number) => ({ rule: { mode: 'clear-working' as const, days, cutOff: null }, source: 'The Act' })
  const rule = (days: number): Terms => ({
    ...named('women_and_childrens_board'),
    agendaOut: { status: 'stated', value: { mode: 'clear-working', days, cutOff: null }, source: null },
  })
  const adoptedFor = Temporal.PlainDate.from('2013-04-01')
  const changed = { rule: 'agendaOut' as const, adoptedFor, before: law(3), now: law(5) }
  const found = (terms: Terms) =>
    checkTerms(terms, [{ rule: 'agendaOut', law: law(3) }, changed]).filter(
      ({ code }) => code === 'law-has-changed' || code === 'notice-below-law',
    )
  assert.deepEqual(
    found(rule(4)).map(({ severity, code }) => `${severity} ${code}`),
    ['contradiction law-has-changed'],
  )
  assert.match(
    found(rule(4))[0]?.sentence ?? '',
    /came into force on 1 April 2013: it asked for notice at least 3 clear working days .* asks for notice at least 5 .*, which is more than these terms do\./,
  )
  assert.deepEqual(
    found(rule(5)).map(({ severity }) => severity),
    ['question'],
  )
  assert.match(
    checkTerms(rule(5), [{ ...changed, before: undefined }]).find(({ code }) => code === 'law-has-changed')?.sentence ?? '',
    /it asked for nothing then/,
  )
})
