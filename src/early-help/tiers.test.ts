import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { codeFor, type TierDocument, tierCalled, tierNames } from './rules/tiers.ts'
import { type Fields, ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson } from './testing/town.ts'

const town = await openTown()
const { must, led } = ledFamilies(town)
const { ownerDb } = town
const set = '/families/settled/tiers/new'
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const words: Fields = {
  ...{ name: 'Ways of helping', source: 'Partnership board', entry: '2' },
  ...{ tier1: 'For everybody', tier1means: 'All families', tier1is: 'universal' },
  ...{ tier2: 'Help early on', tier2means: 'A team around them', tier2is: 'early-help' },
  ...{ tier3: 'Edge of care', tier3means: 'Much at stake', tier3is: 'new' },
  ...{ tier4: 'Child in need', tier4means: 'Section 17', tier4is: 'child-in-need' },
}
const settled = (from: string, more: Fields = {}): Fields => ({ ...words, ...dayFields('startsOn', from), ...more })
const tier = (from: string, code: string): Fields => ({ tier: code, because: 'As agreed', ...dayFields('startsOn', from) })

test('E5: tiers are set by an administrator from tomorrow on, whole, one goes on once, and a family enters none that is statutory', async () => {
  for (const who of ['lead', 'co-ordinator', 'governance', 'board-member'] as const)
    assert.equal((await town.get(set, who)).status, 403, who)
  const wrong = async (more: Fields, says: RegExp): Promise<void> => {
    const answer = await town.send(set, settled('2026-03-15', more), 'administrator')
    assert.equal(answer.status, 422)
    assert.match(answer.text, says)
    assert.match(answer.text, /Ways of helping/)
  }
  await wrong(dayFields('startsOn', '2026-03-10'), /Choose tomorrow or a later day/)
  await wrong({ tier2: '' }, /None is left out between two/)
  await wrong({ tier2means: '' }, /Say what this tier means/)
  await wrong({ tier3: 'for EVERYBODY' }, /Another tier has this name/)
  await wrong({ tier3is: '' }, /Say whether this tier is new/)
  await wrong({ tier3is: 'early-help' }, /goes on under another name already/)
  await wrong({ tier3is: 'nothing-such' }, /error-summary/)
  for (const entry of ['4', '8']) await wrong({ entry }, /not statutory/)
  await wrong({ tier3is: 'new-statutory', entry: '3' }, /not statutory/)
  await must(set, settled('2026-03-15'), 'administrator')
  await wrong({}, /set from that day already/)
  assert.match((await town.get('/families/settled', 'lead')).text, /Tiers of help/)
})

test('E5: the tier of a record is read by the words of its day, a renamed one stays itself, and one that ended is offered for its days alone', async () => {
  const home = await led()
  const moves = `${home}/movement`
  await must(`${moves}/tier`, tier('2026-02-02', 'family-help'), 'lead')
  assert.doesNotMatch((await town.get(`${moves}/tier`, 'lead')).text, /Edge of care/, 'not before its day')
  town.tick({ hours: 24 * 6 })
  const now = (await town.get(moves, 'lead')).text
  assert.match(now, /Family help, since 2 February 2026/, 'it is called as it was when it ended')
  assert.match(now, />Early help<[\s\S]*7 January 2026 to 2 February 2026/)
  const form = (await town.get(`${moves}/tier`, 'lead')).text
  assert.match(form, /Help early on[\s\S]*Edge of care[\s\S]*Family help, by the tiers from 1 January 2010/)
  assert.doesNotMatch(form, /Child in need/)
  const other = await led()
  assert.match(
    (await town.get(`${other}/movement`, 'lead')).text,
    /Early help, called Help early on from 15 March 2026, since 7 January 2026/,
  )
  // A new tier is entered from its day on and no earlier, one that ended no later.
  const enter = (from: string, code: string) => town.send(`${other}/movement/tier`, tier(from, code), 'lead')
  assert.match((await enter('2026-03-14', 'edge-of-care')).text, /On that day there was no such tier/)
  assert.match((await enter('2026-03-15', 'family-help')).text, /On that day there was no such tier/)
  assert.equal((await enter('2026-03-14', 'family-help')).status, 303)
  assert.equal((await enter('2026-03-15', 'edge-of-care')).status, 303)
  assert.match(
    (await town.get(`${other}/movement`, 'lead')).text,
    /Edge of care, since 15 March 2026[\s\S]*Family help[\s\S]*14 March 2026 to 15 March 2026[\s\S]*>Early help</,
    'early help had ended before it was called otherwise',
  )
  const page = (await town.get('/families/settled/tiers', 'lead')).text
  assert.match(page, /Today: Ways of helping[\s\S]*Edge of care[\s\S]*Much at stake[\s\S]*What held before[\s\S]*Family help/)
  // E8: caseloads count by tier as before, and call each as it is called today, or as it was at last.
  const loads = (await town.get('/families/caseloads', 'lead')).text
  assert.match(loads, /1 edge of care/)
  assert.match(loads, /1 family help/)
  assert.doesNotMatch(loads, /edge-of-care|family-help/)
})

test('E5: a step-up that was sent before a tier ended is accepted afterwards, and the family stands in that tier', async () => {
  const home = await led()
  const stepUp = (toTier: string): Fields => ({
    ...{ kind: 'step-up', target: town.agency('nurse'), toTier, words: 'More is needed', agrees: 'yes' },
    ...dayFields('proposedOn', town.as('lead').today.toString()),
  })
  assert.equal((await town.send(`${home}/movement/new`, stepUp('child-protection'), 'lead')).status, 422, 'today’s tiers have it no more')
  const move = await must(`${home}/movement/new`, stepUp('child-in-need'), 'lead')
  await must(`${move}/send-here`, {}, 'lead')
  const fields = Object.fromEntries(
    ['universal', 'early-help'].flatMap((code, index) => [
      [`tier${index + 1}`, `Way ${index + 1}`],
      [`tier${index + 1}means`, 'So'],
      [`tier${index + 1}is`, code],
    ]),
  )
  const tomorrow = dayFields('startsOn', town.as('lead').today.add({ days: 1 }).toString())
  await must(set, { name: 'Fewer', source: 'Board', entry: '2', ...fields, ...tomorrow }, 'administrator')
  town.tick({ hours: 24 * 2 })
  await must(`${move}/answer`, { decision: 'accepted', name: 'Duty manager' }, 'nurse')
  assert.match((await town.get(`${home}/movement`, 'lead')).text, /Child in need, since 18 March 2026/)
})

test('E5: past every page the database keeps tiers whole, signed and as they are', async () => {
  const today = town.as('lead').today
  const document = (who: Townsperson, codes: readonly string[], more: object = {}, means = 'M') =>
    writeAs(town.db, town.as(who), async (tx) => {
      const row = {
        ...{ id: newId(), name: 'N', source: 'S', tiers: 2, entry: 'universal', set_by: town.person(who), set_on: today },
        ...{ starts_on: today.add({ days: 9 }), ...more },
      }
      await tx.insertInto('casework.tier_document').values(row).execute()
      for (const [index, code] of codes.entries())
        await tx
          .insertInto('casework.tier_name')
          .values({ document: row.id, position: index + 1, tier: code, name: `T${index}`, means })
          .execute()
    })
  const both = ['universal', 'child-in-need']
  await assert.rejects(document('lead', both), /row-level security/)
  await assert.rejects(document('administrator', both, { starts_on: today }), /row-level security/)
  await assert.rejects(document('administrator', both, { set_by: town.person('lead') }), /row-level security/)
  await assert.rejects(document('administrator', both, {}, ''), /row-level security/)
  await assert.rejects(document('administrator', ['universal']), /every one of its tiers at once/)
  await assert.rejects(document('administrator', [...both, 'early-help']), /fewer tiers/)
  await assert.rejects(document('administrator', both, { entry: 'child-in-need' }), /not statutory/)
  await assert.rejects(document('administrator', both, { entry: 'early-help' }), /not statutory/)
  await document('administrator', both)
  for (const table of ['tier_document', 'tier_name'] as const)
    await assert.rejects(ownerDb.updateTable(`casework.${table}`).set({ name: 'Other' }).execute(), /never changed|refuse|append/i)
  await assert.rejects(ownerDb.updateTable('casework.tier').set({ is_statutory: false }).execute(), /never changed|refuse|append/i)
})

test('E5: what a tier is called follows its documents, over a time and today, and a new one has a code of its own', () => {
  const made = (from: string, names: Readonly<Record<string, string>>): TierDocument => ({
    ...{ id: from, name: 'Tiers', source: 'Board', startsOn: day(from), setBy: '', setOn: null, entry: 'a' },
    tiers: Object.entries(names).map(([code, name]) => ({ code, name, means: '', isStatutory: false })),
  })
  const all = [made('2026-04-01', { a: 'Second' }), made('2024-04-01', { a: 'First', b: 'Other' }), made('2010-01-01', { a: 'First' })]
  const called = (code: string, from: string, until: string) => {
    const { name, renamed } = tierCalled(all, code, day(from), day(until))
    return [name, ...renamed.map((one) => `${one.from.toString()} ${one.name}`)]
  }
  assert.deepEqual(called('a', '2023-01-01', '2026-03-31'), ['First'])
  assert.deepEqual(called('a', '2023-01-01', '2026-04-01'), ['First', '2026-04-01 Second'])
  assert.deepEqual(called('a', '2026-04-01', '2027-01-01'), ['Second'])
  assert.deepEqual(called('b', '2025-01-01', '2027-01-01'), ['Other'], 'one that ended keeps its words')
  assert.deepEqual(
    [...tierNames(all, day('2026-04-01'))],
    [
      ['a', 'Second'],
      ['b', 'Other'],
    ],
  )
  assert.deepEqual([...tierNames(all, day('2023-01-01'))], [['a', 'First']])
  assert.equal(codeFor('Edge of care!', new Set()), 'edge-of-care')
  assert.equal(codeFor('Edge of care', new Set(['edge-of-care'])), 'edge-of-care-n')
  assert.equal(codeFor('123', new Set()), 'tier')
})
