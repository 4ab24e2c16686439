import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import { htmlFaults } from '../support/html.ts'
import { addressOf } from './address.ts'
import type { VisitedPage } from './pages.ts'
import { type Contexts, letGo, newPage } from './sign-in.ts'
import { axeFaults, contrastFaults, reflowFaults, tabFaults } from './walk.ts'

/** What is wrong with one page. */
export interface PageFindings {
  readonly address: string
  readonly page: VisitedPage
  readonly faults: readonly string[]
}

/** A field of a form, in the browser. */
interface FormField {
  readonly type: string
  checked: boolean
  value: string
}

/** Visits pages, some at a time, and tells of each as it is done. A `path` that was visited before goes through the quick modes only. */
export async function visitPages(
  browser: Browser,
  contexts: Contexts,
  pages: readonly VisitedPage[],
  tell: (findings: PageFindings) => void,
): Promise<void> {
  const seen = new Set<string>()
  const queue = pages.map((page) => ({
    page,
    whole: !page.send && !page.status && !seen.has(page.path) && seen.add(page.path) !== undefined,
  }))
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) tell(await findingsOf(browser, contexts, next.page, next.whole))
  }
  await Promise.all([work(), work(), work()])
}

async function findingsOf(browser: Browser, contexts: Contexts, page: VisitedPage, whole: boolean): Promise<PageFindings> {
  try {
    const address = await addressOf(contexts, page)
    return { address, page, faults: await faultsOf(browser, await contexts(page.as, page.house), address, page, whole) }
  } catch (error) {
    return { address: page.path, page, faults: [error instanceof Error ? error.message : String(error)] }
  }
}

async function faultsOf(
  browser: Browser,
  context: BrowserContext,
  address: string,
  visited: VisitedPage,
  whole: boolean,
): Promise<readonly string[]> {
  const page = await newPage(context)
  const messages: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource: the server responded with a status of [45]/.test(message.text()))
      messages.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => messages.push(`script: ${error.message}`))
  try {
    const answer = await open(page, address, visited)
    const status = answer?.status() ?? 0
    const expected = visited.status ?? 200
    const landed = new URL(page.url()).pathname + new URL(page.url()).search
    return [
      ...(status === expected ? [] : [`answered ${status} instead of ${expected}`]),
      ...(visited.send || landed === address.replace(/#.*/, '') ? [] : [`led to ${landed}`]),
      ...((await answer?.text().then(htmlFaults)) ?? []).map((fault) => `html ${fault}`),
      ...(await (whole ? modeFaults(page) : quickFaults(page))),
      ...(whole ? await plainFaults(browser, context, page.url()) : []),
      ...messages,
    ]
  } finally {
    await letGo(page)
  }
}

/** Goes to the address; where a form is to be sent, empties its fields and sends it. */
export async function open(page: Page, address: string, { send }: VisitedPage): Promise<Response | null> {
  const answer = await page.goto(address)
  if (!send) return answer
  const button = send === true ? page.locator('main form[method=post] button').last() : page.getByRole('button', { name: send }).first()
  await button.evaluate(emptyItsForm)
  const [sent] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), button.click()])
  await page.waitForLoadState()
  return sent
}

/** Runs in the browser. */
function emptyItsForm(button: { readonly form?: { readonly elements: Iterable<FormField> } | null }): void {
  for (const field of button.form?.elements ?? []) {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = false
    else if (field.type !== 'hidden' && field.type !== 'submit') field.value = ''
  }
}

async function quickFaults(page: Page): Promise<readonly string[]> {
  return [...(await axeFaults(page)), ...(await reflowFaults(page)), ...(await headingFaults(page))]
}

async function headingFaults(page: Page): Promise<readonly string[]> {
  const headings = (await page.evaluate('document.querySelectorAll("h1").length')) as number
  return headings === 1 ? [] : [`has ${headings} h1`]
}

async function modeFaults(page: Page): Promise<readonly string[]> {
  const light = await quickFaults(page)
  const tab = await tabFaults(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = (await contrastFaults(page)).map((fault) => `dark: ${fault}`)
  await page.emulateMedia({ colorScheme: 'light', media: 'print' })
  const print = (await contrastFaults(page)).map((fault) => `print: ${fault}`)
  return [...light, ...tab, ...dark, ...print]
}

/** With scripts off the page must hold the same main part, and every alternative of a form must be visible. */
async function plainFaults(browser: Browser, context: BrowserContext, href: string): Promise<readonly string[]> {
  const storageState = await context.storageState()
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState })
  try {
    const page = await newPage(plain)
    await page.goto(href)
    const isShown = await page.locator('main h1').first().isVisible()
    const hidden = await page.locator('main .govuk-radios__conditional--hidden, main .govuk-checkboxes__conditional--hidden').count()
    const shown = await page.locator('main .govuk-radios__conditional--hidden >> visible=true').count()
    return [
      ...(isShown ? [] : ['without scripts the h1 does not show']),
      ...(hidden === shown ? [] : ['without scripts an alternative of a form is hidden']),
    ]
  } finally {
    await letGo(plain)
  }
}
