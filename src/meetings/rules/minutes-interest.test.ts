import assert from 'node:assert/strict'
import test from 'node:test'
import { textsOf } from './exempt-phrases.ts'
import { interestEntry, type MinutedInterest, type MinutedRuling } from './minutes-entries.ts'

const open = { item: 'i1', category: 'public' as const }
const declared: MinutedInterest = {
  ...{ id: 'x', name: 'Ana Field', kind: 'pecuniary', nature: 'owns shares', sensitive: false },
  ...{ consequence: 'leave', decidedFrom: 'terms', rulings: [], leave: '' },
}
const ruled = (time: string, consequence: MinutedRuling['consequence'], words: string): MinutedRuling => ({
  ...{ time: Temporal.PlainTime.from(time), by: 'Ben Marsh', consequence, words },
})

test('G13: an interest says what followed; the details of a sensitive one are not said', () => {
  const told = (more: Partial<MinutedInterest>): string =>
    textsOf({ version: 1, blocks: interestEntry({ ...declared, ...more }, 'item 6', open).blocks }).join(' ')
  assert.match(
    told({}),
    /Ana Field declared a pecuniary interest \(owns shares\)\. Ana Field left the meeting for item 6, under the terms\./,
  )
  assert.match(
    told({ consequence: 'stay_silent', decidedFrom: 'chair', rulings: [ruled('14:15', 'stay_silent', 'may listen')] }),
    /remained for item 6 and was silent, as the chair ruled\. Ben Marsh ruled: may listen/,
  )
  const twice = [ruled('14:15', 'leave', 'It is her own contract'), ruled('14:40', 'stay', 'It is another firm.')]
  assert.match(
    told({ consequence: 'stay', decidedFrom: 'chair', rulings: twice }),
    /As Ben Marsh ruled at 2\.15pm, Ana Field left the meeting for item 6: It is her own contract\. As Ben Marsh ruled anew at 2\.40pm, Ana Field remained for item 6 and took part: It is another firm\.$/,
  )
  assert.deepEqual(interestEntry({ ...declared, consequence: 'stay', rulings: twice }, 'item 6', open).says, [
    'Ana Field',
    'left the meeting for item 6',
    'remained for item 6 and took part',
  ])
  const leave = 'Dispensation until 31 March 2027, granted by the monitoring officer'
  assert.match(
    told({ consequence: 'stay', decidedFrom: 'dispensation', leave }),
    /took part, under a dispensation \(Dispensation until 31 March 2027/,
  )
  assert.doesNotMatch(told({ sensitive: true }), /shares|pecuniary/)
  assert.match(told({ consequence: null, decidedFrom: null }), /No ruling is recorded/)
})
