import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { trainingPaths } from '../paths.ts'
import type { courseImpacts } from '../queries/training-impact.ts'
import { impactWords, useWords } from '../words/training.ts'
import { trainingCrumbs } from './training-parts.tsx'

/** What training changed, course by course, for everybody who answered and by agency (E9). */
export function TrainingImpactPage(props: {
  readonly visit: Visit
  readonly impacts: Awaited<ReturnType<typeof courseImpacts>>
  readonly rule: { readonly smallestGroup: number; readonly laterMonths: number } | undefined
}): JSX.Element {
  const { visit, impacts, rule } = props
  const title = 'What training changed'
  return (
    <Page
      visit={visit}
      title={title}
      breadcrumbs={[...trainingCrumbs, { text: 'Competencies and mandatory courses', href: trainingPaths.framework() }]}
      width="workspace"
    >
      <PageHead
        title={title}
        lead="How sure of themselves people were before and after a course, on a scale of 1 to 5, and whether they have used it since."
      />
      {rule && (
        <p class="govuk-body">
          {`Nothing is shown of fewer than ${rule.smallestGroup} people, nor what would tell it by taking one agency from the rest. Whether it was used is asked ${rule.laterMonths === 1 ? 'a month' : `${rule.laterMonths} months`} after the course. `}
          <a class="govuk-link" href={`${trainingPaths.framework()}#rule`}>
            Who decided this
          </a>
        </p>
      )}
      {impacts.length === 0 && <p class="govuk-body">Nobody has said yet what a course changed.</p>}
      {impacts.map(({ course, all, agencies, names }, at) => (
        <Card title={course} id={`course-${at + 1}`} flush>
          <DataTable
            caption={`What it changed: ${course}`}
            hideCaption
            narrow="stack"
            columns={[{ heading: 'For' }, { heading: 'On the day' }, { heading: 'Since then' }]}
            rows={[
              { cells: [<strong>Everybody who answered</strong>, impactWords(all.day), useWords(all.later)] },
              ...agencies
                .map((one) => ({ ...one, name: names.get(one.agency) ?? '' }))
                .sort((a, b) => (a.name < b.name ? -1 : 1))
                .map(({ name, day, later }) => ({ cells: [name, impactWords(day), useWords(later)] })),
            ]}
          />
        </Card>
      ))}
    </Page>
  )
}
