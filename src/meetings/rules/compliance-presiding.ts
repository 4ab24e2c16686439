import { type Found, found, untested } from './compliance-finding.ts'
import { type Chairing, changesOf, holdingAt, type Stay, whoIs } from './presence.ts'
import type { Exclusion } from './quorum-at.ts'

/** What was wrong with the chair at a meeting: nobody recorded in it at all, a part without anybody, somebody who was not there, who did not hold the office, or in whose place the chair or deputy chair could have sat. */
export type ChairFault = 'nobody' | 'part' | 'not-there' | 'not-officer' | 'officer-was-there'

/** Who took the chair at one meeting, as the record shows it. */
export interface ChairTaken {
  readonly id: string
  readonly fault: ChairFault | undefined
  /** Where chair and deputy chair were both missing as it began: whether somebody was in the chair all the same. Left out where one was there, or neither office is recorded. */
  readonly withoutBoth?: 'somebody' | 'nobody' | undefined
}

/** What that is worked out from. */
export interface PresidingRecord {
  readonly start: Temporal.Instant
  readonly chairs: readonly Chairing[]
  readonly stays: readonly Stay[]
  readonly exclusions: readonly Exclusion[]
  /** Who held the offices on the day, by person. */
  readonly officers: { readonly chair: string | undefined; readonly deputyChair: string | undefined }
}

/** Finds the gravest fault of who presided, at every instant at which anything changed (G8): chairing is an interval. */
export function chairTaken(record: PresidingRecord): Omit<ChairTaken, 'id'> {
  const { start, chairs, stays, officers } = record
  const later = changesOf([...chairs, ...stays]).filter((at) => Temporal.Instant.compare(at, start) > 0)
  const withoutBoth = bothMissing(record) ? (holdingAt(chairs, start).length > 0 ? 'somebody' : 'nobody') : undefined
  if (chairs.length === 0) return { fault: 'nobody', withoutBoth }
  if (chairs.some((chairing) => isOfAnother(chairing, officers))) return { fault: 'not-officer', withoutBoth }
  const faults = [start, ...later].map((at) => faultAt(record, at))
  return { fault: (['not-there', 'officer-was-there', 'part'] as const).find((one) => faults.includes(one)), withoutBoth }
}

function bothMissing({ start, stays, officers: { chair, deputyChair } }: PresidingRecord): boolean {
  if (chair === undefined && deputyChair === undefined) return false
  return !holdingAt(stays, start).some(({ person }) => person !== null && (person === chair || person === deputyChair))
}

/** Whether somebody sat as chair or deputy chair while another is recorded in that office; where nobody is, the record proves nothing. */
function isOfAnother({ person, basis }: Chairing, { chair, deputyChair }: PresidingRecord['officers']): boolean {
  const holder = basis === 'chair' ? chair : basis === 'deputy_chair' ? deputyChair : undefined
  return holder !== undefined && person !== holder
}

function faultAt({ chairs, stays, exclusions, officers }: PresidingRecord, at: Temporal.Instant): ChairFault | undefined {
  const there = new Set(holdingAt(stays, at).map(whoIs))
  // After the last has left there is no meeting to chair.
  if (there.size === 0) return undefined
  const presiding = holdingAt(chairs, at)
  if (presiding.length === 0) return 'part'
  if (presiding.some((one) => !there.has(whoIs(one)))) return 'not-there'
  const out = new Set(holdingAt(exclusions, at).map(({ person }) => person))
  const couldChair = (person: string | undefined): boolean => person !== undefined && there.has(person) && !out.has(person)
  const passedOver = ({ basis }: Chairing): boolean =>
    (basis === 'deputy_chair' && couldChair(officers.chair)) ||
    (basis === 'elected_for_meeting' && (couldChair(officers.chair) || couldChair(officers.deputyChair)))
  return presiding.some(passedOver) ? 'officer-was-there' : undefined
}

const graded: readonly (readonly [ChairFault, 'broken' | 'at-risk', string])[] = [
  ['not-officer', 'broken', 'presided-not-officer'],
  ['not-there', 'at-risk', 'presided-not-there'],
  ['officer-was-there', 'at-risk', 'presided-passed-over'],
  ['part', 'at-risk', 'presided-part'],
  ['nobody', 'at-risk', 'presided-not-recorded'],
]

/** Judges who took the chair at meetings whose attendance is recorded (G8, G17). Where no meeting says who chaired, nobody is accused. */
export function judgePresided(meetings: readonly ChairTaken[]): Found {
  const of = meetings.length
  if (of === 0) return untested('no-attendance')
  if (meetings.every(({ fault }) => fault === 'nobody')) return untested('presided-never-recorded')
  for (const [wrong, state, code] of graded) {
    const those = meetings.filter(({ fault }) => fault === wrong)
    if (those.length > 0) return found(state, code, { bad: those.length, of }, those)
  }
  return found('met', 'presided', { of }, meetings)
}

/**
 * Judges what happened where chair and deputy chair were both missing, by what the terms say must follow (G8).
 * @param remedy - of the terms in force
 */
export function judgeBothAbsent(meetings: readonly ChairTaken[], remedy: 'elect-as-first-item' | 'reschedule'): Found {
  const of = meetings.length
  if (of === 0) return untested('no-attendance')
  const without = meetings.filter(({ withoutBoth }) => withoutBoth !== undefined)
  if (without.length === 0) return found('met', 'both-absent-never', { of }, meetings)
  const details = { bad: without.length, of }
  if (remedy === 'reschedule') return found('broken', 'both-absent-held', details, without)
  const nobody = without.filter(({ withoutBoth }) => withoutBoth === 'nobody')
  if (nobody.length > 0) return found('broken', 'both-absent-nobody', { ...details, bad: nobody.length }, nobody)
  return found('met', 'both-absent-elected', details, without)
}
