import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import { PNG } from 'pngjs'
import { dayFields } from '#governance/testing/rooms.ts'
import { writeAs } from '#platform/database/session.ts'
import { episodeOf, type Fields, last, ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
const { must, refused, led, enter, personOf, rowsAs } = ledFamilies(town)

const saidOn = (day: string) => dayFields('saidOn', day)
const number = (who: string, answer: string, day: string, more: Fields = {}): Fields => ({
  who,
  answer,
  occasion: 'visit',
  captured: 'by-them',
  ...saidOn(day),
  ...more,
})

test('E2: a worry is written with its goal only, in their words, and other words stand beside it; two who change it lose nothing', async () => {
  const at = await led(['voice'])
  const worry = { kind: 'worried', words: 'Mornings end in tears', whose: 'Mina', ...saidOn('2026-03-01') }
  await refused(`${at}/voice/statements/new`, worry, /Mornings end in tears[\s\S]*never written alone/)
  await refused(`${at}/voice/statements/new`, { ...worry, goal: 'We leave the house smiling' }, /for how long/)
  await refused(`${at}/voice/statements/new`, { ...worry, kind: 'well', goal: 'x', forHowLong: 'y' }, /Only a worry has this/)
  await must(`${at}/voice/statements/new`, { ...worry, goal: 'We leave the house smiling', forHowLong: 'for six weeks' }, 'nurse')
  const { id, episode } = await ownerDb
    .selectFrom('casework.statement')
    .select(['id', 'episode'])
    .where('episode', '=', episodeOf(at))
    .executeTakeFirstOrThrow()
  await must(`${at}/voice/statements/${id}/dispute`, { who: 'Wren', words: 'Only on Mondays', ...saidOn('2026-03-02') })
  const page = (await town.get(`${at}/voice`, 'nurse')).text
  assert.match(
    page,
    /What are we worried about\?[\s\S]*Mornings end in tears[\s\S]*leave the house smiling[\s\S]*for six weeks[\s\S]*Sees it otherwise[\s\S]*Only on Mondays/,
  )
  const change = { ...worry, words: 'Some mornings', goal: 'We smile', forHowLong: 'for six weeks', version: '1' }
  await must(`${at}/voice/statements/${id}/change`, change)
  const second = await town.send(`${at}/voice/statements/${id}/change`, { ...change, words: 'All mornings' }, 'nurse')
  assert.equal(second.status, 409)
  assert.match(second.text, /Some mornings[\s\S]*All mornings/)
  await assert.rejects(ownerDb.updateTable('casework.statement').set({ goal: '' }).where('id', '=', id).execute(), /worry_with_goal/)
  assert.equal(episode, episodeOf(at))
  // One who reads the family's names alone reads none of this, on the page and past it.
  const named = await led(['family'])
  await must(`${named}/voice/statements/new`, { ...worry, goal: 'g', forHowLong: 'w' })
  assert.match((await town.get(`${named}/voice`, 'nurse')).text, /Nothing of this is open to you/)
  assert.equal((await town.get(`${named}/voice/statements/new`, 'nurse')).status, 403)
  assert.equal(await rowsAs('nurse', named, 'statement'), 0)
  assert.equal(await rowsAs('lead', named, 'statement'), 1)
  await assert.rejects(rowsAs('colleague', named, 'statement'), /row-level security/)
})

test('E2: 0 is a reading and “not asked” has none; a child answers for itself; the silence of each is told', async () => {
  const at = await led(['family', 'voice'])
  await enter(at, 'Finch Amber', 'child', dayFields('bornOn', '2017-05-05'))
  await enter(at, 'Mina', 'parent')
  const [wren, finch, mina] = (await Promise.all(['Wren Amber', 'Finch Amber', 'Mina'].map((name) => personOf(at, name)))).map(last) as [
    string,
    string,
    string,
  ]
  assert.match((await town.get(`${at}/voice`, 'lead')).text, /Finch Amber<\/bdi>: none yet[\s\S]*Wren Amber<\/bdi>: none yet/)
  const send = (fields: Fields) => must(`${at}/voice/readings/new`, fields)
  await refused(`${at}/voice/readings/new`, number(wren, '', '2026-01-10', { why: 'Tired' }), /Tired/)
  await refused(`${at}/voice/readings/new`, number(wren, '11', '2026-01-10'), /error-summary/)
  await refused(`${at}/voice/readings/new`, number(wren, '5', '2026-03-11'), /still to come/)
  await refused(`${at}/voice/readings/new`, number('other', '5', '2026-03-01'), /Say who it is/)
  await send(number(wren, '0', '2026-01-10'))
  await send(number(wren, 'not-asked', '2026-02-01', { why: 'Asleep' }))
  await send(number(wren, '4', '2026-03-01', { why: 'Gran came', oneHigher: 'A bed of my own' }))
  await send(number(mina, '3', '2026-02-01'))
  await refused(`${at}/voice/readings/new`, number(mina, '4', '2026-02-01'), /recorded already/)
  await send(number('lead', '6', '2026-02-01', { name: 'Person lead' }))
  const page = (await town.get(`${at}/voice`, 'nurse')).text
  assert.match(
    page,
    /Wren Amber went from 0 to 4, 4 higher, which counts as improved\. Mina gave one number only, 3: no change can be told/,
  )
  assert.match(page, /2 of 3 gave one number only/)
  assert.match(page, /class="gt-chart__series" d="M[^LM]*M[^LM]*"/, 'the gap stays open')
  assert.match(page, /<td[^>]*>Not asked<\/td>/)
  assert.doesNotMatch(page, /Wren Amber<\/bdi>: none/)
  assert.match(page, /Finch Amber<\/bdi>: none yet/)
  const own = `${at}/voice/own/${finch}`
  const asked = (await town.get(own, 'lead')).text
  assert.equal(asked.match(/type="radio" name="answer"/g)?.length, 13)
  assert.doesNotMatch(asked, /Wren|Mina/, 'nothing else of the family is on the child’s page')
  await refused(own, { why: 'Because', help: 'by-them' }, /Because/)
  assert.match(await must(own, { answer: '0', help: 'with-help', why: 'It is loud' }), /thanks/)
  assert.doesNotMatch((await town.get(`${at}/voice`, 'lead')).text, /Finch Amber<\/bdi>: none/)
  assert.match((await town.get(`${at}/voice/readings.csv`, 'nurse')).text, /2026-02-01,Wren Amber,Child,[^\n]*,Not asked,/)
  assert.equal((await town.get(own, 'colleague')).status, 404)
})

/** A request with a file in it, as a browser sends it. */
async function sendFile(
  path: string,
  fields: Readonly<Record<string, string>>,
  file: readonly [string, Uint8Array],
  who: Townsperson = 'lead',
) {
  return town.sendFile(path, fields, { name: file[0], bytes: file[1] }, who)
}

test('E2: words and drawings stand with author and age; what is no picture is refused, and a picture is made anew and served in a look only', async () => {
  const at = await led(['family', 'voice'])
  const wren = last(await personOf(at, 'Wren Amber'))
  const words = { who: wren, captured: 'by-them', ...saidOn('2026-02-27') }
  await refused(`${at}/voice/words/new`, words, /Write their words, or choose a drawing/)
  await must(`${at}/voice/words/new`, { ...words, words: 'أريد أن أنام <b>', withheldFrom: wren })
  const page = (await town.get(`${at}/voice`, 'nurse')).text
  assert.match(page, /dir="auto">أريد أن أنام &lt;b&gt;[\s\S]*6 years, 27 February 2026\. By themselves; kept by Person lead/)
  assert.match(page, /Not for Wren Amber/)
  const plain = PNG.sync.write(Object.assign(new PNG({ width: 3, height: 2 }), { data: Buffer.alloc(24, 200) }))
  const note = Buffer.from('tEXtComment\0<script>secret</script>')
  const around = Buffer.alloc(8)
  around.writeUInt32BE(note.length - 4)
  around.writeUInt32BE(crc32(note), 4)
  const png = Buffer.concat([plain.subarray(0, 33), around.subarray(0, 4), note, around.subarray(4), plain.subarray(33)])
  const hostile: readonly (readonly [string, Uint8Array])[] = [
    ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a.png', Buffer.from('<svg onload="alert(1)"/>')],
    ['a.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<script>alert(1)</script>')])],
    ['a.png', png.subarray(0, 40)],
  ]
  for (const file of hostile) {
    const done = await sendFile(`${at}/voice/words/new`, { ...words, described: 'A house' }, file)
    assert.equal(done.status, 422, file[0])
    assert.match(done.text, /no picture we can keep[\s\S]*A house/)
  }
  assert.match((await sendFile(`${at}/voice/words/new`, words, ['a.png', png])).text, /Describe the drawing/)
  assert.equal((await sendFile(`${at}/voice/words/new`, { ...words, described: 'A house, and all of us' }, ['a.png', png])).status, 303)
  const drawn = await ownerDb.selectFrom('casework.drawing').selectAll().where('episode', '=', episodeOf(at)).executeTakeFirstOrThrow()
  assert.equal(Buffer.from(drawn.bytes).includes('secret'), false, 'made anew from its pixels')
  assert.deepEqual([drawn.width, drawn.height, drawn.media_type], [3, 2, 'image/png'])
  assert.match((await town.get(`${at}/voice`, 'nurse')).text, /alt="A house, and all of us"/)
  assert.equal((await town.get(`${at}/voice/drawings/${drawn.id}`, 'nurse')).status, 200)
  for (const who of ['colleague', 'administrator', 'board-member'] as const)
    assert.equal((await town.get(`${at}/voice/drawings/${drawn.id}`, who)).status, 404)
  await assert.rejects(
    writeAs(town.db, town.as('lead'), (tx) => tx.updateTable('casework.drawing').set({ described: 'x' }).execute()),
    /permission denied/,
  )
})

test('E2: labels and steps hold from their day, are set by whoever governs information, and nobody else', async () => {
  const set = {
    worriedLabel: 'Worries',
    wellLabel: 'Good things',
    happenLabel: 'Dreams',
    question: 'How is it?',
    lowWords: 'Awful',
    highWords: 'Lovely',
  }
  const practice = { ...set, improvedStep: '2', silentWeeks: '4', source: 'Steering group', ...dayFields('startsOn', '2026-03-10') }
  assert.equal((await town.send('/families/practice', practice, 'lead')).status, 403)
  await must('/families/practice', practice, 'governance')
  await refused('/families/practice', practice, /set from that day already/, 'governance')
  const at = await led(['family', 'voice'])
  assert.match((await town.get(`${at}/voice`, 'lead')).text, /Worries[\s\S]*Good things[\s\S]*Dreams/)
})

test('E1: what the record knows is asked nowhere twice: it shows as filled, read and printed, and no address that is kept from anybody', async () => {
  const at = await led()
  const wren = await personOf(at, 'Wren Amber')
  const one = await must(`${at}/assessment/new`, { children: last(wren), ...dayFields('startedOn', '2026-03-07') })
  await enter(at, 'Karl Amber', 'parent', { hasResponsibility: 'yes' })
  const karl = last(await personOf(at, 'Karl Amber'))
  const known = { source: 'Mother', ...dayFields('knownOn', '2026-03-05') }
  await must(
    `${wren}/facts`,
    { ...known, gender: 'female', religion: 'declined', caring: 'yes', 'caring-words': 'For her brother' },
    'lead',
  )
  await must(`${wren}/address`, { kind: 'usual', lines: '4 Refuge Lane', postcode: 'NB4 4RL', source: 'Mother' }, 'lead')
  const tie = { type: 'father', object: last(wren), responsibility: 'yes', livesWith: 'no', source: 'Mother' }
  await must(`${at}/people/${karl}/relationship`, tie, 'lead')
  const told = { kind: 'well', whose: 'Wren', ...dayFields('saidOn', '2026-03-06') }
  await must(`${at}/voice/statements/new`, { ...told, words: 'We cook every evening' }, 'lead')
  await must(`${at}/voice/statements/new`, { ...told, words: 'Kept from him', withheldFrom: karl }, 'lead')
  const read = (await town.get(`${one}/read`, 'lead')).text
  for (const words of [
    /Girl or woman/,
    /Declined to say/,
    /For her brother/,
    /Father of Wren Amber/,
    /4 Refuge Lane, NB4 4RL/,
    /We cook every evening/,
  ])
    assert.match(read, words)
  assert.doesNotMatch(read, /Kept from him/)
  const form = (await town.get(`${one}/parts/background`, 'lead')).text
  assert.match(form, new RegExp(`Caring responsibility[\\s\\S]*href="${at}/people"`))
  assert.doesNotMatch(form, /q-(disability|caring|interpreter)/)
  await must(`${wren}/shield`, { shieldedFrom: karl, because: 'Order of the court' }, 'lead')
  assert.doesNotMatch((await town.get(`${one}/read`, 'lead')).text, /Refuge|NB4/)
  assert.equal((await town.get(`${one}/paper.pdf`, 'lead')).status, 200)
})

test('E4: a print carries only addresses and contacts that its reader may be shown', async () => {
  const at = await led()
  await enter(at, 'Karl Amber', 'parent')
  const [wren, karl] = [await personOf(at, 'Wren Amber'), last(await personOf(at, 'Karl Amber'))]
  await must(`${wren}/address`, { kind: 'usual', lines: '4 Refuge Lane', postcode: 'NB4 4RL', source: 'Mother' })
  await must(`${wren}/shield`, { shieldedFrom: karl, because: 'Order of the court' })
  const shelter = { name: 'Kim', agency: 'A shelter', role: 'Advises', contact: '01234 kept', shieldedFrom: karl }
  await must(`${at}/plan/members/new`, { ...shelter, ...dayFields('startsOn', '2026-03-08') })
  await must(`${at}/plan/begin`, { ...dayFields('agreedOn', '2026-03-08'), familyWords: 'Calm mornings' })
  const printed = async (who: string, edition: string) => {
    const print = await must(`${at}/plan/print-for`, { who, edition })
    assert.equal((await town.get(`${print}/plan.pdf`, 'lead')).status, 200)
    return (await town.get(print, 'lead')).text
  }
  const kim = await ownerDb.selectFrom('casework.team_member').select('id').where('name', '=', 'Kim').executeTakeFirstOrThrow()
  assert.match(await printed(`relative:${last(wren)}`, 'large'), /01234 kept[\s\S]*Wren Amber: 4 Refuge Lane, NB4 4RL/)
  for (const who of [`relative:${karl}`, `member:${kim.id}`])
    assert.doesNotMatch(await printed(who, 'plain'), /Refuge|NB4|01234 kept/, 'nor to somebody outside the family')
  assert.doesNotMatch((await town.get(`${at}/plan/our-page`, 'lead')).text, /Refuge|01234 kept/, 'the page of all is read by all')
})
