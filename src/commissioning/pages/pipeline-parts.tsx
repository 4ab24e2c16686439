import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { bidPaths, pipelinePaths } from '../pipeline-paths.ts'
import type { Pipeline, Stage } from '../queries/pipelines.ts'
import type { CaseWait } from '../rules/pipeline.ts'
import { caseWaitWords } from '../words/pipeline.ts'
import { StageCriteria } from './pipeline-criteria-parts.tsx'

/** What the clerk can do with a pipeline. */
export function KeeperLinks({ pipeline }: { readonly pipeline: Pipeline }): JSX.Element {
  const { id, casesAre, sight } = pipeline
  const link = (step: Parameters<typeof pipelinePaths.keep>[1], text: string) => (
    <a class="govuk-link" href={pipelinePaths.keep(id, step)}>
      {text}
    </a>
  )
  return (
    <p class="govuk-body gt-actions">
      {link('cases', `Add ${casesAre}`)} {link('rounds', 'Open a round')} {link('edit', 'Change what it is called')}{' '}
      {sight === 'public' ? (
        <a class="govuk-link" href={bidPaths.create(id)}>
          Ask for sealed bids
        </a>
      ) : (
        link('show', 'Show this pipeline')
      )}
    </p>
  )
}

const pressing: readonly CaseWait[] = ['past-deadline', 'board-decides', 'deferral-over', 'deadline-soon']

/** Where somebody waits for something: deadlines that passed or are near, deferrals that are over, decisions that are due. */
export function Waiting({ pipeline }: { readonly pipeline: Pipeline }): JSX.Element | null {
  const titles = new Map(pipeline.stages.map(({ id, title }) => [id, title]))
  const waiting = pipeline.cases.filter(({ waits }) => waits !== undefined)
  if (waiting.length === 0) return null
  return (
    <Card title="What waits" id="waiting" flush>
      {pressing.map((wait) => {
        const own = waiting.filter(({ waits }) => waits === wait)
        return (
          own.length > 0 && (
            <Fold
              title={`${caseWaitWords[wait].word}: ${own.length} of ${pipeline.cases.length}`}
              open={wait === 'past-deadline' && own.length <= 5}
            >
              <DataTable
                caption={caseWaitWords[wait].word}
                hideCaption
                narrow="stack"
                columns={[
                  { heading: 'Which' },
                  { heading: 'Stage' },
                  { heading: wait === 'deferral-over' ? 'Deferred until' : 'Leave it by' },
                ]}
                rows={own.map((one) => {
                  const day = one.dueOn ?? one.standing.until
                  return {
                    cells: [
                      <a class="govuk-link" href={pipelinePaths.caseOf(one.id)}>
                        {one.title}
                      </a>,
                      titles.get(one.standing.stage ?? '') ?? '',
                      day ? dayInWords(day) : 'No deadline',
                    ],
                  }
                })}
              />
            </Fold>
          )
        )
      })}
    </Card>
  )
}

/** The stages with what each asks for, and the rounds with their days. */
export function StagesAndRounds({ pipeline, mayChange }: { readonly pipeline: Pipeline; readonly mayChange: boolean }): JSX.Element {
  const { id, stages, rounds, cases } = pipeline
  const isOpen = mayChange && cases.every(({ events }) => events.length === 0)
  return (
    <Card title="The stages and the rounds" id="stages" flush>
      <Fold title="Stages" note={String(stages.length)} open={isOpen}>
        <KeyFacts
          facts={stages.map((stage, place) => ({
            label: `${place + 1}. ${stage.title}`,
            value: (
              <>
                <StageCriteria pipeline={pipeline} stage={stage} mayChange={mayChange && !isOpen} />
                {asked(stage)}
                {isOpen && (
                  <>
                    {' '}
                    <a class="govuk-link" href={pipelinePaths.stage(id, stage.id)}>
                      Change<span class="govuk-visually-hidden"> {stage.title}</span>
                    </a>
                  </>
                )}
              </>
            ),
          }))}
        />
        {isOpen ? (
          <p class="govuk-body">
            <a class="govuk-link" href={pipelinePaths.keep(id, 'stages')}>
              Add a stage at the end
            </a>
          </p>
        ) : (
          mayChange && (
            <p class="govuk-body">
              A case has begun, so the stages stand, and criteria change for cases to come. Another pipeline can begin with them.
            </p>
          )
        )}
      </Fold>
      <Fold title="Rounds" note={String(rounds.length)}>
        {rounds.length === 0 ? (
          <p class="govuk-body">None was opened.</p>
        ) : (
          <KeyFacts
            facts={rounds.map(({ number, opensOn, closesOn }) => ({
              label: `Round ${number}`,
              value: `${dayInWords(opensOn)} to ${dayInWords(closesOn)}`,
            }))}
          />
        )}
      </Fold>
    </Card>
  )
}

function asked({ days, byDecision }: Stage): string {
  const parts = [days === null ? '' : `Left within ${days} days.`, byDecision ? 'The board decides whether it is met.' : '']
  return parts.filter((part) => part !== '').join(' ')
}
