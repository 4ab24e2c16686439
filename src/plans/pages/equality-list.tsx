import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { equalityPaths } from '../paths.ts'
import type { Eqia } from '../queries/equality.ts'
import { type EqiaTiming, eqiaTiming } from '../rules/equality.ts'
import { eqiaStageWords, timingWords } from '../words/equality.ts'
import { PlanSections } from './plan-sections.tsx'

/** An assessment with the day on which what it assesses was decided; null: not yet, or not known to the reader. */
export type DatedEqia = Eqia & { readonly decidedOn: Temporal.PlainDate | null }

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly assessments: readonly DatedEqia[]
  readonly mayMake: boolean
}

/** The equality impact assessments of a board (P9). */
export function EqualityListPage({ visit, board, assessments, mayMake }: Props): JSX.Element {
  return (
    <Page
      visit={visit}
      title="Equality impact assessments"
      breadcrumbs={[{ text: board.name, href: `/boards/${board.slug}` }]}
      width="workspace"
      description={`Equality impact assessments of ${board.name}.`}
    >
      <PageHead
        title="Equality impact assessments"
        caption={board.name}
        lead="What a proposal would mean for people whom it can reach in different ways, thought of before it is decided."
        actions={
          mayMake ? (
            <a class="govuk-button" href={equalityPaths.create(board.slug)}>
              Begin an assessment
            </a>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'plans')}
      <PlanSections slug={board.slug} current="equality" />
      {assessments.length === 0 ? (
        <EmptyState
          title="No assessment stands here yet"
          text={mayMake ? 'Begin one before a plan or a decision is settled.' : 'Assessments appear here as far as you may know of them.'}
        />
      ) : (
        <Card id="assessments" title="Assessments">
          <EqiaLines assessments={assessments} />
        </Card>
      )}
    </Page>
  )
}

/** Assessments, one a line. */
export function EqiaLines({ assessments }: { readonly assessments: readonly DatedEqia[] }): JSX.Element {
  return (
    <ul class="govuk-list gt-rows">
      {assessments.map(({ id, title, stage, doneOn, decidedOn }) => (
        <li>
          <div>
            <a class="govuk-link" href={equalityPaths.assessment(id)}>
              {title}
            </a>
            <br />
            <span class="govuk-hint">
              {eqiaStageWords[stage]}
              {doneOn && `, ${dayInWords(doneOn)}`}
            </span>
          </div>
          <TimingPill timing={eqiaTiming(doneOn, decidedOn)} />
        </li>
      ))}
    </ul>
  )
}

/** How the day of an assessment lies to that of what it assesses. */
export function TimingPill({ timing }: { readonly timing: EqiaTiming }): JSX.Element {
  const { word, meaning } = timingWords[timing]
  return <StatusPill meaning={meaning}>{word}</StatusPill>
}
