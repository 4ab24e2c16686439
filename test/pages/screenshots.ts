// node --import tsx test/pages/screenshots.ts takes the pictures of docs/screenshots; with words, only of addresses that hold one of them.
// With OUT=folder they go there, and pages without a name of their own are taken, too, from top to bottom.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { startBrowser } from '../support/browser.ts'
import { startProduct } from '../support/product.ts'
import { addressOf } from './address.ts'
import { arrange, untilPacksAreMade } from './arrange.ts'
import { type VisitedPage, visitedAt, visitedPages } from './pages.ts'
import { encodePng } from './png.ts'
import { open } from './run.ts'
import { keepContexts, letGo, newPage } from './sign-in.ts'

/** Pages of PDF files to take: the file, found as a page is, and the page's number from 1. */
const pdfPages: readonly (VisitedPage & { readonly screenshot: string; readonly page: number })[] = [
  { path: '/meetings/:id/pack/:file', via: [...meeting('8 December 2026'), '/pack/public.pdf'], page: 1, screenshot: 'pdf-pack-agenda' },
  { path: '/meetings/:id/pack/:file', via: [...meeting('8 December 2026'), '/pack/public.pdf'], page: 3, screenshot: 'pdf-pack-paper' },
  { path: '/meetings/:id/minutes.pdf', via: [...meeting('2 June 2026'), '+/minutes.pdf'], page: 1, screenshot: 'pdf-minutes' },
]

function meeting(day: string): readonly string[] {
  return ['/boards/northbrook-childrens-partnership/meetings', day]
}

const words = process.argv.slice(2)
const everything = process.env.OUT !== undefined
const out = process.env.OUT ?? path.resolve(import.meta.dirname, '../../docs/screenshots')
const isWanted = (page: VisitedPage) =>
  (page.screenshot || everything) && (words.length === 0 || words.some((word) => page.path.includes(word)))
mkdirSync(out, { recursive: true })
const product = await startProduct({ GOLDENTHREAD_SAMPLE: 'on', GOLDENTHREAD_NOW: visitedAt })
const empty = everything ? await startProduct({ GOLDENTHREAD_SAMPLE: 'off', GOLDENTHREAD_NOW: visitedAt }) : undefined
const browser = await startBrowser()
const contexts = keepContexts(browser, product, empty)
let count = 0

/** Takes a page at two widths: its upper part for the documentation, the whole of it to be looked at. */
async function shoot(visited: VisitedPage): Promise<void> {
  count += 1
  const address = await addressOf(contexts, visited)
  const page = await newPage(await contexts(visited.as, visited.house))
  const plainName = `${visited.as ?? 'visitor'}-${visited.path}${visited.send ? '-sent' : ''}`.replaceAll(/[^\w]+/g, '-')
  const name = everything ? `${String(count).padStart(3, '0')}-${plainName}` : visited.screenshot
  await page.setViewportSize({ width: 1280, height: 1000 })
  await open(page, address, visited)
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 1000 })
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: path.join(out, `${name}-${width}.png`), fullPage: everything })
  }
  await letGo(page)
  console.log(`${name}: ${address}`)
}

async function shootPdf(visited: (typeof pdfPages)[number]): Promise<void> {
  const address = await addressOf(contexts, visited)
  const bytes = await (await (await contexts(undefined)).request.get(address)).body()
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const picture = await document.getPage(visited.page - 1).render({
    scale: 1.3,
    render: async ({ data, width, height }) => encodePng(width, height, data),
  })
  writeFileSync(path.join(out, `${visited.screenshot}.png`), picture.data)
  document.destroy()
  library.destroy()
  console.log(`${visited.screenshot}: ${address}`)
}

try {
  await untilPacksAreMade(contexts)
  if (everything) await arrange(contexts, product)
  for (const page of visitedPages.filter(isWanted)) await shoot(page).catch((error: unknown) => console.log(`${page.path}: ${error}`))
  for (const page of words.length > 0 ? [] : pdfPages) await shootPdf(page)
} finally {
  await letGo(browser)
  await Promise.all([product.stop(), empty?.stop()])
}
