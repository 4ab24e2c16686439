import { findPlansOf } from '#plans/public-data.ts'
import type { CountedKind } from '#platform/counted/part.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, type Database, writeAs } from '#platform/database/session.ts'
import { countFromRecord } from '../commands/count-record.ts'
import { addCountedMeasure } from '../commands/counted-measure.ts'
import { periodOf } from '../rules/period.ts'
import type { PerformanceGround } from './load.ts'

/** What the boards of the sample let the record count, with what is aimed at. */
const counted: readonly (readonly [board: string, reference: string, code: string, target: string])[] = [
  ['northbrook-childrens-partnership', 'R1', 'meetings.seats-attended', '75'],
  ['northbrook-childrens-partnership', 'R2', 'meetings.actions-in-time', '80'],
  ['northbrook-childrens-partnership', 'R3', 'meetings.papers-in-time', '100'],
  ['joint-commissioning-board', 'R1', 'meetings.seats-attended', '75'],
]

/** Lets the record count some measures of the boards (I5), each for the plan of its board, and counts them once. Takes the owner's connection. */
export async function loadCountedSample(
  owner: Database,
  ground: PerformanceGround & { readonly otherClerk: ActorId },
  kinds: readonly CountedKind[],
): Promise<void> {
  const { clerk, otherClerk, now, today } = ground
  const needs = { db: owner, counted: kinds }
  const startsOn = periodOf('financial-year', today.subtract({ years: 1 })).startsOn
  for (const [board, reference, code, target] of counted) {
    const body = ground.bodies.get(board) ?? ''
    const doer = { actor: board === 'joint-commissioning-board' ? otherClerk : clerk, now, today }
    const made = await addCountedMeasure(needs, doer, body, {
      ...{ code, reference, startsOn, frequency: 'quarter', lagDays: 10, sight: 'public', title: undefined },
      ...{
        ownerPerson: undefined,
        ownerOffice: 'Clerk to the board',
        polarity: undefined,
        polarityReason: undefined,
        ratedFrom: undefined,
      },
    })
    if (!made.ok) throw new Error(`The sample cannot count ${code}: ${JSON.stringify(made.problems)}`)
    const measure = made.value.id
    await writeAs(owner, doer, async (tx) => {
      await tx
        .insertInto('performance.target')
        .values({
          ...{ id: newId(), measure, starts_on: startsOn, words: `${target}%`, kind: 'value', value: target, made_at: now },
          ...{ tolerance_kind: 'amount', tolerance: '10', set_by: 'The board', source: '' },
        })
        .execute()
      const [plan] = await findPlansOf(tx, body)
      if (plan === undefined) return
      await tx
        .insertInto('performance.measure_link')
        .values({ id: newId(), measure, plan: plan.id, priority: null, outcome: null, starts_on: startsOn, made_at: now })
        .execute()
    })
  }
  await countFromRecord(needs, now)
}
