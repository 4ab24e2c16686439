import { type Found, found, untested } from './compliance-finding.ts'

/** What is known of how open one meeting was. */
export interface OpennessFacts {
  readonly id: string
  readonly held: boolean
  readonly isOpen: boolean
  /** Undefined: no pack of it is recorded that the reader may see. */
  readonly pack: 'public' | 'members-only' | 'members-first' | undefined
  /** Whether its minutes are approved and not published. */
  readonly keepsMinutes: boolean
}

/** What terms promise the public; null where they do not say. */
export interface OpennessRule {
  readonly meetingsOpen: boolean | null
  readonly papersPublic: boolean | null
}

/**
 * Judges whether the public could come and read as the terms promise: open meetings, packs that were public when members were told, and
 * minutes that are published once they are approved (G10, M7, M12).
 */
export function judgeOpenness(meetings: readonly OpennessFacts[], rule: OpennessRule | null): Found {
  const { meetingsOpen, papersPublic } = rule ?? { meetingsOpen: null, papersPublic: null }
  if (meetingsOpen !== true && papersPublic !== true) return untested('open-not-promised')
  const closed = meetingsOpen === true ? meetings.filter(({ isOpen }) => !isOpen) : []
  const closedHeld = closed.filter(({ held }) => held)
  if (closedHeld.length > 0) return found('broken', 'open-closed', { bad: closedHeld.length, of: meetings.length }, closedHeld)
  const packs = papersPublic === true ? meetings.filter(({ pack }) => pack !== undefined) : []
  const kept = packs.filter(({ pack }) => pack === 'members-only')
  if (kept.length > 0) return found('broken', 'open-kept-back', { bad: kept.length, of: packs.length }, kept)
  const first = packs.filter(({ pack }) => pack === 'members-first')
  if (first.length > 0) return found('broken', 'open-members-first', { bad: first.length, of: packs.length }, first)
  if (closed.length > 0) return found('at-risk', 'open-planned-closed', { bad: closed.length }, closed)
  const silent = papersPublic === true ? meetings.filter(({ keepsMinutes }) => keepsMinutes) : []
  if (silent.length > 0) return found('at-risk', 'open-minutes', { bad: silent.length }, silent)
  if (packs.length > 0) return found('met', 'open-packs', { of: packs.length }, packs)
  const open = meetingsOpen === true ? meetings.filter(({ held }) => held) : []
  return open.length > 0 ? found('met', 'open-meetings', { of: open.length }, open) : untested('open-none')
}

/** What is known of the copies of the exempt papers of one meeting. */
export interface CopiesFacts {
  readonly id: string
  readonly of: number
  /** Copies of which nobody has said what became of them. */
  readonly open: number
  /** Copies that were confirmed after the last day. */
  readonly late: number
  readonly isCertified: boolean
  /** Undefined where the terms name no day. */
  readonly dueOn: Temporal.PlainDate | undefined
}

/** Judges whether the copies of exempt papers that were handed out are destroyed by their day (M16). A late confirmation may be of a destruction in time. */
export function judgeCopies(
  meetings: readonly CopiesFacts[],
  destroyed: 'end-of-meeting' | 'within-days' | 'never',
  today: Temporal.PlainDate,
): Found {
  if (destroyed === 'never') return untested('by-a-person')
  if (meetings.length === 0) return untested('copies-none')
  const judged = meetings.filter(({ dueOn }) => dueOn !== undefined)
  if (judged.length === 0) return untested('copies-no-day')
  const due = judged.filter(({ dueOn }) => dueOn !== undefined && Temporal.PlainDate.compare(today, dueOn) > 0)
  const of = due.reduce((sum, one) => sum + one.of, 0)
  const count = (pick: (one: CopiesFacts) => number): number => due.reduce((sum, one) => sum + pick(one), 0)
  const open = due.filter((one) => one.open > 0)
  if (open.length > 0) return found('broken', 'copies-open', { bad: count((one) => one.open), of }, open)
  const late = due.filter((one) => one.late > 0)
  if (late.length > 0) return found('at-risk', 'copies-late', { bad: count((one) => one.late), of }, late)
  const uncertified = due.filter(({ isCertified }) => !isCertified)
  if (uncertified.length > 0) return found('at-risk', 'copies-uncertified', { bad: uncertified.length, of }, uncertified)
  return due.length === 0 ? untested('copies-ahead') : found('met', 'copies-gone', { of }, due)
}
