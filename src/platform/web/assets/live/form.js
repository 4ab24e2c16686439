import { newEntryId, send } from './outbox.js'

/** A form whose entry is sent in place, or kept on the device until it can be. Without this script it is a plain form. */
export class LiveForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', this)
  }

  handleEvent(event) {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || form.enctype.startsWith('multipart')) return
    event.preventDefault()
    if (this.hasAttribute('waiting')) return
    // The button that was pressed is part of what was said.
    const fields = [...new FormData(form, event.submitter)].filter(([, value]) => typeof value === 'string')
    const words = this.getAttribute('label') ?? event.submitter?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
    const typed = [...form.querySelectorAll('textarea, input[type="text"]')].map(({ value }) => value.trim()).find((value) => value !== '')
    this.setAttribute('waiting', '')
    void send({
      form: this.id,
      part: this.closest('live-part')?.getAttribute('name') ?? '',
      action: form.getAttribute('action') ?? '',
      label: typed ? `${words}: ${typed.slice(0, 120)}` : words,
      written: Date.now(),
      fields,
    })
  }

  /** The entry is in other hands: an empty form with an id of its own, for the next one. */
  begin() {
    this.removeAttribute('waiting')
    const form = this.querySelector('form')
    form?.reset()
    const entry = form?.elements.namedItem('entry')
    if (entry instanceof HTMLInputElement) entry.value = newEntryId()
  }
}
