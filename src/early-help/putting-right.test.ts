import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { lookAt } from './commands/look.ts'
import { findStands } from './queries/disagreements.ts'
import { findAgreements } from './queries/record.ts'
import { contentClasses } from './rules/access.ts'
import { narrowest } from './rules/agreement.ts'
import { episodeOf, type Fields, ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
const { must, refused, led } = ledFamilies(town)
const father: Fields = {
  ...{ saidBy: 'Father', entitledHow: 'The birth certificate', stance: 'objects', words: 'I was not asked', evidence: 'spoken' },
  ...dayFields('saidOn', '2026-03-09'),
}
const readsPeople = async (at: string, who: Townsperson) => /Wren Amber/.test((await town.get(at, who)).text)
const standOf = async (at: string): Promise<string> =>
  (
    await town.ownerDb
      .selectFrom('casework.agreement_stand')
      .select('id')
      .where('episode', '=', episodeOf(at))
      .orderBy('recorded_at', 'desc')
      .executeTakeFirstOrThrow()
  ).id
const past = (who: Townsperson, at: string, work: (tx: Writer) => Promise<unknown>) =>
  writeAs(town.db, town.as(who), async (tx) => {
    await sql`insert into casework.look (id, episode, person, what, at) values (gen_random_uuid(), ${episodeOf(at)}, ${town.person(who)}, 'change', ${town.as(who).now.toString()}::timestamptz)`.execute(
      tx,
    )
    return work(tx)
  })
const workOf = async (who: Townsperson) => (await familyWork(town.db)(town.as(who)))?.items ?? []
/** What rules and database say an agreement opens: the same, whoever is asked. */
async function sameScope(at: string): Promise<number> {
  return lookAt(town.db, town.as('lead'), episodeOf(at), 'disagree', async ({ tx }) => {
    const [latest] = await findAgreements(tx, episodeOf(at), town.as('lead').today)
    const said = (covers: readonly { organisation: string; class: string }[]) =>
      covers.map((one) => `${one.organisation} ${one.class}`).sort()
    assert.deepEqual(said(latest?.scope ?? []), said(narrowest(latest?.given ?? [], await findStands(tx, episodeOf(at)))))
    return latest?.scope.length ?? 0
  })
}

test('E3: of two who may decide the narrower holds at once, past every page too, until a co-ordinator who recorded nothing settles it', async () => {
  const at = await led(['family', 'plan'])
  await refused(`${at}/disagreement`, { ...father, saidBy: 'mother' }, /gave the agreement themselves/)
  await refused(`${at}/disagreement`, { ...father, agencies: [town.agency('nurse')], classes: ['plan'] }, /they agree to less/)
  await must(`${at}/disagreement`, father)
  assert.equal(await readsPeople(at, 'lead'), false)
  assert.equal((await town.get(at, 'nurse')).status, 404)
  assert.equal(await sameScope(at), 0)
  const page = (await town.get(at, 'lead')).text
  assert.match(page, /Who does not agree[\s\S]*I was not asked/)
  assert.match(page, /it opens nothing/)
  // Neither a newer agreement of the one nor a grant by hand passes over the other.
  await must(`${at}/agreement/renew`, {
    ...{ verdict: 'yes', givenBy: 'Mother', entitledBy: 'responsibility', informedHow: 'Again', evidence: 'signed' },
    ...dayFields('givenOn', '2026-03-10'),
    ...{ agencies: [town.agency('lead'), town.agency('nurse')], classes: contentClasses },
  })
  assert.equal(await readsPeople(at, 'lead'), false)
  await refused(`${at}/team`, { post: town.post('nurse'), classes: ['family'] }, /does not name that agency/)
  await assert.rejects(
    past('lead', at, (tx) =>
      sql`insert into casework.access_grant (id, episode, person, organisation, class, relation, starts_at, ends_at, agreement, given_by)
        select gen_random_uuid(), a.episode, ${town.person('lead')}, ${town.agency('lead')}, 'family', 'lead', platform.now(), platform.now() + interval '1 day', a.id, ${town.person('lead')}
        from casework.agreement a where a.episode = ${episodeOf(at)} and a.withdrawn_at is null`.execute(tx),
    ),
    /no agreement and no decision covers this/,
  )
  const stand = await standOf(at)
  const settled = { verdict: 'as-agreed', because: 'Both were heard; school goes better', toldHow: 'A letter to each', version: '1' }
  for (const who of ['lead', 'nurse', 'other-co-ordinator', 'governance'] as const)
    assert.ok([403, 404].includes((await town.send(`${at}/disagreements/${stand}`, settled, who)).status), who)
  await assert.rejects(
    past('lead', at, (tx) =>
      sql`update casework.agreement_stand set verdict = 'as-agreed', because = 'b', told_how = 't', settled_by = ${town.person('co-ordinator')}, settled_at = platform.now()
        where id = ${stand}`.execute(tx),
    ),
    /settled once, by a co-ordinator/,
  )
  assert.ok((await workOf('co-ordinator')).some(({ href }) => href === `${at}/disagreements/${stand}`))
  await must(`${at}/disagreements/${stand}`, settled, 'co-ordinator')
  assert.equal(await readsPeople(at, 'lead'), true)
  assert.equal(await readsPeople(at, 'nurse'), true)
  await refused(`${at}/disagreements/${stand}`, settled, /nothing left to settle/, 'co-ordinator')
})

test('E3: who agrees to less leaves that much open, a settled narrower scope stays until they agree, and nobody reads what they say without a look', async () => {
  const at = await led(['family', 'plan'])
  await must(`${at}/disagreement`, { ...father, stance: 'narrower', agencies: [town.agency('lead')], classes: ['family'] }, 'co-ordinator')
  assert.equal(await readsPeople(at, 'lead'), true)
  assert.equal((await town.get(`${at}/plan`, 'lead')).text.includes('not open to you'), true)
  assert.equal((await town.get(at, 'nurse')).status, 404)
  assert.equal(await sameScope(at), 1)
  const stand = await standOf(at)
  const settled = { verdict: 'narrower', because: 'The least is enough for now', toldHow: 'On the telephone', version: '1' }
  await refused(`${at}/disagreements/${stand}`, settled, /Another co-ordinator settles it/, 'co-ordinator')
  const rows = (tx: Writer) => tx.selectFrom('casework.agreement_stand').select('id').where('id', '=', stand).execute()
  assert.equal((await writeAs(town.db, town.as('lead'), rows)).length, 0)
  assert.equal(((await past('lead', at, rows)) as unknown[]).length, 1)
  await assert.rejects(past('nurse', at, rows), /row-level security/)
  await must(`${at}/disagreements/${stand}/end`, { endedHow: 'He said so at the meeting', version: '1' })
  assert.equal(await readsPeople(at, 'nurse'), true)
  assert.equal(await sameScope(at), 12)
})

test('E3: an agreement that runs out soon, or ran out, waits in the work of whoever leads, and its renewal begins from the one before', async () => {
  const at = await led(['family'])
  const waits = async () => (await workOf('lead')).filter(({ href }) => href === `${at}/agreement/renew`).map(({ text }) => text)
  assert.deepEqual(await waits(), [])
  town.tick({ hours: 24 * 100 })
  assert.deepEqual(await waits(), ['An agreement runs out on 7 July 2026'])
  town.tick({ hours: 24 * 40 })
  assert.deepEqual(await waits(), ['An agreement ran out on 7 July 2026'])
  const form = (await town.get(`${at}/agreement/renew`, 'lead')).text
  assert.match(form, /value="Mother"/)
  assert.equal((form.match(/name="classes"[^>]*checked|checked[^>]*name="classes"/g) ?? []).length, 4)
  assert.doesNotMatch(form, />Talked</)
})
