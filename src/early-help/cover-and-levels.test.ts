import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { contentClasses } from './rules/access.ts'
import { episodeOf, type Fields, last, ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson } from './testing/town.ts'

const town = await openTown()
const { must, refused, led, rowsAs } = ledFamilies(town)
const { ownerDb } = town

test('E3, E6: a new agency in the team needs its own cover, by agreement or decision, before it reads anything', async () => {
  const asked = {
    ...{ label: 'Beryl', area: town.area, agency: town.agency('asker'), why: 'They are tired', told: 'yes', child1: 'Wren Beryl' },
    ...{ ...dayFields('requestedOn', '2026-01-05'), ...dayFields('born1', '2019-02-28') },
  }
  const at = await must('/families/new', asked, 'asker')
  const agree = (agencies: readonly Townsperson[], who: Townsperson) =>
    must(
      `${at}/agreement`,
      {
        ...{ verdict: 'yes', givenBy: 'Mother', entitledBy: 'responsibility', informedHow: 'Talked', evidence: 'signed' },
        ...{ ...dayFields('givenOn', '2026-01-07'), agencies: agencies.map(town.agency), classes: contentClasses },
      },
      who,
    )
  await agree(['asker', 'lead'], 'asker')
  await must(`${at}/lead`, { post: town.post('lead') }, 'asker')
  await must(`${at}/lead/answer`, { verdict: 'yes' }, 'lead')
  // In the team, and without cover: nothing is found, by no page and by no query.
  await must(`${at}/plan/members/new`, { post: town.post('nurse'), role: 'Health', ...dayFields('startsOn', '2026-03-02') }, 'lead')
  const nurse = { post: town.post('nurse'), classes: ['family', 'plan'] }
  const sealed = async (): Promise<void> => {
    assert.equal((await town.get(at, 'nurse')).status, 404)
    await assert.rejects(rowsAs('nurse', at, 'request'), /row-level security/, 'nobody looks at what is not open to them')
    for (const table of ['agreement', 'access_grant', 'request', 'team_member']) {
      const read = await writeAs(town.db, town.as('nurse'), (tx) =>
        sql`select from ${sql.table(`casework.${table}`)} where episode = ${episodeOf(at)}`.execute(tx),
      )
      assert.equal(read.rows.length, 0, table)
    }
  }
  await sealed()
  await refused(`${at}/team`, nurse, /agreement does not name that agency/, 'lead')
  // Past every page no other agency's cover carries them, and neither does a decision that nobody approved yet.
  const decision = await must(
    `${at}/sharing`,
    {
      ...{ verdict: 'share', organisation: town.agency('nurse'), classes: ['family'], basis: 'public-task', purpose: 'Protect' },
      ...{ because: 'No less would do', told: 'no', toldWords: 'It would be dangerous', ...dayFields('holdsUntil', '2026-06-01') },
    },
    'lead',
  )
  const { id: agreement } = await ownerDb
    .selectFrom('casework.agreement')
    .select('id')
    .where('episode', '=', episodeOf(at))
    .executeTakeFirstOrThrow()
  const open = (basis: object, organisation = town.agency('nurse'), what = 'family') =>
    writeAs(town.db, town.as('lead'), (tx) =>
      tx
        .insertInto('casework.access_grant')
        .values({
          ...{ id: newId(), episode: episodeOf(at), person: town.person('nurse'), organisation, class: what, relation: 'member' },
          ...{ agreement: null, decision: null, starts_at: town.as('lead').now, ends_at: town.as('lead').now.add({ hours: 9 }) },
          ...{ given_by: town.person('lead'), ...basis },
        })
        .execute(),
    )
  const byDecision = { decision: last(decision) }
  await assert.rejects(open({ agreement }), /no agreement and no decision covers this/)
  await assert.rejects(open({ agreement }, town.agency('lead')), /has a post in that agency/)
  await assert.rejects(open(byDecision), /no agreement and no decision covers this/)
  await sealed()
  // A decision of its own opens what it names, and no more; an agreement that names the agency opens the rest.
  await must(`${decision}/approve`, {}, 'governance')
  await assert.rejects(open(byDecision, town.agency('nurse'), 'plan'), /no agreement and no decision covers this/)
  await must(`${at}/team`, { ...nurse, classes: ['family'] }, 'lead')
  assert.match((await town.get(at, 'nurse')).text, /Wren Beryl/)
  await refused(`${at}/team`, nurse, /does not open all of that/, 'lead')
  await agree(['asker', 'lead', 'nurse'], 'lead')
  await must(`${at}/team`, nurse, 'lead')
  assert.equal((await town.get(`${at}/plan`, 'nurse')).status, 200)
})

test('E5: an episode is read by the threshold of its date', async () => {
  const at = await led()
  const set = '/families/settled/levels/new'
  const level = (more: Fields): Fields => ({
    reason: 'As the school sees it',
    ...dayFields('assessedOn', town.as('lead').today.toString()),
    ...more,
  })
  await must(`${at}/movement/level`, level({ level: '3' }), 'lead')
  const words = {
    name1: 'Universal',
    means1: 'All is well',
    name2: 'Some help',
    means2: 'One agency',
    name3: 'Much help',
    means3: 'Several',
  }
  const first = town.as('lead').today
  const begins = first.add({ days: 5 })
  const settled = {
    name: 'Right help, right time',
    source: 'Partnership board, published',
    ...words,
    ...dayFields('startsOn', begins.toString()),
  }
  for (const who of ['lead', 'co-ordinator', 'governance', 'board-member'] as const)
    assert.equal((await town.get(set, who)).status, 403, who)
  const wrong = async (more: Fields, says: RegExp): Promise<void> => {
    const answer = await town.send(set, { ...settled, ...more }, 'administrator')
    assert.equal(answer.status, 422)
    assert.match(answer.text, says)
    assert.match(answer.text, /Right help, right time/)
  }
  await wrong(dayFields('startsOn', town.as('lead').today.toString()), /Choose tomorrow or a later day/)
  await wrong({ name2: '' }, /No level is left out/)
  await wrong({ means3: '' }, /Say what this level means/)
  await must(set, settled, 'administrator')
  await wrong({}, /set from that day already/)
  // Before its day the levels of today are offered and nothing else, whoever knows the number of another.
  assert.doesNotMatch((await town.get(`${at}/movement/level`, 'lead')).text, /Much help/)
  const said = async (more: Fields) => town.send(`${at}/movement/level`, level(more), 'lead')
  assert.match((await said({ level: `${begins.toString()}/3` })).text, /other thresholds held/)
  town.tick({ hours: 24 * 6 })
  // The old record keeps its level by the document of its day; what is said from now on is of the new one, and of a day before by the old one alone.
  const then = (await town.get(`${at}/movement`, 'lead')).text
  assert.match(then, /Level 3: Targeted help[\s\S]*by Levels of need, as proposed, thresholds from 1 January 2010/)
  const form = (await town.get(`${at}/movement/level`, 'lead')).text
  assert.match(
    form,
    /Right help, right time[\s\S]*Level 3: Much help[\s\S]*Level 3: Targeted help[^<]*by the thresholds from 1 January 2010/,
  )
  assert.match((await said({ level: '4' })).text, /error-summary/)
  assert.match((await said({ level: '3', ...dayFields('assessedOn', first.toString()) })).text, /other thresholds held/)
  await must(
    `${at}/movement/level`,
    level({ level: '2010-01-01/2', ...dayFields('assessedOn', begins.subtract({ days: 1 }).toString()) }),
    'lead',
  )
  await must(`${at}/movement/level`, level({ level: '3' }), 'lead')
  assert.match(
    (await town.get(`${at}/movement`, 'lead')).text,
    /Level 3: Much help[\s\S]*by Right help, right time[\s\S]*level 2, Early help[\s\S]*level 3, Targeted help[^<]*2010/,
  )
  assert.match(
    (await town.get('/families/settled/levels', 'lead')).text,
    /Today: Right help, right time[\s\S]*Several[\s\S]*What held before/,
  )
  // Past every page: signed by an administrator for a day to come, every level at once, none afterwards, and nothing earlier is changed.
  const document = (who: Townsperson, levels: readonly number[], more: object = {}) =>
    writeAs(town.db, town.as(who), async (tx) => {
      const row = {
        id: newId(),
        name: 'N',
        source: 'S',
        levels: 2,
        set_by: town.person(who),
        starts_on: town.as(who).today.add({ days: 9 }),
        set_on: town.as(who).today,
        ...more,
      }
      await tx.insertInto('casework.threshold_document').values(row).execute()
      for (const one of levels)
        await tx
          .insertInto('casework.threshold_level')
          .values({ document: row.id, level: one, name: `L${one}`, means: 'M' })
          .execute()
      return row.id
    })
  await assert.rejects(document('lead', [1, 2]), /row-level security/)
  await assert.rejects(document('administrator', [1, 2], { starts_on: town.as('lead').today }), /row-level security/)
  await assert.rejects(document('administrator', [1, 2], { set_by: town.person('lead') }), /row-level security/)
  await assert.rejects(document('administrator', [1]), /every one of its levels at once/)
  await assert.rejects(document('administrator', [1, 3]), /fewer levels/)
  const whole = await document('administrator', [1, 2])
  const more = (one: number) =>
    writeAs(town.db, town.as('administrator'), (tx) =>
      tx.insertInto('casework.threshold_level').values({ document: whole, level: one, name: 'Later', means: 'M' }).execute(),
    )
  await assert.rejects(more(3), /fewer levels/)
  await assert.rejects(more(2), /duplicate key/)
  for (const table of ['threshold_document', 'threshold_level'] as const)
    await assert.rejects(ownerDb.updateTable(`casework.${table}`).set({ name: 'Other' }).execute(), /never changed|refuse|append/i)
})
