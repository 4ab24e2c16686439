import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyFigurePaths } from '../paths.ts'
import type { QualityMonth } from '../queries/family-quality.ts'
import { monthText } from '../words/family-figures.ts'
import { qualityFacts, qualityHidden, toldText } from '../words/family-quality.ts'

/** What boards are told of the quality of early help, month by month as it was frozen (E7, I6). */
export function FamilyQualityPage({ visit, months }: { readonly visit: Visit; readonly months: readonly QualityMonth[] }): JSX.Element {
  const title = 'Quality of early help'
  const [latest] = months
  return (
    <Page visit={visit} title={title} breadcrumbs={[{ text: 'Figures of early help', href: familyFigurePaths.page }]} width="workspace">
      <PageHead
        title={title}
        lead="For members of boards: how many records were checked, what was found, and how often a family was opened in an emergency. Nothing that was written of a family."
      />
      {latest === undefined ? (
        <EmptyState title="No month is frozen yet" text="A co-ordinator of early help signs the figures of a month when it is over." />
      ) : (
        <>
          <Month month={latest} />
          {months.length > 1 && (
            <Card title="Earlier months" id="earlier" flush>
              {months.slice(1).map((month) => (
                <Fold title={monthText(month.month)}>
                  <Month month={month} />
                </Fold>
              ))}
            </Card>
          )}
        </>
      )}
    </Page>
  )
}

function Month({ month }: { readonly month: QualityMonth }): JSX.Element {
  const { figures } = month
  return (
    <Card title={monthText(month.month)} id={`month-${month.month}`}>
      <p class="govuk-body">{`As it stood on ${dayInWords(month.frozenOn)}, signed by ${month.signedBy}. It does not change any more.`}</p>
      <KeyFacts facts={qualityFacts(figures).map(([label, value]) => ({ label, value }))} />
      {(['grades', 'themes'] as const).map((kind) => (
        <DataTable
          caption={kind === 'grades' ? 'Grades, after a second person looked' : 'Themes'}
          columns={[{ heading: kind === 'grades' ? 'Grade' : 'Theme' }, { heading: 'Records', numeric: true }]}
          rows={figures[kind].map((one) => ({ cells: [one.name, toldText(one)] }))}
        />
      ))}
      <p class="gt-quiet">{qualityHidden(month)}</p>
    </Card>
  )
}
