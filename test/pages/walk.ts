import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CDPSession, Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface AxeViolation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[]
}

/** What axe-core finds against WCAG 2.2 AA. */
export function axeFaults(page: Page): Promise<readonly string[]> {
  return axeRun(page, { type: 'tag', values: axeTags })
}

/** What axe-core finds of contrast alone, where only colours changed, in what `unseenColours` found last. */
export function contrastFaults(page: Page): Promise<readonly string[]> {
  return axeRun(page, { type: 'rule', values: ['color-contrast'] }, 'window.freshlyColoured')
}

/**
 * Finds the texts of a page whose colours no page before can have shown: an element's colours follow from the tags, classes and states of itself and of all
 * that it stands in. Notes them in `seen` and in the page; answers how many there are.
 */
export async function unseenColours(page: Page, seen: Set<string>): Promise<number> {
  const chains = (await page.evaluate(chainsOfTexts)) as readonly string[]
  const fresh = chains.filter((chain) => !seen.has(chain))
  for (const chain of fresh) seen.add(chain)
  if (fresh.length > 0)
    await page.evaluate(`window.freshlyColoured = ${JSON.stringify(fresh)}.map((chain) => window.chainsOfTexts.get(chain))`)
  return fresh.length
}

async function axeRun(
  page: Page,
  runOnly: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] },
  within = 'document',
): Promise<readonly string[]> {
  // Runs in the browser's own world: our policy would refuse the tool as a script of the page. Kept pages bring it themselves.
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axeSource)
  const violations = (await page.evaluate(
    `axe.run(${within}, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then((r) => r.violations)`,
  )) as AxeViolation[]
  return violations.map(
    ({ id, nodes }) =>
      `axe ${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
        .join(' | ')}`,
  )
}

/** Whether the page is wider than a window of 320 pixels, and what sticks out. */
export async function reflowFaults(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 320, height: 800 })
  const found = (await page.evaluate(`(() => {
    const width = document.documentElement.scrollWidth
    if (width <= 320) return null
    const over = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.gt-table-scroll'))
    return { width, names: over.slice(0, 4).map((e) => e.tagName.toLowerCase() + '.' + e.getAttribute('class')) }
  })()`)) as { width: number; names: string[] } | null
  return found ? [`at 320 px the page is ${found.width} px wide: ${found.names.join(', ')}`] : []
}

/** Walks the page with the Tab key: every stop must show where the focus is, and every link and control must be reached. */
export async function tabFaults(page: Page, keys: CDPSession): Promise<readonly string[]> {
  await page.setViewportSize({ width: 1280, height: 900 })
  const count = (await page.evaluate(tabbables)) as number
  await page.evaluate(`document.activeElement?.blur?.(); getSelection()?.removeAllRanges(); scrollTo(0, 0); ${noteStops}`)
  // All at once: the browser takes them one after the other, and waiting for each answer took longer than the walk.
  const tab = { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const
  await Promise.all(Array.from({ length: Math.min(count + 2, 120) }, () => keys.send('Input.dispatchKeyEvent', tab)))
  const stops = (await page.evaluate('stopsOfTheWalk')) as readonly { name: string; visible: boolean }[]
  const faults = new Set(stops.filter(({ visible }) => !visible).map(({ name }) => `no visible focus on ${name}`))
  if (stops.length < Math.min(count, 118)) faults.add(`the Tab key reached ${stops.length} of ${count} stops`)
  return [...faults]
}

// A group of radio buttons is one stop, and so is a toolbar, in which arrows move, and a text that is being written with all its links.
const tabbables = `(() => {
  const all = [...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex="0"],[contenteditable=true]')]
    .filter((e) => !e.disabled && !e.parentElement.closest('[contenteditable=true]') && e.getClientRects().length > 0 && e.checkVisibility({ visibilityProperty: true }))
  const groups = new Set()
  const inToolbar = (e) => e.tabIndex < 0 && e.closest('[role=toolbar]')
  return all.filter((e) => !inToolbar(e)).filter((e) => e.type !== 'radio' || (!groups.has(e.name) && groups.add(e.name))).length
})()`

// Notes in the page where the focus comes to, each element once: asking after every key took longer than the walk.
const noteStops = `(() => {
  const stops = window.stopsOfTheWalk = []
  const seen = new WeakSet()
  const shown = (x) => {
    const s = getComputedStyle(x)
    return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'
  }
  addEventListener('focusin', ({ target: e }) => {
    if (seen.has(e) || e === document.body) return
    seen.add(e)
    const label = e.nextElementSibling
    const before = label && getComputedStyle(label, '::before')
    // Radio buttons and check boxes are drawn by their label.
    const visible = shown(e) || (before && before.content !== 'none' && (before.boxShadow !== 'none' || before.outlineStyle !== 'none'))
    stops.push({ name: e.tagName.toLowerCase() + '.' + e.className + ' ' + (e.textContent || e.name || '').trim().slice(0, 40), visible: Boolean(visible) })
  })
})()`

// The chain of tags, classes and states above every text, with one element for each; hashed, for a page of a thousand texts has long chains.
const chainsOfTexts = `(() => {
  const states = ['type', 'role', 'open', 'disabled', 'dir', 'aria-current', 'aria-selected', 'aria-pressed', 'aria-invalid', 'aria-expanded', 'data-meaning']
  const hashes = new WeakMap()
  const hashOf = (e) => {
    if (e === null) return 7
    const known = hashes.get(e)
    if (known !== undefined) return known
    let hash = hashOf(e.parentElement)
    const own = e.tagName + '.' + (e.getAttribute('class') || '') + states.map((name) => (e.hasAttribute(name) ? name + e.getAttribute(name) : '')).join()
    for (let i = 0; i < own.length; i += 1) hash = (hash * 33 + own.charCodeAt(i)) % 2 ** 47
    hashes.set(e, hash)
    return hash
  }
  const chains = window.chainsOfTexts = new Map()
  const hasText = (e) => /^(input|textarea|select)$/i.test(e.tagName) || [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== '')
  for (const e of document.body.querySelectorAll('*')) if (hasText(e) && !chains.has(String(hashOf(e)))) chains.set(String(hashOf(e)), e)
  return [...chains.keys()]
})()`
