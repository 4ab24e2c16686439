import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Reader } from '#platform/database/session.ts'
import { NeedsBehindPlan } from '../pages/behind-plan.tsx'
import { RisksOfPlan } from '../pages/risks-of-plan.tsx'
import { findNeedsBehind } from '../queries/needs-behind.ts'
import { boardOf, type PlanHead } from '../queries/plans.ts'
import { listRiskScales, listRisks } from '../queries/risks.ts'

/** What the page of a plan shows beside its own rows: the needs that it rests on, and the risks to it. */
export async function besidePlan(reader: Reader, { id, body }: PlanHead, today: Temporal.PlainDate): Promise<JSX.Element> {
  const [behind, risks, scales, board] = await Promise.all([
    findNeedsBehind(reader, { plan: id }, today),
    listRisks(reader, { plan: id }),
    listRiskScales(reader),
    boardOf(reader, body, today),
  ])
  return (
    <>
      <NeedsBehindPlan behind={behind} />
      <RisksOfPlan slug={board.slug} risks={risks} scales={scales} />
    </>
  )
}
