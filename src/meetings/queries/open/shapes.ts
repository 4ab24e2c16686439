import type { Category, ItemPurpose } from '../../rules/agenda.ts'
import type { DeclaredInterest, KeptConsequence } from '../../rules/declared-interest.ts'
import type { MeetingKind, MeetingState } from '../../rules/meeting.ts'

/** A meeting as the open data describe it, with everything of it that the reader may see. */
export interface OpenMeeting {
  readonly id: string
  /** The body that calls it. */
  readonly body: string
  /** The others that meet at the same table. */
  readonly jointBodies: readonly string[]
  /** '' where it has none of its own. */
  readonly title: string
  readonly kind: MeetingKind
  readonly heldOn: Temporal.PlainDate
  /** 'HH:MM:SS' in London; null where the record does not state it. */
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly place: string
  readonly access: 'public' | 'private'
  readonly state: MeetingState
  readonly successor: string | null
  readonly items: readonly OpenItem[]
  readonly papers: readonly OpenPaper[]
  readonly filed: readonly OpenFiledFile[]
  readonly publications: readonly OpenPublication[]
  readonly decisions: readonly OpenDecision[]
  readonly motions: readonly OpenMotion[]
  readonly actions: readonly OpenAction[]
  readonly interests: readonly OpenInterest[]
  readonly attendance: readonly OpenStay[]
  readonly absences: readonly OpenAbsence[]
  readonly chairs: readonly OpenChair[]
}

/** An item of the agenda that stands; what is withdrawn is not among them. */
export interface OpenItem {
  readonly id: string
  readonly meeting: string
  readonly number: string
  readonly position: number
  readonly publicTitle: string
  /** Null where the reader may see the face only. */
  readonly title: string | null
  readonly purpose: ItemPurpose
  readonly category: Category
  readonly paragraphs: readonly string[]
  readonly urgent: boolean
  /** When it was on, from first to last; null where that is not recorded. */
  readonly from: Temporal.Instant | null
  readonly to: Temporal.Instant | null
  /** Slugs; none of an item in Part 2. */
  readonly topics: readonly string[]
}

/** A paper in the version that stands published. */
export interface OpenPaper {
  readonly id: string
  readonly meeting: string
  readonly item: string
  readonly title: string
  /** The version that stands. */
  readonly version: string
  readonly hasText: boolean
  /** Day on which this version came out; null where no publication is known. */
  readonly publishedOn: Temporal.PlainDate | null
  readonly files: readonly OpenPaperFile[]
}

/** A file that somebody brought. */
export interface OpenBroughtFile {
  readonly id: string
  readonly title: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  /** sha-256, in hexadecimal digits. */
  readonly document: string
  /** Of a PDF; null for the others. */
  readonly pages: number | null
}

/** A file that belongs to a published paper. */
export interface OpenPaperFile extends OpenBroughtFile {
  readonly role: 'paper' | 'appendix'
}

/** A statement or a presentation that is filed with the minutes, under its item. */
export interface OpenFiledFile extends OpenBroughtFile {
  readonly meeting: string
  readonly item: string
  readonly filedOn: Temporal.Instant
}

/** A pack, a supplement, a correction or minutes that came out and stand. */
export interface OpenPublication {
  readonly id: string
  readonly meeting: string
  readonly kind: 'pack' | 'supplement' | 'correction' | 'minutes' | 'release'
  readonly number: number
  readonly publishedOn: Temporal.PlainDate
  /** sha-256 of the public edition; null until it is made, or where there is none. */
  readonly document: string | null
  readonly pages: number | null
}

/** A decision that stands. */
export interface OpenDecision {
  readonly id: string
  readonly meeting: string
  /** The board whose decision it is: at a joint meeting one of those at the table. */
  readonly ofBody: string
  readonly item: string | null
  readonly number: string
  readonly type: string
  readonly text: string
  readonly method: string
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstained: number | null
  readonly minorityView: string
  /** State of the verdict when it was taken; null where no evidence is kept. */
  readonly quorum: string | null
  /** What each part of the quorum rule counted and needed; null where it counts nothing. */
  readonly quorumCounts: readonly { readonly have: number | null; readonly need: number | null }[]
  /** Slugs of topics besides those of its item. */
  readonly topics: readonly string[]
  /** How it stands with the partners that must take it home; undefined where it needs none of them and nobody asked. */
  readonly ratification: OpenRatification | undefined
}

/** How a decision stands with the partners that must take it home (M10); none of it depends on the day on which it is read. */
export interface OpenRatification {
  /** 'not-asked': it binds nobody by itself, and nobody was asked yet; 'agreed': the rule is satisfied. */
  readonly state: 'not-asked' | 'waiting' | 'changes-asked' | 'ended' | 'agreed'
  readonly purpose: 'ratify' | 'reply'
  readonly rule: 'all' | 'number' | 'class' | undefined
  readonly agreed: number
  readonly of: number
  readonly needed: number
  readonly dueOn: Temporal.PlainDate | undefined
  /** First day in force, once the rule is satisfied. */
  readonly inForceFrom: Temporal.PlainDate | undefined
  /** The words that partners are asked about, where they are not the decision's. */
  readonly text: string | undefined
  readonly partners: readonly OpenPartner[]
}

/** What one partner said last of the words that stand. */
export interface OpenPartner {
  readonly organisation: string
  readonly name: string
  readonly answer: 'agreed' | 'agreed_with_changes' | 'declined' | 'pending'
  readonly answeredOn: Temporal.PlainDate | undefined
  /** Which of its own bodies decided; '' where it has not answered. */
  readonly ownBody: string
  readonly reference: string
  readonly words: string
}

/** A motion or an amendment that was settled. */
export interface OpenMotion {
  readonly id: string
  readonly meeting: string
  /** The board that votes on it. */
  readonly ofBody: string
  readonly item: string
  /** The motion that it amends; null: it is one itself. */
  readonly amends: string | null
  readonly number: number
  readonly text: string
  readonly state: 'carried' | 'lost' | 'withdrawn'
  readonly method: string | null
  readonly proposer: string
  readonly seconder: string
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstained: number | null
  readonly castingVote: 'for' | 'against' | null
  /** What it needed to be carried, by the terms of that board on the day; '' where none are in force. */
  readonly requirement: string
  /** The decision that it became; null for none. */
  readonly decision: string | null
  readonly putAt: Temporal.Instant
  readonly openedAt: Temporal.Instant | null
  readonly closedAt: Temporal.Instant | null
  readonly votes: readonly OpenVote[]
}

/** One vote of a recorded vote. */
export interface OpenVote {
  readonly motion: string
  readonly person: string
  readonly name: string
  readonly choice: 'for' | 'against' | 'abstain'
}

/** An action that was agreed and not withdrawn. */
export interface OpenAction {
  readonly id: string
  readonly meeting: string
  /** The board that agreed it. */
  readonly ofBody: string
  readonly item: string | null
  readonly text: string
  /** As written; '' for none. */
  readonly dueWords: string
  readonly dueTo: Temporal.PlainDate | null
  readonly state: 'open' | 'done'
  readonly doneOn: Temporal.PlainDate | null
  readonly leads: readonly string[]
}

/** An interest that was declared in an item, as far as everybody may know of it. */
export interface OpenInterest {
  readonly meeting: string
  readonly item: string
  readonly person: string
  readonly name: string
  readonly kind: DeclaredInterest['kind']
  readonly consequence: KeptConsequence | null
}

/** From coming to going; whoever came back has a second one. */
export interface OpenStay {
  readonly meeting: string
  /** Null for somebody who is not in the directory. */
  readonly person: string | null
  readonly name: string
  /** Null: in attendance only. */
  readonly seat: string | null
  readonly deputy: boolean
  readonly mode: 'in_room' | 'remote'
  readonly from: Temporal.Instant | null
  readonly to: Temporal.Instant | null
}

/** Somebody who did not come. The reason stays with the board. */
export interface OpenAbsence {
  readonly meeting: string
  readonly person: string | null
  readonly name: string
  readonly kind: 'apologies' | 'no_show'
}

/** Who was in the chair. */
export interface OpenChair {
  readonly meeting: string
  readonly person: string | null
  readonly name: string
  readonly from: Temporal.Instant | null
  readonly to: Temporal.Instant | null
}
