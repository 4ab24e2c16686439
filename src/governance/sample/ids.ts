import { createHash } from 'node:crypto'

/** The id of a record of the sample: the same for the same kind and key in every installation, so that tests can name it. */
export function sampleId(kind: string, key: string): string {
  const hex = createHash('sha256').update(`goldenthread sample ${kind} ${key}`).digest('hex')
  // Version 8 of RFC 9562: a number of our own making.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A day of the sample. */
export const on = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

/** A day of the sample, or null where there is none. */
export const until = (iso: string | undefined): Temporal.PlainDate | null => (iso === undefined ? null : Temporal.PlainDate.from(iso))
