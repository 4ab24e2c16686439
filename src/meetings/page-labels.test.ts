import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#platform/database/session.ts'
import { readFrame, readWithPdfium } from '#platform/documents/pdf/testing/readers.ts'
import { addItem } from './commands/agenda/add-item.ts'
import { asVisitor } from './pack/making.ts'
import { findPublishedPapers } from './queries/publications.ts'
import { exemptInput, itemInput, value } from './testing/arrange.ts'
import { openPreparing, type PreparingScene } from './testing/preparing-scene.ts'

const scene: PreparingScene = await openPreparing()
const { needs, later, early } = scene
const long = (words: string): string => `${words} ${'of a very long name that goes on over many lines '.repeat(4)}`.slice(0, 199).trim()

/** The label printed on the page on which each heading stands, for the file of an edition. */
async function labelsIn(meeting: string, publication: string, edition: 'public' | 'full', headings: readonly string[]) {
  const file = (await scene.files(meeting)).find((one) => one.publication === publication && one.edition === edition)
  assert.equal(file?.state, 'ready', `${edition}: ${file?.problem}`)
  const bytes = new Uint8Array(await needs.documents.open(file?.document ?? ''))
  const { labels } = await readFrame(bytes.slice())
  const pages = await readWithPdfium(bytes)
  const found = headings.map(
    (heading) => labels?.[pages.findIndex((page) => page.includes(`${heading} `) && !page.includes('Purpose Report Pages'))],
  )
  return {
    found,
    pages: pages.length,
    front: pages.findIndex((page) => headings.some((heading) => page.includes(heading) && !page.includes('Report Pages'))),
  }
}

async function publicLabels(meeting: string, publication: string): Promise<readonly (readonly [string, string])[]> {
  const rows = await readAs(needs.db, asVisitor(later.now), (reader) => findPublishedPapers(reader, meeting))
  return rows.filter((row) => row.publication === publication).map(({ title, firstPage }) => [title, firstPage] as const)
}

test('M6: both editions give every open page the same number, however long the agenda and its exempt titles are', async () => {
  const open = Array.from({ length: 22 }, (_, index) => `Open matter number ${index + 1} here`)
  const exempt = Array.from({ length: 12 }, (_, index) => long(`Exempt purchase ${index + 1}`))
  const items = open.flatMap((title, index) => {
    const secret = exempt[index]
    return secret ? [itemInput(title), { ...exemptInput(secret, `A purchase, ${index + 1}`), presenter: long('Head') }] : [itemInput(title)]
  })
  const more = { contact: long('The clerk'), accessNotes: long('Step-free'), place: long('The Exchange') }
  const { id, items: ids } = await scene.meetingWith('2014-03-24', items, more)
  // A sub-item that is open below an exempt item: the heading above it is the public title in both.
  const child = value(await addItem(needs, early, id, itemInput('Open child below an exempt item', { parent: ids[1] })))
  await scene.clearedPaper(id, child.id, 'Open child below an exempt item', 'Words of the child.')
  for (const [index, item] of items.entries()) {
    const isExempt = item.category !== 'public'
    if (isExempt && index % 3 === 0) continue // an exempt item without a paper
    await scene.clearedPaper(id, ids[index] ?? '', item.title, `# Words\n\nWords of paper ${index}.`)
    if (isExempt) await scene.clearedPaper(id, ids[index] ?? '', long(`Annex ${index}`), 'Words of the annex.')
  }
  const publication = await scene.publish(id)
  const expected = await publicLabels(id, publication)
  assert.equal(expected.length, 23)
  const titles = expected.map(([title]) => title)
  const inPublic = await labelsIn(id, publication, 'public', titles)
  const inFull = await labelsIn(id, publication, 'full', titles)
  assert.deepEqual(
    inPublic.found,
    expected.map(([, label]) => label),
  )
  assert.deepEqual(inFull.found, inPublic.found)
  assert.ok(inPublic.front >= 2, 'the agenda takes more than one page')
  assert.ok(inFull.pages > inPublic.pages)
  const files = (await scene.files(id)).filter((file) => file.publication === publication)
  assert.equal(new Set(files.map(({ nextPage }) => nextPage)).size, 1)
})

test('M6: the full pack holds the full title of every exempt item, with a paper or without', async () => {
  const { id, items } = await scene.meetingWith('2014-03-25', [
    itemInput('Open'),
    exemptInput('Lease of Kestrelhold', 'A lease'),
    exemptInput('Talks with Harrierbank', 'Talks'),
  ])
  await scene.clearedPaper(id, items[1] ?? '', 'Price of the lease', 'A price.')
  const publication = await scene.publish(id)
  const file = (await scene.files(id)).find((one) => one.publication === publication && one.edition === 'full')
  const pages = await readWithPdfium(new Uint8Array(await needs.documents.open(file?.document ?? '')))
  assert.match(pages[0] ?? '', /A lease.*Page E1.*Talks.*Page E2/s)
  assert.match(pages.slice(1).join(' '), /Lease of Kestrelhold.*Talks with Harrierbank/s)
})

test('M6: a supplement with exempt papers has the same page numbers in both editions, and one of exempt papers alone can be made', async () => {
  const { id, items } = await scene.meetingWith('2014-03-26', [
    itemInput('First', { reportStatus: 'to_follow' }),
    { ...exemptInput(long('Secret of the first'), 'A secret'), reportStatus: 'to_follow' },
    { ...exemptInput(long('Secret of the second'), 'Another secret'), reportStatus: 'to_follow' },
  ])
  await scene.publish(id)
  await scene.clearedPaper(id, items[0] ?? '', 'Open words that follow', 'Words.')
  await scene.clearedPaper(id, items[1] ?? '', long('Exempt words that follow'), 'Words.')
  const first = await scene.publish(id)
  const [expected] = await publicLabels(id, first)
  const labels = await Promise.all((['public', 'full'] as const).map((edition) => labelsIn(id, first, edition, ['1. First'])))
  assert.deepEqual(
    labels.map(({ found }) => found),
    [[expected?.[1]], [expected?.[1]]],
  )
  await scene.clearedPaper(id, items[2] ?? '', long('More exempt words'), 'Words.')
  const second = await scene.publish(id)
  const states = (await scene.files(id)).filter((file) => file.publication === second).map(({ state }) => state)
  assert.deepEqual(states, ['ready', 'ready'])
})
