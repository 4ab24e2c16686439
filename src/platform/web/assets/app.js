// The only script of the pages. Everything works without it: it moves the focus to the error summary, guards against double clicks
// and hides what a choice does not need.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

const summary = document.querySelector('.govuk-error-summary')
if (summary) {
  summary.setAttribute('tabindex', '-1')
  summary.addEventListener('blur', () => summary.removeAttribute('tabindex'), { once: true })
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!field) return
    event.preventDefault()
    const legend = field.closest('fieldset')?.querySelector('legend')
    const label = legend ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`)
    ;(label ?? field).scrollIntoView()
    field.focus({ preventScroll: true })
  })
}

// A second submit of the same form within a second is a slip of the finger, not a wish.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
  const last = Number(form.dataset.sentAt ?? 0)
  if (event.timeStamp - last < 1000 && last > 0) event.preventDefault()
  else form.dataset.sentAt = String(event.timeStamp)
})

// The alternatives that a choice opens: shown all without a script, only the chosen one with it.
for (const group of document.querySelectorAll('[data-module="govuk-radios"], [data-module="govuk-checkboxes"]')) {
  const inputs = [...group.querySelectorAll('input[data-aria-controls]')]
  if (inputs.length === 0) continue
  const show = () => {
    for (const input of inputs) {
      const content = document.getElementById(input.dataset.ariaControls)
      content?.classList.toggle(`${group.dataset.module}__conditional--hidden`, !input.checked)
    }
  }
  group.addEventListener('change', show)
  show()
}

// A form that sends a file: one that is too large is told before it leaves, and while it leaves the page says so.
for (const form of document.querySelectorAll('form[data-sends-file]')) {
  const field = form.querySelector('input[type=file]')
  const said = document.createElement('p')
  said.className = 'govuk-body gt-sending'
  said.setAttribute('role', 'status')
  field?.closest('.govuk-form-group')?.after(said)
  const size = (bytes) => `${Math.max(0.1, bytes / 1048576).toFixed(1)} MB`
  const tooLarge = () => (field?.files?.[0]?.size ?? 0) > Number(form.dataset.sendsFile)
  field?.addEventListener('change', () => {
    const [file] = field.files ?? []
    said.textContent = file && tooLarge() ? `${file.name} has ${size(file.size)}. The most is ${size(Number(form.dataset.sendsFile))}.` : ''
  })
  form.addEventListener('submit', (event) => {
    const [file] = field?.files ?? []
    if (file && tooLarge()) {
      event.preventDefault()
      field.focus()
    } else if (file) said.textContent = `Sending ${file.name} (${size(file.size)}). Stay on this page until it is checked.`
  })
}

// A form that says that one has read what is on the page: said by itself once that has been on the screen for a moment, never by opening the address.
for (const form of document.querySelectorAll('form[data-when-shown]')) {
  const what = document.getElementById(form.dataset.whenShown)
  if (!what || !('IntersectionObserver' in window)) continue
  let timer = 0
  let isShown = false
  const say = async () => {
    watch.disconnect()
    document.removeEventListener('visibilitychange', look)
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' })
      // Anything but the way back is no yes: the button stays.
      if (answer.type !== 'opaqueredirect' || form.contains(document.activeElement)) return
      form.parentElement?.querySelector('[data-once-read]')?.removeAttribute('hidden')
      form.remove()
    } catch {
      // Without a line the button stays.
    }
  }
  const look = () => {
    clearTimeout(timer)
    if (isShown && !document.hidden && !document.prerendering) timer = setTimeout(say, 2000)
  }
  const watch = new IntersectionObserver((entries) => {
    isShown = entries.some((entry) => entry.isIntersecting)
    look()
  })
  document.addEventListener('visibilitychange', look)
  watch.observe(what)
}
