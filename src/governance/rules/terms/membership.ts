import { z } from 'zod'
import { key, line, reference } from './parts.ts'

/** A group of seats that a quorum or a page speaks of. */
export const seatGroup = z.strictObject({
  key,
  /** As a sentence uses it, in the plural: "commissioning members". */
  name: line(120),
  /** Other words under which sources put people into this group ('Public health' counts as council). */
  alsoCounts: z.array(line(80)),
})

/** A seat with one or more places (G5). */
export const seat = z.strictObject({
  key,
  name: line(200),
  category: z.enum([
    'council',
    'district',
    'health',
    'police',
    'probation',
    'education',
    'voluntary',
    'early-years',
    'safeguarding',
    'young-people',
    'economy',
    'other',
  ]),
  /** The key of the group the seat belongs to; null for none. */
  group: key.nullable(),
  /** The organisation that holds the seat; null where any of a sector may. */
  organisation: line(200).nullable(),
  /** The sector the seat is for; null where an organisation is named. */
  sector: line(200).nullable(),
  voting: z.enum(['voting', 'non_voting', 'observer', 'adviser', 'invited']),
  places: z.int().min(1).max(100),
  /** Keys of the functions on which a voting seat votes; left out where it votes on everything. */
  votesOn: z.array(key).min(1).max(40).exactOptional(),
  /** Places empty when the document was written; history, never used to judge a meeting. */
  vacantAtExport: z.int().min(0).max(100),
  /** Who may hold the seat instead of one another, where the source gives a choice. */
  alternatives: z.array(line(200)),
  /** What the holder must be able to do (decide, commit money); null where nothing is asked. */
  capacity: line(300).nullable(),
  /** True where the seat belongs to whoever holds a named post. */
  byPost: z.boolean(),
  mayAttendPrivate: z.boolean(),
  /** Months a holder serves; null for no limit or none stated. */
  termMonths: z.int().min(1).max(240).nullable(),
  /** The role that the law names for the seat (‘Director of children’s services’); left out where it names none. */
  statutoryRole: line(200).exactOptional(),
  note: line(300).exactOptional(),
})

/** Somebody who must be on the body (G5): whoever has a role by law, or acts in a capacity. */
export const memberDemand = z.strictObject({
  matches: z.enum(['role', 'capacity']),
  /** The role or the capacity, as a sentence uses it: 'Clinician'. */
  value: line(200),
  atLeast: z.int().min(1).max(100),
  /** True where they must be at every meeting, too. */
  atMeetings: z.boolean(),
  source: reference.nullable(),
  /** Where it is written, in words, or anything else a reader should know. */
  note: line(300).exactOptional(),
})

/** Who chairs (G8). `post` names the post, `person` nobody: people come from appointments. */
export const chairRule = z.strictObject({
  method: z.enum([
    'by-post',
    'independent',
    'elected',
    'nominated-by-core-members',
    'agreed-at-first-meeting',
    'named-in-terms',
    'named-by-parent-body',
  ]),
  post: line(200).nullable(),
  reviewedEveryMonths: z.int().min(1).max(120).nullable(),
  /** When the term of office ends, in words; null where nothing is said. */
  termEnds: line(300).nullable(),
  secretBallotIfContested: z.boolean(),
})

/** Whether the body has a deputy chair, and how that person is found; `named-in-terms` where the terms name one. */
export const deputyChairRule = z.strictObject({
  method: z.enum(['none', 'by-post', 'elected', 'nominated-by-core-members', 'named-in-terms']),
  post: line(200).nullable(),
})

/** What happens when chair and deputy chair are both absent. */
export const absenceRule = z.strictObject({ remedy: z.enum(['elect-as-first-item', 'reschedule']) })

/** Who may come in a member's place (G7). */
export const deputiesRule = z.strictObject({
  kind: z.enum(['named-substitute', 'agreed-by-chair-and-notified', 'nominated-by-member', 'delegated-authority', 'forbidden']),
  /** What the deputy must be able to do; null where nothing is asked. */
  capacity: line(300).nullable(),
})

/** A function of the body, and how far it may go with it (G14). */
export const bodyFunction = z.strictObject({
  key,
  name: line(200),
  may: z.enum(['decide', 'recommend', 'discuss']),
  /** Who keeps the final decision; empty where the body's own word is final. */
  reservedTo: z.array(line(200)),
  /** Whether its decisions bind the partners by themselves; null where the source does not say. */
  binding: z.boolean().nullable(),
})

/** A seat with its places. */
export type TermsSeat = z.infer<typeof seat>
/** Somebody who must be on the body. */
export type MemberDemand = z.infer<typeof memberDemand>
/** Who chairs. */
export type ChairRule = z.infer<typeof chairRule>
/** How a deputy chair is found. */
export type DeputyChairRule = z.infer<typeof deputyChairRule>
/** What happens when chair and deputy chair are both absent. */
export type AbsenceRule = z.infer<typeof absenceRule>
/** Who may come in a member's place. */
export type DeputiesRule = z.infer<typeof deputiesRule>
/** A function and how far the body may go with it. */
export type BodyFunction = z.infer<typeof bodyFunction>
