import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workingDaysOf } from '../rules/bank-holidays.ts'
import { afterVerdict } from '../rules/deadline-after.ts'
import { lastDayForNotice, noticeVerdict } from '../rules/notice.ts'
import { sampleTermsNamed } from '../sample/terms.ts'
import { afterSentence, noticeSentence, termsProblemSentence, voteRefusalSentence } from './rules.ts'

const day = Temporal.PlainDate.from
const england = workingDaysOf('england-and-wales')

test('G10: the pack of February 2014 in a sentence', () => {
  const rule = { mode: 'working', days: 7, cutOff: null } as const
  const say = (meeting: string, sent: string) => {
    const answer = lastDayForNotice(rule, day(meeting), england)
    return noticeSentence(noticeVerdict(rule, answer, { day: day(sent) }, day(sent), england))
  }
  assert.equal(say('2014-02-24', '2014-02-14'), 'Sent 1 working day late: the last day allowed was Thursday 13 February 2014.')
  assert.equal(say('2014-02-24', '2014-02-13'), 'Met: the last day allowed was Thursday 13 February 2014.')
  assert.equal(say('2030-02-24', '2030-02-01'), 'Not known: the bank holidays of England and Wales are held from 2013 to 2028 only.')
})

test('G10: a soft duty that was missed says that it is no breach', () => {
  const rule = sampleTermsNamed('strategic_partnership')?.minutesPublished.value
  assert.ok(rule)
  const events = { meeting: day('2013-12-11'), approval: day('2014-02-24') }
  assert.equal(
    afterSentence(afterVerdict(rule, events, day('2014-03-10'), day('2014-03-10'), england)),
    'Past Thursday 6 March 2014. The terms ask for it where practicable, so this is reported and is no breach.',
  )
})

test('G9: a refused vote says where the matter may go', () => {
  assert.equal(
    voteRefusalSentence({ code: 'policy-not-voted-on', to: ['The board'] }),
    'The terms permit no vote on policy. You may recommend it to: The board.',
  )
})

test('G4: a problem of a document says where', () => {
  assert.equal(termsProblemSentence({ code: 'key-twice', path: 'seats', detail: 'police' }), 'A key is used twice. At: seats. (police)')
})
