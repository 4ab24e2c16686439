import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { auditPaths } from '../paths.ts'
import type { CaseAudit } from '../queries/case-audits.ts'
import { sameQuestion } from '../rules/case-audit.ts'
import { caseAuditWords } from '../words/audit.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** An audit of case files, beside the one that it repeats. */
export function CaseAuditPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly audit: CaseAudit
  readonly before: CaseAudit | undefined
  readonly mayKeep: boolean
}): JSX.Element {
  const { visit, board, audit, before, mayKeep } = props
  return (
    <Page
      visit={visit}
      title={audit.theme}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Audits', href: auditPaths.audits(board.slug) })}
    >
      <PageHead title={audit.theme} caption={caseAuditWords[audit.kind]} lead="For this board alone. Counts are kept here, never a case." />
      {boardNavigation(board.slug, 'assurance')}
      <KeyFacts
        facts={[
          { label: 'When', value: dayInWords(audit.heldOn) },
          { label: 'Sample', value: `${audit.sampleSize} cases` },
          { label: 'How it was drawn', value: audit.sampleHow },
          ...(before
            ? [
                {
                  label: 'Repeats',
                  value: (
                    <a class="govuk-link" href={auditPaths.caseAudit(before.id)}>
                      {before.theme}, {dayInWords(before.heldOn)}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Card title="Grades" id="grades" flush>
        <DataTable
          caption="Cases at each grade"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Question' },
            ...audit.grades.map((heading) => ({ heading, numeric: true })),
            { heading: 'Not graded', numeric: true },
            ...(before ? [{ heading: `In ${before.heldOn.year}, in the same order` }] : []),
          ]}
          rows={audit.items.map(({ question, counts }) => {
            const old = before && sameQuestion(before.items, question)
            return {
              cells: [
                question,
                ...counts.map(String),
                String(audit.sampleSize - counts.reduce((sum, count) => sum + count, 0)),
                ...(before ? [old ? `${old.counts.join(', ')} of ${before.sampleSize}` : 'Not asked then'] : []),
              ],
            }
          })}
        />
      </Card>
      <Card
        title="What was learnt"
        id="learning"
        link={mayKeep ? { text: 'Write what was learnt', href: auditPaths.caseLearning(audit.id) } : undefined}
      >
        {audit.learning === '' ? <p class="gt-missing">Nothing is written yet.</p> : <TypedWords words={audit.learning} />}
      </Card>
    </Page>
  )
}
