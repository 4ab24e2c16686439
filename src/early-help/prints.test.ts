import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { PNG } from 'pngjs'
import { dayFields } from '#governance/testing/rooms.ts'
import { writeAs } from '#platform/database/session.ts'
import { lookAt } from './commands/look.ts'
import { episodeOf, last, ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
const { must, refused, led, enter, personOf, rowsAs } = ledFamilies(town)

test('E1: an assessment and the family’s own page ask before they are printed where their words name what is withheld, of each reader and anew when the words change', async () => {
  const at = await led(['family', 'assessment', 'plan'])
  const wren = (await personOf(at, 'Wren Amber')).split('/').at(-1) ?? ''
  for (const name of ['Karl Amber', 'Mina Amber']) await enter(at, name, 'parent')
  const [karl, mina] = [await personOf(at, 'Karl Amber'), await personOf(at, 'Mina Amber')].map((one) => one.split('/').at(-1) ?? '')
  const today = town.as('lead').today.toString()
  const place = { kind: 'usual', lines: '4 Refuge Lane', postcode: 'NB4 4RL', source: 'Mother' }
  await must(`${at}/people/${wren}/address`, place)
  const one = await must(`${at}/assessment/new`, { children: wren, ...dayFields('startedOn', today) })
  await must(`${one}/parts/reason`, { version: '0', 'q-what-led': 'They fled to 4 refuge lane' })
  await must(`${at}/plan/begin`, { ...dayFields('agreedOn', today), familyWords: 'We like Refuge Lane' })
  const of = async (path: string, who: Townsperson = 'lead') => {
    const { status, location } = await town.get(path, who)
    return status === 303 ? location : status
  }
  assert.deepEqual([await of(`${one}/paper.pdf`), await of(`${at}/plan/our-page`)], [200, 200], 'nothing is withheld yet')
  assert.doesNotMatch((await town.get(`${one}/read`, 'lead')).text, /Words of this page/)
  await must(`${at}/people/${wren}/shield`, { shieldedFrom: karl ?? '', because: 'Order of the court' })
  const ask = `${one}/before-print?print=paper`
  assert.equal(await of(`${one}/paper.pdf`), ask)
  assert.equal(await of(`${one}/large.pdf?for=${karl}`), `${one}/before-print?print=large&for=${karl}`)
  assert.equal(await of(`${one}/paper.pdf?for=${mina}`), 200, 'nothing is withheld from her')
  assert.match((await town.get(one, 'lead')).text, new RegExp(`paper.pdf\\?for=${karl}`))
  assert.match(
    (await town.get(`${one}/read`, 'lead')).text,
    /Words of this page name an address or a contact that is withheld from somebody/,
  )
  const actionAt = async (path: string) => {
    const { text } = await town.get(path, 'lead')
    assert.match(text, /Words of this paper (may )?name/)
    return (/<form method="post" action="([^"]*before-print[^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&')
  }
  const asked = await actionAt(ask)
  await refused(asked, {}, /Read every word first/)
  await refused(ask, { sure: 'yes' }, /Its words have changed since/)
  assert.equal(await must(asked, { sure: 'yes' }), `${one}/paper.pdf`)
  assert.deepEqual(
    [await of(`${one}/paper.pdf`), await of(`${one}/paper.pdf`, 'nurse'), await of(`${one}/paper.pdf?for=${karl}`)],
    [200, ask, `${ask}&for=${karl}`],
    'for this reader, by whoever read it',
  )
  await must(`${one}/parts/reason`, { version: '1', 'q-what-led': 'They fled to 4, Refuge Lane, by night' })
  assert.equal(await of(`${one}/paper.pdf`), ask, 'other words are read again')
  // The page that the whole family reads: a street without its number is asked about less surely.
  const own = `${at}/plan/our-page`
  assert.equal(await of(own), `${own}/before-print`)
  const may = await actionAt(`${own}/before-print`)
  assert.equal(await must(may, { sure: 'yes' }), own)
  assert.match((await town.get(own, 'lead')).text, /Words of this page may name/)
  const kept = await ownerDb.selectFrom('casework.paper_sure').select(['class', 'recipient', 'entered_by']).execute()
  assert.deepEqual(
    kept.map((row) => row.class),
    ['assessment', 'plan'],
  )
  assert.ok(kept.every((row) => row.entered_by === town.person('lead')))
  // Whoever cannot read this part is told nothing by the question itself.
  const { told } = await writeAs(town.db, town.as('colleague'), (tx) =>
    tx
      .selectNoFrom(sql<string | null>`casework.words_tell(${episodeOf(at)}::uuid, 'plan', null, '4 Refuge Lane')`.as('told'))
      .executeTakeFirstOrThrow(),
  )
  assert.equal(told, null)
})

test('E4: a signed copy of the plan comes back as photographs, made anew, sealed with the plan, and they stay as they came until a wrong one is destroyed', async () => {
  const at = await led(['family', 'plan'])
  await must(`${at}/plan/begin`, { ...dayFields('agreedOn', '2026-02-27'), familyWords: 'Calm mornings' })
  const print = async (name: string) =>
    must(`${at}/plan/print-for`, { who: `relative:${last(await personOf(at, name))}`, edition: 'plain' })
  const [wrens, again] = [await print('Wren Amber'), await print('Wren Amber')]
  await must(`${wrens}/signed`, { ...dayFields('signedOn', '2026-02-28'), signedWords: 'Wren signed', version: '1' })
  assert.match((await town.get(wrens, 'lead')).text, /Wren signed[\s\S]*Add a photograph of it/)
  await refused(`${wrens}/pages/new`, {}, /Choose a photograph of the page/)
  const plain = PNG.sync.write(Object.assign(new PNG({ width: 3, height: 2 }), { data: Buffer.alloc(24, 200) }))
  const bring = (to: string, name: string, bytes: Uint8Array) => town.sendFile(`${to}/pages/new`, {}, { name, bytes }, 'lead')
  assert.match((await bring(wrens, 'a.svg', Buffer.from('<svg onload="alert(1)"/>'))).text, /no picture we can keep/)
  const both = await Promise.all([1, 2].map(() => bring(wrens, 'page.png', plain)))
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  const back = await ownerDb.selectFrom('casework.signed_page').selectAll().where('episode', '=', episodeOf(at)).orderBy('number').execute()
  assert.deepEqual(
    back.map(({ number }) => number),
    [1, 2],
  )
  const page = `${wrens}/pages/${back[0]?.id}`
  assert.match((await town.get(wrens, 'nurse')).text, /alt="Page 2 of the signed copy/)
  assert.equal((await town.get(page, 'nurse')).headers.get('content-type'), 'image/png')
  for (const who of ['colleague', 'administrator', 'board-member'] as const) assert.equal((await town.get(page, who)).status, 404)
  assert.equal((await town.sendFile(`${wrens}/pages/new`, {}, { name: 'page.png', bytes: plain }, 'nurse')).status, 403)
  assert.match((await bring(again, 'page.png', plain)).text, /Record first that a signed copy came back/)
  assert.equal(await rowsAs('colleague', at, 'signed_page').catch(() => 0), 0)
  await assert.rejects(
    writeAs(town.db, town.as('lead'), (tx) => tx.updateTable('casework.signed_page').set({ width: 9 }).execute()),
    /permission denied/,
  )
  // The wrong family's paper: its pixels go from every version, that there was one stays.
  const wrong = `${page}/wrong`
  assert.match((await town.get(wrong, 'lead')).text, /destroyed at once and cannot be brought back/)
  assert.equal((await town.get(wrong, 'nurse')).status, 403)
  assert.doesNotMatch((await town.get(wrens, 'nurse')).text, /is the wrong photograph/)
  await refused(wrong, {}, /Why is it the wrong one/)
  const gone = await Promise.all([1, 2].map(() => town.send(wrong, { because: 'Paper of another family' }, 'lead')))
  assert.deepEqual(gone.map(({ status }) => status).toSorted(), [303, gone.map(({ status }) => status).toSorted()[1]])
  assert.ok(
    gone.some(({ status }) => status !== 303),
    'taken back once',
  )
  const after = (await town.get(wrens, 'nurse')).text
  assert.match(
    after,
    /alt="Page 1 of the signed copy[\s\S]*taken back and destroyed: 10 March 2026[^<]*by Person lead\. Paper of another family/,
  )
  assert.doesNotMatch(after, /alt="Page 2/)
  for (const who of ['lead', 'nurse'] as const) assert.equal((await town.get(page, who)).status, 404)
  const { rows } = await sql<{ left: number; digest: string }>`
    select (select count(*)::int from casework.former_version v where v.source = 'signed_page') as left, digest from casework.signed_page where id = ${back[0]?.id}::uuid and bytes is null`.execute(
    ownerDb,
  )
  assert.deepEqual(rows[0], {
    left: 0,
    digest: createHash('sha256')
      .update(back[0]?.bytes ?? '')
      .digest('hex'),
  })
  assert.equal((await bring(wrens, 'page.png', plain)).status, 303)
  await assert.rejects(
    lookAt(town.db, town.as('lead'), episodeOf(at), 'plan-lead', ({ tx }) =>
      tx
        .updateTable('casework.signed_page')
        .set({ taken_back_because: 'Again' })
        .where('id', '=', back[0]?.id ?? '')
        .execute(),
    ),
    /taken back once/,
  )
})

test('E4: a print shows words, needs, actions and the team as they stood when it was printed, whatever becomes of them, and never what is withheld since', async () => {
  const at = await led(['family', 'plan'])
  await enter(at, 'Karl', 'parent')
  const [wren, karl] = await Promise.all(['Wren Amber', 'Karl'].map(async (name) => last(await personOf(at, name))))
  const today = town.as('lead').today
  await must(`${at}/people/${wren}/address`, { kind: 'usual', lines: '4 Refuge Lane', postcode: 'NB4 4RL', source: 'Mother' })
  await must(`${at}/plan/begin`, { ...dayFields('agreedOn', today.toString()), familyWords: 'Calm mornings' })
  await must(`${at}/plan/needs/new`, { need: 'Mornings are hard', outcome: 'We leave in time' })
  const idOf = async (table: 'plan_need' | 'plan_action' | 'team_member') => {
    const query = ownerDb.selectFrom(`casework.${table}`).select('id').where('episode', '=', episodeOf(at))
    const rows = await query.orderBy('entered_at', 'desc').execute()
    assert.ok(rows[0], table)
    return rows[0].id
  }
  const need = await idOf('plan_need')
  const act = { who: `relative:${karl}`, inRoom: 'yes', ...dayFields('dueOn', today.add({ days: 9 }).toString()) }
  await must(`${at}/plan/needs/${need}/actions/new`, { ...act, what: 'Lay out clothes' })
  const action = await idOf('plan_action')
  await must(`${at}/plan/members/new`, { name: 'Kim', agency: 'A club', role: 'Advises', ...dayFields('startsOn', today.toString()) })
  const kim = await idOf('team_member')
  const print = await must(`${at}/plan/print-for`, { who: `relative:${karl}`, edition: 'plain' })
  const then = (await town.get(print, 'lead')).text
  assert.match(then, /Calm mornings[\s\S]*We leave in time[\s\S]*Lay out clothes\. By 19 March 2026[\s\S]*Kim, A club[\s\S]*4 Refuge Lane/)
  town.tick({ hours: 24 })
  await must(`${at}/plan/words`, { familyWords: 'Other words', version: '1' })
  await must(`${at}/plan/needs/${need}`, { need: 'Now evenings', outcome: 'We sleep', version: '1' })
  await must(`${at}/plan/actions/${action}/progress`, { progress: 'Went well', isDone: 'yes', evidence: 'Seen', version: '1' })
  await must(`${at}/plan/needs/${need}/actions/new`, { ...act, what: 'Buy a lamp' })
  await must(`${at}/plan/members/${kim}/end`, { ...dayFields('endsOn', today.add({ days: 1 }).toString()), version: '1' })
  const main = (html: string): string => html.match(/<main[\s\S]*<\/main>/)?.[0].replaceAll(/<div class="gt-no-print">[\s\S]*/g, '') ?? ''
  assert.equal(main((await town.get(print, 'lead')).text), main(then))
  await must(`${at}/people/${wren}/shield`, { shieldedFrom: karl ?? '', because: 'Order of the court' })
  const since = (await town.get(print, 'lead')).text
  assert.match(since, /Calm mornings[\s\S]*Lay out clothes\. By 19 March 2026[\s\S]*Kim, A club[\s\S]*as it was printed on 10 March 2026/)
  assert.doesNotMatch(since, /Refuge|NB4|Buy a lamp|Other words|Now evenings/)
  const again = (await town.get(await must(`${at}/plan/print-for`, { who: `relative:${karl}`, edition: 'plain' }), 'lead')).text
  assert.match(again, /Other words[\s\S]*We sleep[\s\S]*Lay out clothes\. Done\.[\s\S]*Buy a lamp/)
  assert.doesNotMatch(again, /Kim, A club/)
})
