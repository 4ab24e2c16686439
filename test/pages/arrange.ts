import { wordFile, wordParagraph, workbook } from '#platform/documents/uploads/testing/office-files.ts'
import { pdfOf } from '#platform/documents/uploads/testing/pdf-files.ts'
import type { RunningProduct } from '../support/product.ts'
import { type Contexts, letGo, newPage } from './sign-in.ts'

/** Brings about what the sample does not hold and pages need: a draft of terms, an invitation, a link to choose a new password. */
export async function arrange(contexts: Contexts, product: RunningProduct): Promise<void> {
  const terms = '/boards/northbrook-childrens-partnership/terms'
  const clerk = await newPage(await contexts('clerk'))
  const document = await (await clerk.request.get(`${terms}/1.json`)).text()
  await clerk.goto(`${terms}/import`)
  await clerk.getByLabel('The document').fill(document)
  await clerk.getByRole('button', { name: 'Save as a draft' }).click()
  await letGo(clerk)
  const administrator = await newPage(await contexts('administrator'))
  await administrator.goto('/people/new')
  await administrator.getByLabel('Full name').fill('Ines Pereira')
  await administrator.getByLabel('Email address').fill('ines.pereira@northbrook.example')
  await administrator.getByLabel('Invite this person to sign in').check()
  await administrator.getByRole('button', { name: 'Add person' }).click()
  await letGo(administrator)
  const visitor = await newPage(await contexts(undefined))
  await visitor.goto('/forgotten-password')
  await visitor.getByLabel('Email address').fill(product.people.find(({ role }) => role === 'chair')?.email ?? '')
  await visitor.getByRole('button').first().click()
  await letGo(visitor)
  await bringFiles(contexts)
  await fileWithMinutes(contexts)
}

/** The author of a paper that is being written brings a PDF and a spreadsheet that hides a sheet, and has a Word file converted. */
async function bringFiles(contexts: Contexts): Promise<void> {
  const author = await newPage(await contexts('author'))
  await author.goto('/papers')
  await author.getByRole('link', { name: 'Quality of plans' }).click()
  const files = `${new URL(author.url()).pathname}/files`
  const hiding = await workbook({ 'xl/workbook.xml': '<workbook><sheet name="Names" sheetId="1" state="hidden"/></workbook>' })
  const word = await wordFile(
    `${wordParagraph('The sample of plans was read by two people.')}<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r></w:p>`,
  )
  for (const [wish, name, buffer] of [
    ['paper', 'Quality of plans.pdf', await pdfOf(2)],
    ['appendix', 'Sample of plans.xlsx', hiding],
    ['text', 'Report.docx', word],
  ] as const) {
    await author.goto(files)
    await author.locator(`[name=wish][value=${wish}]`).check()
    await author.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await author.getByRole('button', { name: 'Add file' }).click()
  }
  await letGo(author)
}

/** The clerk files what was shown at the winter meeting with its minutes. */
async function fileWithMinutes(contexts: Contexts): Promise<void> {
  const clerk = await newPage(await contexts('clerk'))
  await clerk.goto('/boards/northbrook-childrens-partnership/meetings')
  await clerk.getByRole('link', { name: '1 September 2026' }).first().click()
  await clerk.goto(`${new URL(clerk.url()).pathname}/minutes/files`)
  await clerk.getByLabel('Item', { exact: true }).selectOption({ index: 1 })
  await clerk.getByLabel('A presentation that was shown').check()
  await clerk.getByLabel('Title').fill('What young people said about waiting')
  await clerk.getByLabel('Who gave it?').fill('Ellie Sutton, young people’s action group')
  const shown = { name: 'Waiting.pdf', mimeType: 'application/pdf', buffer: await pdfOf(6) }
  await clerk.getByLabel('File', { exact: true }).setInputFiles(shown)
  await clerk.getByRole('button', { name: 'File it' }).click()
  await letGo(clerk)
}

/** Waits until the sample's packs are made, so that pages say how many pages they have. */
export async function untilPacksAreMade(contexts: Contexts): Promise<void> {
  const { request } = await contexts('clerk')
  const list = await (await request.get('/boards/northbrook-childrens-partnership/meetings')).text()
  const meetings = new Set([...list.matchAll(/href="(\/meetings\/[0-9a-f-]{36})"/g)].map(([, href = '']) => href))
  const deadline = performance.now() + 60_000
  for (const meeting of meetings) {
    while (/being made/.test(await (await request.get(meeting)).text())) {
      if (performance.now() > deadline) throw new Error(`The pack of ${meeting} was not made within a minute.`)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}
