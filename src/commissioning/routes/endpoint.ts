import { actsWith, formsWith } from '#platform/web/endpoints.tsx'
import { problemWords } from '../words/problems.ts'

/** Puts a form of commissioning at an address. */
export const formAt = formsWith(problemWords)
/** Puts a button of commissioning at an address. */
export const actAt = actsWith(problemWords)
