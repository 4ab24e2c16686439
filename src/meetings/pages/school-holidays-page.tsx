import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { yearPaths } from '../paths.ts'
import type { SchoolHoliday } from '../queries/school-holidays.ts'
import { spanInWords } from '../words/year.ts'

/** When schools are closed, by area, each with its source. */
export function SchoolHolidaysPage(props: {
  readonly visit: Visit
  readonly holidays: readonly SchoolHoliday[]
  readonly mayKeep: boolean
}): JSX.Element {
  const { visit, holidays, mayKeep } = props
  const areas = [...new Map(holidays.map(({ area, areaName }) => [area, areaName]))]
  const add = mayKeep ? { text: 'Add a school holiday', href: yearPaths.newSchoolHoliday } : undefined
  return (
    <Page visit={visit} title="School holidays" breadcrumbs={[{ text: 'Calendar', href: yearPaths.calendar }]}>
      <PageHead
        title="School holidays"
        lead="From this month on, as the authority of each area published them. Proposed meetings keep clear of them."
        actions={
          add && (
            <a class="govuk-button" href={add.href}>
              {add.text}
            </a>
          )
        }
      />
      {areas.length === 0 && (
        <EmptyState
          title="No school holidays are entered"
          text={mayKeep ? 'Until they are, proposed meetings may fall into them.' : 'A clerk enters them as they are published.'}
          action={add}
        />
      )}
      {areas.map(([area, name]) => (
        <Card title={name} id={`area-${area}`}>
          <ul class="govuk-list gt-rows">
            {holidays
              .filter((one) => one.area === area)
              .map((one) => (
                <li>
                  <span>
                    {mayKeep ? (
                      <a class="govuk-link" href={yearPaths.schoolHolidayStep(one.id, 'edit')}>
                        {one.title}
                        <span class="govuk-visually-hidden">, {spanInWords(one.startsOn, one.endsOn)}</span>
                      </a>
                    ) : (
                      one.title
                    )}
                    <br />
                    <span class="govuk-hint">
                      {spanInWords(one.startsOn, one.endsOn)} · {one.source}
                    </span>
                  </span>
                  {mayKeep && (
                    <PostButton
                      visit={visit}
                      action={yearPaths.schoolHolidayStep(one.id, 'remove')}
                      text="Remove"
                      about={`${one.title}, ${spanInWords(one.startsOn, one.endsOn)}`}
                      look="link"
                    />
                  )}
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </Page>
  )
}
