import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { needsPaths, planPaths } from '../paths.ts'
import type { Assessment } from '../queries/needs.ts'
import { type AssessmentState, isDueAgain } from '../rules/needs.ts'
import { assessmentStateWords, rankWords } from '../words/needs.ts'
import { PlanSections } from './plan-sections.tsx'

interface Props {
  readonly visit: Visit
  readonly assessments: readonly Assessment[]
  readonly bodies: ReadonlyMap<string, { readonly slug: string; readonly name: string }>
  /** The one whose programme it is; undefined: of every board. */
  readonly board: { readonly slug: string; readonly name: string } | undefined
  readonly mayMake: boolean
  /** Plans in force that no need is recorded behind, as far as one may see. */
  readonly withoutNeed: readonly { readonly id: string; readonly title: string }[]
}

const groups: readonly { readonly id: string; readonly title: string; readonly states: readonly AssessmentState[] }[] = [
  { id: 'published', title: 'Published', states: ['published'] },
  { id: 'underway', title: 'Being written', states: ['underway'] },
  { id: 'proposed', title: 'Proposed', states: ['proposed'] },
  { id: 'ended', title: 'Declined or withdrawn', states: ['declined', 'withdrawn'] },
]
const rankOrder = { high: 0, medium: 1, low: 2 } as const
const orderOf = ({ rank }: Assessment): number => (rank === null ? 3 : rankOrder[rank])

/** The programme of needs assessments of a board, or those of every board (P1). */
export function NeedsListPage({ visit, assessments, bodies, board, mayMake, withoutNeed }: Props): JSX.Element {
  return (
    <Page
      visit={visit}
      title="Needs assessments"
      breadcrumbs={board ? [{ text: board.name, href: `/boards/${board.slug}` }] : []}
      width="workspace"
      description={board ? `Needs assessments of ${board.name}.` : 'Needs assessments of every board.'}
    >
      <PageHead
        title="Needs assessments"
        caption={board?.name}
        lead="What children and families need, on what evidence, and what nobody knows yet. Plans cite what was found."
        actions={
          mayMake && board ? (
            <a class="govuk-button" href={needsPaths.create(board.slug)}>
              Propose an assessment
            </a>
          ) : undefined
        }
      />
      {board && boardNavigation(board.slug, 'plans')}
      {board && <PlanSections slug={board.slug} current="needs" />}
      {assessments.length === 0 && (
        <EmptyState
          title="No needs assessment stands here yet"
          text={
            mayMake ? 'Propose one: say what it is about and how urgent it is.' : 'Assessments appear here once a clerk has published them.'
          }
        />
      )}
      {groups.map(({ id, title, states }) => {
        const found = assessments.filter(({ state }) => states.includes(state)).sort((a, b) => orderOf(a) - orderOf(b))
        return found.length === 0 ? null : (
          <Card id={id} title={title}>
            <ul class="govuk-list gt-rows">
              {found.map((assessment) => (
                <Line visit={visit} assessment={assessment} board={board ? undefined : bodies.get(assessment.body)?.name} />
              ))}
            </ul>
          </Card>
        )
      })}
      {withoutNeed.length > 0 && (
        <Card
          id="without-need"
          title="Plans with no need behind them"
          lead="No priority of theirs is said to rest on a need or a finding that you can see."
        >
          <ul class="govuk-list gt-rows">
            {withoutNeed.map(({ id, title }) => (
              <li>
                <a class="govuk-link" href={planPaths.plan(id)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {board && (
        <p class="govuk-body">
          <a class="govuk-link" href={needsPaths.all}>
            Needs assessments of every board
          </a>
        </p>
      )}
    </Page>
  )
}

function Line(props: { readonly visit: Visit; readonly assessment: Assessment; readonly board: string | undefined }): JSX.Element {
  const { visit, assessment, board } = props
  const { id, title, topic, kindName, publishedOn, rank, state } = assessment
  const { word, meaning } = assessmentStateWords[state]
  const hints = [
    board,
    kindName,
    topic,
    publishedOn ? dayInWords(publishedOn) : undefined,
    state === 'proposed' ? (rank === null ? 'Priority not settled' : rankWords[rank]) : undefined,
  ]
  const isDue = isDueAgain(assessment, visit.today)
  return (
    <li>
      <div>
        <a class="govuk-link" href={needsPaths.assessment(id)}>
          {title}
        </a>
        <br />
        <span class="govuk-hint">{hints.filter((hint) => hint !== undefined && hint !== title).join(' · ')}</span>
      </div>
      <StatusPill meaning={isDue ? 'warning' : meaning}>{isDue ? 'To be done anew' : word}</StatusPill>
    </li>
  )
}
