import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Characteristic, EqiaConclusion, EqiaImpact, EqiaLine, EqiaStage } from '../rules/equality.ts'
import type { Sight } from '../rules/plan.ts'

/** An equality impact assessment. */
export interface Eqia {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  readonly stage: EqiaStage
  readonly title: string
  readonly about: string
  /** What it assesses; both null where that is neither a plan nor a decision. */
  readonly plan: string | null
  readonly decision: string | null
  readonly conclusion: EqiaConclusion | null
  readonly why: string
  /** Null while it is written. */
  readonly doneOn: Temporal.PlainDate | null
  readonly begunOn: Temporal.PlainDate
  readonly version: number
}

/** What is said of one characteristic, with the version for forms. */
export type EqiaLineRow = EqiaLine & { readonly version: number }

/** Something to be improved. */
export interface EqiaAction {
  readonly id: string
  readonly text: string
  readonly ownerName: string
  readonly dueOn: Temporal.PlainDate | null
  readonly doneOn: Temporal.PlainDate | null
}

function eqias(reader: Reader) {
  return reader
    .selectFrom('plans.eqia as e')
    .select(['e.id', 'e.body', 'e.sight', 'e.stage', 'e.title', 'e.about', 'e.plan', 'e.decision', 'e.conclusion', 'e.why'])
    .select(['e.done_on as doneOn', 'e.begun_on as begunOn', 'e.version'])
    .$narrowType<{ sight: Sight; stage: EqiaStage; conclusion: EqiaConclusion | null }>()
}

/** The assessments of a body or of a plan that one may see, the latest first; at most 500. */
export function listEqias(reader: Reader, of: { readonly body: string } | { readonly plan: string }): Promise<readonly Eqia[]> {
  return eqias(reader)
    .where('body' in of ? 'e.body' : 'e.plan', '=', 'body' in of ? of.body : of.plan)
    .orderBy('e.begun_on', 'desc')
    .orderBy('e.id', 'desc')
    .limit(500)
    .execute()
}

/** One assessment. @throws NotFound where there is none that one may see */
export async function findEqia(reader: Reader, id: string): Promise<Eqia> {
  const found = isUuid(id) ? await eqias(reader).where('e.id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new NotFound('No such equality impact assessment.')
  return found
}

/** What an assessment says of each characteristic. */
export function findEqiaLines(reader: Reader, eqia: string): Promise<readonly EqiaLineRow[]> {
  return reader
    .selectFrom('plans.eqia_line')
    .select(['characteristic', 'impact', 'evidence', 'mitigation', 'owner_name as ownerName', 'review_on as reviewOn', 'version'])
    .where('eqia', '=', eqia)
    .$narrowType<{ impact: EqiaImpact }>()
    .execute()
}

/** What is to be improved after an assessment, in the order in which it was written. */
export function findEqiaActions(reader: Reader, eqia: string): Promise<readonly EqiaAction[]> {
  return reader
    .selectFrom('plans.eqia_action')
    .select(['id', 'text', 'owner_name as ownerName', 'due_on as dueOn', 'done_on as doneOn'])
    .where('eqia', '=', eqia)
    .orderBy('id')
    .execute()
}

/** Every characteristic that was ever looked at, in order. */
export function listCharacteristics(reader: Reader): Promise<readonly Characteristic[]> {
  return reader
    .selectFrom('plans.characteristic')
    .select(['code', 'name', 'source', 'starts_on as startsOn', 'ends_on as endsOn'])
    .orderBy('position')
    .execute()
}

/** An assessment as the access matrix names it. */
export const guardedEqia = ({ body, sight }: Pick<Eqia, 'body' | 'sight'>): Guarded => ({
  record: 'equality-assessment',
  state: sight,
  ties: { body },
})
