import { announce } from './announce.js'

/**
 * Time left of an item. `elapsed` are the seconds that had passed when the server drew it, `minutes` what was set aside (0: nothing): the clock of
 * the device does not matter. Silent to assistive technology except at one minute and at the end.
 */
export class ItemTimer extends HTMLElement {
  static observedAttributes = ['elapsed', 'minutes', 'item']
  #from = 0
  #interval = 0
  #before = Number.NaN

  connectedCallback() {
    this.#interval = setInterval(() => this.#tick(), 1000)
    this.#tick()
  }

  disconnectedCallback() {
    clearInterval(this.#interval)
  }

  attributeChangedCallback() {
    this.#from = performance.now() - Number(this.getAttribute('elapsed') ?? 0) * 1000
    this.#before = Number.NaN
    this.#tick()
  }

  #tick() {
    const passed = Math.floor((performance.now() - this.#from) / 1000)
    const minutes = Number(this.getAttribute('minutes') ?? 0)
    const left = minutes * 60 - passed
    const place = this.querySelector('[aria-hidden]')
    const words = minutes === 0 ? `${clock(passed)} on this item` : left >= 0 ? `${clock(left)} left` : `${clock(-left)} over`
    if (place && place.textContent !== words) place.textContent = words
    this.toggleAttribute('over', minutes > 0 && left < 0)
    this.toggleAttribute('short', minutes > 0 && left >= 0 && left <= 60)
    if (minutes > 0 && this.#before > 60 && left <= 60 && left > 0) announce('One minute left on this item.')
    if (minutes > 0 && this.#before > 0 && left <= 0) announce('Time is up on this item.')
    this.#before = left
  }
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
