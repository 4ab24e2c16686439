/** Whose voice it is. */
export const groups = ['children', 'families', 'staff'] as const
/** One of them. */
export type Whose = (typeof groups)[number]

/** How a response came. */
export const channels = ['online', 'paper', 'in-person', 'email', 'telephone', 'other'] as const
/** One of them. */
export type Channel = (typeof channels)[number]

/** How far words are: entered, checked by another person, or kept back for good. */
export type ViewState = 'to-review' | 'cleared' | 'withheld'
/** Who may know of a record. */
export type Sight = 'draft' | 'members' | 'public'

/**
 * Why somebody may not clear words: whoever entered them does not check them as well (handbook plans 7).
 * @param entered - account of whoever entered them
 */
export function clearProblem(entered: string, doer: string): 'own-words' | undefined {
  return entered === doer ? 'own-words' : undefined
}
