import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Reader } from '#platform/database/session.ts'
import type { Visit } from './visit.ts'

/** A record on whose page another part has something to say. */
export interface BroughtTo {
  readonly kind: 'item' | 'decision' | 'priority' | 'outcome'
  readonly id: string
  /** The body whose record it is. */
  readonly body: string
}

/** What another part shows on the page of a record, in the sight of whoever reads; undefined where it has nothing to say there. */
export type BroughtPart = (reader: Reader, visit: Visit, record: BroughtTo) => Promise<JSX.Element | undefined>
