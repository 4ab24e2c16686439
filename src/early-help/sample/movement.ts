import { type Database, readAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { reopenFamily } from '../commands/closing.ts'
import { assessLevel, giveAdvice } from '../commands/course.ts'
import { openInEmergency, reviewEmergency } from '../commands/emergency.ts'
import { closeFamily } from '../commands/family.ts'
import { decideTransition, proposeTransition, receiveTransition, sendTransition } from '../commands/movement.ts'
import type { TellNeeds } from '../commands/tell.ts'
import { listEmergencies } from '../queries/emergencies.ts'

/** What the sample of movement builds on. */
export interface MovementGround {
  readonly needs: { readonly db: Database } & TellNeeds
  /** Somebody, so many days ago. */
  readonly doer: (key: string, ago: number) => Doer
  readonly agency: (key: string) => string
  readonly today: Temporal.PlainDate
  /** Episodes: 'amber' is led by Esther Quist, 'rowan' was asked for by Maya Tennant, agreed 90 days ago, and is led by nobody. */
  readonly amber: string
  readonly rowan: string
}

/** A step-up that was accepted, one that was returned, a family that came back, and advice. */
export async function loadMovementSample(ground: MovementGround): Promise<void> {
  const { needs, doer, agency, today, amber, rowan } = ground
  const ago = (days: number): Temporal.PlainDate => today.subtract({ days })
  await must(
    assessLevel(needs, doer('quist', 20), amber, {
      ...{ level: 4, of: undefined, assessedOn: ago(20) },
      reason: 'What the school and the nurse see at home is more than a plan of several agencies can hold.',
    }),
  )
  const stepUp = {
    kind: 'step-up' as const,
    target: agency('council'),
    targetName: undefined,
    toTier: 'child-in-need',
    agrees: 'yes' as const,
  }
  const up = await must(
    proposeTransition(needs, doer('quist', 19), amber, {
      ...{ ...stepUp, withoutBecause: undefined, proposedOn: ago(19) },
      words:
        'We ask for an assessment under section 17. Mornings are no longer safe, and Mother asks for it herself. The team stays with her.',
    }),
  )
  await must(sendTransition(needs, doer('quist', 19), up.id, undefined))
  await must(receiveTransition(needs, doer('pryce', 18), up.id))
  await must(decideTransition(needs, doer('pryce', 18), up.id, { decision: 'accepted', reason: undefined, name: 'Duty manager' }))

  await must(
    closeFamily(needs, doer('tennant', 50), rowan, {
      ...{
        reason: 'needs-met',
        place: 1,
        closedOn: ago(50),
        plan: 'Grandfather and the club hold it. They ring Maya if it gets hard again.',
        noViewBecause: undefined,
      },
      ...{ familyView: 'It was good that one person asked, and not six.', forReferrer: undefined },
    }),
  )
  await must(reopenFamily(needs, doer('pryce', 30), rowan))
  const again = await must(
    proposeTransition(needs, doer('tennant', 12), rowan, {
      ...{ ...stepUp, withoutBecause: undefined, proposedOn: ago(12) },
      words: 'They have moved in with friends, and nobody knows for how long. We ask whether this is for social care.',
    }),
  )
  await must(sendTransition(needs, doer('tennant', 12), again.id, undefined))
  await must(receiveTransition(needs, doer('pryce', 10), again.id))
  await must(
    decideTransition(needs, doer('pryce', 9), again.id, {
      ...{
        decision: 'returned',
        name: 'Duty manager',
        reason: 'We need to know whether the housing team was asked. Send it again with their answer.',
      },
    }),
  )
  await emergency(ground)
  await must(
    giveAdvice(needs, doer('pryce', 6), {
      ...{ episode: undefined, agency: agency('council'), askedOn: ago(6), askedBy: 'A nursery in the east of the town' },
      ...{ question: 'Whom do we ask about a parent who does not open letters?', answer: 'Ring instead, and offer to read them together.' },
    }),
  )
}

/** An opening in an emergency, and its review. */
async function emergency({ needs, doer, today }: MovementGround): Promise<void> {
  const use = {
    reference: undefined,
    name: 'Wren Amber',
    bornOn: today.subtract({ days: 40 }).subtract({ years: 7, days: 40 }),
    password: '',
    code: '',
  }
  await must(
    openInEmergency(needs, doer('tennant', 15), {
      ...{
        ...use,
        reason: 'child-at-risk',
        words: 'The school rang at six: nobody had fetched the child, and the lead could not be reached.',
      },
    }),
  )
  const [opened] = await readAs(needs.db, doer('eze', 14), listEmergencies)
  await must(
    reviewEmergency(needs, doer('eze', 14), opened?.id ?? '', {
      ...{ verdict: 'yes', words: 'Right, and over within the hour. The team now names who stands in for the lead.' },
    }),
  )
}

async function must<Value>(result: Promise<Result<Value, FieldProblem>>): Promise<Value> {
  const made = await result
  if (!made.ok) throw new Error(`The sample of movement is refused: ${made.problems[0].field} ${made.problems[0].code}.`)
  return made.value
}
