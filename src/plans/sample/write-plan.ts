import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { LONDON } from '#platform/time/london.ts'
import type { ActionState, PlanState, Sight } from '../rules/plan.ts'
import { writeRows } from './write-rows.ts'

/** Somebody who leads: the key of a person of the sample, or words. */
export type SampleLead = string

/** An action of the sample. */
export interface SampleAction {
  readonly reference?: string
  readonly title: string
  readonly leads?: readonly SampleLead[]
  /** As it is written, or months after the present one, by the end of which it is due. */
  readonly when?: string | number
  readonly details?: Readonly<Record<string, string>>
  readonly state?: ActionState
  /** A day, or how many days ago. */
  readonly doneOn?: string | number
  /** What its lead said of it, and on which day. */
  readonly said?: readonly (readonly [day: string | number, words: string, kind?: 'completion' | 'impact'])[]
}

/** An outcome of the sample. */
export interface SampleOutcome {
  readonly reference?: string
  readonly title: string
  readonly text?: string
  /** As it is written, or months after the present one, by the end of which it is due. */
  readonly when?: string | number
  readonly details?: Readonly<Record<string, string>>
  readonly actions: readonly SampleAction[]
}

/** A priority of the sample. */
export interface SamplePriority {
  readonly reference?: string
  readonly title: string
  readonly text?: string
  /** The slug of the body that answers for it. */
  readonly accountable?: string
  readonly leads?: readonly SampleLead[]
  readonly sponsors?: readonly SampleLead[]
  readonly outcomes?: readonly SampleOutcome[]
  readonly actions?: readonly SampleAction[]
}

/** A plan of the sample in one version. */
export interface SamplePlan {
  readonly body: string
  readonly type: string
  readonly reference?: string
  readonly title: string
  readonly summary: string
  readonly startsOn: string
  readonly endsOn: string
  readonly reviewMonths: number
  readonly state: PlanState
  readonly sight: Sight
  readonly publishedOn?: string
  readonly closed?: readonly [day: string, reason: string]
  readonly colours: readonly (readonly [appliesTo: 'action' | 'measure', colour: 'red' | 'amber' | 'green', meaning: string])[]
  readonly priorities: readonly SamplePriority[]
}

/** Ids and names of the sample, by slug and by key. */
export interface SamplePeople {
  readonly bodies: ReadonlyMap<string, string>
  /** Ids of people by key. */
  readonly people: ReadonlyMap<string, string>
  /** Names by id. */
  readonly names: ReadonlyMap<string, string>
  readonly today: Temporal.PlainDate
  /** Who is named as the writer of what the sample says. */
  readonly actor: string
}

const on = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

/** Writes a plan as one who administers the database: a draft first, which then takes its steps. Returns the ids. */
export async function writePlan(
  tx: Writer,
  ground: SamplePeople,
  plan: SamplePlan,
): Promise<{ readonly plan: string; readonly version: string }> {
  const body = ground.bodies.get(plan.body)
  if (body === undefined) throw new Error(`The sample has no body ${plan.body}.`)
  const [id, version] = [newId(), newId()]
  const madeAt = on(plan.startsOn).toZonedDateTime(LONDON).toInstant()
  const { shape } = await tx.selectFrom('plans.plan_type').select('shape').where('code', '=', plan.type).executeTakeFirstOrThrow()
  await tx
    .insertInto('plans.plan')
    .values({ id, body, type: plan.type, shape, shape_number: 1, reference: plan.reference ?? '', made_at: madeAt })
    .execute()
  await tx
    .insertInto('plans.plan_version')
    .values({
      ...{ id: version, plan: id, body, number: 1, title: plan.title, summary: plan.summary, made_at: madeAt },
      ...{ starts_on: on(plan.startsOn), ends_on: on(plan.endsOn), review_months: plan.reviewMonths },
    })
    .execute()
  await writeRows(tx, ground, { plan: id, version, body }, plan)
  await tx
    .insertInto('plans.rag_definition')
    .values(
      plan.colours.map(([applies_to, colour, meaning]) => ({
        id: newId(),
        plan: id,
        body,
        applies_to,
        colour,
        meaning,
        starts_on: on(plan.startsOn),
      })),
    )
    .execute()
  await takeSteps(tx, version, plan)
  return { plan: id, version }
}

async function takeSteps(tx: Writer, version: string, plan: SamplePlan): Promise<void> {
  const step = (values: { readonly state: PlanState; readonly sight: Sight; readonly published_on?: Temporal.PlainDate }) =>
    tx.updateTable('plans.plan_version').set(values).where('id', '=', version).execute()
  if (plan.state === 'draft') return
  if (plan.publishedOn === undefined) return void (await step({ state: plan.state, sight: plan.sight }))
  await step({ state: 'published', sight: plan.sight, published_on: on(plan.publishedOn) })
  if (plan.closed === undefined) return
  const [day, reason] = plan.closed
  await tx
    .updateTable('plans.plan_version')
    .set({ state: 'closed', closed_on: on(day), close_reason: reason })
    .where('id', '=', version)
    .execute()
}
