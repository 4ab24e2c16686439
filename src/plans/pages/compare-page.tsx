import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import type { PlanHead } from '../queries/plans.ts'
import type { RowChange } from '../rules/compare.ts'

const whatWords = {
  added: { word: 'Added', meaning: 'information' },
  'taken-out': { word: 'Taken out', meaning: 'neutral' },
  changed: { word: 'Changed', meaning: 'warning' },
} as const

/** Two versions of a plan side by side: what was added, taken out and changed. */
export function ComparePage(props: {
  readonly visit: Visit
  readonly before: PlanHead
  readonly after: PlanHead
  readonly changes: readonly RowChange[]
}): JSX.Element {
  const { visit, before, after, changes } = props
  const count = (what: RowChange['what']) => changes.filter((change) => change.what === what).length
  return (
    <Page
      visit={visit}
      title={`Versions ${before.number} and ${after.number}: ${after.title}`}
      breadcrumbs={[
        { text: 'Plans', href: planPaths.all },
        { text: after.title, href: planPaths.plan(after.id) },
        { text: 'Versions', href: planPaths.versions(after.id) },
      ]}
      width="workspace"
    >
      <PageHead
        title={`What changed from version ${before.number} to version ${after.number}`}
        caption={after.title}
        lead={`${count('added')} added, ${count('taken-out')} taken out, ${count('changed')} changed.${after.reason === '' ? '' : ` Why there is a new version: ${after.reason}`}`}
      />
      {changes.length === 0 && (
        <EmptyState title="The two say the same" text="No priority, outcome or action was added, taken out or changed." />
      )}
      {changes.map((change) => (
        <ChangeCard change={change} before={before} after={after} />
      ))}
    </Page>
  )
}

function ChangeCard({
  change,
  before,
  after,
}: {
  readonly change: RowChange
  readonly before: PlanHead
  readonly after: PlanHead
}): JSX.Element {
  const { word, meaning } = whatWords[change.what]
  const level = after.levels[change.level] ?? after.levels.action
  return (
    <Card id={`change-${change.id}`} title={change.title} lead={level.noun}>
      <p>
        <StatusPill meaning={meaning}>{word}</StatusPill>
      </p>
      <DataTable
        caption={`${word}: ${change.title}`}
        hideCaption
        narrow="stack"
        columns={[{ heading: 'What' }, { heading: `Version ${before.number}` }, { heading: `Version ${after.number}` }]}
        rows={change.differences.map(({ label, before: was, after: is }) => ({
          cells: [
            label,
            was === '' ? <span class="gt-missing">Nothing</span> : was,
            is === '' ? <span class="gt-missing">Nothing</span> : is,
          ],
        }))}
      />
    </Card>
  )
}
