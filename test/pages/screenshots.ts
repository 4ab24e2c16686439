// node --import tsx test/pages/screenshots.ts takes the pictures of docs/screenshots; with a word, only of addresses that hold it.
// With OUT=folder they go there, and pages without a name of their own are taken, too.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { startBrowser } from '../support/browser.ts'
import { startProduct } from '../support/product.ts'
import { type VisitedPage, visitedPages } from './pages.ts'
import { pathOf } from './run.ts'
import { contextAs } from './sign-in.ts'

const word = process.argv[2]
const out = process.env.OUT ?? path.resolve(import.meta.dirname, '../../docs/screenshots')
const wanted = visitedPages.filter((page) => (page.screenshot || process.env.OUT) && (!word || page.path.includes(word)))

async function shoot(context: BrowserContext, visited: VisitedPage): Promise<void> {
  const address = await pathOf(context, visited)
  if (!address) return console.log(`nothing to take: no link ${visited.follow?.link} on ${visited.follow?.from}`)
  const name = visited.screenshot ?? (visited.path.replaceAll(/[^\w]+/g, '-').replaceAll(/^-|-$/g, '') || 'front')
  const page = await context.newPage()
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(address)
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: path.join(out, `${name}-${width}.png`), fullPage: true })
  }
  if (process.env.OUT) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.screenshot({ path: path.join(out, `${name}-dark.png`), fullPage: true })
    await page.emulateMedia({ colorScheme: 'light', media: 'print' })
    await page.screenshot({ path: path.join(out, `${name}-print.png`), fullPage: true })
  }
  await page.close()
  console.log(`${name}: ${address}`)
}

mkdirSync(out, { recursive: true })
const product = await startProduct({ GOLDENTHREAD_SAMPLE: process.env.GOLDENTHREAD_SAMPLE ?? 'on' })
const browser = await startBrowser()
try {
  for (const [role, pages] of Map.groupBy(wanted, (page) => page.as)) {
    const context = await contextAs(browser, product, role)
    for (const page of pages) await shoot(context, page)
    await context.close()
  }
} finally {
  await browser.close()
  await product.stop()
}
