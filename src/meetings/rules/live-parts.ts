import type { Category } from './agenda.ts'
import type { MeetingState } from './meeting.ts'

/** The parts of the live page of a meeting that change by themselves (M8). 'public' is what visitors follow. */
export const liveParts = ['meeting', 'attendance', 'items', 'interests', 'motions', 'record', 'public'] as const
/** One part of the live page. */
export type LivePart = (typeof liveParts)[number]

/** Whether an address names a part of the live page. */
export function isLivePart(name: string): name is LivePart {
  return (liveParts as readonly string[]).includes(name)
}

/** Who hears that a part has changed: those who may read the full agenda, or everybody. */
export type LiveSight = 'members' | 'public'

/** A part that an entry has changed; 'category' is that of what changed. Visitors hear of the part 'public' only, and never of something in Part 2. */
export interface PartChange {
  readonly part: LivePart
  readonly category: Category
}

/** What is told after an entry: each part once for each sight, in one order for everybody, so that two entries at once never wait in a circle. */
export function tellings(changed: readonly PartChange[]): readonly { readonly part: LivePart; readonly sight: LiveSight }[] {
  return liveParts.flatMap((part) => {
    const categories = changed.filter((change) => change.part === part).map(({ category }) => category)
    if (categories.length === 0) return []
    const members = { part, sight: 'members' as const }
    return part === 'public' && categories.includes('public') ? [members, { part, sight: 'public' as const }] : [members]
  })
}

const beforeTheStart = new Set(['start-meeting', 'absent-view', 'declare-interest'])

/** Whether an act can be entered while a meeting is in that state: once it runs; views of absent members and interests also before. */
export function mayEnter(act: string, state: MeetingState): boolean {
  return state === 'in_progress' || (state === 'called' && beforeTheStart.has(act))
}
