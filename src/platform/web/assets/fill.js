// A form that is filled in over a long time: what is typed is kept on the server as one goes, and nothing in the browser. Without this script it is a plain form.
const form = document.querySelector('form[data-autosave]')
const said = form?.querySelector('[data-saved]')
const [PAUSE, AT_LEAST, AGAIN] = [2500, 15000, 10000]
let timer = 0
let lastSent = 0
let isDirty = false
let isSending = false
let isOver = false
let isLeaving = false

const clock = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
const say = (words) => {
  if (said && said.textContent !== words) said.textContent = words
}
const plan = (wait) => {
  clearTimeout(timer)
  if (!isOver) timer = setTimeout(send, wait)
}

async function send() {
  if (!isDirty || isSending || isOver) return
  isSending = true
  isDirty = false
  lastSent = Date.now()
  try {
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
    const answer = await fetch(form.dataset.autosave, { method: 'POST', body, redirect: 'manual' })
    if (answer.ok) say(`Kept at ${clock()}. Nobody else sees it until you save.`)
    else if (answer.status === 410) {
      isOver = true
      say(
        'This is not open to you any more, and nothing more is kept. What you typed still stands on this page: save it elsewhere if it must not be lost.',
      )
    } else if (answer.status === 409) {
      isOver = true
      say('This assessment was completed meanwhile, and nothing more is kept. What you typed still stands on this page.')
    } else if (answer.status === 401 || answer.status === 403) {
      failed(
        `You seem to be signed out; nothing is kept since ${clock()}. Sign in in another window and come back here: this page goes on by itself.`,
      )
    } else failed(`This could not be kept at ${clock()}. What you typed stands on this page, and is tried again.`)
  } catch {
    failed('No connection. What you typed stands on this page; keep it open, and it is kept as soon as the connection is back.')
  }
  isSending = false
  if (isDirty) plan(isOver ? 0 : AGAIN)
}

function failed(words) {
  isDirty = true
  say(words)
}

if (form) {
  form.addEventListener('input', () => {
    isDirty = true
    plan(Math.max(PAUSE, lastSent + AT_LEAST - Date.now()))
  })
  form.addEventListener('submit', () => {
    isLeaving = true
    clearTimeout(timer)
  })
  addEventListener('online', () => plan(0))
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) plan(0)
  })
  addEventListener('beforeunload', (event) => {
    if (isDirty && !isLeaving) event.preventDefault()
  })
}
