import type { Reader } from '#platform/database/session.ts'
import type { DecisionType } from '../rules/decision.ts'

/** A decision that was taken on a matter of a forward plan. */
export interface DecisionOfMatter {
  readonly id: string
  /** The matter. */
  readonly planItem: string
  readonly meeting: string
  /** The body that decided. */
  readonly ofBody: string
  readonly number: string
  readonly type: DecisionType
  readonly text: string
  readonly decidedOn: Temporal.PlainDate
}

/** Where the matters stand on agendas, and what was decided there, the latest first; what was withdrawn is left out. */
export async function findDecisionsOfMatters(
  reader: Reader,
  planItems: readonly string[],
): Promise<{
  readonly decisions: readonly DecisionOfMatter[]
  readonly items: readonly {
    readonly planItem: string
    readonly meeting: string
    readonly item: string
    readonly heldOn: Temporal.PlainDate
  }[]
}> {
  if (planItems.length === 0) return { decisions: [], items: [] }
  const items = await reader
    .selectFrom('meetings.item_content as n')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'n.item')
    .innerJoin('meetings.meeting as m', 'm.id', 'n.meeting')
    .select(['n.plan_item as planItem', 'n.item', 'n.meeting', 'm.held_on as heldOn'])
    .where('n.plan_item', 'in', [...planItems])
    .where('i.withdrawn_at', 'is', null)
    .orderBy('m.held_on', 'desc')
    .execute()
  const found = items.flatMap(({ planItem, ...rest }) => (planItem === null ? [] : [{ ...rest, planItem }]))
  if (found.length === 0) return { decisions: [], items: [] }
  const rows = await reader
    .selectFrom('meetings.decision as d')
    .select(['d.id', 'd.item', 'd.meeting', 'd.of_body as ofBody', 'd.number', 'd.type', 'd.text', 'd.decided_on as decidedOn'])
    .where('d.item', 'in', [...new Set(found.map(({ item }) => item))])
    .where('d.withdrawn', '=', false)
    .orderBy('d.decided_on', 'desc')
    .execute()
  const planItemOf = new Map(found.map(({ item, planItem }) => [item, planItem]))
  const decisions = rows.map(({ item, type, ...row }) => ({
    ...row,
    type: type as DecisionType,
    planItem: planItemOf.get(item ?? '') ?? '',
  }))
  return { decisions, items: found }
}
