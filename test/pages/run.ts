import { type Browser, type BrowserContext, type ConsoleMessage, errors, type Page, type Response } from 'playwright-core'
import { htmlFaults } from '../support/html.ts'
import { addressOf, type KeptLinks } from './address.ts'
import { readPage } from './elements.ts'
import { type KeptPage, keepPages } from './kept-pages.ts'
import type { VisitedPage } from './pages.ts'
import { sendEmpty } from './send-empty.ts'
import type { Contexts } from './sign-in.ts'
import { axeFaults, contrastFaults, reflowFaults, tabFaults, unseenColours } from './walk.ts'

/** What is wrong with one page. */
export interface PageFindings {
  readonly address: string
  readonly page: VisitedPage
  readonly faults: readonly string[]
  /** What the browser did not answer in time at the first visit; of no such thing, nothing. */
  readonly late?: string
}

/** A field of a form, in the browser. */
interface FormField {
  readonly type: string
  checked: boolean
  value: string
}

/** What was looked at already, so that it is not looked at again. */
interface Looked {
  /** What `contrastFaults` has seen of colours at night and on paper. */
  readonly colours: Set<string>
  /** Kinds of elements that were looked at in the browser: see `readPage`. */
  readonly kinds: Set<string>
}

/**
 * Visits pages, some at a time, and tells of each as it is done. Those that go through every mode come first, the pages of one role together. A second visit of
 * a `path`, a form sent empty and a refusal are asked for without the browser, which looks at them only where they hold a kind of element that it has not seen.
 */
export async function visitPages(
  browser: Browser,
  contexts: Contexts,
  pages: readonly VisitedPage[],
  tell: (findings: PageFindings) => void,
): Promise<void> {
  const seen = new Set<string>()
  const looked: Looked = { colours: new Set(), kinds: new Set() }
  const roles = pages.map(roleOf)
  const queue = pages
    .map((page) => ({
      page,
      whole: !page.send && !page.status && !seen.has(page.path) && seen.add(page.path) !== undefined,
    }))
    .toSorted((a, b) => Number(b.whole) - Number(a.whole) || roles.indexOf(roleOf(a.page)) - roles.indexOf(roleOf(b.page)))
  const links: KeptLinks = new Map()
  const work = async () => {
    const desk = keepPages(browser)
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { page, whole } = next
      const visit = async (): Promise<PageFindings> => {
        const at = await addressOf(contexts, page, links)
        const context = await contexts(page.as, page.house)
        return { address: at, page, faults: await faultsOf(desk, context, at, page, whole, looked) }
      }
      try {
        tell(
          await visit().catch(async (error: unknown) => {
            // A browser that lost a click on a busy machine is no fault of the page: asked once more from a fresh page. What it finds is never asked twice.
            if (!(error instanceof errors.TimeoutError)) throw error
            await desk.again()
            return { ...(await visit()), late: error.message.split('\n')[0] ?? '' }
          }),
        )
      } catch (error) {
        await desk.again()
        tell({ address: page.path, page, faults: [error instanceof Error ? error.message : String(error)] })
      }
    }
    await desk.again()
  }
  await Promise.all([work(), work(), work()])
}

const roleOf = ({ as, house }: VisitedPage): string => `${house} ${as}`

async function faultsOf(
  desk: ReturnType<typeof keepPages>,
  context: BrowserContext,
  address: string,
  visited: VisitedPage,
  whole: boolean,
  looked: Looked,
): Promise<readonly string[]> {
  if (!whole) {
    const { faults, isKnown } = await askedFaults(context, address, visited, looked)
    if (isKnown) return faults
  }
  const kept = await desk.of(context)
  const { page } = kept
  const messages: string[] = []
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error' && !/Failed to load resource: the server responded with a status of [45]/.test(message.text()))
      messages.push(`console: ${message.text()}`)
  }
  const onError = (error: Error): void => void messages.push(`script: ${error.message}`)
  page.on('console', onConsole).on('pageerror', onError)
  try {
    const answer = await open(page, address, visited)
    const html = (await answer?.text()) ?? ''
    for (const kind of readPage(html).kinds) looked.kinds.add(kind)
    return [
      ...statusFaults(answer?.status() ?? 0, visited),
      ...landingFaults(page.url(), address, visited),
      ...(await htmlFaults(html)).map((fault) => `html ${fault}`),
      ...(await (whole ? modeFaults(kept, looked.colours) : quickFaults(page))),
      ...(whole ? await plainFaults(kept.plain, page.url()) : []),
      ...messages,
    ]
  } finally {
    page.off('console', onConsole).off('pageerror', onError)
  }
}

/** What is wrong that can be seen without the browser, and whether it has seen all that the page is made of. */
async function askedFaults(context: BrowserContext, address: string, visited: VisitedPage, { kinds: known }: Looked) {
  const answer = await (visited.send ? sendEmpty(context, address, visited.send) : context.request.get(address))
  const html = await answer.text()
  const { kinds, faults } = readPage(html)
  const all = [
    ...statusFaults(answer.status(), visited),
    ...landingFaults(answer.url(), address, visited),
    ...(await htmlFaults(html)).map((fault) => `html ${fault}`),
    ...faults,
  ]
  return { faults: all, isKnown: kinds.isSubsetOf(known) }
}

function landingFaults(url: string, address: string, { send }: VisitedPage): readonly string[] {
  const { pathname, search } = new URL(url)
  return send || pathname + search === address.replace(/#.*/, '') ? [] : [`led to ${pathname}${search}`]
}

function statusFaults(status: number, { status: expected = 200 }: VisitedPage): readonly string[] {
  return status === expected ? [] : [`answered ${status} instead of ${expected}`]
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

async function modeFaults({ page, keys }: KeptPage, colours: Set<string>): Promise<readonly string[]> {
  const light = await quickFaults(page)
  const tab = await tabFaults(page, keys)
  const fresh = await unseenColours(page, colours)
  if (fresh === 0) return [...light, ...tab]
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = (await contrastFaults(page)).map((fault) => `dark: ${fault}`)
  await page.emulateMedia({ colorScheme: 'light', media: 'print' })
  const print = (await contrastFaults(page)).map((fault) => `print: ${fault}`)
  await page.emulateMedia({ colorScheme: null, media: null })
  return [...light, ...tab, ...dark, ...print]
}

/** With scripts off the page must hold the same main part, and every alternative of a form must be visible. */
async function plainFaults(page: Page, href: string): Promise<readonly string[]> {
  await page.goto(href)
  const found = (await page.evaluate(`(() => {
    const shown = (one) => Boolean(one) && one.getClientRects().length > 0
    const hidden = [...document.querySelectorAll('main .govuk-radios__conditional--hidden, main .govuk-checkboxes__conditional--hidden')]
    return { heading: shown(document.querySelector('main h1')), hidden: hidden.filter((one) => !shown(one)).length }
  })()`)) as { readonly heading: boolean; readonly hidden: number }
  return [
    ...(found.heading ? [] : ['without scripts the h1 does not show']),
    ...(found.hidden === 0 ? [] : ['without scripts an alternative of a form is hidden']),
  ]
}
