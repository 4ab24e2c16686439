import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import Validator from 'rdf-validate-shacl'
import { closureReasons } from './episode.ts'
import {
  ageOn,
  annexAList2,
  daysOfLatest,
  type EpisodeOut,
  episodeJsonLd,
  ethnicityOnList,
  genderOnList,
  listedEthnicity,
} from './interchange.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const folder = new URL('../../../../shared/standards/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const skip = existsSync(folder) ? false : 'needs ../shared/standards'

const episode: EpisodeOut = {
  ...{ reference: 'EH-ABCD-2345', startsOn: day('2026-03-29'), endsOn: day('2026-10-25'), reason: 'needs-met', place: 'East locality' },
  ...{ children: ['child-1', 'child-2'], lead: 'lead-1', service: 'early-help' },
}
const storeOf = (turtle: string) => new Store(new Parser().parse(turtle))
async function storeOfJson(document: object) {
  const quads = (await jsonld.toRDF(document as never, { format: 'application/n-quads' })) as unknown as string
  return new Store(new Parser({ format: 'N-Quads' }).parse(quads))
}
async function faults(data: Store): Promise<readonly string[]> {
  const report = await new Validator(storeOf(read('social-care-data/safeguarding-shapes-excerpt.ttl'))).validate(data)
  return report.results.map(
    ({ path, sourceConstraintComponent }) =>
      `${(path as { value?: string } | null)?.value?.replace(/.*[/#]/, '')} ${sourceConstraintComponent?.value.replace(/.*#/, '')}`,
  )
}

test('E10: an episode for other systems conforms to the draft shapes, and keeps our own reason whatever they can say', {
  skip,
}, async () => {
  assert.deepEqual(await faults(storeOf(read('social-care-data/synthetic-early-help-episode.ttl'))), [])
  assert.deepEqual(
    await faults(await storeOfJson(episodeJsonLd({ ...episode, endsOn: undefined, reason: undefined, lead: undefined }))),
    [],
  )
  for (const reason of closureReasons) {
    const out = episodeJsonLd({ ...episode, reason })
    assert.deepEqual(await faults(await storeOfJson(out)), [], reason)
    assert.equal((JSON.parse(JSON.stringify(out)) as { closureReason: string }).closureReason, reason)
  }
  assert.equal('episodeOutcome' in episodeJsonLd({ ...episode, reason: 'stepped-up' }), false)
  assert.match(JSON.stringify(episodeJsonLd(episode)), /2026-03-29T00:00:00Z.*2026-10-24T23:00:00Z/)
})

test('E10: what does not conform is refused at the expected path', { skip }, async () => {
  const published = JSON.parse(read('social-care-data/invalid-episode-bad-outcome.jsonld')) as { episodeOutcome: string }
  const expected = (JSON.parse(read('social-care-data/expectations.json')) as Record<string, readonly { path: string }[]>)[
    'invalid-episode-bad-outcome.jsonld'
  ]
  const bad = {
    ...episodeJsonLd(episode),
    episodeOutcome: `https://ontology.socialcaredata.io/episode-outcome#${published.episodeOutcome}`,
  }
  assert.deepEqual(await faults(await storeOfJson(bad)), [`${expected?.[0]?.path} InConstraintComponent`])
  assert.deepEqual(await faults(await storeOfJson({ ...episodeJsonLd(episode), subjectPerson: [] })), [
    'subjectPerson MinCountConstraintComponent',
  ])
  assert.deepEqual(await faults(await storeOfJson({ ...episodeJsonLd(episode), location: [] })), ['location MinCountConstraintComponent'])
})

test('E10: the list for inspections has one row a child, its codes and the age as at its day', () => {
  const child = {
    gender: undefined,
    ethnicity: undefined,
    startedOn: day('2026-01-05'),
    completedOn: undefined,
    organisation: 'Families First',
  }
  const rows = annexAList2(
    [
      { ...child, id: 'C1', gender: 'female', ethnicity: 'MWBA', bornOn: day('2020-02-29'), completedOn: day('2026-02-02') },
      { ...child, id: 'C2', bornOn: undefined },
    ],
    day('2026-02-28'),
  )
  assert.deepEqual(rows.slice(1), [
    ['C1', 'b) Female', 'g) MWBA', '29/02/2020', '5', '05/01/2026', '02/02/2026', 'Families First'],
    ['C2', 'c) Not stated/recorded', 's) NOBT', '', '', '05/01/2026', '', 'Families First'],
  ])
  assert.equal(ageOn(day('2020-02-29'), day('2026-03-01')), '6')
  assert.equal(ageOn(day('2026-05-01'), day('2026-03-01')), '')
})

test('E10: what the record knows of a child stands on the list, a refusal as such, and what was never asked as not obtained', () => {
  const answered = (code: string) => ({ standing: 'answered' as const, code })
  assert.equal(listedEthnicity(ethnicityOnList(answered('black-caribbean'))), 'n) BCRB')
  assert.equal(listedEthnicity(ethnicityOnList(answered('white-gypsy-traveller'))), 'd) WOTH')
  assert.equal(listedEthnicity(ethnicityOnList(answered('white-gypsy'))), 'e) WROM')
  assert.equal(listedEthnicity(ethnicityOnList(answered('white-irish-traveller'))), 'c) WIRT')
  assert.equal(listedEthnicity(ethnicityOnList({ standing: 'declined', code: null })), 's) REFU')
  for (const fact of [undefined, { standing: 'not-asked' as const, code: null }, answered('a group of next year')])
    assert.equal(listedEthnicity(ethnicityOnList(fact)), 's) NOBT')
  assert.deepEqual(
    ['female', 'male', 'another'].map((code) => genderOnList(answered(code))),
    ['female', 'male', 'neither'],
  )
  assert.equal(genderOnList({ standing: 'declined', code: null }), undefined)
  const made = (number: string, from: string, until?: string) => ({
    number,
    startedOn: day(from),
    completedOn: until ? day(until) : undefined,
  })
  assert.equal(daysOfLatest([]), undefined)
  // Corrected since: complete when it first was. A later one that is not complete yet is the latest.
  const corrected = [made('A', '2026-01-05', '2026-03-01'), made('A', '2026-01-05', '2026-02-01')]
  assert.deepEqual(daysOfLatest(corrected), { startedOn: day('2026-01-05'), completedOn: day('2026-02-01') })
  assert.deepEqual(daysOfLatest([...corrected, made('B', '2026-04-01')]), { startedOn: day('2026-04-01'), completedOn: undefined })
})

test('E10: every code of the published map is one that the list writes', { skip }, () => {
  const map = read('annex-a/list-2-map.yml')
  const codes = [...map.matchAll(/code: ([a-s]\) [A-Z]{4})/g)].map(([, code]) => code)
  assert.ok(codes.length >= 20)
  for (const code of codes) assert.equal(listedEthnicity(code?.slice(3)), code)
  for (const gender of ['a) Male', 'b) Female', 'c) Not stated/recorded', 'd) Neither']) assert.ok(map.includes(`code: ${gender}`))
})
