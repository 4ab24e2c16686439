import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { openPartTwoScene } from './testing/part-two-scene.ts'

const { scene, room, publishedPaper } = await openPartTwoScene()
const { board, ownerDb } = scene
const reviewDay = Temporal.PlainDate.from('2014-06-02')
const doer = { actor: board.clerk.account, now: Temporal.Instant.from('2014-06-02T10:00:00Z'), today: reviewDay }

test('M3, X1: a release is of its own review and matter: no other publication of the meeting, live or withdrawn, opens anything by hand', async () => {
  const { id, items } = await room('2014-02-03')
  const [, contract = '', lease = ''] = items
  const paper = await publishedPaper(id, contract, 'The offer')
  const rent = await publishedPaper(id, lease, 'The rent')
  const as = <T>(work: (tx: Writer) => Promise<T>) => writeAs(scene.needs.db, doer, work)
  const event = async (kind: string): Promise<string> => {
    const made = { id: newId(), meeting: id, body: board.body, sight: 'public', kind, number: 9, reason: 'It is let' }
    await as((tx) =>
      tx
        .insertInto('meetings.publication')
        .values({ ...made, published_at: doer.now, published_on: reviewDay, actor: doer.actor })
        .execute(),
    )
    return made.id
  }
  const reviewed = (item: string, publication: string, number = 2) =>
    as((tx) =>
      tx
        .insertInto('meetings.public_interest_test')
        .values({
          ...{ id: newId(), item, meeting: id, body: board.body, sight: 'members', number, occasion: 'review', conclusion: 'open' },
          ...{ reason: 'It is let', decided_by: 'The clerk', decided_on: reviewDay, publication, actor: doer.actor, at: doer.now },
        })
        .execute(),
    )
  const open = (item: string, publication: string) =>
    as((tx) =>
      tx.updateTable('meetings.agenda_item').set({ category: 'public', released_by: publication }).where('id', '=', item).execute(),
    )
  const openPaper = (one: string, publication: string) =>
    as(async (tx) => {
      await tx.insertInto('meetings.released_paper').values({ publication, paper: one, meeting: id }).execute()
      await tx.updateTable('meetings.paper').set({ category: 'public', sight: 'public' }).where('id', '=', one).execute()
    })
  const pack = await event('supplement')
  await assert.rejects(reviewed(contract, pack), /rests on the review of the very matter/)
  await assert.rejects(openPaper(paper, pack), /by a recorded release|is in Part 2/)
  const release = await event('release')
  await assert.rejects(openPaper(paper, release), /by a recorded release|is in Part 2/, 'nobody reviewed it')
  await reviewed(contract, release)
  await assert.rejects(reviewed(lease, release), /rests on the review of the very matter/, 'it is another item’s')
  await assert.rejects(open(lease, release), /by a recorded release/)
  await assert.rejects(openPaper(rent, release), /by a recorded release|is in Part 2/)
  await as((tx) =>
    tx
      .updateTable('meetings.publication')
      .set({ withdrawn_at: doer.now, withdrawn_by: doer.actor, withdrawn_reason: 'Too early' })
      .where('id', '=', release)
      .execute(),
  )
  await assert.rejects(open(contract, release), /by a recorded release/, 'it is taken back')
  await assert.rejects(openPaper(paper, release), /by a recorded release|is in Part 2/)
  const seen = await ownerDb.selectFrom('meetings.paper').select('sight').distinct().where('meeting', '=', id).execute()
  assert.deepEqual(seen, [{ sight: 'members' }])
})
