import { isUuid, postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'

/** Id and time of an entry, as the form says them. */
export interface EntryStamp {
  readonly id: string
  readonly happenedAt: Temporal.Instant
}

/**
 * Reads the hidden fields of a live form: `entry` names the entry; `written` and `clock` are milliseconds by the clock of the phone, when it was
 * written and when it was sent. Only their difference counts, so that a wrong clock does not matter; what is no number, or lies before the
 * beginning or after now, is brought in between. Without an id (a form made by hand) the entry gets one of its own.
 * @param began - when the meeting began; undefined: the time is now
 */
export function entryStamp(body: FormBody, now: Temporal.Instant, began: Temporal.Instant | undefined): EntryStamp {
  const posted = postedText(body.entry)
  return { id: isUuid(posted) ? posted : crypto.randomUUID(), happenedAt: happenedAt(body, now, began) }
}

function happenedAt(body: FormBody, now: Temporal.Instant, began: Temporal.Instant | undefined): Temporal.Instant {
  const [written, clock] = [milliseconds(body.written), milliseconds(body.clock)]
  if (written === undefined || clock === undefined || began === undefined) return now
  const ago = clock - written
  if (ago <= 0) return now
  const at = Temporal.Instant.fromEpochMilliseconds(Math.max(0, now.epochMilliseconds - ago))
  if (Temporal.Instant.compare(at, began) >= 0) return at
  return Temporal.Instant.compare(began, now) < 0 ? began : now
}

function milliseconds(posted: unknown): number | undefined {
  const text = postedText(posted)
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
