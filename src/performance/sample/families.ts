import type { CountedKind } from '#platform/counted/part.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { countFromRecord } from '../commands/count-record.ts'
import { addCountedMeasure } from '../commands/counted-measure.ts'
import type { PerformanceGround } from './load.ts'

const PAPER = 'Paper on early help, February 2014, appendix B: December 2013'
const DECEMBER = Temporal.PlainDate.from('2013-12-01')

/** What the partnership takes from what is published of families: the count of December 2013 (null where the paper has none), the change that was aimed at (null where none was), and why. */
const aims = [
  ['F1', 'early-help.initiated', 222, 25, undefined],
  ['F2', 'early-help.active', 1094, 25, undefined],
  ['F3', 'early-help.step-down', 57, 50, 'The paper aims at more families who go on with early help when social care ends'],
  ['F4', 'early-help.step-up', 5, -10, 'The paper aims at fewer, by earlier help; a step-up can still be exactly right for a child'],
  ['F5', 'early-help.closed-needs-met', null, 20, 'The paper aims at more families whose needs are met when help ends'],
  ['F6', 'early-help.closed-not-engaging', null, -20, 'The paper aims at fewer families whom nobody reaches'],
  ['F7', 'early-help.voice', null, null, undefined],
] as const

/** The plan has a measure of that name already. */
const named: Readonly<Record<string, string>> = { 'early-help.closed-needs-met': 'Families closed because needs are met' }

/** Lets the partnership count from what is published of families (E10, I5), with the baselines of December 2013 as history; targets stay unrounded. */
export async function loadFamilyMeasures(owner: Database, ground: PerformanceGround, kinds: readonly CountedKind[]): Promise<void> {
  const doer = { actor: ground.clerk, now: ground.now, today: ground.today }
  const needs = { db: owner, counted: kinds }
  const startsOn = ground.today.with({ day: 1 }).subtract({ months: 13 })
  for (const [reference, code, baseline, change, why] of aims) {
    const made = await addCountedMeasure(needs, doer, ground.bodies.get('northbrook-childrens-partnership') ?? '', {
      ...{ code, reference, startsOn, frequency: 'month', lagDays: 5, sight: 'public', title: named[code] },
      ...{ ownerPerson: undefined, ownerOffice: 'Early help co-ordinator' },
      ...{ polarity: change === null || change > 0 ? 'higher' : 'lower', polarityReason: why, ratedFrom: undefined },
    })
    if (!made.ok) throw new Error(`The sample cannot count ${code}: ${JSON.stringify(made.problems)}`)
    const measure = made.value.id
    if (change === null) continue
    await writeAs(owner, doer, async (tx) => {
      const from = baseline === null ? null : newId()
      if (from !== null) {
        const span = { period_type: 'month', starts_on: DECEMBER, ends_on: DECEMBER.add({ months: 1 }), method: 'single-period' }
        await tx
          .insertInto('performance.baseline')
          .values({ id: from, measure, value: String(baseline), ...span, source: PAPER, made_at: ground.now })
          .execute()
      }
      await tx
        .insertInto('performance.target')
        .values({
          ...{ id: newId(), measure, starts_on: startsOn, kind: 'relative', value: String(change), baseline: from, made_at: ground.now },
          ...{ words: change > 0 ? `${change}% increase` : `${-change}% decrease`, tolerance_kind: 'share', tolerance: '10' },
          ...{ set_by: 'Early Help Steering Group', source: PAPER },
        })
        .execute()
    })
  }
  await countFromRecord(needs, ground.now)
}
