import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { ledPaths } from '../framework-paths.ts'
import { paymentModelPaths } from '../payment-paths.ts'
import type { StrategyBeside } from '../queries/strategy-beside.ts'

/** What other registers say of a strategy: the stage of the framework it is at, its market, and the ways of paying that were compared for it; nothing where there is none (C1, C2). */
export function BesideStrategy({ beside }: { readonly beside: StrategyBeside }): JSX.Element {
  const { markets, models, cases } = beside
  const facts = [
    ...cases.map(({ framework, title, stage }) => ({
      label: 'Commissioning framework',
      value: link(ledPaths.record('framework', framework), title, stage === undefined ? 'went through every stage' : `now at ${stage}`),
    })),
    ...markets.map(({ id, title }) => ({ label: 'Market', value: link(ledPaths.record('market', id), title) })),
    ...models.map(({ id, title, isChosen }) => ({
      label: 'Ways of paying',
      value: link(paymentModelPaths.model(id), title, isChosen ? 'one was chosen' : 'none is chosen yet'),
    })),
  ]
  if (facts.length === 0) return <></>
  return (
    <Card title="Where it stands in what we commission" id="beside">
      <KeyFacts facts={facts} />
    </Card>
  )
}

function link(href: string, title: string, after?: string): JSX.Element {
  return (
    <>
      <a class="govuk-link" href={href}>
        {title}
      </a>
      {after !== undefined && `, ${after}`}
    </>
  )
}
