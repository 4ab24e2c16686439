import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import type { Pipeline, PipelineCase } from '../queries/pipelines.ts'
import { daysInStages } from '../rules/pipeline.ts'
import { caseEventWords } from '../words/pipeline.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { CasePill, indicative } from './pipeline-page.tsx'

/** One case of a pipeline: what happened to it, how long it was in each stage, and every date that was said (C8). */
export function PipelineCasePage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly pipeline: Pipeline
  readonly found: PipelineCase
  readonly mayChange: boolean
}): JSX.Element {
  const { visit, board, pipeline, found, mayChange } = props
  const { standing, events, dates, round } = found
  const titles = new Map(pipeline.stages.map(({ id, title }) => [id, title]))
  const days = daysInStages(events, visit.today)
  return (
    <Page
      visit={visit}
      title={found.title}
      breadcrumbs={crumbsOf(
        board,
        { text: 'Pipelines', href: pipelinePaths.ofBoard(board.slug) },
        { text: pipeline.title, href: pipelinePaths.pipeline(pipeline.id) },
      )}
    >
      <PageHead title={found.title} caption={pipeline.title} status={<CasePill status={standing.status} />} />
      <KeyFacts
        facts={[
          { label: 'Stage', value: titles.get(standing.stage ?? '') ?? 'None' },
          ...(round === undefined ? [] : [{ label: 'Round', value: String(round) }]),
          ...(standing.until ? [{ label: 'Until', value: dayInWords(standing.until) }] : []),
          ...(standing.status === 'live' ? [] : [{ label: 'Expected to be live', value: indicative(found) }]),
          ...[...days].map(([stage, count]) => ({ label: `Days in “${titles.get(stage) ?? ''}”`, value: String(count) })),
        ]}
      />
      {mayChange && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={pipelinePaths.step(found.id, 'events')}>
            Say what happened
          </a>{' '}
          <a class="govuk-link" href={pipelinePaths.step(found.id, 'dates')}>
            Say when it is expected
          </a>
        </p>
      )}
      <Card title="What happened" id="events">
        {events.length === 0 ? (
          <p class="govuk-body">Nothing yet.</p>
        ) : (
          <Timeline
            label="What happened"
            events={events.map(({ kind, stage, onDay, untilOn, because }) => ({
              title: `${caseEventWords[kind]}: ${titles.get(stage) ?? ''}`,
              when: dayInWords(onDay),
              ...(because === '' && !untilOn
                ? {}
                : { body: [untilOn ? `Until ${dayInWords(untilOn)}.` : '', because].filter(Boolean).join(' ') }),
            }))}
          />
        )}
      </Card>
      {dates.length > 0 && (
        <Card title="Every date that was said" id="dates">
          <KeyFacts
            facts={dates.map(({ expectedOn, saidOn, because }) => ({
              label: `Said ${dayInWords(saidOn)}`,
              value: [dayInWords(expectedOn), because].filter(Boolean).join('. '),
            }))}
          />
        </Card>
      )}
    </Page>
  )
}
