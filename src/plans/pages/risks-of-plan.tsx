import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { riskPaths } from '../paths.ts'
import type { Risk } from '../queries/risks.ts'
import { movementOf, placeNow, type RiskScale } from '../rules/risk.ts'
import { Folded } from './behind-plan.tsx'
import { MovementPill, PlaceCell } from './risk-cells.tsx'

/** The open risks that threaten a plan, with where they stand now (P5). */
export function RisksOfPlan(props: {
  readonly slug: string
  readonly risks: readonly Risk[]
  readonly scales: readonly RiskScale[]
}): JSX.Element {
  const { slug, risks, scales } = props
  const open = risks.filter(({ closedOn }) => closedOn === null)
  return (
    <Card id="risks" title="Risks to this plan" link={{ text: 'Register of risks', href: riskPaths.register(slug) }}>
      {open.length === 0 ? (
        <p class="gt-missing">No open risk to it is recorded that you can see</p>
      ) : (
        <Folded many={open.length} what="open risks">
          <ul class="govuk-list gt-rows">
            {open.map(({ id, title, latest, scores }) => (
              <li>
                <div>
                  <a class="govuk-link" href={riskPaths.risk(id)}>
                    {title}
                  </a>
                  <br />
                  <PlaceCell scale={scales.find(({ version }) => version === latest?.scale)} place={latest && placeNow(latest)} />
                </div>
                <MovementPill movement={movementOf(scores, scales, false)} />
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </Card>
  )
}
