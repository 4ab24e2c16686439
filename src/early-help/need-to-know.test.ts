import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type ContentClass, contentClasses } from './rules/access.ts'
import { openTown, type Townsperson, townsfolk } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
const { ownerDb } = town
type Fields = Readonly<Record<string, string | readonly string[]>>

async function must(path: string, fields: Fields, who: Townsperson): Promise<string> {
  const done = await town.send(path, fields, who)
  assert.equal(done.status, 303, `${path}: ${done.status} ${done.text.match(/error-summary[\s\S]{0,600}/)?.[0] ?? done.text.slice(0, 400)}`)
  town.tick()
  return done.location
}
async function led(): Promise<string> {
  const today = town.as('asker').today.toString()
  const asked = {
    label: 'Amber',
    area: town.area,
    agency: town.agency('asker'),
    ...dayFields('requestedOn', today),
    why: 'They are tired',
    told: 'yes',
  }
  const at = await must('/families/new', { ...asked, child1: 'Wren Amber', ...dayFields('born1', '2019-02-28') }, 'asker')
  const agreed = { verdict: 'yes', givenBy: 'Mother', entitledBy: 'responsibility', informedHow: 'Talked', evidence: 'signed' }
  const agencies = (['asker', 'lead'] as const).map(town.agency)
  await must(`${at}/agreement`, { ...agreed, ...dayFields('givenOn', today), agencies, classes: contentClasses }, 'asker')
  await must(`${at}/lead`, { post: town.post('lead') }, 'asker')
  await must(`${at}/lead/answer`, { verdict: 'yes' }, 'lead')
  return at
}
const episodeOf = (at: string): string => at.split('/')[2] ?? ''
const referenceOf = async (at: string): Promise<string> =>
  (await ownerDb.selectFrom('casework.episode').select('reference').where('id', '=', episodeOf(at)).executeTakeFirstOrThrow()).reference
const today = (): string => town.as('lead').today.toString()
const emergency = { reason: 'child-at-risk', words: 'The hospital rang', password: 'right', code: '000000' }
const at = await led()

test('E6: an emergency asks for password and code, finds one family, opens it to be read for two hours, and is reviewed before the next', async () => {
  const reference = await referenceOf(at)
  assert.equal((await town.get(at, 'nurse')).status, 404)
  const child = /name="children"[^>]*value="([^"]+)"/.exec((await town.get(`${at}/assessment/new`, 'lead')).text)?.[1] ?? ''
  const assessment = await must(`${at}/assessment/new`, { children: child, ...dayFields('startedOn', today()) }, 'lead')
  await must(`${assessment}/parts/reason`, { version: '0', 'q-what-led': 'School was missed' }, 'lead')
  await must(
    `${at}/people/${child}/address`,
    { kind: 'usual', lines: '7 Reed Lane', ...dayFields('startsOn', today()), source: 'Mother' },
    'lead',
  )
  await must(`${at}/plan/begin`, { ...dayFields('agreedOn', today()), familyWords: 'Calm mornings' }, 'lead')
  await must(`${at}/plan/needs/new`, { need: 'Mornings are hard', outcome: 'Out by eight' }, 'lead')
  const meeting = await must(
    `${at}/plan/new-meeting`,
    { ...dayFields('heldOn', today()), startsAt: '15:30', endsAt: '', place: '' },
    'lead',
  )
  const print = await must(`${at}/plan/print-for`, { who: `relative:${child}`, edition: 'plain' }, 'lead')
  const papers = [`${at}/plan/our-page`, `${print}/plan.pdf`, `${meeting}/meeting.ics`, `${assessment}/paper.pdf`, `${at}/episode.json`]
  const refused = async (who: Townsperson | undefined, status: number) => {
    for (const paper of papers) {
      const answer = await town.get(paper, who)
      assert.equal(answer.status, status, `${who} ${paper}`)
      assert.doesNotMatch(answer.text, /Wren|Calm mornings|BEGIN:VCALENDAR|%PDF/, `${who} ${paper}`)
    }
  }
  for (const who of ['nurse', 'other-co-ordinator', 'governance', 'administrator', 'board-member'] as const) await refused(who, 404)
  await refused(undefined, 401)
  const wrong = await town.send('/families/emergency', { ...emergency, reference, password: 'guessed' }, 'nurse')
  assert.match(wrong.text, /That is not your password[\s\S]*The hospital rang/)
  assert.doesNotMatch(wrong.text, /guessed/)
  assert.match(
    (await town.send('/families/emergency', { ...emergency, name: 'Wren', ...dayFields('bornOn', '2019-02-28') }, 'nurse')).text,
    /No open record to tell you of/,
  )
  assert.equal(await must('/families/emergency', { ...emergency, name: 'wren amber', ...dayFields('bornOn', '2019-02-28') }, 'nurse'), at)
  assert.match((await town.get(at, 'nurse')).text, /Opened in an emergency[\s\S]*Wren Amber[\s\S]*They are tired/)
  const plan = (await town.get(`${at}/plan`, 'nurse')).text
  assert.match(plan, /Opened in an emergency[\s\S]*The team/)
  assert.doesNotMatch(plan, /The plan is not open to you|has not been asked/)
  // Who they are and where they live, and the assessment, are what a duty worker at night needs: on the screen, and nothing of it to write or to take away.
  assert.match((await town.get(`${at}/people`, 'nurse')).text, /Opened in an emergency[\s\S]*Wren Amber/)
  const person = (await town.get(`${at}/people/${child}`, 'nurse')).text
  assert.match(person, /Opened in an emergency[\s\S]*7 Reed Lane/)
  assert.doesNotMatch(person, /\/(change|facts|identifier|address|merge)"/)
  assert.match((await town.get(`${at}/assessment`, 'nurse')).text, /Opened in an emergency[\s\S]*EA-/)
  assert.match((await town.get(assessment, 'nurse')).text, /Opened in an emergency[\s\S]*The parts/)
  const whole = (await town.get(`${assessment}/read`, 'nurse')).text
  assert.match(whole, /School was missed/)
  assert.doesNotMatch(whole, /paper\.pdf|large\.pdf/)
  await refused('nurse', 403)
  for (const path of [`${at}/people/new`, `${at}/people/${child}/change`, `${assessment}/parts/reason`, `${assessment}/mistake`])
    for (const answer of [await town.get(path, 'nurse'), await town.send(path, { version: '0', 'q-what-led': 'x', name: 'x' }, 'nurse')])
      assert.equal(answer.status, 403, path)
  for (const step of ['close', 'team', 'sharing', 'looks', 'plan/our-page', 'plan/begin', 'plan/new-meeting'])
    assert.equal((await town.get(`${at}/${step}`, 'nurse')).status, 403, step)
  assert.match((await town.get(`${at}/looks`, 'lead')).text, /Person nurse[\s\S]*Opened the record in an emergency/)
  const items = async (who: Townsperson) => (await familyWork(town.db)(town.as(who)))?.items.map(({ text }) => text).join() ?? ''
  assert.match(await items('lead'), /opened in an emergency/)
  assert.match(await items('governance'), /waits for your review/)
  assert.match((await town.send('/families/emergency', { ...emergency, reference }, 'nurse')).text, /not reviewed yet/)
  assert.equal((await town.get('/families/emergencies', 'lead')).text.includes('Person nurse'), true)
  const review = /href="([^"]*\/review)"/.exec((await town.get('/families/emergencies', 'governance')).text)?.[1] ?? ''
  assert.equal((await town.send(review, { verdict: 'yes', words: 'Right' }, 'nurse')).status, 403)
  town.tick({ hours: 2 })
  assert.equal((await town.get(at, 'nurse')).status, 404, 'two hours are over')
  for (const path of [`${at}/people`, `${at}/people/${child}`, `${at}/assessment`, assessment, `${assessment}/read`, `${at}/plan`, meeting])
    assert.equal((await town.get(path, 'nurse')).status, 404, path)
  await refused('nurse', 404)
  await must(review, { verdict: 'no', words: 'The duty team could be reached' }, 'governance')
  assert.match((await town.get('/families/emergencies', 'nurse')).text, /Not justified[\s\S]*could be reached/)
  await must('/families/emergency', { ...emergency, reference }, 'nurse')
})

test('E6: past every page an emergency writes nothing, and reads nothing without a look that ends writing', async () => {
  const look = (tx: Writer, what: string) =>
    tx
      .insertInto('casework.look')
      .values({ id: newId(), episode: episodeOf(at), person: town.person('nurse'), organisation: null, what, at: town.as('nurse').now })
      .execute()
  const people = (tx: Writer) => tx.selectFrom('casework.person').select('id').execute()
  assert.equal((await writeAs(town.db, town.as('nurse'), people)).length, 0)
  assert.equal((await writeAs(town.db, town.as('nurse'), async (tx) => [await look(tx, 'emergency'), await people(tx)][1] ?? [])).length, 0)
  await assert.rejects(
    writeAs(town.db, town.as('nurse'), (tx) => look(tx, 'page')),
    /row-level security/,
  )
  const use = {
    episode: episodeOf(at),
    person: town.person('colleague'),
    organisation: town.agency('colleague'),
    reason: 'crime',
    words: 'So',
  }
  const now = town.as('colleague').now
  await assert.rejects(
    writeAs(town.db, town.as('colleague'), (tx) =>
      tx
        .insertInto('casework.break_glass')
        .values({ ...use, starts_at: now, ends_at: now.add({ hours: 9 }) })
        .execute(),
    ),
    /permission denied/,
  )
  // Two at one moment open one.
  const both = await Promise.all(
    [1, 2].map(async () =>
      town.send('/families/emergency', { ...emergency, reference: await referenceOf(at) }, 'colleague').catch(() => ({ status: 500 })),
    ),
  )
  assert.equal(both.filter(({ status }) => status === 303).length, 1)
})

// Role, what is asked, and what is answered, by hand (handbook of early help 7.1): C content, L list alone, nothing where it is not named.
const expected: Readonly<Partial<Record<Townsperson, { readonly list: boolean; readonly content: readonly ContentClass[] }>>> = {
  asker: { list: false, content: [] },
  lead: { list: true, content: contentClasses },
  'other-co-ordinator': { list: false, content: [] },
  'co-ordinator': { list: true, content: [] },
  colleague: { list: true, content: contentClasses }, // supervises the lead
  nurse: { list: false, content: [] },
  governance: { list: false, content: [] },
  administrator: { list: false, content: [] },
  'board-member': { list: false, content: [] },
}

test('E6, X1: the matrix holds over HTTP and over SQL, with a supervisor who reads what the worker leads and writes nothing', async () => {
  const family = await led()
  const posts = { supervisor: town.post('colleague'), worker: town.post('lead') }
  assert.equal((await town.send('/families/posts/supervision', { ...posts, ...dayFields('startsOn', '2026-01-01') }, 'lead')).status, 403)
  await must('/families/posts/supervision', { ...posts, ...dayFields('startsOn', '2026-01-01') }, 'administrator')
  for (const who of townsfolk) {
    const { list, content } = expected[who] ?? { list: false, content: [] }
    const answer = await town.get(family, who)
    assert.equal(answer.status === 200, list, `${who} lists`)
    assert.equal(/Wren Amber/.test(answer.text), content.includes('family'), `${who} reads the family`)
    assert.equal(/They are tired/.test(answer.text), content.includes('assessment'), `${who} reads the assessment`)
    for (const step of ['close', 'team', 'sharing'])
      if (!['lead', 'co-ordinator'].includes(who)) assert.ok((await town.get(`${family}/${step}`, who)).status >= 400, `${who} ${step}`)
    const rows = await writeAs(town.db, town.as(who), (tx) =>
      tx.selectFrom('casework.episode').select('id').where('id', '=', episodeOf(family)).execute(),
    )
    assert.equal(rows.length === 1, list, `${who} lists in SQL`)
    const people = await writeAs(town.db, town.as(who), (tx) => tx.selectFrom('casework.person').select('id').execute())
    assert.equal(people.length, 0, `${who} reads without a look`)
  }
  assert.match((await town.get(`${family}/looks`, 'lead')).text, /Read the record to supervise the work/)
  await ownerDb
    .updateTable('casework.supervises')
    .set({ ends_on: town.as('lead').today })
    .execute()
  assert.equal((await town.get(family, 'colleague')).status, 404)
})

test('E6: whom one asks about a withheld family is changed with a reason; the former loses it and stays on record, the new one is told without its name', async () => {
  const family = await led()
  const another = newId()
  const post = { id: another, person: town.person('nurse'), organisation: town.agency('nurse'), role: 'co-ordinator', area: town.area }
  await ownerDb
    .insertInto('casework.post')
    .values({ ...post, starts_on: Temporal.PlainDate.from('2020-01-01') })
    .execute()
  const shield = {
    reason: 'abuse',
    words: 'He works at the council',
    asks: town.post('co-ordinator'),
    ...dayFields('lookAgainOn', '2026-09-01'),
  }
  await must(`${family}/shield`, shield, 'lead')
  const one = await ownerDb
    .selectFrom('casework.family_shield')
    .select('id')
    .where('episode', '=', episodeOf(family))
    .executeTakeFirstOrThrow()
  const finds = async (who: Townsperson) => (await town.get(family, who)).status
  assert.deepEqual([await finds('co-ordinator'), await finds('nurse')], [200, 404])
  const change = { asks: another, because: 'She is his cousin', version: '1' }
  assert.equal((await town.send(`${family}/shield/ask`, { ...change, asks: town.post('other-co-ordinator') }, 'lead')).status, 422)
  for (const who of ['nurse', 'other-co-ordinator', 'colleague', 'governance'] as const)
    assert.equal((await town.send(`${family}/shield/ask`, change, who)).status, 404, who)
  // Past every page: only with a line that says why, by whoever may, and that line stays.
  const past = (who: Townsperson, work: (tx: Writer) => Promise<unknown>) =>
    writeAs(town.db, town.as(who), async (tx) => {
      await tx
        .insertInto('casework.look')
        .values({ id: newId(), episode: episodeOf(family), person: town.person(who), what: 'change', at: town.as(who).now })
        .execute()
      return work(tx)
    })
  await assert.rejects(
    past('lead', (tx) => tx.updateTable('casework.family_shield').set({ asks: another, version: 2 }).where('id', '=', one.id).execute()),
    /permission denied|it stays as it was placed/,
  )
  const to = await must(`${family}/shield/ask`, change, 'co-ordinator')
  assert.equal(to, '/families')
  assert.deepEqual([await finds('co-ordinator'), await finds('nurse')], [404, 200])
  assert.equal(
    (await town.send(`${family}/shield/ask`, { ...change, asks: town.post('co-ordinator') }, 'lead')).status,
    422,
    'an older version',
  )
  assert.match(
    (await town.get(family, 'lead')).text,
    /Whom one asked before[\s\S]*Person co-ordinator, until [\s\S]*named Person nurse. She is his cousin/,
  )
  await assert.rejects(
    past('lead', (tx) => tx.updateTable('casework.shield_asked').set({ because: 'x' }).where('shield', '=', one.id).execute()),
    /permission denied/,
  )
  // Whoever owns information governance names one, too, and reads nothing of the family.
  const unseen = `/families/withheld/${one.id}/ask`
  const form = (await town.get(unseen, 'governance')).text
  assert.match(form, /Person co-ordinator/)
  assert.doesNotMatch(form, /Wren|Amber|cousin/)
  assert.equal((await town.get(unseen, 'co-ordinator')).status, 403)
  await must(unseen, { asks: town.post('co-ordinator'), because: 'She is back', version: '2' }, 'governance')
  assert.deepEqual([await finds('co-ordinator'), await finds('nurse')], [200, 404])
  assert.match((await town.get(`${family}/looks`, 'lead')).text, /Person governance/)
})

test('E6: a co-ordinator lists when and of what kind, never the words why, past every page too', async () => {
  const family = await led()
  const today = town.as('lead').today.toString()
  await must(`${family}/movement/pause`, { ...dayFields('startsOn', today), because: 'They mourn an uncle' }, 'lead')
  const pauses = async (who: Townsperson) => {
    const { text } = await town.get(`${family}/movement`, who)
    return [/Paused/.test(text), /They mourn an uncle/.test(text), /The family agreed to an assessment/.test(text)]
  }
  assert.deepEqual(await pauses('lead'), [true, true, true])
  assert.deepEqual(await pauses('co-ordinator'), [true, false, false])
  const { id } = await ownerDb.selectFrom('casework.pause').select('id').where('episode', '=', episodeOf(family)).executeTakeFirstOrThrow()
  const words = async (who: Townsperson) =>
    (await writeAs(town.db, town.as(who), (tx) => sql`select from casework.movement_words(array[${id}]::uuid[])`.execute(tx))).rows.length
  assert.deepEqual(
    [await words('lead'), await words('co-ordinator'), await words('other-co-ordinator'), await words('colleague')],
    [1, 0, 0, 0],
  )
  for (const [table, column] of [
    ['pause', 'because'],
    ['tier_period', 'because'],
    ['transition', 'reason'],
    ['transition', 'settlement'],
  ] as const)
    await assert.rejects(
      writeAs(town.db, town.as('lead'), (tx) => sql`select ${sql.ref(column)} from ${sql.raw(`casework.${table}`)}`.execute(tx)),
      /permission denied/,
      `${table} ${column}`,
    )
})
