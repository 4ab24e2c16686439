import type { Acting, Database, Reader } from '#platform/database/session.ts'
import type { DocumentStore } from '#platform/documents/store.ts'
import type { IdentityContext } from '#platform/identity/context.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import type { LiveHub } from '#platform/live/hub.ts'
import type { Clock } from '#platform/time/clock.ts'
import type { BroughtPart } from '#platform/web/brought-part.ts'
import type { YearlyFacts } from './rules/compliance-owed.ts'

/** Reads how the yearly duties of boards stand; boards that owe none are left out. */
export type YearlyOwed = (reader: Reader, bodies: readonly string[], today: Temporal.PlainDate) => Promise<ReadonlyMap<string, YearlyFacts>>

/** What the routes and jobs of meetings need from outside. */
export interface MeetingsNeeds {
  readonly db: Database
  readonly outbox: Outbox
  readonly documents: DocumentStore
  /** Counts what comes from one network address without an account; undefined: nothing is counted. */
  readonly identity?: { readonly context: IdentityContext } | undefined
  /** Tells open pages of meetings what has changed; undefined: they are brought up to date by their link only. */
  readonly live?: LiveHub | undefined
  /** The present, for what waits before it reads; undefined: the instant at which the request came. */
  readonly clock?: Clock | undefined
  /** What people said about a decision or an item; undefined: the house keeps no voices. */
  readonly saidAbout?: BroughtPart | undefined
  /** Who is to hear of a consultation; undefined: the house keeps no communication plans. */
  readonly communications?: BroughtPart<'consultation'> | undefined
  /** What boards owe every year and how it stands, by board, in the sight of the reader; undefined: no part keeps that. */
  readonly yearlyOwed?: YearlyOwed | undefined
  /** Signs the links with which mails of news are stopped; undefined: they carry none. */
  readonly secrets?: { readonly feeds: string } | undefined
  readonly config: {
    /** Origin of every link in mails and calendar entries, for example 'https://partnership.example'. */
    readonly publicUrl: string
    /** Who mails and invitations come from. */
    readonly mailFrom: string
    /** A program that makes PDFs of Word files; undefined: that is not offered. */
    readonly converter?: string | undefined
    /** Folder of the installation, in which the keys of open ballots lie until the count; undefined: no ballot can be opened here. */
    readonly data?: string | undefined
  }
}

/** What commands need. */
export type CommandNeeds = Pick<MeetingsNeeds, 'db' | 'outbox' | 'config' | 'secrets'>

/** What elections need. */
export type ElectionNeeds = Pick<MeetingsNeeds, 'db'> & { readonly config: Pick<MeetingsNeeds['config'], 'data'> }

/** Somebody signed in who does something. */
export type Doer = Acting & { readonly actor: NonNullable<Acting['actor']> }
