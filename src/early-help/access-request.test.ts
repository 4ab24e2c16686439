import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { destroyAgain } from './commands/retention.ts'
import { retentionDue } from './rules/retention.ts'
import { openTown, type Townsperson } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
const marker = 'Xylographer'
const [requests, retention] = ['/families/requests', '/families/retention']

async function must(path: string, fields: Readonly<Record<string, string | readonly string[]>>, who: Townsperson) {
  const done = await town.send(path, fields, who)
  assert.equal(done.status, 303, `${path} by ${who}: ${done.status} ${done.text.match(/<main[\s\S]*/)?.[0].slice(0, 1500)}`)
  town.tick()
  return done.location
}
/** A family with the marker in all that one writes. */
async function family(isGiven: boolean): Promise<string> {
  const home = await must(
    '/families/new',
    {
      ...{
        label: marker,
        area: town.area,
        agency: town.agency('asker'),
        ...dayFields('requestedOn', '2026-03-02'),
        why: marker,
        told: 'yes',
      },
      ...{ child1: `Wren ${marker}`, ...dayFields('born1', '2019-02-28') },
    },
    'asker',
  )
  await must(
    `${home}/agreement`,
    {
      ...{ verdict: isGiven ? 'yes' : 'no', givenBy: marker, entitledBy: 'responsibility', informedHow: marker, evidence: 'signed' },
      ...dayFields('givenOn', '2026-03-05'),
      ...(isGiven ? { agencies: [town.agency('lead')], classes: ['family', 'assessment', 'voice', 'plan'] } : {}),
    },
    'asker',
  )
  if (isGiven) {
    await must(`${home}/lead`, { post: town.post('lead') }, 'asker')
    await must(`${home}/lead/answer`, { verdict: 'yes' }, 'lead')
    await must(`${home}/people/new`, { name: `Tove ${marker}`, part: 'parent', hasResponsibility: 'yes' }, 'lead')
  }
  return home
}
/** Every table of casework in which the marker stands anywhere. */
async function marked(): Promise<readonly string[]> {
  const { rows } = await sql<{
    name: string
  }>`select c.relname as name from pg_class c where c.relnamespace = 'casework'::regnamespace and c.relkind = 'r'`.execute(ownerDb)
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } =
      await sql`select from ${sql.table(`casework.${name}`)} t where to_jsonb(t)::text ilike ${`%${marker}%`} limit 1`.execute(ownerDb)
    if (hits.length > 0) found.push(name)
  }
  return found
}

const home = await family(true)
const episode = home.split('/')[2] ?? ''
// Where Wren lives is shielded from Tove, who will ask; a note elsewhere names the same place.
const people = (await sql<{ id: string; name: string; family: string }>`select id, name, family from casework.person`.execute(ownerDb)).rows
const [wren, tove] = ['Wren', 'Tove'].map((name) => people.find((one) => one.name.startsWith(name)))
await sql`insert into casework.address (id, episode, family, person, kind, lines, postcode, source, entered_by, entered_at)
  values (gen_random_uuid(), ${episode}::uuid, ${wren?.family}::uuid, ${wren?.id}::uuid, 'usual', '9 Hidden Row', 'ZZ9 9ZZ', ${marker}, ${town.person('lead')}::uuid, now())`.execute(
  ownerDb,
)
await sql`insert into casework.address_shield (id, episode, family, person, shielded_from, because, starts_on, entered_by, entered_at)
  values (gen_random_uuid(), ${episode}::uuid, ${wren?.family}::uuid, ${wren?.id}::uuid, ${tove?.id}::uuid, ${marker}, '2026-03-01', ${town.person('lead')}::uuid, now())`.execute(
  ownerDb,
)
await sql`insert into casework.pause (id, episode, starts_on, because, entered_by, entered_at)
  values (gen_random_uuid(), ${episode}::uuid, '2026-03-06', 'They are at 9, Hidden row this week', ${town.person('lead')}::uuid, now())`.execute(
  ownerDb,
)
// How Wren is reached is withheld from him with it, and a note that names it, too; how he is reached himself is his own.
for (const [who, kind, value] of [
  [wren, 'school', 'Larch Lane School'],
  [wren, 'phone', '+44 7700 900123'],
  [tove, 'phone', '07700 900456'],
] as const)
  await sql`insert into casework.person_contact (id, episode, family, person, kind, value, source, entered_by, entered_at)
    values (gen_random_uuid(), ${episode}::uuid, ${wren?.family}::uuid, ${who?.id}::uuid, ${kind}, ${value}, ${marker}, ${town.person('lead')}::uuid, now())`.execute(
    ownerDb,
  )
await sql`insert into casework.pause (id, episode, starts_on, ends_on, because, entered_by, entered_at)
  values (gen_random_uuid(), ${episode}::uuid, '2026-03-01', '2026-03-03', 'Ring Larch lane school, or 07700 900 123', ${town.person('lead')}::uuid, now())`.execute(
  ownerDb,
)

const begin = {
  ...{
    name: `Wren ${marker}`,
    askedBy: `Tove ${marker}`,
    entitledBy: 'responsibility',
    entitledHow: 'Seen',
    ...dayFields('receivedOn', '2026-01-31'),
  },
}

test('E12: whoever owns information governance records who asks, and nobody else reads it; the answer is due within a calendar month', async () => {
  for (const who of ['asker', 'lead', 'co-ordinator', 'administrator', 'board-member'] as const)
    assert.equal((await town.send(`${requests}/new`, begin, who)).status, 403, who)
  assert.match((await town.send(`${requests}/new`, { ...begin, name: 'Nobody' }, 'governance')).text, /Nobody of that name is held/)
  const request = await must(`${requests}/new`, begin, 'governance')
  assert.match((await town.get(request, 'governance')).text, /28 February 2026/, 'the last day of a shorter month')
  for (const who of ['lead', 'co-ordinator', 'administrator'] as const) {
    assert.equal((await town.get(request, who)).status, 403, who)
    const { rows } = await readAs(town.db, town.as(who), async (reader) => ({
      rows: await reader.selectFrom(sql<{ id: string }>`(select id from casework.access_request)`.as('r')).selectAll().execute(),
    }))
    assert.equal(rows.length, 0, who)
    const held = (id: string) => writeAs(town.db, town.as(who), (tx) => sql`select casework.held_for(${id}::uuid)`.execute(tx))
    await assert.rejects(held(request.split('/')[3] ?? ''), /information governance/, who)
  }
  assert.match((await town.get(`${home}/looks`, 'lead')).text, /Person governance/, 'reading for a request is a look')
})

test('E12: every entry is decided before an answer is given; third parties are marked, contacts that are withheld stay with their address, what is kept back has its reason, and what was given is on record', async () => {
  const request = `${requests}/${(await sql<{ id: string }>`select id from casework.access_request`.execute(ownerDb)).rows[0]?.id}`
  const sent = { ...dayFields('sentOn', '2026-03-10'), how: 'paper' }
  assert.match((await town.send(`${request}/send`, sent, 'governance')).text, /Decide on every entry first/)
  await must(`${request}/give-all`, {}, 'governance')
  const page = (await town.get(request, 'governance')).text
  assert.match(page, /About somebody else/)
  assert.doesNotMatch(page, /<dt>(Code|How it was answered)</, 'a fact is one line')
  assert.doesNotMatch(page, />(by-them|responsibility|practitioner|needs-met|in-force|read-here)</, 'codes are read as words')
  assert.match(page, /Shielded from whoever asks/)
  assert.doesNotMatch(page, /Hidden row/i)
  const contacts = [...page.matchAll(/How somebody is reached/g)].length
  assert.ok(contacts >= 3, `each contact is an entry of which somebody decides: ${contacts}`)
  assert.match(page, /07700 900456/)
  assert.doesNotMatch(page, /Larch lane|900 ?123/i, 'and of what is withheld from whoever asks not even they read a word')
  const left = [...page.matchAll(/href="([^"]+\/entries\/[^"]+)"[^>]*>\s*Decide</g)].map(([, href]) => href ?? '')
  assert.ok(left.length > 0)
  assert.match((await town.send(left[0] ?? '', { verdict: 'withhold' }, 'governance')).text, /Choose why it may be kept back/)
  for (const [at, entry] of left.entries())
    await must(
      entry,
      { verdict: at === 0 ? 'withhold' : 'part', given: at === 0 ? '' : 'Only this', exemption: 'third-party', because: 'Not agreed' },
      'governance',
    )
  const answer = (await town.get(`${request}/answer`, 'governance')).text
  assert.doesNotMatch(answer, /Larch lane|900 ?123/i)
  assert.match(answer, /Only this[\s\S]*about somebody else, who has not agreed/)
  assert.doesNotMatch(answer, new RegExp(`Name</dt>[\\s\\S]{0,20}Tove ${marker}`), 'the other parent is kept back')
  assert.doesNotMatch(answer, />[^<]*(\d{4}-\d{2}-\d{2}|[0-9a-f]{8}-[0-9a-f]{4}-7)[^<]*</, 'days in words, and no id that tells nothing')
  assert.match((await town.get(`${request}/answer.csv`, 'governance')).text, /section,kind,record/)
  // The family withdraws at the same moment: what is sent is what was decided, or nothing is sent until what changed is decided anew.
  const { id: agreed } = await ownerDb
    .selectFrom('casework.agreement')
    .select('id')
    .where('episode', '=', episode)
    .executeTakeFirstOrThrow()
  const [first, withdrawn] = await Promise.all([
    town.send(`${request}/send`, sent, 'governance'),
    town.send(`${home}/agreements/${agreed}/withdraw`, { withdrawnBy: marker }, 'lead'),
  ])
  assert.equal(withdrawn.status, 303)
  const { rows: closed } = await sql<{ said: boolean }>`
    select exists (select from casework.access_entry e join casework.agreement a on a.id = e.record where e.source = 'agreement'
      and e.digest = encode(sha256(convert_to(to_jsonb(a)::text, 'UTF8')), 'hex')) as said`.execute(ownerDb)
  assert.equal(closed[0]?.said, false, 'what was decided of the agreement was decided before it was withdrawn')
  if (first.status !== 303) {
    assert.match(first.text, /Decide on every entry first/)
    await must(`${request}/give-all`, {}, 'governance')
    for (const [, entry] of (await town.get(request, 'governance')).text.matchAll(/href="([^"]+\/entries\/[^"]+)"[^>]*>\s*Decide</g))
      await must(entry ?? '', { verdict: 'part', given: 'Only this', exemption: 'third-party', because: 'Not agreed' }, 'governance')
    await must(`${request}/send`, sent, 'governance')
  }
  assert.doesNotMatch((await town.get(request, 'governance')).text, /Only this|To decide/, 'nothing is read any more once it is answered')
  assert.equal((await town.get(`${request}/answer`, 'governance')).status, 404)
  assert.equal((await sql`select from casework.disclosure where request is not null`.execute(ownerDb)).rows.length, 4)
})

test('E12: the database and the slow rule agree when a record is due; a hold beats it; destroying takes two people and leaves no word anywhere', async () => {
  const refused = await family(false)
  const old = refused.split('/')[2] ?? ''
  await must(`${refused}/close`, { reason: 'refused', ...dayFields('closedOn', '2026-03-10') }, 'asker')
  await must(`${home}/close`, { reason: 'moved', ...dayFields('closedOn', '2026-03-10'), plan: marker, familyView: marker }, 'lead')
  assert.equal((await town.get(`${retention}/${old}/review`, 'governance')).status, 404, 'not due')
  town.tick({ hours: 24 * 365 * 21 })
  const { today } = town.as('governance')
  for (const [id, closedOn, recordClass] of [
    [old, '2026-03-10', 'request'],
    [episode, '2026-03-10', 'episode'],
  ] as const) {
    const rules = (
      await sql<never>`select id, record_class as "recordClass", anchor, months, starts_on as "startsOn" from casework.retention_rule`.execute(
        ownerDb,
      )
    ).rows
    const day = Temporal.PlainDate.from(closedOn)
    const facts = { recordClass, closedOn: day, youngestBorn: Temporal.PlainDate.from('2019-02-28'), lastContact: day }
    const { rows } = await sql<{ due: string }>`select due_on::text as due from casework.retention_of(${id}::uuid, ${today}::date)`.execute(
      ownerDb,
    )
    assert.equal(rows[0]?.due, retentionDue(facts, rules, today)?.dueOn.toString())
  }
  const keep = { because: 'An inquiry' }
  await must(`${retention}/${episode}/hold`, keep, 'governance')
  assert.match((await town.send(`${retention}/${episode}/review`, { verdict: 'destroy', because: 'Over' }, 'governance')).text, /on hold/)
  await must(`${retention}/${episode}/lift`, keep, 'governance')
  assert.deepEqual((await marked()).includes('person'), true)
  for (const id of [old, episode]) {
    await must(`${retention}/${id}/review`, { verdict: 'destroy', because: 'Over' }, 'governance')
    assert.equal((await town.get(`${retention}/${id}/destroy`, 'governance')).status, 404, 'not approved')
    assert.equal((await town.send(`${retention}/${id}/approve`, {}, 'governance')).status, 422, 'not by the same person')
    assert.equal((await town.send(`${retention}/${id}/approve`, {}, 'other-co-ordinator')).status, 404)
    await must(`${retention}/${id}/approve`, {}, 'co-ordinator')
    const certificate = await must(`${retention}/${id}/destroy`, { sure: 'yes' }, 'governance')
    const text = (await town.get(certificate, 'governance')).text
    assert.match(text, /Records destroyed[\s\S]*Agreement/)
    assert.doesNotMatch(text, new RegExp(marker))
  }
  assert.deepEqual(await marked(), [])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from casework.episode`.execute(ownerDb)
  assert.equal(rows[0]?.n, 1, 'days of the family that agreed stay, of the request nothing does')
  assert.equal(await destroyAgain({ db: town.db }, town.as('governance').now), 0)
})
