import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { assessing } from './testing/assessing.ts'
import { ledFamilies } from './testing/led-families.ts'
import { ofRights } from './testing/of-rights.ts'
import { openTown, type Townsperson } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
const { ownerDb } = town
const { must, today, begun, filled } = assessing(town)
const { refused, led } = ledFamilies(town)
const { standOf, past } = ofRights(town)
const idOf = (at: string, n = 2): string => at.split('/')[n] ?? ''

test('E1: begun by mistake it is taken back with a reason, while nobody else knows of it; it counts for nothing and another begins', async () => {
  const { at, one } = await begun()
  await filled(at, one)
  await must(`${one}/contributors`, { post: town.post('nurse'), part: 'professionals', told: 'Wren' }, 'lead')
  assert.match((await town.send(`${one}/mistake`, { because: 'Another Wren' }, 'lead')).text, /Somebody else knows of it/)
  const asked = await ownerDb.selectFrom('casework.contribution').select('id').where('episode', '=', idOf(at)).executeTakeFirstOrThrow()
  await must(`${one}/take-back`, { contribution: asked.id }, 'lead')
  const drift = async () => {
    const { rows } = await writeAs(town.db, town.as('lead'), (tx) =>
      sql<{
        silent: number
      }>`select silent_children as silent from casework.drift_facts(${town.as('lead').today}::date, ${town.as('lead').today}::date) where episode = ${idOf(at)}`.execute(
        tx,
      ),
    )
    return rows[0]?.silent
  }
  assert.equal(await drift(), 0)
  assert.equal((await town.send(`${one}/mistake`, { because: '' }, 'lead')).status, 422)
  await must(`${one}/mistake`, { because: 'Another Wren' }, 'lead')
  assert.equal(await drift(), 1, 'what was said of it is no entry any more')
  const taken = (await town.get(one, 'lead')).text
  assert.match(taken, /Taken back[\s\S]*Person lead: Another Wren/)
  assert.doesNotMatch(taken, /Record a signature|begun by mistake<|Ask somebody to contribute/, 'nothing is offered that is refused')
  for (const [step, fields] of [
    ['complete', {}],
    ['sent', dayFields('day', today())],
    ['signatures', { name: 'Mother', capacity: 'family', evidence: 'signed', ...dayFields('signedOn', today()) }],
    ['parts/reason', { version: '1', 'q-what-led': 'x' }],
    ['mistake', { because: 'Twice' }],
  ] as const)
    assert.equal((await town.send(`${one}/${step}`, fields, 'lead')).status, 422, step)
  for (const change of [
    sql`update casework.assessment set taken_back_at = null, taken_back_by = null, taken_back_because = '' where id = ${idOf(one, 4)}`,
    sql`update casework.answer set words = 'x' where assessment = ${idOf(one, 4)}`,
  ])
    await assert.rejects(
      writeAs(ownerDb, town.as('lead'), (tx) => change.execute(tx)),
      /stays as it was/,
    )
  const child = /name="children"[^>]*value="([^"]+)"/.exec((await town.get(`${at}/assessment/new`, 'lead')).text)?.[1] ?? ''
  const next = await must(`${at}/assessment/new`, { children: child, ...dayFields('startedOn', today()) }, 'lead')
  // Signed it is known to others, past every page.
  await must(`${next}/signatures`, { name: 'Mother', capacity: 'family', evidence: 'signed', ...dayFields('signedOn', today()) }, 'lead')
  const back = sql`update casework.assessment set taken_back_at = ${town.as('lead').now}, taken_back_by = ${town.person('lead')}, taken_back_because = 'x' where id = ${idOf(next, 4)}`
  await assert.rejects(
    writeAs(ownerDb, town.as('lead'), (tx) => back.execute(tx)),
    /not taken back/,
  )
})

const father = {
  ...{ saidBy: 'Father', entitledHow: 'The birth certificate', stance: 'objects', words: 'I was not asked', evidence: 'spoken' },
  ...dayFields('saidOn', '2026-03-09'),
}
const step = (agrees: 'yes' | 'no') => ({
  ...{ kind: 'step-up', target: town.agency('nurse'), toTier: 'child-in-need', agrees, words: 'The secret of Amber' },
  ...{ ...(agrees === 'no' ? { withoutBecause: 'A child is in danger' } : {}), ...dayFields('proposedOn', '2026-03-10') },
})

test('E3, E5: an objection closes what was sent with the family’s agreement at once, and nothing more is sent by it; what protects a child stands', async () => {
  const at = await led(['family', 'plan'])
  const move = await must(`${at}/movement/new`, step('yes'), 'lead')
  await must(`${move}/send-here`, {}, 'lead')
  assert.match((await town.get(move, 'nurse')).text, /The secret of Amber/)
  await must(`${at}/disagreement`, father, 'lead')
  const closed = (await town.get(move, 'nurse')).text
  assert.doesNotMatch(closed, /The secret of Amber|Father/)
  assert.match(closed, /has changed since, and it is closed to you/)
  assert.match((await town.get(move, 'lead')).text, /The secret of Amber/)
  await must(`${move}/withdraw`, {}, 'lead')
  await refused(`${at}/movement/new`, step('yes'), /Somebody else who may decide does not agree/)
  const without = await must(`${at}/movement/new`, step('no'), 'lead')
  await must(`${without}/send-here`, {}, 'lead')
  assert.match((await town.get(without, 'nurse')).text, /The secret of Amber/)
  assert.match((await town.get(`${at}/sharing`, 'lead')).text, /Two who may decide disagree[\s\S]*I was not asked/)
  assert.match((await town.get(`${at}/looks`, 'lead')).text, /Person lead/)
  // They agree now: what was sent by agreement may go again.
  await must(`${at}/disagreements/${await standOf(at)}/end`, { endedHow: 'He said so', version: '1' }, 'lead')
  assert.doesNotMatch((await town.get(`${at}/sharing`, 'lead')).text, /Two who may decide disagree/)
})

test('E3: a renewal counts from the review at which the family renewed, and from today where there was none', async () => {
  const at = await led()
  const dayOf = async (): Promise<string> => {
    const text = (await town.get(`${at}/agreement/renew`, 'lead')).text
    return ['day', 'month', 'year'].map((part) => new RegExp(`name="givenOn-${part}"[^>]*value="(\\d+)"`).exec(text)?.[1]).join(' ')
  }
  assert.equal(await dayOf(), '10 3 2026')
  const values = sql`insert into casework.plan_version (id, episode, number, agreed_on, entered_by, entered_at) values (gen_random_uuid(), ${idOf(at)}, 1, '2026-01-10', ${town.person('lead')}, '2026-01-10')`
  await values.execute(ownerDb)
  for (const [held, answer] of [
    ['2026-02-20', 'renews'],
    ['2026-03-01', 'not-asked'],
  ] as const)
    await sql`insert into casework.plan_review (id, episode, due_on, held_on, plan_number, agreement_answer, agreement_because, next_due_on, entered_by, entered_at)
      select gen_random_uuid(), ${idOf(at)}, ${held}::date, ${held}::date, 1 , ${answer}, ${answer === 'renews' ? '' : 'They were ill'}, '2026-06-01', ${town.person('lead')}, ${held}::timestamptz
      on conflict do nothing`.execute(ownerDb)
  assert.equal(await dayOf(), '20 2 2026')
})

test('E6: from the moment that a family is withheld nobody outside finds it, by no page and by no query, and nobody says so without a shield', async () => {
  const at = await led(['family'])
  const reference = (await town.get(at, 'lead')).text.match(/EH-[A-Z0-9]{4}-[A-Z0-9]{4}/)?.[0] ?? ''
  // Another co-ordinates the same locality, and is named as whom one asks instead.
  const asks = newId()
  const post = {
    id: asks,
    person: town.person('board-member'),
    organisation: town.agency('board-member'),
    role: 'co-ordinator',
    area: town.area,
  }
  await ownerDb
    .insertInto('casework.post')
    .values({ ...post, starts_on: Temporal.PlainDate.from('2020-01-01') })
    .execute()
  const shield = { reason: 'abuse', words: 'He works at the council', asks, ...dayFields('lookAgainOn', '2026-06-01') }
  await assert.rejects(
    past('co-ordinator', at, (tx) => sql`update casework.family set is_shielded = true`.execute(tx)),
    /a family is shielded by a shield/,
  )
  await refused(`${at}/shield`, { ...shield, asks: '' }, /Whom does one ask instead/, 'co-ordinator')
  await refused(`${at}/shield`, { ...shield, asks: town.post('other-co-ordinator') }, /Choose one of the answers/, 'co-ordinator')
  for (const who of ['nurse', 'other-co-ordinator', 'governance', 'colleague'] as const)
    assert.ok([403, 404].includes((await town.send(`${at}/shield`, shield, who)).status), who)
  assert.match((await town.get('/families', 'co-ordinator')).text, new RegExp(reference))
  // Other families of this town have a child of that name and birthday, too.
  const found = async () =>
    (await town.send('/families/involved', { name: 'Wren Amber', ...dayFields('bornOn', '2019-02-28') }, 'colleague')).text.split(
      'Agency of lead',
    ).length
  const before = await found()
  assert.equal(await must(`${at}/shield`, shield, 'co-ordinator'), '/families')
  for (const who of ['co-ordinator', 'other-co-ordinator', 'governance', 'colleague', 'administrator'] as const) {
    assert.equal((await town.get(at, who)).status, 404, who)
    for (const page of ['/families', '/families/drift', '/families/movements', '/families/quality'])
      assert.doesNotMatch((await town.get(page, who)).text, new RegExp(reference), `${who} ${page}`)
    for (const table of ['episode', 'agreement', 'lead_period', 'access_grant', 'look', 'family_shield', 'transition']) {
      const key = sql.raw(table === 'episode' ? 'id' : 'episode')
      const { rows } = await writeAs(town.db, town.as(who), (tx) =>
        sql`select from ${sql.raw(`casework.${table}`)} where ${key} = ${idOf(at)}`.execute(tx),
      )
      assert.equal(rows.length, 0, `${who} ${table}`)
    }
    await assert.rejects(
      past(who, at, (tx) => sql`select`.execute(tx)),
      /row-level security/,
      who,
    )
  }
  assert.equal(await found(), before - 1)
  assert.match((await town.get(at, 'lead')).text, /It is withheld that this family is known here/)
  assert.match((await town.get(at, 'nurse')).text, /Wren Amber/)
  // Whom one asks is the same whether there is nothing or it is withheld.
  const nothing = (await town.send('/families/involved', { name: 'Nobody', ...dayFields('bornOn', '2019-02-28') }, 'colleague')).text
  assert.match(nothing, /no record to tell you of[\s\S]*Locality 1: Person co-ordinator[\s\S]*Locality 2: Person other-co-ordinator/)
  // Whoever is named finds it, settles who disagrees, and may end it; whoever owns information governance ends it and reads no word.
  assert.match((await town.get(at, 'lead')).text, /Whom one asks instead[\s\S]*Person board-member/)
  assert.match((await town.get('/families', 'board-member')).text, new RegExp(reference))
  assert.doesNotMatch((await town.get(at, 'board-member')).text, /Wren Amber/)
  await must(`${at}/disagreement`, father, 'lead')
  const stand = await standOf(at)
  const items = async (who: Townsperson) => ((await familyWork(town.db)(town.as(who)))?.items ?? []).map(({ href }) => href)
  assert.ok((await items('board-member')).includes(`${at}/disagreements/${stand}`))
  assert.ok(!(await items('co-ordinator')).includes(`${at}/disagreements/${stand}`))
  const settled = { verdict: 'as-agreed', because: 'Both were heard', toldHow: 'A letter to each', version: '1' }
  await must(`${at}/disagreements/${stand}`, settled, 'board-member')
  await must(`${at}/shield/end`, { endedBecause: 'He moved abroad', version: '1' }, 'board-member')
  assert.equal((await town.get(at, 'co-ordinator')).status, 200)
  await must(`${at}/shield`, { ...shield, asks: town.post('co-ordinator') }, 'co-ordinator')
  assert.equal((await town.get(at, 'board-member')).status, 404)
  const list = (await town.get('/families/withheld', 'governance')).text
  assert.match(list, new RegExp(`${reference}[\\s\\S]*Person co-ordinator`))
  assert.doesNotMatch(list, /Amber|council/)
  const end = /href="(\/families\/withheld\/[^"]*\/end)"/.exec(list)?.[1] ?? ''
  for (const who of ['lead', 'nurse', 'co-ordinator', 'administrator'] as const) {
    assert.equal((await town.get('/families/withheld', who)).status, 403, who)
    assert.equal((await town.send(end, { endedBecause: 'x', version: '1' }, who)).status, 403, who)
  }
  await must(end, { endedBecause: 'The court lifted it', version: '1' }, 'governance')
  assert.match((await town.get(`${at}/looks`, 'lead')).text, /Person governance/)
  assert.equal((await town.get(at, 'co-ordinator')).status, 200)
  // Who looked, on paper for the family: for whoever keeps the record alone.
  assert.equal((await town.get(`${at}/looks.pdf`, 'lead')).status, 200)
  assert.equal((await town.get(`${at}/looks.pdf`, 'nurse')).status, 403)
})

test('E6: a supervisor reads assessment, plan and people of whom they supervise, each by a look that says so, and prints and writes nothing', async () => {
  const { at, one } = await begun()
  await filled(at, one)
  const pages = [`${at}/assessment`, one, `${one}/read`, `${at}/plan`, `${at}/people`]
  for (const page of pages) assert.equal((await town.get(page, 'colleague')).status, 404, page)
  const tie = { supervisor: town.post('colleague'), worker: town.post('lead'), ...dayFields('startsOn', '2026-01-01') }
  await must('/families/posts/supervision', tie, 'administrator')
  await must(`${at}/plan/begin`, { ...dayFields('agreedOn', today()), familyWords: 'Calm mornings' }, 'lead')
  const seen = await Promise.all(pages.map((page) => town.get(page, 'colleague')))
  for (const [index, words] of [/EA-/, /The parts/, /School was missed[\s\S]*I like my room/, /Calm mornings/, /Wren Amber/].entries()) {
    assert.equal(seen[index]?.status, 200, `page ${index}`)
    assert.match(seen[index]?.text ?? '', words)
    assert.match(seen[index]?.text ?? '', /You read this to supervise the work/)
    assert.doesNotMatch(
      seen[index]?.text ?? '',
      /paper\.pdf|Complete this assessment|Enter a need|Enter somebody|The family has not been asked/,
    )
  }
  const { rows } = await sql<{
    what: string
  }>`select distinct what from casework.look where episode = ${idOf(at)} and person = ${town.person('colleague')}`.execute(ownerDb)
  assert.deepEqual(
    rows.map(({ what }) => what),
    ['supervised'],
  )
  for (const path of [
    `${one}/paper.pdf`,
    `${one}/views`,
    `${one}/mistake`,
    `${at}/plan/needs/new`,
    `${at}/people/new`,
    `${one}/parts/reason`,
  ])
    assert.equal((await town.get(path, 'colleague')).status, 403, path)
})

test('E3, E12: of a withdrawal and a print at one moment, either the print came first and stands among the looks, or nothing is printed', async () => {
  const { at, one } = await begun()
  await filled(at, one)
  await must(`${at}/team`, { post: town.post('nurse'), classes: ['family', 'assessment'] }, 'lead')
  const agreed = await ownerDb.selectFrom('casework.agreement').select('id').where('episode', '=', idOf(at)).executeTakeFirstOrThrow()
  const print = () => town.get(`${one}/paper.pdf`, 'nurse')
  const [first, withdrawn, second] = await Promise.all([
    print(),
    town.send(`${at}/agreements/${agreed.id}/withdraw`, { withdrawnBy: 'Mother' }, 'lead'),
    print(),
  ])
  assert.equal(withdrawn.status, 303)
  assert.ok([first, second].every(({ status, text }) => status === 200 || (status === 404 && !/Wren|School was missed/.test(text))))
  const looks = await ownerDb
    .selectFrom('casework.look')
    .select('id')
    .where('episode', '=', idOf(at))
    .where('person', '=', town.person('nurse'))
    .execute()
  assert.equal(looks.length, [first, second].filter(({ status }) => status === 200).length)
  assert.equal((await print()).status, 404)
})

test('E12: an assessment is printed for one of the family with what is not withheld from them, and for nobody of another family', async () => {
  const { at, one } = await begun()
  assert.doesNotMatch((await town.get(one, 'lead')).text, /not withheld from them/)
  await must(`${at}/people/new`, { name: 'Karl', part: 'parent' }, 'lead')
  const people = await ownerDb
    .selectFrom('casework.person as p')
    .innerJoin('casework.episode as e', 'e.family', 'p.family')
    .where('e.id', '=', idOf(at))
    .select(['p.id', 'p.name'])
    .execute()
  const karl = people.find(({ name }) => name === 'Karl')?.id ?? ''
  const against = { who: 'Wren', class: 'assessment', about: 'Late', captured: 'by-them', words: 'I was not late', withheldFrom: karl }
  await must(`${at}/put-right/statement`, { ...against, ...dayFields('saidOn', today()) }, 'lead')
  assert.match((await town.get(one, 'lead')).text, new RegExp(`not withheld from them[\\s\\S]*paper\\.pdf\\?for=${karl}`))
  assert.equal((await town.get(`${one}/paper.pdf?for=${karl}`, 'lead')).status, 200)
  assert.equal((await town.get(`${one}/paper.pdf?for=${newId()}`, 'lead')).status, 404)
})
