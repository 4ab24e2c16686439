import { fail, type Result, succeed } from '#platform/result.ts'
import { instantOf } from '#platform/time/london.ts'

/** What somebody asks of a feed or a calendar besides its address. */
export interface AskedRange {
  /** Undefined: from the beginning. */
  readonly since: Temporal.Instant | undefined
  /** Undefined: up to now. */
  readonly until: Temporal.Instant | undefined
  /** 1 to 200. */
  readonly limit: number
}

const MOST = 200
/** Days of records, with or without a time; a plus that was not encoded arrives as a space. Other years are no days of any record. */
const pattern =
  /^(?:1[0-9]|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2}))?$/

/** Reads since, until and limit of an address; what is absurd is refused in words, what is not known is ignored. */
export function readRange(query: URLSearchParams, usual: number): Result<AskedRange, string> {
  const times: { since?: Temporal.Instant | undefined; until?: Temporal.Instant | undefined } = {}
  for (const name of ['since', 'until'] as const) {
    const text = query.get(name)
    if (text === null) continue
    const time = readMoment(text)
    if (time === undefined)
      return fail(
        `${name} is not a day of the years 1000 to 2999, for example 2027-07-01, nor one with a time and an offset, 2027-07-01T14:00:00Z.`,
      )
    times[name] = time
  }
  const { since, until } = times
  if (since && until && Temporal.Instant.compare(until, since) < 0) return fail('until lies before since: nothing can be between them.')
  const asked = query.get('limit') ?? String(usual)
  const limit = /^[1-9][0-9]{0,2}$/.test(asked) ? Number(asked) : 0
  if (limit < 1 || limit > MOST) return fail(`limit is not a number from 1 to ${MOST}.`)
  return succeed({ since, until, limit })
}

function readMoment(text: string): Temporal.Instant | undefined {
  const whole = text.replace(' ', '+')
  if (!pattern.test(whole)) return undefined
  try {
    return whole.length === 10
      ? instantOf(Temporal.PlainDate.from(whole, { overflow: 'reject' }), new Temporal.PlainTime())
      : Temporal.Instant.from(whole)
  } catch {
    return undefined
  }
}
