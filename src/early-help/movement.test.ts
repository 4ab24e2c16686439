import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { contentClasses } from './rules/access.ts'
import { openTown, type Townsperson } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
const { ownerDb } = town
type Fields = Readonly<Record<string, string | readonly string[]>>

async function must(path: string, fields: Fields, who: Townsperson | undefined): Promise<string> {
  const done = await town.send(path, fields, who)
  assert.equal(done.status, 303, `${path}: ${done.status} ${done.text.match(/error-summary[\s\S]{0,900}/)?.[0] ?? done.text.slice(0, 600)}`)
  town.tick()
  return done.location
}
const today = (who: Townsperson = 'lead'): string => town.as(who).today.toString()
async function led(): Promise<string> {
  const asked = {
    label: 'Amber',
    area: town.area,
    agency: town.agency('asker'),
    ...dayFields('requestedOn', today()),
    why: 'Tired',
    told: 'yes',
  }
  const at = await must('/families/new', { ...asked, child1: 'Wren Amber', ...dayFields('born1', '2008-06-01') }, 'asker')
  await must(
    `${at}/agreement`,
    {
      ...{ verdict: 'yes', givenBy: 'Mother', entitledBy: 'responsibility', informedHow: 'Talked', evidence: 'signed' },
      ...{ ...dayFields('givenOn', today()), agencies: (['asker', 'lead'] as const).map(town.agency), classes: contentClasses },
    },
    'asker',
  )
  await must(`${at}/lead`, { post: town.post('lead') }, 'asker')
  await must(`${at}/lead/answer`, { verdict: 'yes' }, 'lead')
  return at
}
const stepUp = (more: Fields = {}): Fields => ({
  ...{ kind: 'step-up', target: town.agency('nurse'), toTier: 'child-in-need', words: 'The secret of Amber', agrees: 'yes' },
  ...dayFields('proposedOn', today()),
  ...more,
})
const closing = (reason: string): Fields => ({
  ...{
    reason,
    ...dayFields('closedOn', today()),
    plan: 'Grandmother holds it',
    familyView: 'It was good',
    forReferrer: 'They are well now',
  },
})
const episodeOf = (at: string): string => at.split('/')[2] ?? ''
const mails = async (): Promise<readonly { readonly to: string; readonly text: string; readonly subject: string }[]> =>
  (
    await sql<{
      data: { to: string; text: string; subject: string }
    }>`select data from pgboss.job where name = 'mail' order by created_on`.execute(ownerDb)
  ).rows.map(({ data }) => data)

test('E5: a step-up that was sent is none; it is one when the other side, which reads these words alone, accepts it', async () => {
  const at = await led()
  const move = await must(`${at}/movement/new`, stepUp(), 'lead')
  assert.equal((await town.get(move, 'nurse')).status, 404, 'before it is sent nobody outside sees it')
  await must(`${move}/send-here`, {}, 'lead')
  assert.match((await town.get(`${at}/movement`, 'lead')).text, /Sent, not received yet/)
  assert.doesNotMatch((await town.get(`${at}/movement`, 'lead')).text, /Child in need, since/)
  const read = await town.get(move, 'nurse')
  assert.match(read.text, /The secret of Amber/)
  assert.equal((await town.get(at, 'nurse')).status, 404)
  for (const who of ['other-co-ordinator', 'governance', 'administrator', 'board-member'] as const)
    assert.equal((await town.get(move, who)).status, 404, who)
  assert.doesNotMatch((await town.get(move, 'co-ordinator')).text, /The secret of Amber/)
  assert.equal(
    (await town.send(`${move}/answer`, { decision: 'accepted', name: 'I' }, 'lead')).status,
    422,
    'whoever sent it does not answer',
  )
  assert.match((await familyWork(town.db)(town.as('nurse')))?.items.map(({ text }) => text).join() ?? '', /waits for your answer/)
  // Closing waits for the answer; of two answers one holds.
  const early = await town.send(`${at}/close`, closing('stepped-up'), 'lead')
  assert.match(early.text, /waits for its answer/)
  const both = await Promise.all(
    ['accepted', 'declined'].map((decision) => town.send(`${move}/answer`, { decision, reason: 'Because', name: 'Duty manager' }, 'nurse')),
  )
  assert.equal(both.filter(({ status }) => status === 303).length, 1)
  const answered = await ownerDb
    .selectFrom('casework.transition')
    .select('decision')
    .where('id', '=', move.split('/')[2] ?? '')
    .executeTakeFirstOrThrow()
  if (answered.decision === 'accepted') assert.match((await town.get(`${at}/movement`, 'lead')).text, /Child in need, since/)
  assert.match((await town.get(`${at}/looks`, 'lead')).text, /Person nurse/)
})

test('E5, E6: a request where nobody co-ordinates says so before it is sent and stands in the work of whoever mends it, without a family', async () => {
  const heard = town.area
  const alarm = 'Requests wait in a locality without a co-ordinator'
  const told = async (who: Townsperson) => ((await familyWork(town.db)(town.as(who)))?.items ?? []).some(({ text }) => text === alarm)
  const area = newId()
  await ownerDb
    .insertInto('governance.area')
    .values({ id: area, kind: 'locality', name: 'The fens', starts_on: town.as('lead').today })
    .execute()
  const form = (await town.get('/families/new', 'asker')).text
  assert.match(form, /nobody but you reads the request[\s\S]*Person co-ordinator[\s\S]*The fens \(no co-ordinator today\)/)
  const asked = { label: 'Reed', agency: town.agency('asker'), ...dayFields('requestedOn', today()), why: 'Tired', told: 'yes' }
  const names = { ...asked, child1: 'Moss Reed', ...dayFields('born1', '2019-06-01') }
  await must('/families/new', { ...names, area: heard }, 'asker')
  assert.equal(await told('administrator'), false, 'where somebody co-ordinates nobody is alarmed')
  const at = await must('/families/new', { ...names, area }, 'asker')
  for (const who of ['administrator', 'governance'] as const) {
    assert.equal(await told(who), true, who)
    const page = (await town.get('/families/posts', who)).text
    assert.match(page, /nobody co-ordinates: The fens/, who)
    assert.doesNotMatch(page, /Reed/, who)
    assert.notEqual((await town.get(at, who)).status, 200, who)
  }
  for (const who of ['asker', 'lead', 'co-ordinator', 'board-member'] as const) {
    assert.equal(await told(who), false, who)
    assert.doesNotMatch((await town.get('/families/posts', who)).text, /nobody co-ordinates/, who)
  }
  const post = { person: town.person('nurse'), organisation: town.agency('nurse'), role: 'co-ordinator', area }
  await must('/families/posts/new', { ...post, ...dayFields('startsOn', today()) }, 'administrator')
  assert.match((await town.get(at, 'nurse')).text, /Reed/)
  assert.equal(await told('administrator'), false)
})

test('E5: closing and accepting at one moment leave no family that was stepped up after it was closed', async () => {
  const at = await led()
  const move = await must(`${at}/movement/new`, stepUp(), 'lead')
  await must(`${move}/send-here`, {}, 'lead')
  const [closed, accepted] = await Promise.all([
    town.send(`${at}/close`, closing('needs-met'), 'lead'),
    town.send(`${move}/answer`, { decision: 'accepted', name: 'Duty manager' }, 'nurse'),
  ])
  assert.equal(accepted.status, 303)
  const episode = await ownerDb.selectFrom('casework.episode').select('closed_on').where('id', '=', episodeOf(at)).executeTakeFirstOrThrow()
  assert.equal(episode.closed_on !== null, closed.status === 303)
  // Past every page: no tier without a step-up, no second answer, nobody answers for the other side.
  const as = (who: Townsperson, work: (tx: Writer) => Promise<unknown>) => writeAs(town.db, town.as(who), work)
  const id = move.split('/')[2] ?? ''
  await assert.rejects(
    as('nurse', (tx) => tx.updateTable('casework.transition').set({ decision: 'declined', reason: 'No' }).where('id', '=', id).execute()),
    /answered once/,
  )
  const other = await led()
  const theirs = (await must(`${other}/movement/new`, stepUp(), 'lead')).split('/')[2] ?? ''
  await must(`/movements/${theirs}/send-here`, {}, 'lead')
  await assert.rejects(
    as('lead', (tx) =>
      tx
        .updateTable('casework.transition')
        .set({ received_at: town.as('lead').now })
        .where('id', '=', theirs)
        .execute(),
    ),
    /whoever receives it decides/,
  )
  const tier = {
    id,
    episode: episodeOf(other),
    tier: 'child-protection',
    starts_on: town.as('lead').today,
    because: 'So',
    entered_by: town.person('lead'),
  }
  await assert.rejects(
    as('lead', (tx) =>
      tx
        .insertInto('casework.tier_period')
        .values({ ...tier, entered_at: town.as('lead').now })
        .execute(),
    ),
    /accepted no step-up/,
  )
})

test('E5: somebody without an account answers by a link and a code that works once; no mail names the family', async () => {
  const at = await led()
  const { target: _, ...outside } = stepUp()
  const move = await must(`${at}/movement/new`, { ...outside, targetName: 'The next county' }, 'lead')
  await must(`${move}/send`, { channel: 'link', mail: 'front.door@county.example' }, 'lead')
  const link = /https:\/\/board\.example(\/answer\/\S+)/.exec((await mails()).at(-1)?.text ?? '')?.[1] ?? ''
  assert.match((await town.get(link)).text, /Send me a code/)
  const code = async () => {
    await town.send(`${link}/code`, {})
    return /\d{8}/.exec((await mails()).at(-1)?.text ?? '')?.[0] ?? ''
  }
  const first = await code()
  assert.equal((await town.send(`${link}/open`, { code: first === '00000000' ? '1' : '00000000' })).status, 422)
  const opened = await town.send(`${link}/open`, { code: first })
  assert.match(opened.text, /The secret of Amber/)
  assert.equal((await town.send(`${link}/open`, { code: first })).status, 422, 'a code works once')
  const key = /name="key" value="([^"]+)"/.exec(opened.text)?.[1] ?? ''
  const unsaid = await town.send(`${link}/answer`, { key, decision: 'returned', name: 'A. Manager' })
  assert.match(unsaid.text, /so that the other side knows[\s\S]*A. Manager/)
  const answered = await town.send(`${link}/answer`, { key, decision: 'returned', reason: 'Ask housing', name: 'A. Manager' })
  assert.match(answered.text, /The sender is told/)
  assert.match((await town.get(move, 'lead')).text, /Returned[\s\S]*Ask housing[\s\S]*A. Manager/)
  assert.match((await town.get(`${at}/movement`, 'lead')).text, /Returned/)
  for (const mail of await mails()) assert.doesNotMatch(`${mail.subject} ${mail.text}`, /Amber|Wren/)
  await must(`${move}/dispute`, { because: 'Housing was asked' }, 'lead')
  await must(`${move}/settle`, { settledAs: 'again', settlement: 'They look again' }, 'lead')
  // A link runs out, and withdrawing the family's agreement closes it at once.
  const again = await must(`${at}/movement/new`, { ...outside, targetName: 'The next county' }, 'lead')
  await must(`${again}/send`, { channel: 'link', mail: 'front.door@county.example' }, 'lead')
  const second = /https:\/\/board\.example(\/answer\/\S+)/.exec((await mails()).at(-1)?.text ?? '')?.[1] ?? ''
  await town.send(`${second}/code`, {})
  const next = /\d{8}/.exec((await mails()).at(-1)?.text ?? '')?.[0] ?? ''
  const withdraw = /href="([^"]*\/withdraw)"/.exec((await town.get(at, 'lead')).text)?.[1] ?? ''
  await must(withdraw, { withdrawnBy: 'Mother' }, 'lead')
  assert.equal((await town.send(`${second}/open`, { code: next })).status, 422)
})

test('E5: closing says why and how it goes on; who referred hears of it; within the days of the rule it is the same record, later a new one', async () => {
  const at = await led()
  assert.equal((await town.send(`${at}/close`, { reason: 'needs-met', ...dayFields('closedOn', today()) }, 'lead')).status, 422)
  assert.match((await town.send(`${at}/close`, closing('stepped-up'), 'lead')).text, /Social care has accepted no step-up/)
  await must(`${at}/close`, closing('needs-met'), 'lead')
  const items = (await familyWork(town.db)(town.as('asker')))?.items ?? []
  const outcome = items.find(({ text }) => /what became of/.test(text))?.href ?? ''
  assert.match((await town.get(outcome, 'asker')).text, /They are well now/)
  assert.equal((await town.get(outcome, 'nurse')).status, 404)
  assert.match((await town.get(`${at}/movement`, 'co-ordinator')).text, /Needs are met/)
  // E6: whoever reads these words, to hand them on as a letter, too, stands in the family's list; whoever is refused does not.
  const told = async (): Promise<readonly string[]> => {
    const list = await town.get(`${at}/looks`, 'co-ordinator')
    return [...list.text.matchAll(/<tr[\s\S]*?<\/tr>/g)]
      .map(([row]) => row)
      .filter((row) => row.includes('Read what whoever asked for help is told'))
  }
  assert.equal((await told()).length, 1)
  assert.match((await town.get(outcome, 'co-ordinator')).text, /They are well now/)
  assert.equal((await told()).length, 2)
  assert.ok((await told()).some((row) => row.includes('Person co-ordinator')))
  await assert.rejects(
    writeAs(town.db, town.as('co-ordinator'), (tx: Writer) => tx.selectFrom('casework.outcome').select('words').execute()),
    /permission denied/,
  )
  town.tick({ hours: 24 * 20 })
  assert.equal(await must(`${at}/movement/reopen`, {}, 'co-ordinator'), at)
  const closed = await ownerDb.selectFrom('casework.closure').selectAll().where('episode', '=', episodeOf(at)).execute()
  assert.deepEqual(
    closed.map(({ reason, reopened_on }) => [reason, reopened_on?.toString()]),
    [['needs-met', today()]],
  )
  await must(`${at}/close`, closing('withdrew'), 'asker')
  town.tick({ hours: 24 * 60 })
  await assert.rejects(
    writeAs(town.db, town.as('co-ordinator'), (tx) =>
      tx.updateTable('casework.episode').set({ closed_on: null, closure_reason: null }).where('id', '=', episodeOf(at)).execute(),
    ),
    /it is a new record/,
  )
  const anew = await must(`${at}/movement/reopen`, {}, 'co-ordinator')
  assert.notEqual(anew, at)
})

test('E5: level of need by the thresholds of its day, pauses, who goes on after 18, and advice', async () => {
  const at = await led()
  await must(`${at}/movement/level`, { level: '3', reason: 'Several agencies', ...dayFields('assessedOn', today()) }, 'lead')
  await must(`${at}/movement/pause`, { ...dayFields('startsOn', today()), because: 'They are away' }, 'lead')
  const page = (await town.get(`${at}/movement`, 'lead')).text
  assert.match(page, /Level 3: Targeted help[\s\S]*Paused[\s\S]*Wren Amber is 18 on/)
  assert.doesNotMatch((await town.get(`${at}/movement`, 'co-ordinator')).text, /Several agencies|Wren/)
  assert.match((await familyWork(town.db)(town.as('lead')))?.items.map(({ text }) => text).join() ?? '', /18 soon/)
  const form = (await town.get(`${at}/movement/grown`, 'lead')).text
  const person = /<option value="([0-9a-f-]{36})">Wren Amber/.exec(form)?.[1] ?? ''
  const asked = { person, service: 'Adult services', ...dayFields('askedOn', today()), answer: 'accepted' }
  assert.equal((await town.send(`${at}/movement/grown`, asked, 'lead')).status, 422)
  await must(`${at}/movement/grown`, { ...asked, ...dayFields('answeredOn', today()), answeredBy: 'A. Manager' }, 'lead')
  assert.match((await town.get(`${at}/movement`, 'lead')).text, /It goes on with the young person/)
  const advice = {
    agency: town.agency('lead'),
    ...dayFields('askedOn', today()),
    askedBy: 'A nursery',
    question: 'Whom to ask?',
    answer: 'Us',
  }
  await must('/families/advice/new', advice, 'lead')
  await must('/families/advice/new', { ...advice, episode: episodeOf(at), question: 'Of this family' }, 'lead')
  assert.match((await town.get('/families/advice', 'lead')).text, /Of this family/)
  const theirs = (await town.get('/families/advice', 'colleague')).text
  assert.match(theirs, /Whom to ask/)
  assert.doesNotMatch(theirs, /Of this family/)
})
