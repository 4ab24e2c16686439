import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { NeedsBehindPlan } from '../pages/behind-plan.tsx'
import { EqiaLines } from '../pages/equality-list.tsx'
import { RisksOfPlan } from '../pages/risks-of-plan.tsx'
import { equalityPaths } from '../paths.ts'
import { listEqias } from '../queries/equality.ts'
import { findNeedsBehind } from '../queries/needs-behind.ts'
import { boardOf } from '../queries/plans.ts'
import { listRiskScales, listRisks } from '../queries/risks.ts'
import { communicationsBeside } from './communications-beside.tsx'
import { withDays } from './equality.tsx'
import type { AskedPlan } from './gates.ts'

/** What the page of a plan shows beside its own rows: the needs that it rests on, the risks to it, what it means for equality, and who is to hear of it. */
export async function besidePlan(asked: AskedPlan): Promise<JSX.Element> {
  const { reader, visit, head } = asked
  const { id, body } = head
  const { today } = visit
  const [behind, risks, scales, board, eqias, communications] = await Promise.all([
    findNeedsBehind(reader, { plan: id }, today),
    listRisks(reader, { plan: id }),
    listRiskScales(reader),
    boardOf(reader, body, today),
    listEqias(reader, { plan: id }),
    communicationsBeside(reader, visit, { kind: 'plan', id, body }),
  ])
  return (
    <>
      <NeedsBehindPlan behind={behind} />
      <RisksOfPlan slug={board.slug} risks={risks} scales={scales} />
      <Card id="equality" title="Equality" link={{ text: 'Equality impact assessments', href: equalityPaths.ofBoard(board.slug) }}>
        {eqias.length === 0 ? (
          <p class="gt-missing">No equality impact assessment of it is recorded that you can see</p>
        ) : (
          <EqiaLines assessments={await withDays(reader, eqias)} />
        )}
      </Card>
      {communications}
    </>
  )
}
