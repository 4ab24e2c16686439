import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { adoptTerms, importTermsDraft } from './commands/terms.ts'
import { membersPath, termsChangesPath, termsGuidePath, termsPath, termsSeatPath, termsSectionPath } from './paths.ts'
import { findComposition } from './queries/composition.ts'
import { findTermsVersion } from './queries/terms.ts'
import { guideParts, sectionAddress } from './rules/terms/guide.ts'
import { printTerms } from './rules/terms/portable.ts'
import { sampleId } from './sample/ids.ts'
import { openRooms } from './testing/rooms.ts'

const rooms = await openRooms()
const slug = 'northbrook-childrens-partnership'
const body = sampleId('body', slug)
const clerk = rooms.acting('siddiqui')

const copied = await rooms.post(`${termsPath(slug)}/copy`, {}, 'siddiqui')
assert.equal(copied.status, 303)
const number = Number(/\/terms\/(\d+)\/guide$/.exec(copied.location)?.[1])
const draft = async () => {
  const found = await readAs(rooms.db, clerk, (reader) => findTermsVersion(reader, body, number))
  assert.ok(found)
  return found
}
const section = (name: string): string => termsSectionPath(slug, number, name)

test('G18: every section of the guided form opens, is whole HTML, and needs the clerk', async () => {
  const list = await rooms.get(termsGuidePath(slug, number), 'siddiqui')
  assert.equal(list.status, 200)
  assert.deepEqual(await htmlFaults(list.text), [])
  assert.match(list.text, /Contradictory/)
  assert.match(list.text, /Not stated/)
  for (const name of guideParts.flatMap(({ sections }) => sections)) {
    const page = await rooms.get(section(sectionAddress(name)), 'siddiqui')
    assert.equal(page.status, 200, name)
    assert.deepEqual(await htmlFaults(page.text), [], name)
  }
  assert.equal((await rooms.get(section('quorum'), undefined)).status, 404)
  assert.equal((await rooms.get(section('quorum'), 'reid')).status, 404)
  assert.equal((await rooms.get(section('nothing'), 'siddiqui')).status, 404)
  assert.equal((await rooms.get(termsSectionPath(slug, 1, 'quorum'), 'siddiqui')).status, 404, 'what was adopted is no draft')
})

test('G18, G6: a quorum typed into the form is kept as a rule, and read back in words with what the checker says', async () => {
  const { version } = await draft()
  const fields = {
    version: String(version),
    ...{ rule_status: 'stated', rule_source: 'terms', rule_section: '7' },
    ...{ value_joined: 'all', value_waiver: 'yes' },
    ...{ value_0_kind: 'at-least', value_0_n: '400', value_0_of: 'voting-members', value_0_counts: 'people' },
    ...{ value_1_kind: 'chair-present', value_1_of: 'none', value_1_counts: 'none' },
  }
  const saved = await rooms.post(section('quorum'), fields, 'siddiqui')
  assert.equal(saved.status, 303)
  assert.deepEqual((await draft()).terms.quorum.value, {
    kind: 'waiver',
    rule: {
      kind: 'all',
      rules: [{ kind: 'at-least', n: 400, counts: 'people', of: { kind: 'voting-members' } }, { kind: 'chair-present' }],
    },
    when: 'chair-consulted-absent',
  })
  const page = await rooms.get(saved.location, 'siddiqui')
  assert.match(page.text, /A meeting is quorate with at least 400 voting members and the chair/)
  assert.match(page.text, /The quorum wants 400 voting members/)
  const list = await rooms.get(termsGuidePath(slug, number), 'siddiqui')
  assert.match(list.text, /Needs you/)
})

test('G18: what is wrong brings the form back with everything typed, and a stale form shows what was saved', async () => {
  const { version } = await draft()
  const fields = {
    version: String(version),
    rule_status: 'stated',
    rule_source: 'none',
    value_days: 'seven',
    value_mode: 'working',
  }
  const wrong = await rooms.post(section('agenda-out'), fields, 'siddiqui')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /value="seven"/)
  assert.match(wrong.text, /Enter a whole number/)
  assert.deepEqual(await htmlFaults(wrong.text), [])
  const stale = await rooms.post(section('agenda-out'), { ...fields, version: String(version - 1), value_days: '7' }, 'siddiqui')
  assert.equal(stale.status, 409)
  assert.deepEqual(await htmlFaults(stale.text), [])
})

test('G10: a deadline is worked out for one meeting, so that the counting can be checked', async () => {
  const { version } = await draft()
  const fields = {
    version: String(version),
    rule_status: 'stated',
    rule_source: 'terms',
    value_days: '5',
    value_mode: 'clear-working',
  }
  const saved = await rooms.post(section('agenda-out'), fields, 'siddiqui')
  assert.equal(saved.status, 303)
  const page = await rooms.get(saved.location, 'siddiqui')
  assert.match(page.text, /For a meeting on Thursday 14 May 2026 that is <b>Wednesday 6 May 2026<\/b>/)
})

test('G18: seats are added, changed and removed; a document that a rule names cannot be taken away', async () => {
  const { version, terms } = await draft()
  const seat = {
    ...{
      value_name: 'Youth council',
      value_places: '2',
      value_category: 'young-people',
      value_voting: 'voting',
      value_group: 'none',
    },
    value_vacantAtExport: '0',
    value_votesOn: terms.functions.value?.[0]?.key ?? '',
  }
  assert.equal((await rooms.post(termsSeatPath(slug, number, 'new-seat'), { version: String(version), ...seat }, 'siddiqui')).status, 303)
  const added = await draft()
  assert.equal(added.terms.seats.length, terms.seats.length + 1)
  assert.equal(added.terms.seats.at(-1)?.key, 'youth_council')
  assert.deepEqual(added.terms.seats.at(-1)?.votesOn, [seat.value_votesOn])
  assert.match((await rooms.get(termsSeatPath(slug, number, 'youth_council'), 'siddiqui')).text, /On which matters does it vote/)
  const remove = { version: String(added.version), remove: 'yes' }
  assert.equal((await rooms.post(termsSeatPath(slug, number, 'youth_council'), remove, 'siddiqui')).status, 303)
  assert.equal((await draft()).terms.seats.length, terms.seats.length)
  const sources = { version: String(added.version + 1), value_0_title: 'Another paper', value_0_kind: 'report' }
  const refused = await rooms.post(section('sources'), sources, 'siddiqui')
  assert.equal(refused.status, 422)
  assert.match(refused.text, /names a document that you removed/)
})

test('G4: what a draft changes stands beside the terms in force, in words', async () => {
  const page = await rooms.get(termsChangesPath(slug, number), 'siddiqui')
  assert.equal(page.status, 200)
  assert.match(page.text, /at least 5 clear working days before the meeting/)
  assert.deepEqual(await htmlFaults(page.text), [])
  assert.equal((await rooms.get(termsChangesPath(slug, number), undefined)).status, 404, 'a draft is for those who keep the terms')
})

test('G18: a body without terms begins with nothing stated', async () => {
  const begun = await rooms.post(`${termsPath('safeguarding-children-partnership')}/begin`, {}, 'lowe')
  assert.equal(begun.status, 303)
  const list = await rooms.get(begun.location, 'lowe')
  assert.match(list.text, /Needs you/)
})

test('G18, G5: a draft brings along who must be on the board; the form keeps it; another house that adopts the document is judged by it', async () => {
  assert.deepEqual(
    (await draft()).terms.composition?.map(({ value }) => value),
    ['Director of children’s services', 'Lead member for children’s services'],
  )
  const { version } = await draft()
  const fields = {
    version: String(version),
    ...{ value_0_matches: 'capacity', value_0_value: 'Clinician', value_0_atLeast: '1', value_0_atMeetings: 'yes' },
    ...{ value_0_source: 'terms', value_0_section: '7' },
  }
  assert.equal((await rooms.post(section('composition'), fields, 'siddiqui')).status, 303)
  const demand = { matches: 'capacity', value: 'Clinician', atLeast: 1, atMeetings: true, source: { id: 'terms', section: '7' } }
  const { terms } = await draft()
  assert.deepEqual(terms.composition, [demand])
  assert.match(
    (await rooms.get(termsChangesPath(slug, number), 'siddiqui')).text,
    /At least 1 who acts as: Clinician; at every meeting, too/,
  )

  const there = 'safeguarding-children-partnership'
  const away = sampleId('body', there)
  const keeper = rooms.acting('lowe')
  const imported = await importTermsDraft(rooms.db, keeper, {
    body: away,
    document: printTerms({ ...terms, quorum: { status: 'not-stated', value: null, source: null } }),
  })
  assert.ok(imported.ok)
  const kept = await readAs(rooms.db, keeper, (reader) => findTermsVersion(reader, away, imported.value.number))
  const adoption = { body: away, number: imported.value.number, version: kept?.version ?? 0, startsOn: keeper.today }
  const refused = await adoptTerms(rooms.db, keeper, { ...adoption, adoptedBy: 'The board', answer: 'As it stands' })
  assert.ok(refused.ok, JSON.stringify(refused))
  const [rule] = await readAs(rooms.db, keeper, (reader) => findComposition(reader, away, keeper.today))
  assert.equal(rule?.value, 'Clinician')
  assert.match((await rooms.get(membersPath(there), 'lowe')).text, /Clinician[\s\S]*No such seat/)
})

test('G10: the page of terms in force says where the law has changed since they came into force', async () => {
  const law = (days: number, starts: string, ends: string | null) => ({
    ...{ legal_regime: 'partnership', mode: 'clear-working', days, source: 'The Act, section 7' },
    ...{ starts_on: Temporal.PlainDate.from(starts), ends_on: ends === null ? null : Temporal.PlainDate.from(ends) },
  })
  await rooms.ownerDb
    .insertInto('governance.notice_law')
    .values([law(3, '2000-01-01', '2026-01-01'), law(20, '2026-01-01', null)])
    .execute()
  const page = await rooms.get(termsPath(slug))
  assert.match(
    page.text,
    /it asked for notice at least 3 clear working days [^.]*, and asks for notice at least 20 clear working days [^.]*today/,
  )
})
