import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { ServedHouse } from './served-house.ts'

/** The Markdown that the form of a paper would send now. */
export function text(page: Page): Promise<string> {
  return page.locator('textarea[name=body]').inputValue()
}

/** The same once it is what is wanted, or what it is after eight seconds: the editor writes into its field after a short rest. */
export async function textOnce(page: Page, isWanted: (markdown: string) => boolean): Promise<string> {
  for (const until = performance.now() + 8_000; performance.now() < until; await sleep(60)) {
    const markdown = await text(page)
    if (isWanted(markdown)) return markdown
  }
  return text(page)
}

/** The editor of a paper's text. */
export function editor(page: Page): Locator {
  return page.locator('#body.ProseMirror')
}

/** Waits until the page says that of the kept draft. */
export function kept(page: Page, said: RegExp): Promise<void> {
  return page.locator('.gt-kept').filter({ hasText: said }).waitFor({ timeout: 12_000 })
}

/** What has the focus: the name of a button, 'text' for the editor, else the name of the element. */
export function active(page: Page): Promise<string> {
  return page.evaluate(
    "document.activeElement.dataset.do ?? (document.activeElement.classList.contains('ProseMirror') ? 'text' : document.activeElement.tagName)",
  )
}

/** Empties the editor and leaves the cursor in it. */
export async function empty(page: Page): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('Control+a')
  await sleep(80) // until the editor has heard of the selection
  await page.keyboard.press('Delete')
  await textOnce(page, (markdown) => markdown.trim() === '')
}

/** Pastes HTML into the empty editor. */
export async function paste(page: Page, html: string): Promise<void> {
  await editor(page).focus()
  await page.evaluate(
    `(() => { const data = new DataTransfer(); data.setData('text/html', ${JSON.stringify(html)}); data.setData('text/plain', 'x');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) })()`,
  )
  await textOnce(page, (markdown) => markdown.trim() !== '')
}

/** What a program puts on the clipboard: 'word', 'google-docs' or 'libreoffice'. */
export function pasted(program: string): string {
  return readFileSync(new URL(`./pasted/${program}.html`, import.meta.url), 'utf8')
}

/** The same person in a browser with scripts; whatever breaks the security policy or throws is added to the faults. */
export async function withScripts(
  house: ServedHouse,
  of: Page,
  faults: string[],
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const made = await house.browser.newContext({ baseURL: house.url, ...options })
  made.setDefaultTimeout(8_000)
  await made.addCookies(await of.context().cookies())
  made.on('weberror', (error) => faults.push(String(error.error())))
  made.on('console', (message) => {
    const expected = /status of (401|403|404|409|422)|ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(message.text())
    if (message.type() === 'error' && !expected) faults.push(message.text())
  })
  return made
}

/** Takes a picture of the page where the environment names a folder for them (SHOTS). */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
