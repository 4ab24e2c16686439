import type { OfficeBasis } from '../chair.ts'
import type { CompositionDemand } from '../composition.ts'
import type { HandedOn } from '../last-word.ts'
import type { NoticeLaw } from '../notice-law.ts'
import type { RuleName } from './terms.ts'

/** How grave a finding is: two readings of one rule; something that cannot be; a rule that is missing; something to ask about. */
export type Severity = 'contradiction' | 'impossible' | 'gap' | 'question'

/** Something the terms checker found, with what a person should do about it (G6, G11). */
export interface Finding {
  readonly severity: Severity
  readonly code:
    | 'two-readings'
    | 'not-stated'
    | 'quorum-larger-than-seats'
    | 'quorum-group-empty'
    | 'quorum-share-above-all'
    | 'more-than-weekly'
    | 'item-more-often-than-meetings'
    | 'notice-longer-than-interval'
    | 'notice-below-law'
    | 'law-has-changed'
    | 'steps-out-of-order'
    | 'another-body-named'
    | 'ended-body-named'
    | 'refers-in-a-circle'
    | 'reserved-to-itself'
    | 'last-word-twice'
    | 'last-word-goes-round'
    | 'seat-listed-twice'
    | 'deputies-forbidden-all-by-post'
    | 'practice-departs'
    | 'demand-without-seat'
    | 'demand-not-in-terms'
    | 'clock-read'
  readonly rule: RuleName | 'seats' | 'composition'
  readonly sentence: string
  readonly whatToDo: string
}

/** Something seen in practice that can be held against the terms, with the record that shows it. */
export type PracticeFact =
  /** On what ground the chair, or the deputy chair, was seen to hold the office; `seenIn` as in "the minutes of 11 December 2013". */
  | { readonly rule: 'chair' | 'deputyChair'; readonly basis: OfficeBasis; readonly seenIn: string }
  /** How many may come in a member's place, as it was seen. */
  | { readonly rule: 'deputies'; readonly count: number; readonly seenIn: string }
  /** What bodies have delegated to bodies. */
  | { readonly rule: 'functions'; readonly handedOn: readonly HandedOn[] }
  /** What the law of the body’s regime asks of notice: on the first day of adopted terms, today of those yet to be adopted. */
  | { readonly rule: 'agendaOut'; readonly law: NoticeLaw }
  /** The law has changed since the terms came into force; undefined: it asked, or asks, for nothing. */
  | {
      readonly rule: 'agendaOut'
      readonly adoptedFor: Temporal.PlainDate
      readonly before: NoticeLaw | undefined
      readonly now: NoticeLaw | undefined
    }
  /** Who must be on the body by the record kept of it. */
  | { readonly rule: 'composition'; readonly kept: readonly (CompositionDemand & { readonly atMeetings: boolean })[] }
  /** The seats that are kept for the body. */
  | {
      readonly rule: 'seats'
      /** `votesOn` where it votes on some functions only; left out where nobody looked. */
      readonly kept: readonly {
        readonly key: string
        readonly name: string
        readonly places: number
        readonly votesOn?: readonly string[]
      }[]
      readonly seenIn: string
    }
