import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AgreementFacts, agreementState, daysSignedLate, missingInWriting, partiesOn } from './agreement.ts'
import { statusOn } from './commissioned-service.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const party = (changes: Partial<AgreementFacts['parties'][number]> = {}) => ({
  ...{ startsOn: day('2026-04-01'), endsOn: undefined, approvedOn: undefined, signedOn: undefined },
  ...changes,
})
const agreement = (changes: Partial<AgreementFacts> = {}): AgreementFacts => ({
  ...{ startsOn: day('2026-04-01'), endsOn: day('2027-04-01'), consultedOn: undefined, endedOn: undefined, parties: [party(), party()] },
  ...changes,
})

test('C4: an agreement is drafted, consulted on, approved and signed by each party before it is in force', () => {
  const before = day('2026-03-01')
  const approved = party({ approvedOn: before })
  const signed = party({ approvedOn: before, signedOn: before })
  assert.equal(agreementState(agreement(), before), 'draft')
  assert.equal(agreementState(agreement({ consultedOn: before }), before), 'consulted')
  assert.equal(agreementState(agreement({ consultedOn: before, parties: [approved, party()] }), before), 'consulted')
  assert.equal(agreementState(agreement({ parties: [approved, approved] }), before), 'approved')
  assert.equal(agreementState(agreement({ parties: [signed, signed] }), before), 'signed')
  assert.equal(agreementState(agreement({ parties: [signed, signed] }), day('2026-04-01')), 'in-force')
})

test('C4: a term is half-open: the day of its end is the first on which it has no effect', () => {
  const signed = party({ signedOn: day('2026-03-01') })
  const facts = agreement({ parties: [signed] })
  assert.equal(agreementState(facts, day('2027-03-31')), 'in-force')
  assert.equal(agreementState(facts, day('2027-04-01')), 'expired')
  assert.equal(agreementState({ ...facts, endedOn: day('2026-10-01') }, day('2026-09-30')), 'in-force')
  assert.equal(agreementState({ ...facts, endedOn: day('2026-10-01') }, day('2026-10-01')), 'terminated')
  assert.equal(agreementState({ ...facts, endsOn: undefined }, day('2050-01-01')), 'in-force')
})

test('C4: a term that runs without every signature is no agreement in force, and a late signature is told as such', () => {
  const late = party({ signedOn: day('2026-04-21') })
  const facts = agreement({ parties: [late] })
  assert.equal(agreementState(facts, day('2026-04-20')), 'unsigned')
  assert.equal(agreementState(facts, day('2026-04-21')), 'in-force')
  assert.equal(agreementState(agreement({ parties: [] }), day('2026-05-01')), 'unsigned')
  assert.equal(daysSignedLate(facts, late), 20)
  assert.equal(daysSignedLate(facts, party({ signedOn: day('2026-04-01') })), undefined)
  // Who joins later signs in time by its own first day.
  assert.equal(daysSignedLate(facts, party({ startsOn: day('2026-09-01'), signedOn: day('2026-08-30') })), undefined)
})

test('C4: parties are those of the day: one that was replaced binds nobody afterwards', () => {
  const former = party({ endsOn: day('2026-07-01'), signedOn: day('2026-03-01') })
  const successor = party({ startsOn: day('2026-07-01') })
  const facts = agreement({ parties: [former, successor] })
  assert.deepEqual(partiesOn(facts, day('2026-06-30')), [former])
  assert.deepEqual(partiesOn(facts, day('2026-07-01')), [successor])
  assert.deepEqual(partiesOn(facts, day('2026-01-01')), [former])
  assert.equal(agreementState(facts, day('2026-06-30')), 'in-force')
  assert.equal(agreementState(facts, day('2026-07-01')), 'unsigned')
})

test('C4: what the regulation demands in writing is missing until it is written; good practice is not demanded', () => {
  const fields = [
    { key: 'aims', name: 'Aims', asks: 'What?', source: 'SI 2000/617, regulation 7(3)(a)' },
    { key: 'contributions', name: 'Contributions', asks: 'How much?', source: 'SI 2000/617, regulation 7(3)(b)' },
    { key: 'logo', name: 'Logo', asks: 'Which?', source: '' },
  ]
  const keys = (written: Record<string, string>) => missingInWriting(fields, new Map(Object.entries(written))).map(({ key }) => key)
  assert.deepEqual(keys({}), ['aims', 'contributions'])
  assert.deepEqual(keys({ aims: 'Less waiting', contributions: '  ' }), ['contributions'])
  assert.deepEqual(keys({ aims: 'Less waiting', contributions: 'Half each' }), [])
})

test('C3: what a service is on a day follows its periods, and before the first nothing is known', () => {
  const periods = [
    { status: 'live' as const, because: '', startsOn: day('2026-01-01'), endsOn: day('2026-06-01') },
    { status: 'ending' as const, because: '', startsOn: day('2026-06-01'), endsOn: undefined },
  ]
  assert.equal(statusOn(periods, day('2025-12-31')), undefined)
  assert.equal(statusOn(periods, day('2026-05-31')), 'live')
  assert.equal(statusOn(periods, day('2026-06-01')), 'ending')
})
