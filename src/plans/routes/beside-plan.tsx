import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { NeedsBehindPlan } from '../pages/behind-plan.tsx'
import { CommunicationsOfPlan } from '../pages/communications-page.tsx'
import { EqiaLines } from '../pages/equality-list.tsx'
import { RisksOfPlan } from '../pages/risks-of-plan.tsx'
import { equalityPaths } from '../paths.ts'
import { findCommunicationItems, guardedCommunications, listCommunicationsOfPlan } from '../queries/communications.ts'
import { listEqias } from '../queries/equality.ts'
import { findNeedsBehind } from '../queries/needs-behind.ts'
import { boardOf } from '../queries/plans.ts'
import { listRiskScales, listRisks } from '../queries/risks.ts'
import { withDays } from './equality.tsx'
import type { AskedPlan } from './gates.ts'

/** What the page of a plan shows beside its own rows: the needs that it rests on, the risks to it, and what it means for equality. */
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
    listCommunicationsOfPlan(reader, id),
  ])
  const items = await findCommunicationItems(
    reader,
    communications.map((one) => one.id),
  )
  const lines = communications.map((communication) => ({
    ...{ communication, board: undefined },
    items: items.filter((item) => item.communication === communication.id),
  }))
  const mayMake = asked.may(guardedCommunications(body), 'make')
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
      <CommunicationsOfPlan visit={visit} slug={board.slug} plan={id} lines={lines} mayMake={mayMake} />
    </>
  )
}
