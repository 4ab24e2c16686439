import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { assurancePaths } from '../paths.ts'
import type { ReviewLine } from '../queries/reviews.ts'
import { reviewKindWords, sightWords, stageWords } from '../words/recommendation.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The reviews of a board: of scrutiny, after harm, inspections. */
export function ReviewsPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly reviews: readonly ReviewLine[]
  readonly mayAdd: boolean
}): JSX.Element {
  const { visit, board, reviews, mayAdd } = props
  return (
    <Page visit={visit} title="Reviews and inspections" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Reviews and inspections"
        caption={board.name}
        lead="From the day they are announced to what became of every recommendation."
        actions={
          mayAdd && (
            <a class="govuk-button" href={assurancePaths.newReview(board.slug)}>
              Set up a review
            </a>
          )
        }
      />
      {boardNavigation(board.slug, 'assurance')}
      {reviews.length === 0 ? (
        <EmptyState title="No reviews yet" text="Scrutiny reviews, learning reviews and inspections stand here once they are announced." />
      ) : (
        <ReviewsTable reviews={reviews} withSight={mayAdd} />
      )}
    </Page>
  )
}

/** Reviews as a table. */
export function ReviewsTable({
  reviews,
  withSight,
}: {
  readonly reviews: readonly ReviewLine[]
  readonly withSight: boolean
}): JSX.Element {
  return (
    <DataTable
      caption="Reviews"
      hideCaption
      narrow="stack"
      columns={[
        ...[{ heading: 'Review' }, { heading: 'Kind' }, { heading: 'Announced' }, { heading: 'Reported' }, { heading: 'How far' }],
        ...(withSight ? [{ heading: 'Seen by' }] : []),
      ]}
      rows={reviews.map(({ id, title, kind, announcedOn, reportedOn, stage, sight }) => ({
        cells: [
          <a class="govuk-link" href={assurancePaths.review(id)}>
            {title}
          </a>,
          reviewKindWords[kind],
          dayInWords(announcedOn),
          reportedOn ? dayInWords(reportedOn) : 'Not yet',
          <StatusPill meaning={stageWords[stage].meaning}>{stageWords[stage].word}</StatusPill>,
          ...(withSight ? [sightWords[sight]] : []),
        ],
      }))}
    />
  )
}
