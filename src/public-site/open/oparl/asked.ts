import { fail, type Result, succeed } from '#platform/result.ts'
import { dateTime } from './values.ts'

/** What somebody asks of a list. */
export interface AskedList {
  /** From 1. */
  readonly page: number
  /** The last object of the page before: with it the page begins right behind, whatever was added or taken away meanwhile. */
  readonly after: { readonly created: Temporal.Instant; readonly id: string } | undefined
  readonly createdSince: Temporal.Instant | undefined
  readonly createdUntil: Temporal.Instant | undefined
  readonly modifiedSince: Temporal.Instant | undefined
  readonly modifiedUntil: Temporal.Instant | undefined
  /** Leave out the objects inside objects. */
  readonly omitInternal: boolean
}

/** Objects on a page of a list; the same on every page but the last, whatever is asked for. */
export const elementsPerPage = 100

const filters = {
  created_since: 'createdSince',
  created_until: 'createdUntil',
  modified_since: 'modifiedSince',
  modified_until: 'modifiedUntil',
} as const

/** Reads the query of a list; what is not known is ignored, what cannot be read is a sentence. */
export function readAsked(query: URLSearchParams): Result<AskedList, string> {
  const times: { -readonly [Name in (typeof filters)[keyof typeof filters]]: Temporal.Instant | undefined } = {
    createdSince: undefined,
    createdUntil: undefined,
    modifiedSince: undefined,
    modifiedUntil: undefined,
  }
  for (const [name, key] of Object.entries(filters) as [keyof typeof filters, (typeof filters)[keyof typeof filters]][]) {
    const text = query.get(name)
    if (text === null) continue
    const time = readTime(text)
    if (time === undefined)
      return fail(`${name} is not a date with a time and an offset, for example 2027-07-01T14:00:00+01:00 (write + as %2B).`)
    times[key] = time
  }
  for (const name of ['created', 'modified'] as const) {
    const [since, until] = [times[`${name}Since`], times[`${name}Until`]]
    if (since && until && Temporal.Instant.compare(until, since) < 0)
      return fail(`${name}_until lies before ${name}_since: nothing can be between them.`)
  }
  const page = /^[1-9][0-9]{0,8}$/.exec(query.get('page') ?? '1')
  if (page === null) return fail('page is not a number from 1 to 999999999.')
  const after = query.get('after')
  const read = after === null ? undefined : readAfter(after)
  if (after !== null && read === undefined) return fail('after is not one that a list gave. Begin again with the first page.')
  const omit = query.get('omit_internal')
  return succeed({ ...times, page: Number(page[0]), after: read, omitInternal: omit === 'true' || omit === '1' })
}

// A plus that was not encoded arrives as a space. Years beyond these are no times of any record, and no database takes them.
const timePattern =
  /^(?:1[0-9]|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})$/

function readTime(text: string): Temporal.Instant | undefined {
  const whole = text.replace(' ', '+')
  if (!timePattern.test(whole)) return undefined
  try {
    return Temporal.Instant.from(whole)
  } catch {
    return undefined
  }
}

/** The end of the year 2999, in seconds. */
const latest = 32_503_679_999

function readAfter(text: string): AskedList['after'] {
  const found = /^([0-9]{1,11})-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(text)
  if (found === null) return undefined
  const [, seconds = '', id = ''] = found
  if (Number(seconds) > latest) return undefined
  return { created: Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000), id }
}

/** The query of another page of the same list: every filter is kept; '' for the first page without any. */
export function queryOf(asked: AskedList, page: number, after?: AskedList['after']): string {
  const query = new URLSearchParams()
  for (const [name, key] of Object.entries(filters)) {
    const time = asked[key]
    if (time !== undefined) query.set(name, dateTime(time))
  }
  if (asked.omitInternal) query.set('omit_internal', 'true')
  if (page > 1) query.set('page', String(page))
  if (after !== undefined) query.set('after', `${after.created.epochMilliseconds / 1000}-${after.id}`)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
