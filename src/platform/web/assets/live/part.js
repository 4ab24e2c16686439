import { morphPart, parseFragment } from './fragment.js'

/** How long a part waits before it is fetched, in milliseconds: not everybody at the same instant. */
const spread = () => 40 + Math.random() * 160

/** A part of the page that fetches its own view, under the reader's own session, when it hears of a newer revision. */
export class LivePart extends HTMLElement {
  #wanted = 0
  #timer = 0
  #isFetching = false
  #failures = 0

  get revision() {
    return Number(this.getAttribute('revision') ?? 0)
  }

  /** Hears that the part has reached a revision. */
  changed(revision) {
    this.#wanted = Math.max(this.#wanted, revision)
    this.#plan(spread())
  }

  /** Shows a fragment unless something newer stands here already: an answer that comes late changes nothing. */
  show(html, revision, answered) {
    if (revision < this.revision) return
    this.setAttribute('revision', String(revision))
    morphPart(this, parseFragment(html), answered)
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
  }

  #plan(wait) {
    if (this.#timer || this.#isFetching || this.#wanted <= this.revision) return
    this.#timer = setTimeout(() => this.#fetch(), wait)
  }

  async #fetch() {
    this.#timer = 0
    this.#isFetching = true
    try {
      const headers = { Accept: 'text/html', 'X-Part': this.getAttribute('name') ?? '' }
      const answer = await fetch(this.getAttribute('src'), { headers, redirect: 'manual', cache: 'no-store' })
      if (answer.ok) {
        const revision = Number(answer.headers.get('X-Revision') ?? 0)
        this.show(await answer.text(), revision)
        // A read that ran while the change was written is asked again, but not for ever.
        this.#failures = revision < this.#wanted ? this.#failures + 1 : 0
      } else if (answer.status < 500 && answer.status !== 429) return this.#lost()
      else this.#failures += 1
    } catch {
      this.#failures += 1
    } finally {
      this.#isFetching = false
    }
    if (this.#failures < 8) this.#plan(this.#failures === 0 ? spread() : Math.min(10_000, 250 * 2 ** this.#failures))
  }

  #lost() {
    this.#wanted = 0
    this.dispatchEvent(new CustomEvent('live-lost', { bubbles: true }))
  }
}
