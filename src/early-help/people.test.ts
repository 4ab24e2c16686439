import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { lookAt } from './commands/look.ts'
import { contactsFor } from './queries/contacts.ts'
import { addressesFor } from './queries/people.ts'
import { episodeOf, last, ledFamilies } from './testing/led-families.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
const { must, refused, led, enter, personOf } = ledFamilies(town)

test('E1: births may be partial, due or unknown; the same name and birthday warn, twins do not; nothing typed is lost', async () => {
  const at = await led()
  await refused(
    `${at}/people/new`,
    { name: 'Robin', part: 'child', ...dayFields('bornOn', '2026-03-11') },
    /That day is still to come[\s\S]*value="Robin"/,
  )
  await refused(
    `${at}/people/new`,
    { name: 'Robin', part: 'child', ...{ 'bornOn-day': '30', 'bornOn-month': '2', 'bornOn-year': '2019' } },
    /value="30"/,
  )
  await refused(`${at}/people/new`, { name: 'Robin', part: 'child', bornMonth: '3' }, /Give the year as well/)
  await refused(
    `${at}/people/new`,
    { name: 'wren  AMBER', part: 'child', ...dayFields('bornOn', '2019-02-28') },
    /entered already[\s\S]*another person/,
  )
  await enter(at, 'Wren Amber', 'child', { ...dayFields('bornOn', '2019-02-28'), isAnother: 'yes' })
  await enter(at, 'Finch Amber', 'child', dayFields('bornOn', '2019-02-28'))
  await enter(at, 'Baby', 'child', dayFields('dueOn', '2026-02-01'))
  await enter(at, 'נועה עמבר', 'child', { bornYear: '2015' })
  await enter(at, 'Mina Amber', 'parent', { bornYear: '1990', bornMonth: '3', hasResponsibility: 'yes' })
  const page = (await town.get(`${at}/people`, 'lead')).text
  assert.match(page, /Due 1 February 2026\. That day has passed/)
  assert.match(page, /<bdi>נועה עמבר<\/bdi>[\s\S]*2015, day and month not known \(10 or 11 years\)/)
  assert.match(page, /March 1990, day not known/)
  assert.equal((await town.get(`${at}/people`, 'nurse')).status, 200)
  for (const who of ['colleague', 'co-ordinator', 'other-co-ordinator', 'administrator', 'board-member'] as const)
    assert.notEqual((await town.get(`${at}/people`, who)).status, 200, who)
  assert.equal(
    (await town.send(`${at}/people/new`, { name: 'X', part: 'child' }, 'nurse')).status,
    403,
    'a member reads and does not write who belongs to the family',
  )
})

test('E1: a changed surname stands on as a former name, and whoever changes a record second is told', async () => {
  const at = await led()
  const wren = await personOf(at, 'Wren Amber')
  const change = { part: 'child', version: '1', ...dayFields('bornOn', '2019-02-28') }
  await refused(`${wren}/change`, { ...change, name: 'Wren Teal', nameWas: 'same' }, /Say whether it changed/)
  await must(`${wren}/change`, { ...change, name: 'Wren Teal', nameWas: 'changed', ...dayFields('changedOn', '2026-02-01') })
  assert.match((await town.get(wren, 'lead')).text, /Former name[\s\S]*Wren Amber[\s\S]*until 1 February 2026/)
  const second = await town.send(`${wren}/change`, { ...change, name: 'Wren Bluebell', nameWas: 'corrected' }, 'lead')
  assert.equal(second.status, 409)
  assert.match(second.text, /Wren Bluebell/)
  const kept = await ownerDb.selectFrom('casework.former_version').select('content').where('record', '=', last(wren)).execute()
  assert.equal(kept.length, 1)
})

test('E1: facts have a source and a day; not asked and declined are answers; numbers are checked and never keys', async () => {
  const at = await led()
  const wren = await personOf(at, 'Wren Amber')
  const from = { source: 'Mother', ...dayFields('knownOn', '2026-03-01') }
  await refused(`${wren}/facts`, from, /Choose at least one answer/)
  await refused(`${wren}/facts`, { ...from, religion: 'declined', disability: 'not-asked', 'disability-words': 'x' }, /nothing more to say/)
  await must(`${wren}/facts`, {
    ...from,
    religion: 'declined',
    'first-language': 'polish',
    disability: 'not-asked',
    interpreter: 'interpreter',
  })
  await must(`${wren}/facts`, { ...from, ...dayFields('knownOn', '2026-03-05'), religion: 'none' })
  const page = (await town.get(wren, 'nurse')).text
  assert.match(page, /Religion<\/dt><dd>No religion[\s\S]*Earlier answers[\s\S]*Declined to say \(Mother, 1 March 2026\)/)
  assert.match(page, /Disability<\/dt><dd>Not asked/)
  assert.match(page, /Ethnicity<\/dt><dd><span class="gt-missing">Not recorded/)
  assert.match((await town.get(`${at}/people`, 'lead')).text, /An interpreter is needed[\s\S]*Not arranged yet/)
  const number = { kind: 'nhs', provenance: 'family', ...dayFields('knownOn', '2026-03-01') }
  await refused(`${wren}/identifier`, { ...number, value: '943 476 5918' }, /no NHS number[\s\S]*|943 476 5918/)
  await must(`${wren}/identifier`, { ...number, value: '943 476 5919' })
  await enter(at, 'Finch Amber', 'child')
  await must(`${await personOf(at, 'Finch Amber')}/identifier`, { ...number, value: '9434765919' })
  const row = {
    id: newId(),
    episode: episodeOf(at),
    person: last(wren),
    kind: 'nhs',
    value: '9434765918',
    provenance: 'family',
    known_on: town.as('lead').today,
  }
  const { family } = await ownerDb.selectFrom('casework.episode').select('family').where('id', '=', episodeOf(at)).executeTakeFirstOrThrow()
  const who = { family, entered_by: town.person('lead'), entered_at: town.as('lead').now }
  await assert.rejects(
    ownerDb
      .insertInto('casework.person_identifier')
      .values({ ...row, ...who })
      .execute(),
    /nhs_number/,
  )
})

test('E1: two records of one person keep both histories and are read as one', async () => {
  const at = await led()
  await enter(at, 'Wren Amberley', 'child', { bornYear: '2019' })
  const [kept, twice] = [await personOf(at, 'Wren Amber'), await personOf(at, 'Wren Amberley')]
  await must(`${twice}/facts`, { religion: 'sikh', source: 'School', ...dayFields('knownOn', '2026-03-01') })
  await must(`${kept}/merge`, { merged: last(twice), because: 'The school writes it so' })
  await refused(`${twice}/merge`, { merged: last(kept), because: 'Again' }, /merged before|Choose/)
  const page = (await town.get(kept, 'lead')).text
  assert.match(page, /Entered twice: the record of[\s\S]*Wren Amberley[\s\S]*The school writes it so/)
  assert.match(page, /Sikh[\s\S]*School, 1 March 2026, entered as Wren Amberley/)
  assert.match((await town.get(`${at}/people`, 'lead')).text, /also as Wren Amberley/)
  // By mistake: each has what was written of them again; what was entered meanwhile of whoever was kept is said, and stays.
  await must(`${kept}/facts`, { gender: 'female', source: 'Mother', ...dayFields('knownOn', '2026-03-01') })
  const apart = `${kept}/apart/${last(twice)}`
  assert.match((await town.get(apart, 'lead')).text, /facts: 1/)
  await refused(apart, { because: '' }, /How do you know/)
  assert.equal((await town.send(apart, { because: 'x' }, 'nurse')).status, 403)
  const merge = await ownerDb.selectFrom('casework.person_merge').selectAll().where('kept', '=', last(kept)).executeTakeFirstOrThrow()
  await must(apart, { because: 'They are cousins' })
  const two = (await town.get(kept, 'lead')).text
  assert.match(two, /were read as one by mistake[\s\S]*They are cousins[\s\S]*One line that was entered meanwhile stays with/)
  assert.doesNotMatch(two, /Sikh/)
  assert.match((await town.get(twice, 'lead')).text, /Sikh/)
  assert.doesNotMatch((await town.get(`${at}/people`, 'lead')).text, /also as Wren Amberley/)
  assert.equal((await town.get(apart, 'lead')).status, 404)
  const { merged_because, merged_at } = await ownerDb
    .selectFrom('casework.person_unmerge')
    .select(['merged_because', 'merged_at'])
    .where('merge', '=', merge.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual([merged_because, String(merged_at)], [merge.because, String(merge.entered_at)])
  await must(`${kept}/merge`, { merged: last(twice), because: 'One child after all' })
})

test('E1: of any household nothing made for somebody carries an address that is shielded from them', async () => {
  const at = await led()
  const names = ['Wren Amber', 'Mina', 'Karl', 'Karl again']
  for (const name of names.slice(1)) await enter(at, name, 'parent')
  const people = await Promise.all(names.map((name) => personOf(at, name)))
  const { family } = await ownerDb.selectFrom('casework.episode').select('family').where('id', '=', episodeOf(at)).executeTakeFirstOrThrow()
  const who = () => ({ id: newId(), episode: episodeOf(at), family, entered_by: town.person('lead'), entered_at: town.as('lead').now })
  await ownerDb
    .insertInto('casework.person_merge')
    .values({ ...who(), kept: last(people[2] ?? ''), merged: last(people[3] ?? ''), because: 'Twice' })
    .execute()
  const same = (a: number, b: number): boolean => a === b || (a > 1 && b > 1)
  const places = [
    ['1 Larch Close', 'NB1 1AA'],
    ['2 Elm Road', 'NB2 2BB'],
    ['2, ELM road', ''],
    ['Flat 1, 1 Larch Close', 'nb11aa'],
    ['3 Oak Row', ''],
  ] as const
  const someone = fc.integer({ min: 0, max: 3 })
  const household = fc.record({
    addresses: fc.array(fc.tuple(someone, fc.integer({ min: 0, max: places.length - 1 })), { maxLength: 6 }),
    shields: fc.uniqueArray(
      fc.tuple(someone, someone).filter(([a, b]) => !same(a, b)),
      { maxLength: 3, selector: String },
    ),
  })
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const tells = (one: readonly [string, string], other: readonly [string, string]): boolean =>
    (one[1] !== '' && plain(one[1]) === plain(other[1])) ||
    plain(one.join('')).includes(plain(other[0])) ||
    plain(other.join('')).includes(plain(one[0]))
  await fc.assert(
    fc.asyncProperty(household, async ({ addresses, shields }) => {
      await sql`truncate casework.address, casework.person_contact, casework.address_shield`.execute(ownerDb)
      const idAt = (index: number): string => last(people[index] ?? '')
      const today = town.as('lead').today
      for (const [person, place] of addresses)
        await ownerDb
          .insertInto('casework.address')
          .values({
            ...who(),
            person: idAt(person),
            kind: 'other',
            lines: places[place]?.[0] ?? '',
            postcode: places[place]?.[1] ?? '',
            source: 'x',
          })
          .execute()
      for (const [person, place] of addresses)
        await ownerDb
          .insertInto('casework.person_contact')
          .values({ ...who(), person: idAt(person), kind: 'school', value: `School ${places[place]?.[0]}`, source: 'x' })
          .execute()
      for (const [person, from] of shields)
        await ownerDb
          .insertInto('casework.address_shield')
          .values({ ...who(), person: idAt(person), shielded_from: idAt(from), because: 'x', starts_on: today })
          .execute()
      for (const recipient of [0, 1, 2, 3, undefined]) {
        const shown = await lookAt(town.db, town.as('lead'), episodeOf(at), 'content', ({ tx }) =>
          addressesFor(tx, episodeOf(at), recipient === undefined ? undefined : idAt(recipient)),
        )
        const hidden = addresses.filter(([person]) =>
          shields.some(([of, from]) => same(of, person) && (recipient === undefined || same(from, recipient))),
        )
        for (const { lines, postcode } of shown)
          for (const [, place] of hidden)
            assert(!tells([lines, postcode], places[place] ?? ['', '']), `${lines} tells ${places[place]?.[0]} to ${recipient}`)
        const reached = await lookAt(town.db, town.as('lead'), episodeOf(at), 'content', ({ tx }) =>
          contactsFor(tx, episodeOf(at), recipient === undefined ? undefined : idAt(recipient)),
        )
        for (const { value, person: whose } of reached)
          for (const [shielded, place] of hidden) {
            assert.notEqual(whose, idAt(shielded))
            assert.ok(!plain(value).includes(plain(places[place]?.[0] ?? '')), `${value} tells ${places[place]?.[0]} to ${recipient}`)
          }
        // And nothing more is kept back than that.
        const open = addresses.filter(
          ([, place]) => !hidden.some(([, other]) => tells(places[place] ?? ['', ''], places[other] ?? ['', ''])),
        )
        assert.equal(shown.length, open.length)
      }
    }),
    { numRuns: 12 },
  )
  const unseen = await writeAs(town.db, town.as('nurse'), (tx) => addressesFor(tx, episodeOf(at), undefined))
  assert.equal(unseen.length, 0, 'nothing without a look')
})

test('E1: shields are set and seen on pages, addresses end on days, and no line of another family can be named', async () => {
  const at = await led()
  await enter(at, 'Mina', 'parent')
  await enter(at, 'Karl', 'parent')
  const [mina, karl, wren] = [await personOf(at, 'Mina'), await personOf(at, 'Karl'), await personOf(at, 'Wren Amber')]
  const address = { kind: 'usual', lines: '4 Refuge Lane', postcode: 'NB4 4RL', source: 'Herself' }
  await must(`${mina}/address`, address)
  await refused(`${mina}/address`, { ...address, lines: '5 New Street' }, /Say since when/)
  await must(`${mina}/address`, { ...address, kind: 'none', lines: '', postcode: '', ...dayFields('startsOn', '2026-03-01') })
  assert.match((await town.get(mina, 'lead')).text, /No fixed address from 1 March 2026[\s\S]*4 Refuge Lane, NB4 4RL until 1 March 2026/)
  await must(`${wren}/address`, address)
  await must(`${mina}/shield`, { shieldedFrom: last(karl), because: 'Non-molestation order' })
  await must(`${karl}/relationship`, {
    type: 'father',
    object: last(wren),
    responsibility: 'yes',
    livesWith: 'no',
    contactRestriction: 'By order of the court',
    source: 'Order',
  })
  const forKarl = (await town.get(karl, 'lead')).text
  assert.match(forKarl, /Father of|father of/)
  assert.doesNotMatch(forKarl, /Refuge/, 'the child’s address names the same place')
  assert.match((await town.get(`${at}/people`, 'lead')).text, /Family who live elsewhere[\s\S]*Karl[\s\S]*Contact restricted/)
  const shield = await ownerDb.selectFrom('casework.address_shield').select('id').where('person', '=', last(mina)).executeTakeFirstOrThrow()
  assert.match((await town.get(`${mina}/shields/${shield.id}/end`, 'lead')).text, /carry addresses and contacts again/)
  const [theirs, stranger] = [
    await led(),
    await ownerDb.selectFrom('casework.person').select('id').where('id', '=', last(mina)).executeTakeFirstOrThrow(),
  ]
  assert.equal((await town.get(`${theirs}/people/${stranger.id}`, 'lead')).status, 404)
  await refused(
    `${await personOf(theirs, 'Wren Amber')}/relationship`,
    { type: 'sibling', object: stranger.id, responsibility: 'no', livesWith: 'no', source: 'x' },
    /Choose/,
  )
})
