import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { type Fields, last, ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
const { must, led } = ledFamilies(town)
const set = '/families/settled/disagreements/new'
const work = async (who: Townsperson) => ((await familyWork(town.db)(town.as(who)))?.items ?? []).map(({ text }) => text)

/** A step-up that was declined; its address. */
async function declined(): Promise<string> {
  const at = await led()
  const stepUp: Fields = {
    ...{ kind: 'step-up', target: town.agency('nurse'), toTier: 'child-in-need', words: 'More is needed', agrees: 'yes' },
    ...dayFields('proposedOn', town.as('lead').today.toString()),
  }
  const move = await must(`${at}/movement/new`, stepUp, 'lead')
  await must(`${move}/send-here`, {}, 'lead')
  await must(`${move}/answer`, { decision: 'declined', reason: 'Below our threshold', name: 'Duty manager' }, 'nurse')
  return move
}

test('E5: where two sides disagree it goes the way the partnership settled, both read it, and whoever referred hears how it was settled', async () => {
  const move = await declined()
  const disagrees = /The sender does not agree with an answer of your agency/
  const late = /A disagreement about an answer is not settled in time/
  assert.match((await town.get(`${move}/dispute`, 'lead')).text, /The managers of both sides, together[\s\S]*15 March 2026/)
  assert.equal((await town.send(`${move}/dispute`, { because: '' }, 'lead')).status, 422)
  assert.notEqual((await town.send(`${move}/dispute`, { because: 'No' }, 'nurse')).status, 303, 'whoever answered does not dispute it')
  await must(`${move}/dispute`, { because: 'Housing was asked', to: 'Somebody else' }, 'lead')
  for (const who of ['lead', 'nurse'] as const)
    assert.match(
      (await town.get(move, who)).text,
      /Housing was asked[\s\S]*The managers of both sides, together[\s\S]*15 March 2026 at the latest[\s\S]*Not yet/,
      who,
    )
  assert.match((await work('nurse')).join(), disagrees)
  assert.doesNotMatch((await work('lead')).join(), late)
  town.tick({ hours: 24 * 6 })
  assert.match((await work('lead')).join(), late)
  assert.equal((await town.send(`${move}/settle`, { settlement: 'They met' }, 'lead')).status, 422, 'how it was settled is said')
  await must(`${move}/settle`, { settledAs: 'again', settlement: 'The managers of Amber met' }, 'lead')
  assert.match((await town.get(move, 'nurse')).text, /The other side takes it up again[\s\S]*The managers of Amber met/)
  assert.doesNotMatch((await work('nurse')).join(), disagrees)
  assert.doesNotMatch((await work('lead')).join(), late)
  const heard = ((await familyWork(town.db)(town.as('asker')))?.items ?? []).find(({ text }) => /what became of/.test(text))?.href ?? ''
  const told = (await town.get(heard, 'asker')).text
  assert.match(told, /the other side takes it up again/)
  assert.doesNotMatch(told, /The managers of Amber met|Housing was asked/)
  assert.equal((await town.send(`${move}/settle`, { settledAs: 'stands', settlement: 'Again' }, 'lead')).status, 422)
})

test('E5: who settles it is set by an administrator from tomorrow on, and a disagreement keeps the way of its day', async () => {
  const early = await declined()
  await must(`${early}/dispute`, { because: 'So' }, 'lead')
  const from = (days: number): Fields => dayFields('startsOn', town.as('lead').today.add({ days }).toString())
  const way: Fields = { whom: 'The independent chair', days: '3', source: 'Partnership board', ...from(1) }
  for (const who of ['lead', 'co-ordinator', 'governance', 'board-member'] as const)
    assert.equal((await town.get(set, who)).status, 403, who)
  const wrong = async (more: Fields, says: RegExp): Promise<void> => {
    const answer = await town.send(set, { ...way, ...more }, 'administrator')
    assert.equal(answer.status, 422)
    assert.match(answer.text, says)
    assert.match(answer.text, /The independent chair/)
  }
  await wrong(from(0), /Choose tomorrow or a later day/)
  await wrong({ days: '61' }, /error-summary/)
  await must(set, way, 'administrator')
  await wrong({}, /set from that day already/)
  town.tick({ hours: 24 * 2 })
  const late = await declined()
  await must(`${late}/dispute`, { because: 'So' }, 'lead')
  assert.match((await town.get(late, 'lead')).text, /The independent chair/)
  assert.match((await town.get(early, 'lead')).text, /The managers of both sides, together/)
  assert.match(
    (await town.get('/families/settled/disagreements', 'lead')).text,
    /Today[\s\S]*The independent chair[\s\S]*3 days[\s\S]*2010/,
  )
  // Past every page: signed and for a day to come, nothing earlier is changed, and a disagreement is said and settled once.
  const rule = (who: Townsperson, more: object = {}) =>
    writeAs(town.db, town.as(who), (tx) => {
      const today = town.as(who).today
      const row = {
        id: newId(),
        whom: 'W',
        days: 1,
        source: 'S',
        starts_on: today.add({ days: 9 }),
        set_by: town.person(who),
        set_on: today,
      }
      return tx
        .insertInto('casework.dispute_rule')
        .values({ ...row, ...more })
        .execute()
    })
  await assert.rejects(rule('lead'), /row-level security/)
  await assert.rejects(rule('administrator', { starts_on: town.as('lead').today }), /row-level security/)
  await assert.rejects(town.ownerDb.updateTable('casework.dispute_rule').set({ days: 9 }).execute(), /never changed|refuse|append/i)
  const change = (values: object) => town.ownerDb.updateTable('casework.transition').set(values).where('id', '=', last(late)).execute()
  await assert.rejects(change({ settle_by: town.as('lead').today.add({ days: 30 }) }), /said once and settled once/)
  await assert.rejects(change({ settled_at: town.as('lead').now, settlement: 'They met' }), /how it was settled is said/)
  await change({ settled_at: town.as('lead').now, settlement: 'They met', settled_as: 'stands' })
  await assert.rejects(change({ settled_as: 'again' }), /said once and settled once/)
})
