import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type ContentClass, contentClasses } from './rules/access.ts'
import { openTown, type Townsperson } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town

async function ask(label = 'Amber'): Promise<string> {
  const fields = {
    label,
    area: town.area,
    agency: town.agency('asker'),
    ...dayFields('requestedOn', '2026-03-02'),
    why: 'They are tired',
    told: 'yes',
  }
  const done = await town.send('/families/new', { ...fields, child1: 'Wren Amber', ...dayFields('born1', '2019-02-28') }, 'asker')
  assert.equal(done.status, 303, done.text)
  return done.location
}
const agreement = (agencies: readonly Townsperson[], classes: readonly ContentClass[] = contentClasses) => ({
  ...{ verdict: 'yes', givenBy: 'Mother', entitledBy: 'responsibility', informedHow: 'Talked it through', evidence: 'signed' },
  ...dayFields('givenOn', '2026-03-05'),
  agencies: agencies.map(town.agency),
  classes,
})
async function must(path: string, fields: Readonly<Record<string, string | readonly string[]>>, who: Townsperson): Promise<string> {
  const done = await town.send(path, fields, who)
  assert.equal(done.status, 303, `${path} by ${who}: ${done.status} ${done.text.match(/<main[\s\S]*/)?.[0].slice(0, 1500)}`)
  town.tick()
  return done.location
}
async function led(): Promise<string> {
  const at = await ask()
  await must(`${at}/agreement`, agreement(['asker', 'lead', 'nurse']), 'asker')
  await must(`${at}/lead`, { post: town.post('lead') }, 'asker')
  await must(`${at}/lead/answer`, { verdict: 'yes' }, 'lead')
  return at
}
const idOf = (at: string): string => at.split('/')[2] ?? ''

test('E3, E4: a family is asked for, agrees, gets a lead who says yes; until then nobody else reads who belongs to it', async () => {
  const at = await ask()
  assert.match((await town.get(at, 'asker')).text, /Wren Amber[\s\S]*They are tired/)
  for (const who of ['lead', 'nurse', 'other-co-ordinator', 'governance', 'administrator', 'board-member'] as const)
    assert.equal((await town.get(at, who)).status, 404, who)
  // The co-ordinator of the locality sees that there is a request and what was asked, and no list of people.
  const seen = (await town.get(at, 'co-ordinator')).text
  assert.match(seen, /They are tired/)
  assert.doesNotMatch(seen, /Wren Amber/)
  assert.equal((await town.send(`${at}/lead`, { post: town.post('lead') }, 'asker')).status, 422, 'no lead before the family agreed')
  await must(`${at}/agreement`, agreement(['asker', 'lead']), 'asker')
  await must(`${at}/lead`, { post: town.post('lead') }, 'asker')
  const proposed = (await town.get(at, 'lead')).text
  assert.match(proposed, /You are asked to lead/)
  assert.doesNotMatch(proposed, /Wren Amber/)
  assert.equal((await town.send(`${at}/lead/answer`, { verdict: 'yes' }, 'co-ordinator')).status, 403)
  await must(`${at}/lead/answer`, { verdict: 'yes' }, 'lead')
  assert.match((await town.get(at, 'lead')).text, /Wren Amber[\s\S]*They are tired/)
  // Who works for the same agency reads nothing by that.
  assert.equal((await town.get(at, 'colleague')).status, 404)
})

test('E10, E6: what leaves for other systems leaves for readers alone, names nobody, and is a look', async () => {
  const at = await led()
  const { id: child, family } = await ownerDb
    .selectFrom('casework.person as p')
    .innerJoin('casework.episode as e', 'e.family', 'p.family')
    .where('e.id', '=', idOf(at))
    .select(['p.id', 'p.family'])
    .executeTakeFirstOrThrow()
  const common = {
    episode: idOf(at),
    family,
    person: child,
    source: 'Mother',
    known_on: town.as('lead').today,
    entered_by: town.person('lead'),
    entered_at: town.as('lead').now,
  }
  await ownerDb
    .insertInto('casework.person_fact')
    .values([
      { ...common, id: newId(), kind: 'gender', standing: 'answered', code: 'female' },
      { ...common, id: newId(), kind: 'ethnicity', standing: 'declined' },
    ])
    .execute()
  const looks = async () => (await sql`select from casework.look where episode = ${idOf(at)}`.execute(ownerDb)).rows.length
  const before = await looks()
  const list = await town.get(`${at}/annex-a-list-2.csv`, 'lead')
  assert.equal(list.status, 200)
  assert.match(list.text, /Child Unique ID[\s\S]*b\) Female,s\) REFU,28\/02\/2019,7,05\/03\/2026,,Agency of lead/)
  const episode = await town.get(`${at}/episode.json`, 'lead')
  assert.equal((JSON.parse(episode.text) as { subjectPerson: unknown[] }).subjectPerson.length, 1)
  assert.doesNotMatch(list.text + episode.text, /Wren|Amber/)
  assert.equal(await looks(), before + 2)
  for (const file of ['annex-a-list-2.csv', 'episode.json']) {
    for (const who of ['colleague', 'nurse', 'other-co-ordinator', 'administrator', 'board-member'] as const)
      assert.equal((await town.get(`${at}/${file}`, who)).status, 404, `${who} ${file}`)
    assert.equal((await town.get(`${at}/${file}`, 'co-ordinator')).status, 403, file)
  }
  assert.equal(await looks(), before + 2)
})

test('E3: withdrawal shows what went to whom, ends in one action what rested on it, and leaves what was decided for a child’s protection', async () => {
  const at = await led()
  await must(`${at}/team`, { post: town.post('nurse'), classes: ['family', 'plan'] }, 'lead')
  assert.match((await town.get(at, 'nurse')).text, /Wren Amber/)
  assert.doesNotMatch((await town.get(at, 'nurse')).text, /They are tired/)
  const decision = await must(
    `${at}/sharing`,
    {
      ...{
        verdict: 'share',
        organisation: town.agency('colleague'),
        classes: ['family'],
        basis: 'public-task',
        purpose: 'Protect',
        because: 'No less would do',
      },
      ...{ told: 'no', toldWords: 'It would be dangerous', ...dayFields('holdsUntil', '2026-06-01') },
    },
    'lead',
  )
  assert.equal((await town.send(`${decision}/approve`, {}, 'lead')).status, 404, 'whoever asked does not approve')
  await must(`${decision}/approve`, {}, 'governance')
  const page = (await town.get(at, 'lead')).text
  const withdraw = /href="([^"]*\/withdraw)"/.exec(page)?.[1] ?? ''
  assert.match((await town.get(withdraw, 'lead')).text, /Person nurse, Agency of nurse[\s\S]*went to whom already/)
  await must(withdraw, { withdrawnBy: 'Mother' }, 'lead')
  // Whoever read it sees in words that it closed, and a stranger sees the same of any record.
  const [closed, strange] = [await town.get(at, 'nurse'), await town.get(at.replace(/.{12}$/, '0'.repeat(12)), 'nurse')]
  assert.deepEqual([closed.status, strange.status], [404, 404])
  assert.match(closed.text, /closes to you when the family withdraws its agreement/)
  assert.equal(closed.text.replaceAll(at, ''), strange.text.replaceAll(/\/families\/[0-9a-f-]{36}/g, ''))
  assert.equal((await town.get(at, 'nurse')).status, 404)
  assert.doesNotMatch((await town.get(at, 'lead')).text, /Wren Amber|They are tired/)
  // Nobody is brought in by an agreement that is gone; the decision still stands for its agency.
  assert.equal((await town.send(`${at}/team`, { post: town.post('nurse'), classes: ['family'] }, 'lead')).status, 422)
  await must(`${at}/team`, { post: town.post('colleague'), classes: ['family'] }, 'lead')
  assert.match((await town.get(at, 'colleague')).text, /Wren Amber/)
  await must(`${decision}/end`, {}, 'governance')
  assert.equal((await town.get(at, 'colleague')).status, 404)
})

test('E3: a refusal is kept and opens nothing; a changed agreement takes over what it still covers', async () => {
  const at = await led()
  await must(`${at}/team`, { post: town.post('nurse'), classes: ['family'] }, 'lead')
  await must(`${at}/agreement`, agreement(['asker', 'lead'], ['family']), 'lead')
  assert.equal((await town.get(at, 'nurse')).status, 404)
  const page = (await town.get(at, 'lead')).text
  assert.match(page, /Wren Amber/)
  assert.doesNotMatch(page, /They are tired/)
  const refused = await ask('Beryl')
  await must(`${refused}/agreement`, { ...agreement([], []), verdict: 'no' }, 'asker')
  assert.match((await town.get(refused, 'asker')).text, /Refused/)
  await must(`${refused}/close`, { reason: 'refused', ...dayFields('closedOn', '2026-03-09') }, 'asker')
})

test('E6, X2: every look stands in the list that the family is given, and the database shows nothing to whoever does not look', async () => {
  const at = await led()
  await town.get(at, 'lead')
  const looks = (await town.get(`${at}/looks`, 'lead')).text
  assert.match(looks, /Person lead[\s\S]*Agency of lead[\s\S]*Opened the record/)
  const family = async (tx: Writer) =>
    (
      await tx
        .selectFrom('casework.person as p')
        .innerJoin('casework.episode as e', 'e.family', 'p.family')
        .where('e.id', '=', idOf(at))
        .select('p.id')
        .execute()
    ).length
  // The lead may read, and reads nothing in a transaction that does not say so.
  assert.equal(await writeAs(town.db, town.as('nurse'), family), 0)
  assert.equal(await writeAs(town.db, town.as('lead'), family), 0)
  const looking = async (tx: Writer) => {
    await tx
      .insertInto('casework.look')
      .values({ id: newId(), episode: idOf(at), person: town.person('lead'), organisation: null, what: 'page', at: town.as('lead').now })
      .execute()
    return family(tx)
  }
  assert.equal(await writeAs(town.db, town.as('lead'), looking), 1)
  await assert.rejects(writeAs(town.db, town.as('nurse'), looking), /row-level security/)
})

test('E6: the serving role is refused every table of casework, and by its own role nobody without a tie reads a row', async () => {
  await led()
  const tables = (
    await sql<{
      name: string
    }>`select relname as name from pg_class where relnamespace = 'casework'::regnamespace and relkind = 'r'`.execute(ownerDb)
  ).rows
  for (const { name } of tables) {
    const table = sql.raw(`casework.${name}`)
    await assert.rejects(sql`select from ${table}`.execute(town.house), /permission denied for schema casework/)
    // What the form asks, and what figures wait for, is no family's content: an administrator words and sets it.
    if (['seal', 'post', 'form', 'figure_setting', 'drift_rule'].includes(name) || name.startsWith('form_')) continue
    if (['month_count', 'told_count', 'claim_look'].includes(name)) {
      await assert.rejects(sql`select from ${table}`.execute(town.db), new RegExp(`permission denied for table ${name}`))
      continue
    }
    for (const who of ['visitor', 'administrator', 'board-member'] as const) {
      // What the partnership settled of its practice, of training, of movement and of thresholds, tiers and reasons for closing, and what an audit asks, is set by form, and read by whoever sets it.
      if (
        who === 'administrator' &&
        /_(rule|clock)$|^(threshold|audit)_|^tier(_document|_name)?$|^clos(ing_(document|reason)|ure_group)$/.test(name)
      )
        continue
      const acting = who === 'visitor' ? { ...town.as('asker'), actor: undefined } : town.as(who)
      const { rows } = await writeAs(town.db, acting, (tx) => sql`select from ${table}`.execute(tx))
      assert.equal(rows.length, 0, `${who} read ${name}`)
    }
  }
})

test('E6: nobody opens another family by moving a record to it, past every page', async () => {
  const [mine, other] = [idOf(await led()), idOf(await ask('Cedar'))]
  const { family } = await ownerDb.selectFrom('casework.episode').select('family').where('id', '=', other).executeTakeFirstOrThrow()
  await ownerDb
    .updateTable('casework.episode')
    .set({ closed_on: town.as('lead').today, closure_reason: 'moved' })
    .where('id', '=', other)
    .execute()
  const move = (tx: Writer) => tx.updateTable('casework.episode').set({ family }).execute()
  await assert.rejects(writeAs(town.db, town.as('lead'), move), /an episode stays that of its family/)
  const bring = (tx: Writer) => tx.updateTable('casework.person').set({ family }).where('entered_in', '=', mine).execute()
  await assert.rejects(writeAs(ownerDb, town.as('lead'), bring), /somebody stays of their family/)
  const { id: agreement } = await ownerDb
    .selectFrom('casework.agreement')
    .select('id')
    .where('episode', '=', mine)
    .executeTakeFirstOrThrow()
  const wider = { agreement, organisation: town.agency('governance'), class: 'family' }
  const widen = (tx: Writer) => tx.insertInto('casework.agreement_scope').values(wider).execute()
  await assert.rejects(writeAs(town.db, town.as('asker'), widen), /what an agreement opens is said with it/)
})

test('E4: of two who accept at one moment one leads', async () => {
  const at = await ask()
  await must(`${at}/agreement`, agreement(['lead', 'nurse']), 'asker')
  await must(`${at}/lead`, { post: town.post('lead') }, 'asker')
  assert.equal((await town.send(`${at}/lead`, { post: town.post('nurse') }, 'co-ordinator')).status, 422)
  const both = await Promise.all([
    town.send(`${at}/lead/answer`, { verdict: 'yes' }, 'lead'),
    town.send(`${at}/lead/answer`, { verdict: 'yes' }, 'lead'),
  ])
  assert.deepEqual(both.map(({ status }) => status === 303).sort(), [false, true])
})
