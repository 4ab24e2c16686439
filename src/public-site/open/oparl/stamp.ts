import { createHash } from 'node:crypto'
import { type OparlAddresses, type OparlType, typeAddress } from './addresses.ts'
import { type Draft, type Embedded, keyOf } from './drafts.ts'
import { dateTime, type OparlProperties, type OparlValue } from './values.ts'

/** What is known of an object that was given out before. */
export interface Known {
  readonly type: string
  readonly id: string
  readonly created: Temporal.Instant
  readonly modified: Temporal.Instant
  readonly deleted: boolean
  readonly digest: string
}

/** An object as it is written down: with its times, and as the JSON that is given out. */
export interface Stamped extends Known {
  readonly organizations: readonly string[]
  readonly content: string
}

/** What has to be written after a look at everything of some scopes. */
export interface Stamping {
  /** New, changed, or back after it was gone. */
  readonly written: readonly Stamped[]
  /** Given out before and not there any more: gone from `now` on. */
  readonly gone: readonly Known[]
}

/**
 * Compares what is to be given out with what was, and gives each object honest times: created is when it first came out, modified when
 * anything of it last changed, what is embedded in it included. An object that comes back keeps its created.
 * @param drafts - everything of the scopes looked at; what is embedded stands before what holds it
 * @param known - what was written down of the same scopes
 * @param now - not before any time ever given; whole seconds
 */
export function stamp(addresses: OparlAddresses, drafts: readonly Draft[], known: readonly Known[], now: Temporal.Instant): Stamping {
  const before = new Map(known.map((one) => [keyOf(one), one]))
  const made = new Map<string, OparlProperties>()
  const written: Stamped[] = []
  for (const draft of drafts) {
    const body = { ...draft.properties, ...embeddedOf(draft, made) }
    const head = { id: addresses.of(draft.type, draft.id), type: typeAddress(draft.type) }
    const digest = createHash('sha256')
      .update(JSON.stringify([head, body, draft.organizations]))
      .digest('hex')
    const old = before.get(keyOf(draft))
    const same = old !== undefined && !old.deleted && old.digest === digest
    const created = old?.created ?? now
    const modified = same ? old.modified : now
    const whole = { ...head, ...body, created: dateTime(created), modified: dateTime(modified) }
    made.set(keyOf(draft), whole)
    if (same) continue
    const { type, id, organizations } = draft
    written.push({ type, id, organizations, created, modified, deleted: false, digest, content: JSON.stringify(whole) })
  }
  return { written, gone: known.filter((one) => !one.deleted && !made.has(keyOf(one))) }
}

function embeddedOf({ embedded = {} }: Draft, made: ReadonlyMap<string, OparlProperties>): OparlProperties {
  const parts: Record<string, OparlValue> = {}
  for (const [name, value] of Object.entries(embedded)) {
    if (isOne(value)) {
      const one = partOf(value, made)
      if (one !== undefined) parts[name] = one
    } else {
      const list = value.map((one) => partOf(one, made)).filter((one) => one !== undefined)
      if (list.length > 0) parts[name] = list
    }
  }
  return parts
}

function isOne(value: Embedded | readonly Embedded[]): value is Embedded {
  return !Array.isArray(value)
}

function partOf(embedded: Embedded, made: ReadonlyMap<string, OparlProperties>): OparlProperties | undefined {
  const whole = made.get(keyOf(embedded))
  if (whole === undefined) return undefined
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !embedded.without.includes(name)))
}

/** What is given out of an object that is gone: when it came, when it went, and nothing else of it. */
export function goneContent(
  addresses: OparlAddresses,
  one: { readonly type: string; readonly id: string; readonly created: Temporal.Instant; readonly modified: Temporal.Instant },
): string {
  const type = one.type as OparlType
  const [created, modified] = [dateTime(one.created), dateTime(one.modified)]
  return JSON.stringify({ id: addresses.of(type, one.id), type: typeAddress(type), created, modified, deleted: true })
}
