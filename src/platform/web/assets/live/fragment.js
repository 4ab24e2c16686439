import { Idiomorph } from 'idiomorph'
import { announce } from './announce.js'

const policy = globalThis.trustedTypes?.createPolicy('live-part', { createHTML: (html) => html }) ?? { createHTML: (html) => html }

/** Reads a fragment that our own server drew. */
export function parseFragment(html) {
  const template = document.createElement('template')
  template.innerHTML = policy.createHTML(html)
  return template.content
}

/** Whether somebody has begun to fill a form in, or it waits to be sent: nothing may be done to it. */
function isTouched(form) {
  if (form.hasAttribute('waiting')) return true
  return [...form.querySelectorAll('input:not([type="hidden"]), textarea, select')].some((field) => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((option) => option.selected !== option.defaultSelected) && !isFirst(field)
    return field.value !== field.defaultValue
  })
}

/** A list in which nothing was ever chosen shows its first option. */
function isFirst(select) {
  return select.selectedIndex === 0 && ![...select.options].some((option) => option.defaultSelected)
}

/**
 * Brings a part up to date in place: what is typed, what is open and where the focus stands all stay. `answered` is the form whose answer this is:
 * it is drawn anew whatever stands in it.
 */
export function morphPart(part, content, answered) {
  const before = new Map([...part.querySelectorAll('[data-announce][id]')].map((one) => [one.id, one.dataset.announce]))
  const focused = part.contains(document.activeElement) ? document.activeElement : null
  const row = focused?.closest('[tabindex="-1"][id]')?.id
  const keeps = (node) => node instanceof Element && node.localName === 'live-form' && node.id !== answered && isTouched(node)
  // The timer writes its own figures: drawn anew they would be gone until its next second.
  // A form that folds out folds again when its entry was taken: the answer says whether it stands open.
  const form = answered === undefined ? null : document.getElementById(answered)
  const folds = (node) => node.localName === 'details' && form?.parentElement === node
  const isClock = (node) => node instanceof Element && node.matches('item-timer > [aria-hidden]')
  Idiomorph.morph(part, [...content.childNodes], {
    morphStyle: 'innerHTML',
    restoreFocus: true,
    callbacks: {
      beforeNodeMorphed: (node) => !(keeps(node) || isClock(node)),
      beforeNodeRemoved: (node) => !(keeps(node) || (node instanceof Element && [...node.querySelectorAll('live-form')].some(keeps))),
      beforeAttributeUpdated: (name, node) => !(name === 'open' && node.localName === 'details' && !folds(node)),
    },
  })
  const fold = focused?.closest('details:not([open])')
  if (fold && document.contains(fold)) fold.querySelector('summary')?.focus()
  if (focused && (document.activeElement === document.body || document.activeElement === null) && row) document.getElementById(row)?.focus()
  for (const one of part.querySelectorAll('[data-announce][id]'))
    if (before.get(one.id) !== one.dataset.announce) announce(one.dataset.announce)
}
