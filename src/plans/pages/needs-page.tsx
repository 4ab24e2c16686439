import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { needsPaths } from '../paths.ts'
import type { Assessment, AssessmentRow, NeedUse } from '../queries/needs.ts'
import type { PlanRowReference } from '../queries/references.ts'
import { assessmentLacks, isDueAgain, isOpenAssessment } from '../rules/needs.ts'
import { assessmentStateWords, lackInWords, rankWords } from '../words/needs.ts'
import { sightWords } from '../words/plan.ts'
import { NeedsRows } from './needs-rows.tsx'
import { PlanSections } from './plan-sections.tsx'

/** What the page of a needs assessment shows. */
export interface AssessmentPageProps {
  readonly visit: Visit
  readonly assessment: Assessment
  readonly board: { readonly slug: string; readonly name: string }
  readonly areas: readonly string[]
  readonly rows: readonly AssessmentRow[]
  /** Which priorities rest on which row, and since when. */
  readonly uses: readonly (NeedUse & { readonly priorityRow: PlanRowReference | undefined })[]
  readonly mayChange: boolean
}

/** A needs assessment: its evidence, numbered findings, priority needs and known gaps, and who used them (P1). */
export function AssessmentPage(props: AssessmentPageProps): JSX.Element {
  const { visit, assessment, board, rows, mayChange } = props
  const { word, meaning } = assessmentStateWords[assessment.state]
  const isEdited = mayChange && isOpenAssessment(assessment.state)
  return (
    <Page
      visit={visit}
      title={assessment.title}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Needs assessments', href: needsPaths.ofBoard(board.slug) },
      ]}
      width="workspace"
      description={`${assessment.kindName} of ${board.name}: ${assessment.title}.`}
    >
      <PageHead
        title={assessment.title}
        caption={`${board.name} · ${assessment.kindName}`}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={mayChange ? <Steps visit={visit} assessment={assessment} /> : undefined}
      />
      {boardNavigation(board.slug, 'plans')}
      <PlanSections slug={board.slug} current="needs" />
      {assessment.endReason !== '' && (
        <div class="govuk-inset-text">
          {assessment.state === 'withdrawn' ? 'Withdrawn: do not rely on it.' : 'Declined.'} {assessment.endReason}
        </div>
      )}
      {assessment.summary !== '' && <TypedWords words={assessment.summary} />}
      <Card id="about" title="About this assessment">
        <KeyFacts facts={factsOf(props)} />
      </Card>
      {isEdited && <Lacks rows={rows} />}
      {(['need', 'finding', 'gap', 'evidence'] as const).map((kind) => (
        <NeedsRows {...props} kind={kind} isEdited={isEdited} />
      ))}
    </Page>
  )
}

function factsOf({ visit, assessment, areas, mayChange }: AssessmentPageProps) {
  const { topic, population, why, rank, publishedOn, nextOn, kindSource, sight } = assessment
  const isDue = isDueAgain(assessment, visit.today)
  return [
    { label: 'Topic', value: topic },
    { label: 'Group of people', value: population === '' ? undefined : population },
    { label: 'Areas', value: areas.length === 0 ? undefined : areas.join(', ') },
    ...(kindSource === '' ? [] : [{ label: 'Asked for by', value: kindSource }]),
    ...(publishedOn === null ? [] : [{ label: 'Published', value: dayInWords(publishedOn) }]),
    ...(publishedOn === null
      ? [{ label: 'How urgent', value: rank === null ? undefined : rankWords[rank] }]
      : [{ label: 'To be done anew by', value: nextOn === null ? undefined : `${dayInWords(nextOn)}${isDue ? ', which is past' : ''}` }]),
    ...(why === '' ? [] : [{ label: 'Why it was proposed', value: why }]),
    ...(mayChange ? [{ label: 'Who may know of it', value: sightWords[sight] }] : []),
  ]
}

function Lacks({ rows }: { readonly rows: readonly AssessmentRow[] }): JSX.Element | null {
  const lacks = [...assessmentLacks(rows)]
  if (lacks.length === 0) return null
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">Before it is published:</p>
      <ul class="govuk-list govuk-list--bullet">
        {lacks.map(([lack, count]) => (
          <li>{lackInWords(lack, count)}</li>
        ))}
      </ul>
    </div>
  )
}

function Steps({ visit, assessment: { id, state } }: { readonly visit: Visit; readonly assessment: Assessment }): JSX.Element | null {
  const step = (name: Parameters<typeof needsPaths.step>[1], text: string, isFirst = false) => (
    <a class={isFirst ? 'govuk-button' : 'govuk-button govuk-button--secondary'} href={needsPaths.step(id, name)}>
      {text}
    </a>
  )
  if (state === 'proposed')
    return (
      <>
        <PostButton visit={visit} action={needsPaths.step(id, 'start')} text="Begin the work" look="primary" />{' '}
        {step('edit', 'Change the details')} {step('decline', 'Decline')}
      </>
    )
  if (state === 'underway')
    return (
      <>
        {step('publish', 'Publish', true)} {step('edit', 'Change the details')} {step('decline', 'Decline')}
      </>
    )
  return state === 'published' ? step('withdraw', 'Withdraw') : null
}
