import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { planPaths } from '../paths.ts'
import type { PlanView } from '../queries/plan-view.ts'
import { oneWayWords } from '../rules/rag.ts'
import { ruleWords } from '../words/rag.ts'
import { ColourPill } from './cells.tsx'

const tables = { action: 'Actions', measure: 'Measures' } as const

/** What the colours mean in this plan, in its own words, for its actions and for its measures apart (P4). */
export function ColoursCard({ view, mayChange }: { readonly view: PlanView; readonly mayChange: boolean }): JSX.Element {
  const { head, colours } = view
  const oneWay = colours.find(({ appliesTo, meaning }) => appliesTo === 'measure' && oneWayWords(meaning) !== undefined)
  const rule = (
    <p class="gt-quiet">
      {ruleWords} Whoever leads an action, or the clerk, can set another colour with a reason and a last day; both are kept.
    </p>
  )
  return (
    <Card
      id="colours"
      title="What the colours mean"
      link={mayChange ? { text: 'Change what they mean', href: planPaths.colours(head.id) } : undefined}
    >
      {colours.length === 0 ? (
        <>
          <p class="gt-missing">This plan does not say what its colours mean</p>
          {rule}
        </>
      ) : (
        <Fold title="Each colour, in the words of this plan">
          <DataTable
            caption="What the colours mean in this plan"
            hideCaption
            narrow="stack"
            rowHeadings={false}
            columns={[{ heading: 'Colour' }, { heading: 'Meaning' }]}
            groups={(['action', 'measure'] as const).flatMap((appliesTo) => {
              const found = colours.filter((colour) => colour.appliesTo === appliesTo)
              return found.length === 0
                ? []
                : [
                    {
                      heading: tables[appliesTo],
                      rows: found.map(({ colour, meaning }) => ({ cells: [<ColourPill colour={colour} />, meaning] })),
                    },
                  ]
            })}
          />
          {rule}
        </Fold>
      )}
      {oneWay && (
        <p class="govuk-body">
          Read with care: ‘{oneWay.meaning}’ is wrong as worded for a measure of which less is better. For such a measure the page of the
          measure says which side of the target is the bad one.
        </p>
      )}
    </Card>
  )
}
