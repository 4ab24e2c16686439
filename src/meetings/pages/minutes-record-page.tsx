import type { JSX } from 'hono/jsx/jsx-runtime'
import { Article } from '#platform/paper/html.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { RecordEntry } from '../rules/minutes-entries.ts'
import { type RecordHead, RecordPage } from './record-page.tsx'

/** What was recorded under one item, or under none. */
export interface RecordGroup {
  readonly heading: string
  readonly isOpen: boolean
  readonly entries: readonly RecordEntry[]
}

/** Everything that was recorded at a meeting and that the reader may see, item by item: what minutes rest on. */
export function MinutesRecordPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly groups: readonly RecordGroup[]
}): JSX.Element {
  const { visit, head, groups } = props
  return (
    <RecordPage
      visit={visit}
      head={head}
      title="What the minutes rest on"
      lead="Interests, notes, motions, votes, decisions and actions as they were recorded, item by item."
    >
      {groups.length === 0 && (
        <EmptyState title="Nothing to show" text="Nothing was recorded yet, or it is not published. Members see it once it is recorded." />
      )}
      {groups.map(({ heading, isOpen, entries }) => (
        <section>
          <h2 class="govuk-heading-m">{heading}</h2>
          {!isOpen && (
            <p>
              <StatusPill meaning="exempt">Not for the public</StatusPill>
            </p>
          )}
          {entries.map(({ kind, id, label, blocks }) => (
            <section id={`${kind}-${id}`}>
              <h3 class="govuk-heading-s">{label.charAt(0).toUpperCase() + label.slice(1)}</h3>
              {blocks.length === 0 ? (
                <p>The decision tells it.</p>
              ) : (
                <Article paper={{ version: 1, blocks }} offset={4} prefix={`${kind}-${id}-`} />
              )}
            </section>
          ))}
        </section>
      ))}
    </RecordPage>
  )
}
