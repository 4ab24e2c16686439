/** How long to wait before a stream that was refused is asked for again, in milliseconds. */
const pause = 20_000

/** The whole live page: one stream of news while the tab is looked at, and a line that says whether it runs. */
export class LiveRoom extends HTMLElement {
  #source
  #timer = 0
  #isLost = false

  connectedCallback() {
    document.addEventListener('visibilitychange', this)
    addEventListener('pagehide', this)
    addEventListener('pageshow', this)
    addEventListener('online', this)
    this.addEventListener('live-lost', this)
    if (!document.hidden) this.#open()
  }

  disconnectedCallback() {
    for (const name of ['pagehide', 'pageshow', 'online']) removeEventListener(name, this)
    document.removeEventListener('visibilitychange', this)
    this.#close()
  }

  handleEvent({ type }) {
    if (type === 'live-lost') {
      this.#isLost = true
      this.#close()
      this.#say('What you can see of this meeting has changed, or you are signed out. Load the page again.', 'off')
    } else if (type === 'pagehide' || document.hidden) this.#close()
    else this.#open()
  }

  #open() {
    if (this.#source || this.#isLost) return
    clearTimeout(this.#timer)
    const source = new EventSource(this.getAttribute('src'))
    this.#source = source
    source.addEventListener('open', () => this.#say('Live: this page updates by itself.', 'on'))
    source.addEventListener('changed', ({ data }) => {
      const { part, revision } = JSON.parse(data)
      this.querySelector(`live-part[name="${CSS.escape(part)}"]`)?.changed(revision)
    })
    source.addEventListener('error', () => {
      this.#say('Not live at the moment. It goes on by itself, or check for updates.', 'off')
      if (source.readyState !== EventSource.CLOSED) return
      this.#close()
      this.#timer = setTimeout(() => this.#open(), pause)
    })
  }

  #close() {
    clearTimeout(this.#timer)
    this.#source?.close()
    this.#source = undefined
  }

  #say(words, state) {
    const line = this.querySelector('.gt-live-line')
    const place = line?.querySelector('[role="status"]')
    line?.setAttribute('data-state', state)
    if (place && place.textContent !== words) place.textContent = words
  }
}
