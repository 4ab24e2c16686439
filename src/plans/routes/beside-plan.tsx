import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Reader } from '#platform/database/session.ts'
import { NeedsBehindPlan } from '../pages/behind-plan.tsx'
import { findNeedsBehind } from '../queries/needs-behind.ts'
import type { PlanHead } from '../queries/plans.ts'

/** What the page of a plan shows beside its own rows: the needs that it rests on. */
export async function besidePlan(reader: Reader, { id }: PlanHead, today: Temporal.PlainDate): Promise<JSX.Element> {
  return <NeedsBehindPlan behind={await findNeedsBehind(reader, { plan: id }, today)} />
}
