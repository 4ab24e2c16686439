import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { measurePaths, returnPaths } from '../paths.ts'
import type { MeasureView } from '../queries/measure-page.ts'
import { latestDefinition } from '../rules/measure.ts'
import { periodWords } from '../rules/period.ts'

/** What whoever reads may do with a measure. */
export interface MeasureActs {
  /** The clerk of its board. */
  readonly keep: boolean
  /** Whoever gives its figures. */
  readonly give: boolean
}

/** Links to everything that may be done with a measure; nothing for those who only read. */
export function MeasureActsCard({ view, acts }: { readonly view: MeasureView; readonly acts: MeasureActs }): JSX.Element | null {
  if (!acts.keep && !acts.give) return null
  const { measure, reading } = view
  const { id } = measure
  const now = reading.now?.period
  const links: (readonly [text: string, href: string])[] = []
  const isCounted = latestDefinition(measure).countedBy !== ''
  // Where periods do not follow each other, a file says to which days each figure belongs.
  if (acts.give && isCounted) links.push(['Count again now', measurePaths.recount(id)])
  else if (acts.give && reading.definition.frequency === 'other')
    links.push(['Enter figures from a file', returnPaths.upload(view.body.slug)])
  else if (acts.give) links.push(['Enter figures', measurePaths.enter(id)])
  if (acts.give && now)
    links.push([`Say something of ${periodWords(now)}`, measurePaths.comment(id, now.startsOn.toString(), now.endsOn.toString())])
  if (acts.keep) {
    links.push(
      isCounted ? ['Change how it is counted', measurePaths.counting(id)] : ['Change what it means', measurePaths.define(id)],
      ['Set a target', measurePaths.target(id)],
      ['State a baseline', measurePaths.baseline(id)],
    )
    if (!isCounted && measure.withdrawnOn === null) links.push(['Let the record count it', measurePaths.counting(id)])
    const target = reading.now?.judged.target
    if (target) links.push(['Take back the target', measurePaths.withdrawTarget(id, target.id)])
    if (measure.withdrawnOn === null) links.push(['Say what it measures', measurePaths.link(id)])
    links.push(
      ['Note an event on the chart', measurePaths.annotate(id)],
      ['Work its limits out anew', measurePaths.rebase(id)],
      ['Say how its chart is judged', measurePaths.chartRules(id)],
    )
    links.push(['Choose who sees it', measurePaths.show(id)])
    if (measure.withdrawnOn === null) links.push(['Stop keeping it', measurePaths.withdraw(id)])
  }
  return (
    <Card id="keep" title="Keep this measure">
      <Acts links={links.slice(0, OPEN_ACTS)} />
      {links.length > OPEN_ACTS && (
        <Fold title="More that can be done with it">
          <Acts links={links.slice(OPEN_ACTS)} />
        </Fold>
      )}
    </Card>
  )
}

/** What is done most often stands first, and open. */
const OPEN_ACTS = 5

function Acts({ links }: { readonly links: readonly (readonly [text: string, href: string])[] }): JSX.Element {
  return (
    <ul class="gt-list">
      {links.map(([text, href]) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
