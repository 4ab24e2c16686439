import { actsWith, formsWith } from '#platform/web/endpoints.tsx'
import { problemWords } from '../words/problems.ts'

/** Puts a form at an address, with the words of meetings for its problems. */
export const formAt = formsWith(problemWords)

/** Puts an act without a page of its own at an address; where it cannot be done, a page says why in the words of meetings. */
export const actAt = actsWith(problemWords)
