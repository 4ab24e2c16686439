import type { AbsenceRule, ChairRule } from './terms/membership.ts'

/** On what ground somebody holds an office of the body, as recorded. */
export type OfficeBasis = 'by_post' | 'independent' | 'appointed' | 'elected' | 'nominated' | 'agreed'

/** Somebody who holds the chair or deputy chair on a day. */
export interface Officer {
  readonly person: string
  readonly basis: OfficeBasis
}

const BASES: Readonly<Record<ChairRule['method'], readonly OfficeBasis[]>> = {
  'by-post': ['by_post'],
  independent: ['independent'],
  elected: ['elected'],
  'nominated-by-core-members': ['nominated', 'elected'],
  'agreed-at-first-meeting': ['agreed'],
  'named-in-terms': ['appointed'],
  'named-by-parent-body': ['appointed'],
}

/** Whether an office held on this ground is held as the terms say. */
export function agreesWithTerms(rule: Pick<ChairRule, 'method'>, basis: OfficeBasis): boolean {
  return BASES[rule.method].includes(basis)
}

/** Who holds the chair on a day: the recorded holder, else whoever holds the post that the terms name; `departs` when they differ. */
export type ChairHolder =
  | { readonly state: 'held'; readonly person: string; readonly basis: OfficeBasis; readonly departsFromTerms: boolean | null }
  | { readonly state: 'vacant' }

/** Finds the chair of a body on a day (G8); `departsFromTerms` is null where the terms state no rule. */
export function chairHolder(rule: ChairRule | null, recorded: Officer | null, postHolder: string | null): ChairHolder {
  if (recorded !== null) {
    const departsFromTerms = rule === null ? null : !agreesWithTerms(rule, recorded.basis)
    return { state: 'held', ...recorded, departsFromTerms }
  }
  if (rule?.method === 'by-post' && postHolder !== null)
    return { state: 'held', person: postHolder, basis: 'by_post', departsFromTerms: false }
  return { state: 'vacant' }
}

/** What is known when a meeting needs somebody in the chair. */
export interface ChairFacts {
  readonly chair: string | null
  readonly deputyChair: string | null
  /** Somebody elected to chair this meeting only. */
  readonly electedForMeeting: string | null
  readonly present: ReadonlySet<string>
}

/** Who chairs a meeting, or what must come first. `nobody`: the terms do not say what follows; `reschedule`: they end the meeting. */
export type MeetingChair =
  | { readonly state: 'chairs'; readonly person: string; readonly as: 'chair' | 'deputy-chair' | 'elected-for-meeting' }
  | { readonly state: 'elect-as-first-item' }
  | { readonly state: 'reschedule' }
  | { readonly state: 'nobody' }

/** Finds who chairs a meeting at an instant: the chair, the deputy chair, or the one elected as its first item (G8). */
export function meetingChair(absence: AbsenceRule | null, facts: ChairFacts): MeetingChair {
  const here = (person: string | null) => person !== null && facts.present.has(person)
  if (facts.electedForMeeting !== null && here(facts.electedForMeeting))
    return { state: 'chairs', person: facts.electedForMeeting, as: 'elected-for-meeting' }
  if (facts.chair !== null && here(facts.chair)) return { state: 'chairs', person: facts.chair, as: 'chair' }
  if (facts.deputyChair !== null && here(facts.deputyChair)) return { state: 'chairs', person: facts.deputyChair, as: 'deputy-chair' }
  return { state: absence === null ? 'nobody' : absence.remedy }
}
