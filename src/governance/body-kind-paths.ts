import { boardPath } from './paths.ts'

/** Makes a board another kind of body from a day on. */
export const bodyKindPath = (slug: string): string => `${boardPath(slug)}/kind`
