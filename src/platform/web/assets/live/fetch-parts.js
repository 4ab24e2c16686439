import { parseFragment } from './fragment.js'

/** How long a change waits before it is fetched, in milliseconds: not everybody at the same instant, and what changes together is asked for together. */
const spread = () => 40 + Math.random() * 160

/** Parts of this page that something newer is known of. */
const wanted = new Set()
let timer = 0
let isFetching = false
let failures = 0

/** Fetches a part's own view soon, together with every other part that has changed; again and again until it shows what was heard of, but not for ever. */
export function fetchSoon(part) {
  wanted.add(part)
  failures = 0
  plan(spread())
}

/** The part is gone from the page, or shows what was wanted. */
export function fetchNoMore(part) {
  wanted.delete(part)
}

function plan(wait) {
  if (timer || isFetching || wanted.size === 0) return
  timer = setTimeout(() => void fetchParts(), wait)
}

async function fetchParts() {
  timer = 0
  isFetching = true
  const parts = next()
  try {
    const names = parts.map((part) => part.getAttribute('name')).join(',')
    const source = parts[0]?.getAttribute('src') ?? ''
    const headers = { Accept: 'text/html', 'X-Part': names }
    const answer = await fetch(source.slice(0, source.lastIndexOf('/') + 1) + names, { headers, redirect: 'manual', cache: 'no-store' })
    if (answer.ok) {
      const html = await answer.text()
      if (parts.length === 1) parts[0].show(html, Number(answer.headers.get('X-Revision') ?? 0))
      else showEach(parts, html)
      // A read that ran while the change was written is asked again.
      failures = parts.some((part) => part.isBehind) ? failures + 1 : 0
    } else if (answer.status < 500 && answer.status !== 429) return lose(parts[0])
    else failures += 1
  } catch {
    failures += 1
  } finally {
    isFetching = false
  }
  for (const part of wanted) if (!part.isBehind) wanted.delete(part)
  if (failures < 8) plan(failures === 0 ? spread() : Math.min(10_000, 250 * 2 ** failures))
}

/** Everything that is wanted; after a failure one by one, so that a part that cannot be drawn does not stand in the way of the others. */
function next() {
  const behind = [...wanted].filter((part) => part.isBehind)
  return failures === 0 ? behind : behind.slice((failures - 1) % behind.length).slice(0, 1)
}

function showEach(parts, html) {
  const drawn = parseFragment(html)
  for (const part of parts) {
    const one = drawn.querySelector(`live-part[name="${CSS.escape(part.getAttribute('name') ?? '')}"]`)
    if (one) part.receive(one, Number(one.getAttribute('revision') ?? 0))
  }
}

function lose(part) {
  wanted.clear()
  part?.dispatchEvent(new CustomEvent('live-lost', { bubbles: true }))
}
