import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Reader } from '#platform/database/session.ts'
import type { Visit } from './visit.ts'

/** A record on whose page another part has something to say: of one of some kinds. */
export interface BroughtTo<Kind extends string = 'item' | 'decision' | 'priority' | 'outcome'> {
  readonly kind: Kind
  readonly id: string
  /** The body whose record it is. */
  readonly body: string
}

/** What another part shows on the page of a record, in the sight of whoever reads; undefined where it has nothing to say there. */
export type BroughtPart<Kind extends string = BroughtTo['kind']> = (
  reader: Reader,
  visit: Visit,
  record: BroughtTo<Kind>,
) => Promise<JSX.Element | undefined>
