import type { Category } from './agenda.ts'
import type { Sight } from './meeting.ts'
import { sightOnceMinuted } from './minutes.ts'

/** What is filed with minutes: a statement that was read out, a presentation that was shown, or something else that was handed over (M12). */
export const filedPurposes = ['statement', 'presentation', 'other'] as const
/** One of them. */
export type FiledPurpose = (typeof filedPurposes)[number]

/** Most files with the minutes of one meeting. Chosen for the product. */
export const mostFiledFiles = 100

/** How far a file is seen that is filed with minutes seen so far: never further than they are, and exempt matter never beyond the members. */
export function sightOfFiled(category: Category, minutes: Sight): Sight {
  return minutes === 'public' ? sightOnceMinuted(category) : minutes
}

/** What minutes are, as far as their files ask. */
export interface FilingStanding {
  readonly sight: Sight
  readonly publishedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
}

/** Whether the minutes can be read now by those whom they were published to: what is filed then is published at once, with a reason. */
export function areOut({ publishedAt, withdrawnAt }: Pick<FilingStanding, 'publishedAt' | 'withdrawnAt'>): boolean {
  return publishedAt !== null && withdrawnAt === null
}

/** How far a file is seen at first: with minutes that were withdrawn, no further than the members. */
export function sightWhenFiled(category: Category, minutes: FilingStanding): Sight {
  return sightOfFiled(category, minutes.withdrawnAt !== null && minutes.sight === 'public' ? 'members' : minutes.sight)
}

/**
 * How a file can be taken off: out of the draft it is removed; what was once published stays as evidence and is taken back with a reason, once
 * the minutes are withdrawn (handbook 6); while they are published it stays.
 */
export function waysOff(minutes: Pick<FilingStanding, 'publishedAt' | 'withdrawnAt'>): 'remove' | 'take-back' | 'stays' {
  if (minutes.publishedAt === null) return 'remove'
  return areOut(minutes) ? 'stays' : 'take-back'
}
