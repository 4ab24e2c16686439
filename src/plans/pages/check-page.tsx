import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths, rowPath } from '../paths.ts'
import type { PlanView } from '../queries/plan-view.ts'
import { type LintFinding, lintRules } from '../rules/lint.ts'
import { lintWords } from '../words/lint.ts'
import { rowCrumbs } from './row-pages.tsx'

/** What a plan lacks, counted and listed (P2, T3). */
export function CheckPage(props: {
  readonly visit: Visit
  readonly view: PlanView
  readonly findings: readonly LintFinding[]
}): JSX.Element {
  const { visit, view, findings } = props
  const { head } = view
  return (
    <Page visit={visit} title={`What it lacks: ${head.title}`} breadcrumbs={rowCrumbs(view)} width="workspace">
      <PageHead
        title="What this plan lacks"
        caption={`${head.title}, version ${head.number}`}
        lead={
          findings.length === 0
            ? undefined
            : `${findings.length === 1 ? 'One finding' : `${findings.length} findings`}, from what you may see of the plan. A finding is a question and not a fault.`
        }
      />
      {findings.length === 0 && (
        <EmptyState
          title="Nothing is missing by these rules"
          text="Every action has a lead and a date, every outcome a measure and an action."
        />
      )}
      {lintRules.map((rule) => {
        const found = findings.filter((finding) => finding.rule === rule)
        const { title, todo } = lintWords[rule]
        return found.length === 0 ? null : (
          <Card id={rule} title={found[0]?.level === 'plan' ? title : `${title}: ${found.length}`} lead={todo}>
            <ul class="govuk-list govuk-list--bullet">
              {found.map(({ level, id, title: named, href }) => (
                <li>
                  <a class="govuk-link" href={addressOf({ level, id, href })}>
                    {named}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        )
      })}
    </Page>
  )
}

function addressOf({ level, id, href }: Pick<LintFinding, 'level' | 'id'> & { readonly href: string | undefined }): string {
  if (level === 'measure') return href ?? ''
  return level === 'plan' ? planPaths.plan(id) : rowPath(level, id)
}
