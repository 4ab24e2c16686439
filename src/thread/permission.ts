import type { Guarded } from '#governance/public.ts'
import { guardWith } from '#governance/public-data.ts'
import { threadAccess } from './rules/access.ts'

/** What the access matrix of the thread lets through and refuses. */
export const { allows, demand, demandOf } = guardWith(threadAccess)

/** A link that would go out from a record of a board, or does. */
export const guardedLink = (body: string | undefined): Guarded => ({ record: 'link', state: 'any', ties: { body } })
/** A gap of a record of a board. */
export const guardedGap = (body: string | undefined): Guarded => ({ record: 'gap', state: 'any', ties: { body } })
/** What was answered to a gap. */
export const guardedAnswer = (answer: {
  readonly body: string | undefined
  readonly answer: string
  readonly person: string
}): Guarded => ({ record: 'gap-answer', state: answer.answer, ties: { body: answer.body, about: answer.person } })
