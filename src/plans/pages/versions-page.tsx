import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import type { PlanHead } from '../queries/plans.ts'
import { stageWords } from '../words/plan.ts'
import { planCrumbs } from './plan-page.tsx'

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  /** The version that is shown. */
  readonly head: PlanHead
  /** The latest first. */
  readonly versions: readonly PlanHead[]
}

/** Every version of a plan that one may see, each reachable for ever. */
export function VersionsPage({ visit, board, head, versions }: Props): JSX.Element {
  return (
    <Page
      visit={visit}
      title={`Versions: ${head.title}`}
      breadcrumbs={[...planCrumbs({ board: board as never }), { text: head.title, href: planPaths.plan(head.id) }]}
      width="workspace"
    >
      <PageHead
        title="Versions"
        caption={head.title}
        lead="The address of the plan always leads to the version in force. Earlier ones stay as they were."
      />
      <DataTable
        caption="Versions, the latest first"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Version' },
          { heading: 'How far' },
          { heading: 'In force since' },
          { heading: 'Why it was made' },
          { heading: 'What changed' },
        ]}
        rows={versions.map((version, index) => {
          const before = versions[index + 1]
          const { word, meaning } = stageWords[version.state]
          return {
            cells: [
              <a class="govuk-link" href={planPaths.version(version.id, version.number)}>
                Version {version.number}
              </a>,
              <StatusPill meaning={meaning}>{word}</StatusPill>,
              version.publishedOn ? dayInWords(version.publishedOn) : <span class="gt-missing">Not in force yet</span>,
              version.reason === '' ? 'The first version' : `${version.reason}${version.significant ? '' : ' (not a significant change)'}`,
              before ? (
                <a class="govuk-link" href={planPaths.compare(head.id, before.number, version.number)}>
                  Compare {before.number} and {version.number}
                </a>
              ) : (
                ''
              ),
            ],
          }
        })}
      />
    </Page>
  )
}
