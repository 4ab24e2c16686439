import assert from 'node:assert/strict'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import type { Page } from 'playwright-core'
import { pdfOf } from '#platform/documents/uploads/testing/pdf-files.ts'
import { follow, headed, press, says, startJourney } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

const step = startJourney()
const house = await serveSample(Temporal.Instant.from('2026-11-23T10:00:00Z'))
const author = await house.pageAs('author')
const folder = mkdtempSync(join(tmpdir(), 'journey-files-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const made = { paper: '' }

async function add(page: Page, wish: string, file: { readonly name: string; readonly buffer: Buffer } | string): Promise<void> {
  await page.goto(`${made.paper}/files`)
  await page.getByLabel(wish).check()
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles(typeof file === 'string' ? file : { ...file, mimeType: 'application/octet-stream' })
  await press(page, 'Add file')
}

step('M4: an author leaves the text half written, which is saved, and goes to the files', async () => {
  await author.goto('/papers')
  await author.getByRole('link', { name: 'Quality of plans' }).click()
  made.paper = new URL(author.url()).pathname
  await follow(author, 'Write')
  await author.getByLabel('Summary', { exact: true }).fill('Half of the plans are good.')
  await press(author, 'Save and go to files')
  await headed(author, 'Files of the paper')
  await says(author, 'No files yet')
  await author.goto(made.paper)
  await says(author, 'Half of the plans are good.')
})

step('M4: the paper comes as a PDF, and its author is told what to put right', async () => {
  await add(author, 'It is the paper, as a PDF', { name: 'Quality of plans.pdf', buffer: await pdfOf(3) })
  await headed(author, 'Files of the paper')
  await says(author, 'PDF, 3 pages', 'It has no tags', 'Save it from Word or LibreOffice with tags')
})

step('M4: a Word file is converted, looked at, and taken over', async () => {
  const document = new Document({
    sections: [
      { children: [new Paragraph({ text: 'What we found', heading: HeadingLevel.HEADING_1 }), new Paragraph('Nine in ten were good.')] },
    ],
  })
  await add(author, 'Take the text of the paper from it', { name: 'Report.docx', buffer: await Packer.toBuffer(document) })
  await headed(author, 'Is this your text?')
  await says(author, 'What we found', 'Nine in ten were good.', 'Nothing of the paper has changed yet')
  await press(author, 'Take it over')
  await says(author, 'What we found', 'Nine in ten were good.', 'Half of the plans are good.', 'Quality of plans')
})

step('X5: a file of 300 MB is refused beside its field in a real browser, with what was typed, and memory stays flat', async () => {
  const path = join(folder, 'huge.pdf')
  const handle = openSync(path, 'w')
  writeSync(handle, '%PDF-1.7\n')
  ftruncateSync(handle, 300 * 1024 * 1024)
  closeSync(handle)
  await author.goto(`${made.paper}/files`)
  await author.getByLabel('It is an appendix').check()
  await author.getByLabel('Title').fill('The long version')
  await author.getByLabel('File', { exact: true }).setInputFiles(path)
  const before = process.memoryUsage().rss
  let highest = before
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }, 20)
  await press(author, 'Add file')
  clearInterval(watch)
  await says(author, 'There is a problem', 'This file is larger than 50 MB')
  assert.equal(await author.getByLabel('Title').inputValue(), 'The long version')
  assert.ok(await author.getByLabel('It is an appendix').isChecked())
  const grown = Math.round((highest - before) / 1024 / 1024)
  assert.ok(grown < 150, `memory grew by ${grown} MB`)
})

step('M4, M5: it is handed in, and its clerk reads the files', async () => {
  await author.goto(made.paper)
  await press(author, 'Hand in')
  await says(author, 'Handed in')
  const clerk = await house.pageAs('other-clerk')
  await clerk.goto(made.paper)
  await says(clerk, 'PDF, 3 pages')
  const address = await clerk.getByRole('link', { name: 'Quality of plans', exact: true }).last().getAttribute('href')
  const answer = await clerk.request.get(address ?? '')
  assert.equal(answer.headers()['content-type'], 'application/pdf')
  const observer = await house.pageAs('observer')
  assert.equal((await observer.request.get(address ?? '')).status(), 404)
})
