import type { Database, Reader } from '#platform/database/session.ts'
import type { DocumentStore } from '#platform/documents/store.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import type { BroughtPart } from '#platform/web/brought-part.ts'
import type { LintedMeasure } from './rules/lint.ts'

/** A record of another part, with what it says of a period; undefined where it says nothing of it. */
export interface AsideLine {
  readonly title: string
  readonly said: string | undefined
  /** Address of its page, without origin. */
  readonly href: string
}

/** What other parts say of plans in a period, for reports: the measures on their threads, and what was heard in the period. */
export interface ReportAside {
  readonly measures: readonly AsideLine[]
  readonly voices: readonly AsideLine[]
}

/** A record of another part that something of plans belongs to. */
export interface BesideRecord {
  readonly id: string
  readonly title: string
  /** Address of its page, without origin. */
  readonly href: string
}

/** What the routes and jobs of plans need from outside. */
export interface PlansNeeds {
  readonly db: Database
  readonly outbox: Outbox
  readonly documents: DocumentStore
  /** What measures each of some outcomes today, and what those measures lack, as far as the reader may see; undefined: the house keeps no measures. */
  readonly outcomeMeasures?:
    | ((reader: Reader, outcomes: readonly string[]) => Promise<ReadonlyMap<string, readonly LintedMeasure[]>>)
    | undefined
  /** What measures priorities and outcomes on a day, by their ids, as far as the reader may see; undefined: the house keeps no measures. */
  readonly measuredBy?:
    | ((reader: Reader, rows: readonly string[], today: Temporal.PlainDate) => Promise<ReadonlyMap<string, readonly AsideLine[]>>)
    | undefined
  /** What other parts say of some plans in a span of days, half-open, as far as the reader may see; undefined: nothing is asked of them. */
  readonly reportAside?:
    | ((
        reader: Reader,
        plans: readonly string[],
        span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
      ) => Promise<ReportAside>)
    | undefined
  /** Commissioning strategies of a body that one may see; undefined: the house keeps none. */
  readonly strategiesOf?: ((reader: Reader, body: string, today: Temporal.PlainDate) => Promise<readonly BesideRecord[]>) | undefined
  /** What people said about a priority or an outcome; undefined: the house keeps no voices. */
  readonly saidAbout?: BroughtPart | undefined
  /** Where the scorecard of a priority stands; undefined: the house keeps no measures. */
  readonly scorecardOf?: ((priority: string) => string) | undefined
  readonly config: {
    /** Origin of every link in mails, for example 'https://partnership.example'. */
    readonly publicUrl: string
    /** Who mails come from. */
    readonly mailFrom: string
  }
}
