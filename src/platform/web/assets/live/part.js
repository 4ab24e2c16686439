import { fetchNoMore, fetchSoon } from './fetch-parts.js'
import { morphPart, parseFragment } from './fragment.js'

/** A part of the page whose own view is fetched, under the reader's own session, when it hears of a newer revision. */
export class LivePart extends HTMLElement {
  #wanted = 0

  get revision() {
    return Number(this.getAttribute('revision') ?? 0)
  }

  /** Something newer is known of than what stands here. */
  get isBehind() {
    return this.#wanted > this.revision
  }

  /** Hears that the part has reached a revision. */
  changed(revision) {
    this.#wanted = Math.max(this.#wanted, revision)
    if (this.isBehind) fetchSoon(this)
  }

  /** Shows a fragment unless something newer stands here already: an answer that comes late changes nothing. */
  show(html, revision, answered) {
    this.receive(parseFragment(html), revision, answered)
  }

  /** The same for a fragment that is parsed already. */
  receive(content, revision, answered) {
    if (revision < this.revision) return
    this.setAttribute('revision', String(revision))
    morphPart(this, content, answered)
  }

  disconnectedCallback() {
    fetchNoMore(this)
  }
}
