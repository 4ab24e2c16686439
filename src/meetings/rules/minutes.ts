import type { Category } from './agenda.ts'
import { isWorkshop, type MeetingKind, type MeetingState } from './meeting.ts'

/** States of minutes, in their order (handbook governance 1.5). Signing is recorded beside the approval. */
export const minutesStates = ['draft', 'circulated', 'approved', 'published'] as const
/** One state of minutes. */
export type MinutesState = (typeof minutesStates)[number]

/** What minutes are, as far as the next step asks. */
export interface MinutesStanding {
  readonly state: MinutesState
  /** The public may read them: published, or published as a draft by the clerk's choice. */
  readonly isPublic: boolean
  readonly isSigned: boolean
  readonly isWithdrawn: boolean
}

/** What can be done with minutes next. */
export type MinutesStep = 'clear' | 'write' | 'circulate' | 'approve' | 'sign' | 'publish-draft' | 'publish' | 'correct' | 'withdraw'

/** The steps that minutes allow, the usual next one first. A correction is a new version of what is public or approved. */
export function stepsFor({ state, isPublic, isSigned, isWithdrawn }: MinutesStanding): readonly MinutesStep[] {
  // What was withdrawn can be put right and published again, a draft as well as final minutes.
  const isOut = isPublic && !isWithdrawn
  const steps: (readonly [MinutesStep, boolean])[] = [
    ['clear', state === 'draft'],
    ['circulate', state === 'draft'],
    ['approve', state === 'circulated'],
    ['publish', state === 'approved' || (state === 'published' && isWithdrawn)],
    ['sign', (state === 'approved' || state === 'published') && !isSigned],
    ['publish-draft', state === 'circulated' && !isOut],
    ['write', state === 'draft' || (state === 'circulated' && !isOut)],
    ['correct', state === 'approved' || state === 'published' || isOut],
    ['withdraw', isOut],
  ]
  return steps.filter(([, allowed]) => allowed).map(([step]) => step)
}

/** Whether a new text of these minutes must say why it is another version. */
export function needsReason(standing: MinutesStanding): boolean {
  return standing.state !== 'draft'
}

/** A meeting at which minutes may be approved, as far as the rule asks. */
export interface ApprovingMeeting {
  readonly id: string
  readonly body: string
  readonly kind: MeetingKind
  readonly state: MeetingState
  readonly heldOn: Temporal.PlainDate
}

/** Why minutes cannot be approved at a meeting. */
export type Unsuitable = 'other-body' | 'same-meeting' | 'not-later' | 'not-held' | 'development-day' | 'extraordinary'

/**
 * Why a meeting is not suitable to approve the minutes of another; undefined where it is. Under a council's regime an extraordinary meeting
 * is not suitable (handbook governance 2.2: minutes). A development day takes no decisions.
 */
export function unsuitable(
  minutesOf: Pick<ApprovingMeeting, 'id' | 'body' | 'heldOn'>,
  at: ApprovingMeeting,
  isCouncilRegime: boolean,
): Unsuitable | undefined {
  if (at.body !== minutesOf.body) return 'other-body'
  if (at.id === minutesOf.id) return 'same-meeting'
  if (Temporal.PlainDate.compare(at.heldOn, minutesOf.heldOn) < 0) return 'not-later'
  if (at.state !== 'in_progress' && at.state !== 'ended') return 'not-held'
  if (isWorkshop(at.kind)) return 'development-day'
  return at.kind === 'extraordinary' && isCouncilRegime ? 'extraordinary' : undefined
}

/** Whether the rules of local authority meetings apply under a legal regime (a code of the list 'legal-regime'). */
export function isCouncilRegime(regime: string | undefined): boolean {
  return regime?.startsWith('lga') === true
}

/** An item that gets a number in the minutes or stands below one that does. */
export interface NumberedItem {
  readonly id: string
  readonly parent: string | null
}

/**
 * Gives each item at the top the next minute number; sub-items stand under their parent's. Without a scheme nothing is numbered.
 * @returns the number of each item at the top by its id, and the number that comes next
 */
export function numberMinutes(
  items: readonly NumberedItem[],
  first: number | null,
): { readonly numbers: ReadonlyMap<string, string>; readonly next: number | null } {
  if (first === null) return { numbers: new Map(), next: null }
  const top = items.filter(({ parent }) => parent === null)
  return { numbers: new Map(top.map(({ id }, index) => [id, String(first + index)])), next: first + top.length }
}

/** Sight of a record of the meeting once its minutes are public: exempt matter never goes further than the members. */
export function sightOnceMinuted(category: Category): 'members' | 'public' {
  return category === 'public' ? 'public' : 'members'
}
