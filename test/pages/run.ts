import type { Browser, BrowserContext, Page } from 'playwright-core'
import { htmlFaults } from '../support/html.ts'
import type { RunningProduct } from '../support/product.ts'
import type { VisitedPage } from './pages.ts'
import { contextAs } from './sign-in.ts'
import { axeFaults, reflowFaults, tabFaults } from './walk.ts'

/** What is wrong with one page. */
export interface PageFindings {
  readonly path: string
  readonly as: string | undefined
  readonly faults: readonly string[]
}

/** Visits every page in every mode; pages of one role share one signed-in context. */
export async function* visitPages(browser: Browser, product: RunningProduct, pages: readonly VisitedPage[]): AsyncGenerator<PageFindings> {
  for (const [role, ofRole] of Map.groupBy(pages, (page) => page.as)) {
    const context = await contextAs(browser, product, role)
    for (const visited of ofRole) {
      const path = await pathOf(context, visited)
      const faults =
        path === undefined
          ? [`no link ${visited.follow?.link} on ${visited.follow?.from}`]
          : await faultsOf(browser, context, product, path, visited)
      yield { path: path ?? visited.path, as: role, faults }
    }
    await context.close()
  }
}

/** The address to visit: the page's own, or the first matching link of another page; undefined when there is none. */
export async function pathOf(context: BrowserContext, { path, follow }: VisitedPage): Promise<string | undefined> {
  if (!follow) return path
  const html = await (await context.request.get(follow.from)).text()
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
  return links.find((href) => follow.link.test(href))
}

async function faultsOf(
  browser: Browser,
  context: BrowserContext,
  product: RunningProduct,
  path: string,
  visited: VisitedPage,
): Promise<readonly string[]> {
  const page = await context.newPage()
  const messages: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource: the server responded with a status of [45]/.test(message.text()))
      messages.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => messages.push(`script: ${error.message}`))
  try {
    const answer = await page.goto(path)
    const status = answer?.status() ?? 0
    const expected = visited.status ?? 200
    const html = (await answer?.text()) ?? ''
    return [
      ...(status === expected ? [] : [`answered ${status} instead of ${expected}`]),
      ...(await htmlFaults(html)).map((fault) => `html ${fault}`),
      ...(await modeFaults(page)),
      ...(await plainFaults(browser, context, product, path)),
      ...messages,
    ]
  } finally {
    await page.close()
  }
}

async function modeFaults(page: Page): Promise<readonly string[]> {
  const light = await axeFaults(page)
  const reflow = await reflowFaults(page)
  const tab = await tabFaults(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = (await axeFaults(page)).map((fault) => `dark: ${fault}`)
  await page.emulateMedia({ colorScheme: 'light', media: 'print' })
  const print = (await axeFaults(page)).filter((fault) => fault.startsWith('axe color-contrast')).map((fault) => `print: ${fault}`)
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' })
  const headings = (await page.evaluate('document.querySelectorAll("h1").length')) as number
  return [...light, ...reflow, ...tab, ...dark, ...print, ...(headings === 1 ? [] : [`has ${headings} h1`])]
}

/** With scripts off the page must hold the same main part, and every alternative of a form must be visible. */
async function plainFaults(browser: Browser, context: BrowserContext, product: RunningProduct, path: string): Promise<readonly string[]> {
  const plain = await browser.newContext({ baseURL: product.url, javaScriptEnabled: false, storageState: await context.storageState() })
  const page = await plain.newPage()
  await page.goto(path)
  const isShown = await page.locator('main h1').first().isVisible()
  const hidden = await page.locator('main .govuk-radios__conditional--hidden, main .govuk-checkboxes__conditional--hidden').count()
  const shown = await page.locator('main .govuk-radios__conditional--hidden >> visible=true').count()
  await plain.close()
  return [
    ...(isShown ? [] : ['without scripts the h1 does not show']),
    ...(hidden === shown ? [] : ['without scripts an alternative of a form is hidden']),
  ]
}
