import assert from 'node:assert/strict'
import fc from 'fast-check'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { type ContentClass, contentClasses } from '../rules/access.ts'
import type { Fields } from './led-families.ts'
import { slowReading } from './slow-reading.ts'
import { type Town, type Townsperson, townsfolk } from './town.ts'

const people = ['lead', 'nurse', 'colleague'] as const
const classes = fc.subarray([...contentClasses], { minLength: 1 })
const who = fc.constantFrom(...people)

/** Something that happens to a family. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('agree' as const), agencies: fc.subarray([...people, 'asker' as const]), classes }),
  fc.record({ kind: fc.constant('decide' as const), who, classes }),
  fc.record({ kind: fc.constant('join' as const), who, classes }),
  fc.record({ kind: fc.constantFrom('lead' as const, 'post ends' as const), who }),
  fc.record({ kind: fc.constant('step up' as const), decision: fc.constantFrom('accepted', 'returned') }),
  fc.record({ kind: fc.constantFrom('withdraw' as const, 'end' as const, 'close' as const, 'reopen' as const, 'merge' as const) }),
  fc.record({ kind: fc.constant('later' as const), days: fc.integer({ min: 1, max: 200 }) }),
)
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

/**
 * Lets things happen to families in an order drawn from a seed, and asks after each of them who reads what, in SQL as the role of casework.
 * Answers how often something was read: with few runs that depends on what is drawn, and is the same for the same seed.
 */
export async function checkHistories(town: Town, { runs, seed }: { readonly runs: number; readonly seed: number }): Promise<number> {
  let opened = 0
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 6, maxLength: 14 }), async (happenings) => {
      const { at, episode } = await begin(town)
      for (const one of happenings) {
        town.tick()
        await happen(town, at, episode, one)
        town.tick()
        const may = await slowReading(town, episode)
        for (const reader of townsfolk) {
          const read = await reads(town, episode, reader)
          assert.deepEqual(read, [...may(reader)].toSorted(), `${reader} after ${one.kind}`)
          opened += read.length
        }
      }
    }),
    { numRuns: runs, seed },
  )
  return opened
}

/** A family that agreed and is led, with a line of every class in its record and a child who was entered twice. */
async function begin(town: Town): Promise<{ readonly at: string; readonly episode: string }> {
  const today = town.as('asker').today.toString()
  const asked = { label: 'Amber', area: town.area, agency: town.agency('asker'), ...dayFields('requestedOn', today), why: 'w', told: 'yes' }
  const twice = { child1: 'Wren Amber', ...dayFields('born1', '2019-02-28'), child2: 'Wren Amberley', ...dayFields('born2', '2019-02-28') }
  const { location: at } = await town.send('/families/new', { ...asked, ...twice }, 'asker')
  const episode = at.split('/')[2] ?? ''
  await happen(town, at, episode, { kind: 'agree', agencies: ['lead', 'nurse'], classes: [...contentClasses] })
  await happen(town, at, episode, { kind: 'lead', who: 'lead' })
  await town.ownerDb
    .insertInto('casework.former_version')
    .values(
      contentClasses.map((one) => ({
        ...{ id: newId(), episode, class: one, source: 'tried', record: newId(), content: '{}', changed_by: newId() },
        changed_at: town.as('asker').now,
      })),
    )
    .execute()
  return { at, episode }
}

/** Classes that somebody reads: having said that they look, where they may, and without. */
async function reads(town: Town, episode: string, reader: Townsperson): Promise<readonly ContentClass[]> {
  const look = { episode, person: town.person(reader), organisation: null, what: 'page', at: town.as(reader).now }
  const rows = (saysSo: boolean) =>
    writeAs(town.db, town.as(reader), async (tx) => {
      if (saysSo)
        await tx
          .insertInto('casework.look')
          .values({ id: newId(), ...look })
          .execute()
      const found = await sql<{ class: ContentClass }>`select class from casework.former_version where episode = ${episode}`.execute(tx)
      return found.rows.map((row) => row.class).toSorted()
    })
  if (reader === 'lead') assert.deepEqual(await rows(false), [], 'nobody reads without a look')
  try {
    return await rows(true)
  } catch (error) {
    if (/row-level security/.test(String(error))) return []
    throw error
  }
}

async function happen(town: Town, at: string, episode: string, one: Happening): Promise<void> {
  const today = () => town.as('asker').today
  const keeper = await keeperOf(town, episode)
  const send = async (path: string, fields: Fields, as: Townsperson): Promise<string> => (await town.send(path, fields, as)).location
  const days = (name: string, day = today()) => dayFields(name, day.toString())
  switch (one.kind) {
    case 'agree': {
      const given = { verdict: 'yes', givenBy: 'Mother', entitledBy: 'responsibility', informedHow: 'Talked', evidence: 'signed' }
      await send(`${at}/agreement`, { ...given, ...days('givenOn'), agencies: one.agencies.map(town.agency), classes: one.classes }, keeper)
      return
    }
    case 'join':
      await send(`${at}/team`, { post: town.post(one.who), classes: one.classes }, keeper)
      return
    case 'lead':
      await send(`${at}/lead`, { post: town.post(one.who) }, keeper)
      await send(`${at}/lead/answer`, { verdict: 'yes' }, one.who)
      return
    case 'decide': {
      const basis = { verdict: 'share', basis: 'public-task', purpose: 'p', because: 'b', told: 'yes', toldWords: 't' }
      const until = days('holdsUntil', today().add({ months: 2 }))
      const made = await send(`${at}/sharing`, { ...basis, organisation: town.agency(one.who), classes: one.classes, ...until }, keeper)
      if (made) await send(`${made}/approve`, {}, 'governance')
      return
    }
    case 'step up': {
      const words = { kind: 'step-up', target: town.agency('colleague'), toTier: 'child-in-need', words: 'w', agrees: 'yes' }
      const move = await send(`${at}/movement/new`, { ...words, ...days('proposedOn') }, keeper)
      if (!move) return
      await send(`${move}/send-here`, {}, keeper)
      await send(`${move}/answer`, { decision: one.decision, reason: 'r', name: 'Duty' }, 'colleague')
      return
    }
    case 'close': {
      const closing = { reason: 'needs-met', ...days('closedOn'), plan: 'p', familyView: 'v', forReferrer: 'f' }
      await send(`${at}/close`, closing, keeper)
      return
    }
    case 'reopen':
      await send(`${at}/movement/reopen`, {}, 'co-ordinator')
      return
    case 'later':
      town.tick({ hours: 24 * one.days })
      return
    default:
      await undo(town, at, { episode, keeper }, one)
  }
}

async function undo(
  town: Town,
  at: string,
  { episode, keeper }: { readonly episode: string; readonly keeper: Townsperson },
  one: Happening,
): Promise<void> {
  const db = town.ownerDb
  if (one.kind === 'withdraw') {
    const agreed = await db
      .selectFrom('casework.agreement')
      .select('id')
      .where('episode', '=', episode)
      .orderBy('number', 'desc')
      .executeTakeFirst()
    if (agreed) await town.send(`${at}/agreements/${agreed.id}/withdraw`, { withdrawnBy: 'Mother' }, keeper)
  }
  if (one.kind === 'end') {
    const stands = await db
      .selectFrom('casework.sharing_decision')
      .select('id')
      .where('episode', '=', episode)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (stands) await town.send(`/sharing-decisions/${stands.id}/end`, {}, 'governance')
  }
  if (one.kind === 'merge') {
    const [kept, merged] = await db.selectFrom('casework.person').select('id').where('entered_in', '=', episode).orderBy('name').execute()
    if (kept && merged) await town.send(`${at}/people/${kept.id}/merge`, { merged: merged.id, because: 'b' }, keeper)
  }
  // Gone for a week, and back: nothing of what was granted may be open meanwhile.
  if (one.kind === 'post ends') {
    const today = town.as('asker').today
    const post = db.updateTable('casework.post').where('id', '=', town.post(one.who))
    await post.set({ ends_on: today }).execute()
    const may = await slowReading(town, episode)
    for (const reader of townsfolk)
      assert.deepEqual(await reads(town, episode, reader), [...may(reader)].toSorted(), `${reader} while a post has ended`)
    assert.deepEqual(await reads(town, episode, one.who), [], `${one.who} without a post`)
    await post.set({ ends_on: null }).execute()
  }
}

/** Who leads now, else who asked. */
async function keeperOf(town: Town, episode: string): Promise<Townsperson> {
  const lead = await town.ownerDb
    .selectFrom('casework.lead_period')
    .select('person')
    .where('episode', '=', episode)
    .where('accepted_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return townsfolk.find((one) => town.person(one) === lead?.person) ?? 'asker'
}
