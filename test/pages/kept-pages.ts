import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { letGo, newPage } from './sign-in.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A page that is kept for many visits of one role: opening one costs more than loading what it shows. */
export interface KeptPage {
  readonly page: Page
  /** The same with scripts off. */
  readonly plain: Page
  /** For keys that are pressed faster than one by one. */
  readonly keys: CDPSession
}

/** Gives one worker its page for a role; the page of the role before is closed. */
export function keepPages(browser: Browser): { of(context: BrowserContext): Promise<KeptPage>; again(): Promise<void> } {
  let kept: { readonly context: BrowserContext; readonly pages: KeptPage; readonly plain: BrowserContext } | undefined
  const again = async (): Promise<void> => {
    const before = kept
    kept = undefined
    if (before) await Promise.all([letGo(before.pages.page), letGo(before.plain)])
  }
  return {
    again,
    async of(context) {
      if (kept?.context === context) return kept.pages
      await again()
      const page = await newPage(context)
      // Brought with every document by the browser itself: half a megabyte is neither sent nor compiled anew for each page.
      await page.addInitScript({ content: axeSource })
      const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() })
      const pages = { page, plain: await newPage(plain), keys: await context.newCDPSession(page) }
      kept = { context, pages, plain }
      return pages
    },
  }
}
