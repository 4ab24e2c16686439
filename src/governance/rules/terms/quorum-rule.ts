import { z } from 'zod'
import type { QuorumRule } from '../quorum.ts'
import { key } from './parts.ts'

/** What follows when a meeting loses its quorum. Decisions wait in every case (handbook 3.2). */
export const quorumLoss = z.enum(['wait', 'adjourn', 'note-only']).meta({ id: 'QuorumLoss' })

/** Wait until it is back, adjourn, or note it and go on talking. */
export type QuorumLoss = z.infer<typeof quorumLoss>

const count = z.int().min(1).max(1000)

const quorumSet = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('members') }),
  z.strictObject({ kind: z.literal('voting-members') }),
  z.strictObject({ kind: z.literal('group'), group: key }),
])

const share = z.strictObject({
  kind: z.literal('share'),
  numerator: count,
  denominator: count,
  moreThan: z.boolean(),
  counts: z.enum(['people', 'seats']),
  of: quorumSet,
  vacantSeats: z.enum(['counted', 'not-counted']),
})

/** The portable form of a quorum rule: the tree of rules/quorum.ts, at most as deep as JSON allows. */
export const quorumRule: z.ZodType<QuorumRule> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('at-least'), n: count, counts: z.enum(['people', 'seats', 'agencies']), of: quorumSet }),
      share,
      z.strictObject({ kind: z.literal('agencies-besides-chair'), n: count }),
      z.strictObject({ kind: z.literal('chair-present') }),
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('not-stated') }),
      z.strictObject({ kind: z.literal('all'), rules: z.array(quorumRule).min(1).max(20) }),
      z.strictObject({ kind: z.literal('any'), rules: z.array(quorumRule).min(1).max(20) }),
      z.strictObject({ kind: z.literal('waiver'), rule: quorumRule, when: z.literal('chair-consulted-absent') }),
    ]),
  )
  .meta({ id: 'QuorumRule' })
