import type { Reader } from '#platform/database/session.ts'
import { planPaths, reviewPaths } from '../paths.ts'
import { findApprovalDuties } from './approvals.ts'
import { findOwnAsks } from './reviews.ts'

/** Something of a plan that waits for somebody, in words. */
export interface PlanDuty {
  readonly text: string
  readonly href: string
  /** The board of the plan, or the one that it was put to. */
  readonly body: string
  /** Undefined where no day presses. */
  readonly day: Temporal.PlainDate | undefined
  readonly count: number | undefined
}

/** What waits for somebody: reviews that ask how their actions go, and plans that were put to boards whose clerk they are. */
export async function findPlanDuties(
  reader: Reader,
  who: { readonly person: string | undefined; readonly clerkOf: readonly string[] },
  today: Temporal.PlainDate,
): Promise<readonly PlanDuty[]> {
  const asks = who.person === undefined ? [] : await findOwnAsks(reader, who.person)
  const approvals = await findApprovalDuties(reader, who.clerkOf, today)
  return [
    ...asks.map(({ round, body, title, dueOn, actions }) => ({
      text: `Say how what you lead goes: ${title}`,
      href: reviewPaths.round(round),
      body,
      day: dueOn,
      count: actions,
    })),
    ...approvals.map(({ plan, number, title, planItem, board }) => ({
      text:
        planItem === null ? `Put on the forward plan of ${board.name}: approval of ${title}` : `Record what ${board.name} said to ${title}`,
      href: planPaths.version(plan, number),
      body: board.id,
      day: undefined,
      count: undefined,
    })),
  ]
}
