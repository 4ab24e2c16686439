import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { newId } from '#platform/database/ids.ts'
import { exemptInput, itemInput } from '../testing/arrange.ts'
import { openPreparing } from '../testing/preparing-scene.ts'
import { recordClient } from '../testing/record-app.ts'

const scene = await openPreparing()
const { needs, ownerDb, board, later } = scene

async function textOf(document: string | null): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await needs.documents.open(document ?? ''))), {
    mergePages: true,
  })
  return text.replace(/\s+/g, ' ')
}

/** An open action of an earlier meeting. */
async function action(meeting: string, item: string | undefined, text: string, category: string, sight: string): Promise<void> {
  const row = {
    id: newId(),
    meeting,
    body: board.body,
    item: item ?? null,
    text,
    category,
    sight,
    due_words: 'by end March',
    state: 'open',
  }
  await ownerDb.insertInto('meetings.action').values(row).execute()
}

/** Something that was accepted for a meeting. */
async function brought(meeting: string, item: string | undefined, text: string, more: Record<string, unknown>): Promise<void> {
  const row = {
    id: newId(),
    meeting,
    body: board.body,
    item: item ?? null,
    kind: 'public_question',
    text,
    state: 'accepted',
    sight: 'public',
  }
  await ownerDb
    .insertInto('meetings.submission')
    .values({ ...row, received_at: later.now, notice: JSON.stringify({ state: 'no-rule' }), ...more } as never)
    .execute()
}

test('M11, M13: the pack prints matters arising and questions under their items, the same in both editions, nothing exempt and no name withheld', async () => {
  const before = await scene.meetingWith('2014-03-03', [itemInput('Plan'), exemptInput('Sale of Kestrelhold', 'A matter')])
  await action(before.id, before.items[0], 'Write to every school about buses.', 'public', 'public')
  await action(before.id, before.items[1], 'Sign with Kestrelhold.', 'exempt', 'members')
  await action(before.id, before.items[0], 'Not minuted yet: Trelissick.', 'public', 'members')
  const { id, items } = await scene.meetingWith('2014-03-31', [
    itemInput('Minutes of the last meeting and matters arising'),
    itemInput('Questions from the public'),
    itemInput('Early help'),
  ])
  await brought(id, items[1], 'Who pays for the bus?', { withheld: true })
  await brought(id, items[1], 'Why is it late?', { shown_name: 'Ros Hale' })
  await brought(id, items[1], 'Refused: Pendower?', { state: 'refused', sight: 'draft', reason: 'Not ours' })
  await scene.clearedPaper(id, items[0] ?? '', 'Minutes', '# Minutes\n\nWhat was said.')
  await scene.clearedPaper(id, items[2] ?? '', 'Early help', '# Found\n\nMuch.')
  await scene.publish(id)
  const files = await ownerDb
    .selectFrom('meetings.pack_file')
    .select(['edition', 'document', 'state', 'problem'])
    .where('meeting', '=', id)
    .execute()
  assert.deepEqual(
    files.map(({ state }) => state).filter((state) => state !== 'ready'),
    [],
    files.map(({ problem }) => problem).join(),
  )
  assert.ok(files.some(({ edition }) => edition === 'public'))
  for (const { edition, document } of files) {
    const text = await textOf(document)
    assert.match(
      text,
      /Matters arising: open actions of earlier meetings.*Meeting of 3 March 2014.*Write to every school about buses\./,
      edition,
    )
    assert.match(text, /Question from the public \(name withheld\).*Who pays for the bus\?/, edition)
    assert.match(text, /Question from the public \(Ros Hale\).*Why is it late\?/, edition)
    assert.doesNotMatch(text, /Kestrelhold|Trelissick|Pendower/, edition)
  }
  const page = (account: typeof board.member.account | undefined) =>
    recordClient(needs, account, '2014-03-20T10:00:00Z').get(`/meetings/${id}/items/${items[0]}`)
  const visitor = (await page(undefined)).text
  assert.match(visitor, /Matters arising.*Meeting of 3 March 2014.*Write to every school about buses/s)
  assert.doesNotMatch(visitor, /Kestrelhold|Trelissick/)
  assert.match((await page(board.member.account)).text, /Sign with Kestrelhold/)
})
