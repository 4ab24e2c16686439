import type { NoticeVerdict } from '#governance/public.ts'
import { type Found, found, untested } from './compliance-finding.ts'

/** What is known of one paper of a meeting; tabled ones are not among them, nor those of past meetings without a day on which they were handed in. */
export interface PaperFacts {
  readonly meeting: string
  /** How it was handed in against the day on which papers are due; undefined where the terms name none. `due-soon`: three days or fewer are left. */
  readonly handedIn: NoticeVerdict['state'] | 'due-soon' | undefined
  /** Whether it was handed in after the last day, so that it needs consent. */
  readonly isLate: boolean
  readonly isOut: boolean
  /** Whose consent it lacks by the terms; empty where nobody's is asked. */
  readonly lacks: readonly string[]
}

/** What is known of one item that was nominated for the plan. */
export interface NominationFacts {
  readonly state: 'nominated' | 'accepted' | 'refused' | 'withdrawn' | 'done'
  /** Where it was taken or is to be taken; undefined where it has no meeting. */
  readonly meeting: string | undefined
  readonly standing: 'in-time' | 'late' | 'not-judged'
  readonly isForDecision: boolean
  readonly hasReason: boolean
  /** Whether the board has met since it was nominated. */
  readonly isPassedOver: boolean
}

const at = (those: readonly { readonly meeting: string | undefined }[]) =>
  those.flatMap(({ meeting }) => (meeting ? [{ id: meeting }] : []))

/**
 * Judges whether papers were handed in by their day (G10, M5).
 * @param consentRule - whether the terms let late papers go out with somebody's consent
 */
export function judgeHandIn(papers: readonly PaperFacts[], consentRule: boolean): Found {
  const tested = papers.filter(({ handedIn }) => handedIn !== undefined && handedIn !== 'not-known')
  const of = tested.length
  const bad = tested.filter(({ handedIn }) => handedIn === 'late' || handedIn === 'overdue')
  const admitted = bad.filter(({ handedIn, lacks }) => consentRule && handedIn === 'late' && lacks.length === 0)
  if (bad.length > admitted.length) return found('broken', 'papers-late', { bad: bad.length, of, admitted: admitted.length }, at(bad))
  if (bad.length > 0) return found('at-risk', 'papers-admitted', { bad: bad.length, of }, at(bad))
  const soon = tested.filter(({ handedIn }) => handedIn === 'due-soon')
  if (soon.length > 0) return found('at-risk', 'papers-soon', { bad: soon.length }, at(soon))
  const done = tested.filter(({ handedIn }) => handedIn === 'met')
  if (done.length > 0) return found('met', 'papers-met', { of: done.length }, at(done))
  return of > 0 ? untested('papers-ahead', { of }) : untested('papers-none')
}

/**
 * Judges whether late papers had the consent that the terms name (G10, M5).
 * @param hasDay - whether the terms name a day by which papers are due
 */
export function judgeConsents(papers: readonly PaperFacts[], hasDay: boolean): Found {
  if (!hasDay) return untested('late-no-day')
  const late = papers.filter(({ isLate }) => isLate)
  const of = late.length
  const without = late.filter(({ lacks, isOut }) => isOut && lacks.length > 0)
  if (without.length > 0) return found('broken', 'late-without', { bad: without.length, of }, at(without))
  const asking = late.filter(({ lacks }) => lacks.length > 0)
  if (asking.length > 0) return found('at-risk', 'late-asking', { bad: asking.length, of }, at(asking))
  if (of > 0) return found('met', 'late-consented', { of }, at(late))
  const known = papers.filter(({ handedIn }) => handedIn === 'met')
  return known.length > 0 ? found('met', 'late-none', { of: known.length }) : untested('papers-none')
}

/** Judges whether what was taken was nominated in time (G10). */
export function judgeNominations(nominations: readonly NominationFacts[]): Found {
  const taken = nominations.filter(
    ({ state, meeting, standing }) => (state === 'accepted' || state === 'done') && meeting !== undefined && standing !== 'not-judged',
  )
  if (taken.length === 0) return untested('nominated-none')
  const late = taken.filter(({ standing }) => standing === 'late')
  const details = { bad: late.length, of: taken.length }
  return late.length > 0 ? found('broken', 'nominated-late', details, at(late)) : found('met', 'nominated-met', details, at(taken))
}

/**
 * Judges whether nominated items were accepted or refused with a reason, before the board met again, and only such as the terms take (G10).
 * @param onlyDecisions - whether the terms take only what needs a decision
 */
export function judgeIntake(nominations: readonly NominationFacts[], onlyDecisions: boolean): Found {
  const asked = nominations.filter(({ state }) => state !== 'withdrawn')
  const of = asked.length
  if (of === 0) return untested('intake-none')
  const waiting = asked.filter(({ state }) => state === 'nominated')
  const passedOver = waiting.filter(({ isPassedOver }) => isPassedOver)
  if (passedOver.length > 0) return found('broken', 'intake-passed-over', { bad: passedOver.length, of })
  const unexplained = asked.filter(({ state, hasReason }) => state === 'refused' && !hasReason)
  if (unexplained.length > 0) return found('broken', 'intake-unexplained', { bad: unexplained.length, of })
  const other = asked.filter(({ state, isForDecision }) => (state === 'accepted' || state === 'done') && !isForDecision)
  if (onlyDecisions && other.length > 0) return found('broken', 'intake-purpose', { bad: other.length, of }, at(other))
  if (waiting.length > 0) return found('at-risk', 'intake-waiting', { bad: waiting.length, of })
  return found('met', 'intake-met', { of })
}
