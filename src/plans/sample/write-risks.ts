import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { LONDON } from '#platform/time/london.ts'
import { listRiskScales } from '../queries/risks.ts'
import { scaleOn } from '../rules/risk.ts'
import { sampleRisks } from './risks.ts'
import type { SamplePeople } from './write-plan.ts'

/** Writes the register of risks of the sample, with its history. */
export async function writeRisks(tx: Writer, ground: SamplePeople, body: string, plan: string): Promise<void> {
  const { today, people, names, actor } = ground
  const ago = (months: number): Temporal.PlainDate => today.subtract({ months })
  const scales = await listRiskScales(tx)
  const refs = await referencesOf(tx, plan)
  for (const [index, risk] of sampleRisks.entries()) {
    const { title, cause = '', event, effect = '', priority, reviewIn, scores, closed } = risk
    const id = newId()
    const owner = (risk.owner && people.get(risk.owner)) || null
    const first = scores[0]?.[0] ?? 1
    const threatened = priority === undefined ? null : (refs.get(`priority ${priority}`) ?? null)
    const place = { body, sight: 'public' }
    await tx
      .insertInto('plans.risk')
      .values({
        ...{ id, ...place, number: index + 1, title, cause, event, effect, owner, owner_name: (owner && names.get(owner)) ?? '' },
        ...{ plan: threatened === null ? null : plan, priority: threatened, raised_on: ago(first) },
        review_on: reviewIn === undefined ? null : today.add({ months: reviewIn }),
      })
      .execute()
    const given = scores.map(([months, before, after, why]) => ({
      ...{ id: newId(), risk: id, ...place, scale: scaleOn(scales, ago(months))?.version ?? 1, on_day: ago(months), why, actor },
      ...{ before_likelihood: before[0], before_impact: before[1], after_likelihood: after?.[0] ?? null, after_impact: after?.[1] ?? null },
      at: ago(months).toZonedDateTime(LONDON).toInstant(),
    }))
    if (given.length > 0) await tx.insertInto('plans.risk_score').values(given).execute()
    const actions = (risk.actions ?? []).flatMap((reference) => refs.get(`action ${reference}`) ?? [])
    if (actions.length > 0)
      await tx
        .insertInto('plans.risk_action')
        .values(actions.map((action) => ({ risk: id, ...place, action, plan })))
        .execute()
    if (closed)
      await tx
        .updateTable('plans.risk')
        .set({ closed_on: ago(closed[0]), close_reason: closed[1] })
        .where('id', '=', id)
        .execute()
  }
}

/** Ids of the priorities and actions of a plan, by 'priority 1' and 'action 1.1.1'. */
async function referencesOf(tx: Writer, plan: string): Promise<ReadonlyMap<string, string>> {
  const priorities = await tx.selectFrom('plans.priority_text').select(['priority as id', 'reference']).where('plan', '=', plan).execute()
  const actions = await tx.selectFrom('plans.action_text').select(['action as id', 'reference']).where('plan', '=', plan).execute()
  return new Map([
    ...priorities.map(({ id, reference }) => [`priority ${reference}`, id] as const),
    ...actions.map(({ id, reference }) => [`action ${reference}`, id] as const),
  ])
}
