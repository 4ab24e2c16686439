import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { ledPaths } from '../framework-paths.ts'
import { servicePaths } from '../paths.ts'
import type { LedRecord } from '../queries/led-records.ts'
import type { PathwayStep } from '../queries/pathways.ts'
import type { BoardName } from './crumbs.ts'
import { LedPage } from './led-page.tsx'
import { PathwayPicture } from './pathway-picture.tsx'

/** A pathway with its steps. */
export interface PathwayPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly record: LedRecord
  readonly purpose: string
  readonly steps: readonly PathwayStep[]
  /** Titles of services by id, as far as one may see them. */
  readonly services: ReadonlyMap<string, string>
  readonly may: ReadonlySet<'change' | 'show'>
}

/** The way of people across services: a picture, a sentence and a table (C3). */
export function PathwayPage({ visit, board, record, purpose, steps, services, may }: PathwayPageProps): JSX.Element {
  const named = steps.map((step) => ({
    ...step,
    serviceName: step.service === undefined ? '' : (services.get(step.service) ?? 'A service'),
  }))
  const count = new Set(steps.flatMap(({ service }) => service ?? [])).size
  return (
    <LedPage
      visit={visit}
      board={board}
      record={record}
      lead={purpose}
      may={may}
      acts={[
        ['edit', 'Change this pathway'],
        ['steps', 'Add a step'],
      ]}
    >
      <Card title="The way" id="way">
        {steps.length === 0 ? (
          <p class="govuk-body">It has no steps yet.</p>
        ) : (
          <>
            <p class="govuk-body">
              {steps.length} {steps.length === 1 ? 'step' : 'steps'} across {count} {count === 1 ? 'service' : 'services'}.
            </p>
            <PathwayPicture title={record.title} steps={named.map(({ serviceName, ...step }) => ({ ...step, service: serviceName }))} />
            <div class="gt-space-above">
              <DataTable
                caption="The same as a table"
                narrow="stack"
                columns={[{ heading: 'Step' }, { heading: 'What happens' }, { heading: 'Service' }, { heading: 'The next follows' }]}
                rows={named.map(({ id, position, title, text, service, serviceName, within }) => ({
                  cells: [
                    may.has('change') ? (
                      <a class="govuk-link" href={ledPaths.step('pathway', record.id, `steps/${id}`)}>
                        {`${position}. ${title}`}
                      </a>
                    ) : (
                      `${position}. ${title}`
                    ),
                    text === '' ? 'Not said' : text,
                    service === undefined ? (
                      'None'
                    ) : (
                      <a class="govuk-link" href={servicePaths.service(service)}>
                        {serviceName}
                      </a>
                    ),
                    within === '' ? 'Not agreed' : within,
                  ],
                }))}
              />
            </div>
          </>
        )}
      </Card>
    </LedPage>
  )
}
