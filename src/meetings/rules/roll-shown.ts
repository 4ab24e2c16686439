import { inOrder, type Stay } from './presence.ts'
import type { ChairEntry, RollEntry } from './roll.ts'

/** The time of day of an instant as the form of attendance shows it, to the minute. */
function minuteOf(at: Temporal.Instant | null | undefined): Temporal.PlainTime | undefined {
  return at?.toZonedDateTimeISO('Europe/London').toPlainTime().round({ smallestUnit: 'minute', roundingMode: 'floor' })
}

/** What the form of attendance shows of a line: of three stays or more the first and the last. */
export function shownEntry(field: string, stays: readonly Stay[], absence: 'apologies' | 'no_show' | undefined): RollEntry {
  const [first, ...more] = stays.toSorted(inOrder)
  const last = more.at(-1)
  const nothing = { arrived: undefined, left: undefined, back: undefined, leftAgain: undefined, remote: false, deputy: undefined }
  if (!first) return { field, status: absence === 'no_show' ? 'no_apology' : absence, ...nothing }
  return {
    field,
    status: first.deputy ? 'deputy' : 'present',
    deputy: first.deputy ? (first.person ?? undefined) : undefined,
    arrived: minuteOf(first.from),
    left: minuteOf(first.to),
    back: minuteOf(last?.from),
    leftAgain: minuteOf(last?.to),
    remote: first.mode === 'remote',
  }
}

/** Whether a line was left as the form showed it: what is recorded of it then stays, to the second and with every stay. */
export function isUntouched(entry: RollEntry, shown: RollEntry): boolean {
  return print(entry) === print(shown)
}

/** The same for who chaired. */
export function isSameChair(entry: ChairEntry, shown: ChairEntry): boolean {
  return print(entry) === print(shown)
}

function print(entry: RollEntry | ChairEntry): string {
  const fields = Object.entries(entry).filter(([, value]) => value !== undefined && value !== false)
  return fields
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(' ')
}
