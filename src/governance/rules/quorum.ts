import { agenciesWords, atLeastWords, chairWords, notCountedWords, shareWords } from './quorum-words.ts'

/** How a seat takes part: members vote or do not; observers (who may speak), advisers and invited people are never counted (G5). */
export type VotingStatus = 'voting' | 'non_voting' | 'observer' | 'adviser' | 'invited'

/** How somebody attends. */
export type AttendanceMode = 'in-room' | 'remote' | 'proxy'

/** What an atom of a quorum rule counts. */
export type QuorumUnit = 'people' | 'seats' | 'agencies'

/** The set an atom counts in: all members, the voting members, or one group of seats by its key. */
export type QuorumSet =
  | { readonly kind: 'members' }
  | { readonly kind: 'voting-members' }
  | { readonly kind: 'group'; readonly group: string }

/** A quorum rule: a tree of atoms under `all`, `any` and `waiver` (G6, handbook governance 3.2). */
export type QuorumRule =
  | { readonly kind: 'at-least'; readonly n: number; readonly counts: QuorumUnit; readonly of: QuorumSet }
  | {
      readonly kind: 'share'
      readonly numerator: number
      readonly denominator: number
      /** True for 'more than', false for 'at least'. */
      readonly moreThan: boolean
      readonly counts: 'people' | 'seats'
      readonly of: QuorumSet
      /** Whether vacant seats are part of the total. */
      readonly vacantSeats: 'counted' | 'not-counted'
    }
  | { readonly kind: 'agencies-besides-chair'; readonly n: number }
  | { readonly kind: 'chair-present' }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-stated' }
  | { readonly kind: 'all'; readonly rules: readonly QuorumRule[] }
  | { readonly kind: 'any'; readonly rules: readonly QuorumRule[] }
  | { readonly kind: 'waiver'; readonly rule: QuorumRule; readonly when: 'chair-consulted-absent' }

/** One place on a body on the day: a seat with seven places is seven of these. */
export interface QuorumSeat {
  readonly key: string
  readonly group: string | null
  readonly voting: VotingStatus
  readonly filled: boolean
}

/** Somebody who is in the meeting at the instant asked about. */
export interface Presence {
  /** Tells two people apart. */
  readonly person: string
  /** The place attended; null for somebody without a seat, who is never counted. */
  readonly seat: string | null
  readonly agency: string | null
  readonly mode: AttendanceMode
  /** Null for the member in person; else whether the deputy was accepted for this seat (rules/deputy.ts). */
  readonly deputy: 'accepted' | 'not-accepted' | null
  readonly chair: boolean
  /** True while an interest keeps this person out of the current item. */
  readonly excluded: boolean
}

/** What the chair did about absent members, where the rule may be waived for it: both fields must say something. */
export interface Consultation {
  readonly consulted: readonly string[]
  readonly views: string
}

/** Everything a quorum rule is judged on, at one instant. */
export interface QuorumInput {
  readonly seats: readonly QuorumSeat[]
  readonly present: readonly Presence[]
  /** The ways of attending that count for quorum under the terms. */
  readonly modesCounted: readonly AttendanceMode[]
  /** Why a way of attending is not counted, in words without a full stop; left out where every way counts, or nobody said why. */
  readonly notCounted?: string
  readonly consultation: Consultation | null
  /** Names of the seat groups by key, for the words; a missing name shows the key. */
  readonly groupNames: ReadonlyMap<string, string>
}

/** What one atom found: `met` is null where the rule is undefined (nobody to count) or not stated. */
export interface QuorumReason {
  readonly met: boolean | null
  readonly have: number | null
  readonly need: number | null
  readonly outOf: number | null
  /** A whole sentence: "5 of 8 commissioning members present (62.5%), 75% needed." */
  readonly words: string
}

/** The verdict of a quorum rule. `undefined`: the rule counts a set in which there is nobody to count. */
export interface QuorumVerdict {
  readonly state: 'quorate' | 'not-quorate' | 'quorate-by-exception' | 'no-quorum-required' | 'not-stated' | 'undefined'
  readonly reasons: readonly QuorumReason[]
}

interface Counted {
  readonly seats: readonly QuorumSeat[]
  readonly present: readonly {
    readonly person: string
    readonly seat: QuorumSeat
    readonly agency: string | null
    readonly chair: boolean
  }[]
  readonly input: QuorumInput
}

function isMember(seat: QuorumSeat): boolean {
  return seat.voting === 'voting' || seat.voting === 'non_voting'
}

/** Those who count: seated members or accepted deputies, each seat once (the member before the deputy) and each person once. */
export function countable(input: QuorumInput): Counted['present'] {
  const seats = new Map(input.seats.filter((seat) => isMember(seat) && seat.filled).map((seat) => [seat.key, seat]))
  const bySeat = new Map<string, Presence>()
  const order = [...input.present].sort((a, b) => Number(a.deputy !== null) - Number(b.deputy !== null))
  const people = new Set<string>()
  for (const presence of order) {
    if (presence.seat === null || !seats.has(presence.seat) || bySeat.has(presence.seat) || people.has(presence.person)) continue
    if (presence.excluded || presence.deputy === 'not-accepted' || !input.modesCounted.includes(presence.mode)) continue
    bySeat.set(presence.seat, presence)
    people.add(presence.person)
  }
  return [...bySeat].flatMap(([key, { person, agency, chair }]) => {
    const seat = seats.get(key)
    return seat === undefined ? [] : [{ person, seat, agency, chair }]
  })
}

function inSet(set: QuorumSet, seat: QuorumSeat): boolean {
  if (set.kind === 'members') return isMember(seat)
  if (set.kind === 'voting-members') return seat.voting === 'voting'
  return isMember(seat) && seat.group === set.group
}

/** What a set is called in a sentence. */
export function setName(set: QuorumSet, groupNames: ReadonlyMap<string, string>): string {
  if (set.kind === 'group') return groupNames.get(set.group) ?? set.group
  return set.kind === 'members' ? 'members' : 'voting members'
}

/** Those in the chair who count as such: an independent chair holds no seat and is the chair all the same. */
function chairsOf(input: QuorumInput): readonly Presence[] {
  return input.present.filter(
    ({ chair, excluded, deputy, mode }) => chair && !excluded && deputy !== 'not-accepted' && input.modesCounted.includes(mode),
  )
}

function distinctAgencies(present: readonly { readonly agency: string | null }[]): ReadonlySet<string> {
  return new Set(present.flatMap(({ agency }) => (agency === null ? [] : [agency])))
}

type Truth = boolean | null

interface Found {
  readonly truth: Truth
  readonly waived: boolean
  readonly reasons: readonly QuorumReason[]
}

function atom(reason: QuorumReason): Found {
  return { truth: reason.met, waived: false, reasons: [reason] }
}

function judgeAtLeast(rule: Extract<QuorumRule, { kind: 'at-least' }>, { seats, present, input }: Counted): Found {
  const total = seats.filter((seat) => inSet(rule.of, seat)).length
  const inside = present.filter(({ seat }) => inSet(rule.of, seat))
  const have = rule.counts === 'agencies' ? distinctAgencies(inside).size : inside.length
  const met = total === 0 ? null : have >= rule.n
  const words = atLeastWords({ have, need: rule.n, unit: rule.counts, set: setName(rule.of, input.groupNames), noSeats: total === 0 })
  return atom({ met, have, need: rule.n, outOf: total, words })
}

/** The fewest that satisfy a share of a total, in whole numbers: at least half of 13 is 7, more than half of 14 is 8. */
export function leastForShare(numerator: number, denominator: number, moreThan: boolean, total: number): number {
  const product = numerator * total
  return moreThan ? Math.floor(product / denominator) + 1 : Math.ceil(product / denominator)
}

function judgeShare(rule: Extract<QuorumRule, { kind: 'share' }>, { seats, present, input }: Counted): Found {
  const total = seats.filter((seat) => inSet(rule.of, seat) && (seat.filled || rule.vacantSeats === 'counted')).length
  const have = present.filter(({ seat }) => inSet(rule.of, seat)).length
  const need = leastForShare(rule.numerator, rule.denominator, rule.moreThan, total)
  const { numerator, denominator, moreThan } = rule
  const words = shareWords({ have, total, need, numerator, denominator, moreThan, set: setName(rule.of, input.groupNames) })
  return atom({ met: total === 0 ? null : have >= need, have, need, outOf: total, words })
}

function judgeAgencies(n: number, { present, input }: Counted): Found {
  const chairs = distinctAgencies(chairsOf(input))
  const others = [...distinctAgencies(present.filter(({ chair }) => !chair))].filter((agency) => !chairs.has(agency))
  const have = others.length
  return atom({ met: have >= n, have, need: n, outOf: null, words: agenciesWords(have, n, others) })
}

function judge(rule: QuorumRule, counted: Counted): Found {
  switch (rule.kind) {
    case 'at-least':
      return judgeAtLeast(rule, counted)
    case 'share':
      return judgeShare(rule, counted)
    case 'agencies-besides-chair':
      return judgeAgencies(rule.n, counted)
    case 'chair-present': {
      const met = chairsOf(counted.input).length > 0
      return atom({ met, have: Number(met), need: 1, outOf: null, words: chairWords(met) })
    }
    case 'none':
      return atom({ met: true, have: null, need: null, outOf: null, words: 'The terms require no quorum.' })
    case 'not-stated':
      return atom({ met: null, have: null, need: null, outOf: null, words: 'The terms do not say how many must be present.' })
    case 'all':
    case 'any':
      return combine(
        rule.kind,
        rule.rules.map((part) => judge(part, counted)),
      )
    case 'waiver':
      return waive(judge(rule.rule, counted), counted.input.consultation)
  }
}

/** Kleene's logic: under `all` one failure decides, under `any` one success; else an undefined part leaves the whole undefined. */
function combine(kind: 'all' | 'any', parts: readonly Found[]): Found {
  const decisive = kind === 'any'
  const reasons = parts.flatMap((part) => part.reasons)
  const deciding = parts.filter((part) => part.truth === decisive)
  if (deciding.length > 0) return { truth: decisive, waived: decisive && deciding.every((part) => part.waived), reasons }
  if (parts.length === 0 || parts.some((part) => part.truth === null)) return { truth: null, waived: false, reasons }
  return { truth: !decisive, waived: !decisive && parts.some((part) => part.waived), reasons }
}

function waive(found: Found, consultation: Consultation | null): Found {
  if (found.truth !== false || consultation === null) return found
  const recorded = consultation.consulted.length > 0 && consultation.views.trim() !== ''
  const words = recorded
    ? `The chair consulted ${consultation.consulted.join(', ')} and their views are recorded.`
    : 'The exception needs the names of the absent members whom the chair consulted, and their views.'
  const reason = { met: recorded, have: null, need: null, outOf: null, words }
  return { truth: recorded, waived: recorded, reasons: [...found.reasons, reason] }
}

/** Who is here in a way that is not counted, and why; empty where nobody is, or nobody said why. */
function leftOut({ notCounted, ...input }: QuorumInput): readonly QuorumReason[] {
  if (notCounted === undefined) return []
  const have = countable({ ...input, modesCounted: ['in-room', 'remote'] }).length - countable(input).length
  return have === 0 ? [] : [{ met: null, have, need: null, outOf: null, words: notCountedWords(have, notCounted) }]
}

/** Says whether a meeting is quorate at an instant, with the reason of every atom in words (G6), and whom the law or the terms leave out. */
export function judgeQuorum(rule: QuorumRule, input: QuorumInput): QuorumVerdict {
  const { truth, waived, reasons: found } = judge(rule, { seats: input.seats, present: countable(input), input })
  const reasons = [...found, ...leftOut(input)]
  const root = rule.kind === 'waiver' ? rule.rule.kind : rule.kind
  if (root === 'none') return { state: 'no-quorum-required', reasons }
  if (root === 'not-stated') return { state: 'not-stated', reasons }
  if (truth === null) return { state: 'undefined', reasons }
  if (!truth) return { state: 'not-quorate', reasons }
  return { state: waived ? 'quorate-by-exception' : 'quorate', reasons }
}

/** Whether a meeting with this verdict may decide: null where the terms do not settle it, and a person must. */
export function mayDecide(verdict: QuorumVerdict): boolean | null {
  if (verdict.state === 'not-stated' || verdict.state === 'undefined') return null
  return verdict.state !== 'not-quorate'
}
