import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import { findForbidden } from '#platform/documents/pdf/scan.ts'
import { outsidePdf, speckled } from '#platform/documents/pdf/testing/outside-pdfs.ts'
import { readFrame, readWithPdfium } from '#platform/documents/pdf/testing/readers.ts'
import { publishMeeting } from './commands/publish/publish-pack.ts'
import { makePack } from './pack/make-pack.ts'
import { asVisitor } from './pack/making.ts'
import { findPublications, findPublishedPapers } from './queries/publications.ts'
import { exemptInput, itemInput, value, versionOf } from './testing/arrange.ts'
import { bringFile } from './testing/bring-file.ts'
import { openPreparing, type PreparingScene } from './testing/preparing-scene.ts'

const scene: PreparingScene = await openPreparing()
const { needs, later, ownerDb } = scene
const good = { tagged: true, hasText: true, title: 'x', language: 'en' }

const tabled = { reportStatus: 'tabled' as const, tabledConsent: 'Ann Example, chair' }
const { id, items } = await scene.meetingWith('2014-03-24', [
  itemInput('Early help'),
  itemInput('Needs of families'),
  exemptInput('Contract with Kestrelhold', 'A contract'),
  itemInput('Winter plan', { reportStatus: 'to_follow' }),
  itemInput('Budget', { reportStatus: 'to_follow' }),
  itemInput('A letter from the minister', tabled),
])
const at = (index: number): string => items[index] ?? ''
const early = await scene.clearedPaper(id, at(0), 'Early help and the team', '# What was found\n\nFamilies are helped earlier.')
await bringFile(scene, early, {
  bytes: await outsidePdf({ pages: 3, words: 'Figures of early help' }),
  title: 'Appendix A',
  pages: 3,
  findings: good,
})
const chart = { kind: 'image' as const, alternativeText: 'Referrals rise from 10 to 40' }
await bringFile(scene, early, { bytes: speckled(), title: 'A chart of referrals', ...chart })
await bringFile(scene, early, { bytes: Buffer.from('cells'), title: 'The sums', kind: 'spreadsheet' })
await bringFile(scene, early, { bytes: Buffer.from('word file'), title: 'Typed in Word', kind: 'docx', role: 'source' })
const needsPaper = await scene.clearedPaper(id, at(1), 'Needs assessment', 'See the letter.')
const scan = { tagged: false, hasText: false, scannedPages: [1, 2] }
await bringFile(scene, needsPaper, {
  bytes: await outsidePdf({ pages: 2, words: 'x', scanned: true }),
  title: 'A scanned letter',
  pages: 2,
  findings: scan,
})
await bringFile(scene, needsPaper, { bytes: Buffer.from('%PDF-1.4 nonsense'), title: 'A spoilt file', pages: 2, findings: good })
const secret = await scene.clearedPaper(id, at(2), 'Price of Kestrelhold', 'The price of Kestrelhold is high.')
const words = 'Kestrelhold offers the clinic for ninety-one thousand pounds a year and will take nobody else'
await bringFile(scene, secret, { bytes: await outsidePdf({ pages: 2, words }), title: 'Offer of Kestrelhold', pages: 2, findings: good })

const bytesOf = async (publication: string, edition: 'public' | 'full'): Promise<Uint8Array> => {
  const file = (await scene.files(id)).find((one) => one.publication === publication && one.edition === edition)
  assert.equal(file?.state, 'ready', String(file?.problem))
  return needs.documents.open(file?.document ?? '')
}
const shas = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await scene.files(id)).map(({ publication, edition, document }) => [`${publication} ${edition}`, document]))
const rangesOf = async (publication: string) =>
  (await readAs(needs.db, later, (reader) => findPublishedPapers(reader, id)))
    .filter((paper) => paper.publication === publication)
    .map(({ title, firstPage, lastPage }) => [title, firstPage, lastPage])

const pack = await scene.publish(id)

test('M6: written and uploaded papers stand in agenda order, and the agenda knows their pages', async () => {
  const pdf = await bytesOf(pack, 'public')
  const pages = await readWithPdfium(pdf)
  const { labels } = await readFrame(new Uint8Array(pdf))
  // Page 1 the agenda; 2 text, 3 a sheet, 4 to 6 the PDF, 7 the picture, 8 the cover page of the spreadsheet.
  assert.deepEqual(await rangesOf(pack), [
    ['Early help and the team', '2', '8'],
    ['Needs assessment', '9', '13'],
    ['Price of Kestrelhold', 'E1', 'E4'],
  ])
  assert.deepEqual(
    labels,
    Array.from({ length: 13 }, (_, index) => String(index + 1)),
  )
  const found = [
    'What was found',
    'Appendix A The next 3 pages',
    'help, page 1',
    'help, page 2',
    'help, page 3',
    'A chart of referrals',
    'The sums This is a spreadsheet',
  ]
  for (const [index, text] of found.entries()) assert.ok(pages[index + 1]?.includes(text), text)
  assert.ok(pages[7]?.replaceAll(' ', '').includes(`/meetings/${id}/items/${at(0)}`))
  assert.match(pages[9] ?? '', /These pages are a picture of text and cannot be read aloud/)
  assert.match(pages[12] ?? '', /A spoilt file This document is not in the pack.*it is damaged/)
  assert.ok(pages.every((page) => !page.includes('Typed in Word')))
  assert.match(
    pages[0] ?? '',
    /Papers that not everybody can read.*2\. Needs assessment: A scanned letter\. These pages are a picture of text/,
  )
})

test('M6: the public edition holds not a word of an exempt upload, the full one does', async () => {
  const [open, full] = [await bytesOf(pack, 'public'), await bytesOf(pack, 'full')]
  assert.deepEqual(await findForbidden(open, [words, 'Kestrelhold']), [])
  assert.ok((await findForbidden(full, [words])).length > 0)
  const { labels } = await readFrame(full)
  assert.deepEqual(labels?.slice(-4), ['E1', 'E2', 'E3', 'E4'])
  const report = (await scene.files(id)).find(({ edition }) => edition === 'full')?.report as { files: { problem: string }[] }
  assert.deepEqual(
    report.files.map(({ problem }) => problem).filter((problem) => problem !== ''),
    ['it is damaged'],
  )
})

test('M6, M5, M3: supplements go on with the numbers in order, leave the first pack as it is, and name who consented', async () => {
  const before = await shas()
  const winter = await scene.clearedPaper(id, at(3), 'The winter plan', 'Snow is cleared.')
  await bringFile(scene, winter, {
    bytes: await outsidePdf({ pages: 2, words: 'Routes' }),
    title: 'Map of routes',
    pages: 2,
    findings: good,
  })
  const consent = { id: newId(), paper: winter, consenter: 'chair', person: 'Ann Example', reason: 'Snow came early' }
  await ownerDb
    .insertInto('meetings.late_consent')
    .values({ ...consent, at: later.now, actor: scene.board.clerk.account })
    .execute()
  const first = await scene.publish(id)
  assert.deepEqual(await rangesOf(first), [['The winter plan', '15', '18']])
  assert.match(
    (await readWithPdfium(await bytesOf(first, 'public'))).join(' '),
    /Supplementary: accepted late with the consent of Ann Example \(chair\)/,
  )
  await scene.clearedPaper(id, at(4), 'The budget', 'Money is short.')
  const second = await scene.publish(id)
  assert.deepEqual(await rangesOf(second), [['The budget', '20', '20']])

  const letter = await scene.clearedPaper(id, at(5), 'The letter', 'Dear board, thank you.')
  const input = { version: await versionOf(needs, later, id), breachReason: undefined, breachApprover: undefined }
  const refused = await publishMeeting(needs, later, id, input)
  assert.deepEqual(!refused.ok && refused.problems.map(({ code }) => code), ['tabled-at-meeting'])
  await ownerDb.updateTable('meetings.meeting').set({ state: 'in_progress' }).where('id', '=', id).execute()
  const third = value(await publishMeeting(needs, { ...later, now: later.now.add({ hours: 3 }) }, id, input)).publication
  await makePack(needs, id, third)
  assert.deepEqual(await rangesOf(third), [['The letter', '22', '22']])
  const text = (await readWithPdfium(await bytesOf(third, 'public'))).join(' ')
  assert.match(text, /Supplement 3, tabled at the meeting/)
  assert.match(text, /Tabled At the meeting, with the consent of Ann Example, chair/)
  const seen = await readAs(needs.db, asVisitor(later.now), (reader) => findPublications(reader, id))
  assert.deepEqual(
    seen.map(({ kind, number, tabled: isTabled }) => [kind, number, isTabled]),
    [
      ['pack', 1, false],
      ['supplement', 1, false],
      ['supplement', 2, false],
      ['supplement', 3, true],
    ],
  )
  const after = await shas()
  for (const [name, sha] of before) assert.equal(after.get(name), sha, name)
  assert.ok(letter)
})

test('M6: a public upload that holds a sentence of an exempt one keeps the public pack back', async () => {
  const leaky = await scene.meetingWith('2014-04-24', [itemInput('Clinics'), exemptInput('The offer', 'An offer')])
  const [open = '', closed = ''] = leaky.items
  const sentence = 'the lease'
  const written = await scene.clearedPaper(leaky.id, open, 'Clinics of the county', 'See the appendix.')
  await bringFile(scene, written, { bytes: await outsidePdf({ pages: 1, words: sentence }), title: 'Notes', findings: good })
  const exempt = await scene.clearedPaper(leaky.id, closed, 'The offer itself', 'See the file.')
  await bringFile(scene, exempt, {
    bytes: await outsidePdf({ pages: 1, words: sentence }),
    title: 'The offer as it came',
    findings: good,
  })
  const publication = await scene.publish(leaky.id)
  const files = (await scene.files(leaky.id)).filter((file) => file.publication === publication)
  assert.deepEqual(files.map(({ edition, state }) => [edition, state]).toSorted(), [
    ['full', 'ready'],
    ['public', 'failed'],
  ])
  assert.match(files.find(({ edition }) => edition === 'public')?.problem ?? '', /holds words of an item in Part 2/)
})

test('M6: a publication that is withdrawn while its pack is made ends the making', async () => {
  const gone = await scene.meetingWith('2014-05-24', [itemInput('Parks')])
  await scene.clearedPaper(gone.id, gone.items[0] ?? '', 'Parks of the county', 'Trees grow.')
  const input = { version: await versionOf(needs, later, gone.id), breachReason: undefined, breachApprover: undefined }
  const { publication } = value(await publishMeeting(needs, later, gone.id, input))
  await ownerDb.updateTable('meetings.pack_file').set({ sight: 'draft' }).where('publication', '=', publication).execute()
  await makePack(needs, gone.id, publication)
  const states = await ownerDb
    .selectFrom('meetings.pack_file')
    .select(['state', 'document'])
    .where('publication', '=', publication)
    .execute()
  assert.ok(states.every(({ state, document }) => state === 'waiting' && document === ''))
})
