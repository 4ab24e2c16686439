import { announce } from './announce.js'
import { timeInWords } from './clock-words.js'
import { parseFragment } from './fragment.js'

/*
 * What is entered goes out one by one, in the order in which it was entered. What cannot be sent is kept in this tab with its id and the time at
 * which it was written, survives a reload, and goes out when the line is back: always with the same id, so that the server counts it once.
 */
const keptUnder = 'goldenthread.unsent'
const room = () => document.querySelector('live-room')
let isSending = false
/** The line came back while a try was under way: if that one fails, the next does not wait. */
let isLineBack = false
let failures = 0
let timer = 0
let isSignedOut = false
/** Seconds that the server asked for when too many came at once; 0: it did not. */
let busyFor = 0

/** An id for an entry, as the server makes them; pages without https have no randomUUID. */
export function newEntryId() {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 15) | 64
  bytes[8] = (bytes[8] & 63) | 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Takes an entry and sends it when its turn has come. */
export async function send(entry) {
  keep([...unsent(), { ...entry, who: room()?.getAttribute('who') ?? '', meeting: location.pathname }])
  await flush()
}

/** Goes on with what was kept: when the page begins, when the line is back. */
export function begin() {
  addEventListener('online', () => retryNow())
  document.addEventListener('visibilitychange', () => document.hidden || retryNow())
  draw()
  void flush()
}

function retryNow() {
  failures = 0
  busyFor = 0
  isSignedOut = false
  clearTimeout(timer)
  isLineBack = isSending
  void flush()
}

/** Entries of this person at this meeting that are on their way; somebody else's at the same device are not ours to send. */
function mine() {
  const who = room()?.getAttribute('who') ?? ''
  return unsent().filter((entry) => entry.who === who && entry.meeting === location.pathname)
}

async function flush() {
  if (isSending) return
  isSending = true
  clearTimeout(timer)
  try {
    for (let [entry] = mine(); entry; [entry] = mine()) {
      const outcome = await post(entry)
      if (outcome === 'later') {
        failures += 1
        release(entry)
        if (isLineBack) {
          isLineBack = false
          continue
        }
        timer = setTimeout(() => void flush(), patience())
        break
      }
      failures = 0
      busyFor = 0
      isSignedOut = false
      forget(entry)
    }
  } finally {
    isSending = false
    draw()
  }
}

/** Milliseconds until the next try: never sooner than the server asked for, and not everybody at the same moment. */
function patience() {
  if (busyFor > 0) return busyFor * 1000 * (1 + Math.random() / 2)
  return Math.min(15_000, 500 * 2 ** failures) * (0.75 + Math.random() / 2)
}

/** 'done': it was taken or refused, and the page says so. 'later': it could not be sent. */
async function post(entry, isSecondTry = false) {
  const body = new URLSearchParams(entry.fields)
  body.set('written', String(entry.written))
  body.set('clock', String(Date.now()))
  // The token of the newest page: the one that was kept may be from before signing in again.
  const token = document.querySelector('live-part input[name="csrf"]')?.value
  if (token) body.set('csrf', token)
  let answer
  busyFor = 0
  try {
    const headers = { Accept: 'text/html', 'X-Part': entry.part }
    answer = await fetch(entry.action, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    })
    if (answer.ok || answer.status === 422) return settle(entry, answer, await answer.text())
  } catch {
    return 'later'
  }
  if (answer.status === 503) busyFor = Math.min(60, Number(answer.headers.get('Retry-After')) || 0)
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return 'later'
  const standing =
    answer.type === 'opaqueredirect' || answer.status === 401 ? 'signed-out' : answer.status === 403 ? await askAgain(entry.part) : 'here'
  if (standing === 'away') return 'later'
  if (standing === 'here' && answer.status === 403 && !isSecondTry) return post(entry, true)
  isSignedOut = standing === 'signed-out'
  if (isSignedOut) return 'later'
  const isGone = answer.status === 404 || answer.status === 403
  refused(entry, isGone ? 'You cannot do that at this meeting any more.' : 'Something changed first. Look again, and enter it anew.')
  return 'done'
}

function settle(entry, answer, html) {
  const part = document.querySelector(`live-part[name="${CSS.escape(entry.part)}"]`)
  const revision = Number(answer.headers.get('X-Revision') ?? 0)
  const form = document.getElementById(entry.form)
  if (answer.ok) {
    form?.begin?.()
    // It is out of the way before the page is drawn, so that its form is drawn anew.
    part?.show(html, revision, entry.form)
    return 'done'
  }
  const words = decodeURIComponent(answer.headers.get('X-Refusal') ?? '') || 'That could not be taken.'
  form?.removeAttribute('waiting')
  const drawn = parseFragment(html).querySelector(`#${CSS.escape(entry.form)} .gt-live-refusal`)
  if (part && drawn && revision >= part.revision) {
    part.show(html, revision, entry.form)
    document.getElementById(entry.form)?.querySelector('.gt-live-refusal')?.scrollIntoView({ block: 'nearest' })
  } else refused(entry, words)
  return 'done'
}

/** After a form was refused as forged: whether this person may still read the part; the page learns the token of a session that began meanwhile. */
async function askAgain(part) {
  const source = document.querySelector(`live-part[name="${CSS.escape(part)}"]`)?.getAttribute('src')
  if (!source) return 'gone'
  try {
    const answer = await fetch(source, { headers: { Accept: 'text/html' }, redirect: 'manual', cache: 'no-store' })
    if (answer.type === 'opaqueredirect' || answer.status === 401) return 'signed-out'
    if (!answer.ok) return answer.status >= 500 ? 'away' : 'gone'
    const token = parseFragment(await answer.text()).querySelector('input[name="csrf"]')?.value
    if (!token) return 'gone'
    for (const field of document.querySelectorAll('live-part input[name="csrf"]')) field.value = token
    return 'here'
  } catch {
    return 'away'
  }
}

/** The form waits no longer for its entry; the entry waits in the outbox, and the form says so, because the top of the page may be far away. */
function release(entry) {
  const form = document.getElementById(entry.form)
  form?.begin?.()
  // What was wrong with an earlier try is put right in the entry that waits.
  for (const old of form?.querySelectorAll('.gt-live-refusal, .govuk-error-message, .gt-live-waits') ?? []) old.remove()
  for (const group of form?.querySelectorAll('.govuk-form-group--error') ?? []) group.classList.remove('govuk-form-group--error')
  const line = document.createElement('p')
  line.className = 'gt-live-waits gt-quiet'
  line.textContent = 'Kept on this device. It is sent as soon as the connection is back.'
  form?.append(line)
}

/** A refusal that has no form to stand in any more is said at the top. */
function refused(entry, words) {
  document.getElementById(entry.form)?.removeAttribute('waiting')
  const list = room()?.querySelector('.gt-live-refused')
  if (!list) return
  const line = document.createElement('p')
  line.textContent = `“${entry.label}” was not taken. ${words}`
  list.append(line)
  list.hidden = false
  announce(line.textContent)
}

function draw() {
  const box = room()?.querySelector('.gt-live-unsent')
  if (!box) return
  const waiting = failures > 0 || isSignedOut ? mine() : []
  box.hidden = waiting.length === 0
  const title = box.querySelector('p')
  const words = isSignedOut
    ? 'Not sent yet: kept on this device. You are signed out. Sign in again in another tab, then come back here.'
    : busyFor > 0
      ? 'The meeting is very busy. Nothing was saved; your words are kept and sent again.'
      : 'Not sent yet: kept on this device. It is sent as soon as the connection is back.'
  if (waiting.length > 0 && title && title.textContent !== words) title.textContent = words
  box.querySelector('ul')?.replaceChildren(
    ...waiting.map((entry) => {
      const line = document.createElement('li')
      line.textContent = `${entry.label} (${timeInWords(new Date(entry.written))})`
      return line
    }),
  )
}

let inMemory

function unsent() {
  if (inMemory) return inMemory
  try {
    return JSON.parse(sessionStorage.getItem(keptUnder) ?? '[]')
  } catch {
    return []
  }
}

function keep(entries) {
  try {
    sessionStorage.setItem(keptUnder, JSON.stringify(entries))
  } catch {
    // A browser that keeps nothing: the entry lives as long as the page.
    inMemory = entries
  }
}

function idOf({ fields }) {
  return fields.find(([name]) => name === 'entry')?.[1]
}

function forget(entry) {
  keep(unsent().filter((one) => idOf(one) !== idOf(entry)))
}
