import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import type { Pipeline, PipelineCase } from '../queries/pipelines.ts'
import { type CaseWait, daysInStages, possibleEvents } from '../rules/pipeline.ts'
import { caseEventWords, caseWaitWords } from '../words/pipeline.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { CaseCriteria } from './pipeline-criteria-parts.tsx'
import { CasePill, indicative } from './pipeline-page.tsx'

/** What a case is tied to, and the decisions taken on it by their ids, as far as one may see them. */
export interface CaseTies {
  readonly links: readonly { readonly label: string; readonly text: string; readonly href: string }[]
  readonly decisions: ReadonlyMap<string, { readonly text: string; readonly href: string }>
  /** Who said what of its criteria, by id, as far as one may see them. */
  readonly names: ReadonlyMap<string, string>
}

/** One case of a pipeline: what happened to it, how long it was in each stage, and every date that was said (C8). */
export function PipelineCasePage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly pipeline: Pipeline
  readonly found: PipelineCase
  readonly ties: CaseTies
  readonly mayChange: boolean
  readonly mayWaive: boolean
}): JSX.Element {
  const { visit, board, pipeline, found, ties, mayChange, mayWaive } = props
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
      {boardNavigation(board.slug, 'commissioning')}
      <KeyFacts
        facts={[
          { label: 'Stage', value: titles.get(standing.stage ?? '') ?? 'None' },
          ...(round === undefined ? [] : [{ label: 'Round', value: String(round) }]),
          ...(found.waits ? [{ label: 'What waits', value: <WaitPill wait={found.waits} /> }] : []),
          ...(standing.status === 'deferred' && standing.until ? [{ label: 'Deferred until', value: dayInWords(standing.until) }] : []),
          ...(found.dueOn ? [{ label: 'To leave this stage by', value: dayInWords(found.dueOn) }] : []),
          ...ties.links.map(({ label, text, href }) => ({
            label,
            value: (
              <a class="govuk-link" href={href}>
                {text}
              </a>
            ),
          })),
          ...(standing.status === 'live' ? [] : [{ label: 'Expected to be live', value: indicative(found) }]),
          ...[...days].map(([stage, count]) => ({ label: `Days in “${titles.get(stage) ?? ''}”`, value: String(count) })),
        ]}
      />
      <p class="govuk-body gt-actions">
        <a class="govuk-link" href={threadAddress('pipeline-case', found.id)}>
          The golden thread of it
        </a>
      </p>
      {mayChange && (
        <p class="govuk-body gt-actions">
          {possibleEvents(events, true).length > 0 && (
            <a class="govuk-link" href={pipelinePaths.step(found.id, 'events')}>
              Say what happened
            </a>
          )}{' '}
          <a class="govuk-link" href={pipelinePaths.step(found.id, 'dates')}>
            Say when it is expected
          </a>{' '}
          <a class="govuk-link" href={pipelinePaths.step(found.id, 'edit')}>
            Say what it is tied to
          </a>
        </p>
      )}
      <CaseCriteria pipeline={pipeline} found={found} names={ties.names} may={{ tick: mayChange, waive: mayWaive }} />
      <Card title="What happened" id="events">
        {events.length === 0 ? (
          <p class="govuk-body">Nothing yet.</p>
        ) : (
          <Timeline
            label="What happened"
            events={events.map(({ kind, stage, onDay, untilOn, because, decision }) => ({
              title: `${caseEventWords[kind]}: ${titles.get(stage) ?? ''}`,
              when: dayInWords(onDay),
              ...(because === '' && !untilOn && !decision
                ? {}
                : {
                    body: (
                      <>
                        {[untilOn ? `Until ${dayInWords(untilOn)}.` : '', because].filter(Boolean).join(' ')}{' '}
                        {decision && <Decided by={ties.decisions.get(decision)} />}
                      </>
                    ),
                  }),
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

function Decided({ by }: { readonly by: { readonly text: string; readonly href: string } | undefined }): JSX.Element {
  return by ? (
    <a class="govuk-link" href={by.href}>
      {`By decision: ${by.text}`}
    </a>
  ) : (
    <>By a decision of the board.</>
  )
}

function WaitPill({ wait }: { readonly wait: CaseWait }): JSX.Element {
  return <StatusPill meaning={caseWaitWords[wait].meaning}>{caseWaitWords[wait].word}</StatusPill>
}
