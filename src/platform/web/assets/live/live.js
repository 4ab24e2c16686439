// The script of live pages. Everything on them works without it; with it they bring themselves up to date, and lose nothing while the line is down.
import { LiveForm } from './form.js'
import { begin } from './outbox.js'
import { LivePart } from './part.js'
import { LiveRoom } from './room.js'
import { ItemTimer } from './timer.js'

customElements.define('live-form', LiveForm)
customElements.define('live-part', LivePart)
customElements.define('item-timer', ItemTimer)
customElements.define('live-room', LiveRoom)
begin()
