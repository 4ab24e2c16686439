import { readDue } from '#meetings/public.ts'

/** A timescale as it was written, and as days; both days belong to it, null is open. */
export interface Timescale {
  readonly words: string
  readonly from: Temporal.PlainDate | null
  readonly to: Temporal.PlainDate | null
}

/** Why a timescale is asked about again. */
export interface TimescaleQuestion {
  readonly code: string
  /** Words that would be clear, separated by '|'. */
  readonly offers: string
}

/** No timescale at all. */
export const noTimescale: Timescale = { words: '', from: null, to: null }

/**
 * Reads a timescale against a day: dates without a year are the first that have not ended by then. Work that returns lasts until its last
 * stretch ends; what cannot be read keeps its words and has no dates.
 */
export function readTimescale(words: string, reference: Temporal.PlainDate): Timescale | TimescaleQuestion {
  if (words === '') return noTimescale
  const reading = readDue(words, reference)
  if (reading.kind === 'question') return { code: reading.code, offers: reading.offers.join('|') }
  if (reading.kind === 'interval') return { words, from: reading.from, to: reading.to }
  if (reading.kind === 'returning') return { words, from: null, to: reading.phases.at(-1)?.until ?? null }
  return { words, from: null, to: null }
}
