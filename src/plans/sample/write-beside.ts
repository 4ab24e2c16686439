import type { Writer } from '#platform/database/session.ts'
import { writeEquality } from './write-equality.ts'
import { writeNeeds } from './write-needs.ts'
import type { SamplePeople } from './write-plan.ts'
import { writeRisks } from './write-risks.ts'

/** Writes what stands beside the children's plan of the sample: the needs that it rests on, the risks to it, what it means for equality. Returns the rows of its needs assessment by their keys. */
export async function writeBeside(tx: Writer, people: SamplePeople, plan: string): Promise<ReadonlyMap<string, string>> {
  const body = people.bodies.get('northbrook-childrens-partnership')
  if (body === undefined) throw new Error('The sample has no partnership.')
  const { published_on: inForce } = await tx
    .selectFrom('plans.plan_version')
    .select('published_on')
    .where('plan', '=', plan)
    .where('shown', '=', true)
    .executeTakeFirstOrThrow()
  const keys = await writeNeeds(tx, people, body, plan)
  await writeRisks(tx, people, body, plan)
  await writeEquality(tx, people, body, plan, inForce ?? people.today)
  return keys
}
