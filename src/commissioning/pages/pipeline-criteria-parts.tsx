import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { pipelinePaths } from '../pipeline-paths.ts'
import type { Pipeline, PipelineCase, Stage } from '../queries/pipelines.ts'
import { type AskedCriterion, holdingBack, type Tick } from '../rules/pipeline-criteria.ts'
import { tickWords } from '../words/pipeline.ts'

/** What one may do with the criteria of a case. */
export interface MayTick {
  readonly tick: boolean
  readonly waive: boolean
}

/** The criteria of the stage in which a case is, one by one: how each stands, by whom and when; and what was ticked before. */
export function CaseCriteria(props: {
  readonly pipeline: Pipeline
  readonly found: PipelineCase
  readonly names: ReadonlyMap<string, string>
  readonly may: MayTick
}): JSX.Element | null {
  const { pipeline, found, names, may } = props
  const { criteria, ticks } = found
  const open = holdingBack(criteria).length
  const now = new Set(criteria.map(({ id }) => id))
  const before = ticks.filter((tick) => !now.has(tick.criterion))
  const titles = new Map(pipeline.stages.flatMap((stage) => stage.criteria.map(({ id, title }) => [id, title])))
  if (criteria.length === 0 && ticks.length === 0) return null
  return (
    <Card title="What this stage asks for" id="criteria" flush>
      {criteria.length > 0 && (
        <>
          <p>
            {open === 0
              ? 'Nothing that is required is open.'
              : `${open} of ${criteria.length} ${open === 1 ? 'is' : 'are'} required and still open.`}
          </p>
          <DataTable
            caption="What this stage asks for"
            hideCaption
            narrow="stack"
            columns={[
              { heading: 'Criterion' },
              { heading: 'Stands' },
              { heading: 'Said' },
              ...(may.tick || may.waive ? [{ heading: 'Do' }] : []),
            ]}
            rows={criteria.map((one) => ({
              cells: [
                `${one.title}${one.required ? '' : ' (not required)'}`,
                <StatusPill meaning={tickWords[one.stands].meaning}>{tickWords[one.stands].word}</StatusPill>,
                one.last ? said(one.last, names) : 'Nobody yet',
                ...(may.tick || may.waive ? [<Doing found={found} criterion={one} may={may} />] : []),
              ],
            }))}
          />
        </>
      )}
      {before.length > 0 && (
        <Fold title="Ticked in stages before" note={String(before.length)}>
          <DataTable
            caption="Ticked in stages before"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Criterion' }, { heading: 'Stood' }, { heading: 'Said' }]}
            rows={before.map((tick) => ({ cells: [titles.get(tick.criterion) ?? '', tickWords[tick.says].word, said(tick, names)] }))}
          />
        </Fold>
      )}
    </Card>
  )
}

function Doing({
  found,
  criterion,
  may,
}: {
  readonly found: PipelineCase
  readonly criterion: AskedCriterion
  readonly may: MayTick
}): JSX.Element {
  const { id, title, stands, required } = criterion
  return (
    <>
      {may.tick && (
        <a class="govuk-link" href={pipelinePaths.criterion(found.id, id, 'tick')}>
          {stands === 'met' ? 'Open again' : 'Tick'}
          <span class="govuk-visually-hidden">: {title}</span>
        </a>
      )}{' '}
      {may.waive && required && stands === 'open' && (
        <a class="govuk-link" href={pipelinePaths.criterion(found.id, id, 'waive')}>
          Let it stay open<span class="govuk-visually-hidden">: {title}</span>
        </a>
      )}
    </>
  )
}

function said({ onDay, saidBy, note }: Tick, names: ReadonlyMap<string, string>): string {
  const name = names.get(saidBy)
  return [`${dayInWords(onDay)}${name ? `, ${name}` : ''}`, note].filter((part) => part !== '').join('. ')
}

/** What a stage asks for, one by one, and from when on; with the ways to change it. */
export function StageCriteria({
  pipeline,
  stage,
  mayChange,
}: {
  readonly pipeline: Pipeline
  readonly stage: Stage
  /** Criteria of a pipeline that has begun are added and ended by day. */
  readonly mayChange: boolean
}): JSX.Element {
  return (
    <>
      {stage.criteria.length === 0 ? (
        <>No criteria are written. </>
      ) : (
        <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-1">
          {stage.criteria.map(({ id, title, required, startsOn, endsOn }) => (
            <li>
              {[
                title,
                required ? '' : '(not required)',
                startsOn ? `(from ${dayInWords(startsOn)})` : '',
                endsOn ? `(of none that enters from ${dayInWords(endsOn)})` : '',
              ]
                .filter((part) => part !== '')
                .join(' ')}{' '}
              {mayChange && endsOn === undefined && (
                <a class="govuk-link" href={pipelinePaths.endCriterion(pipeline.id, id)}>
                  End<span class="govuk-visually-hidden">: {title}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <p class="govuk-body govuk-!-margin-bottom-1">
          <a class="govuk-link" href={pipelinePaths.criteria(pipeline.id, stage.id)}>
            Ask one thing more<span class="govuk-visually-hidden">: {stage.title}</span>
          </a>
        </p>
      )}
    </>
  )
}
