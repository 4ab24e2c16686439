import { measurePaths } from '#performance/paths.ts'
import type { PlansNeeds } from '#plans/needs.ts'
import { threadAddress } from '#platform/thread/part.ts'
import { findServing } from '#thread/public-data.ts'
import { threadSaid } from './thread-parts.ts'

const voices: readonly string[] = ['consultation', 'event']

/**
 * What other parts say of plans in a period, for the reports of plans: the measures on the threads of these plans with their last figure then, and the events
 * and consultations on them that began in the period.
 */
export const reportAside: NonNullable<PlansNeeds['reportAside']> = async (reader, plans, span) => {
  const day = span.until.subtract({ days: 1 })
  const nodes = plans.map((id) => ({ kind: 'plan', id }))
  const found = await findServing(reader, nodes, ['measure', ...voices], day)
  const measures = found.filter(({ kind }) => kind === 'measure')
  const said = await threadSaid.measure?.(
    reader,
    measures.map(({ id }) => id),
    span,
  )
  const isInSpan = (on: Temporal.PlainDate | null): boolean =>
    on !== null && Temporal.PlainDate.compare(on, span.from) >= 0 && Temporal.PlainDate.compare(on, span.until) < 0
  return {
    measures: measures.map(({ id, label }) => ({ title: label, said: said?.get(id), href: measurePaths.measure(id) })),
    voices: found
      .filter(({ kind, startsOn }) => voices.includes(kind) && isInSpan(startsOn))
      .map(({ kind, id, label }) => ({
        ...{ title: label, said: kind === 'event' ? 'an event' : 'a consultation', href: threadAddress(kind, id) },
      })),
  }
}
