import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { reviewTermsPath, termsVersionPath } from '../paths.ts'
import type { TermsReviewRecord } from '../queries/terms-reviews.ts'
import type { TermsReviewStanding } from '../rules/terms-review.ts'
import { termsOutcomeLabels, termsReviewSentence, termsReviewWords } from '../words/terms-review.ts'
import { TextLink } from './board-page.tsx'

/** What is shown of the reviews of a body's terms. */
export interface TermsReviewView {
  readonly slug: string
  /** Number of the version in force. */
  readonly number: number
  readonly standing: TermsReviewStanding
  readonly reviews: readonly TermsReviewRecord[]
  /** Whether the reader may record one. */
  readonly records: boolean
}

/** When the terms are to be looked at again, and every time that they were. */
export function TermsReview({ view }: { readonly view: TermsReviewView }): JSX.Element {
  const { slug, number, standing, reviews, records } = view
  const [meaning, words] = termsReviewWords[standing.state]
  const rows = reviews.map((review) => ({
    cells: [
      <DateText day={review.reviewedOn} weekday={false} />,
      <TextLink href={termsVersionPath(slug, review.number)} text={`Version ${review.number}`} />,
      <>
        {termsOutcomeLabels[review.outcome]}
        {review.draft !== undefined && (
          <>
            , <TextLink href={termsVersionPath(slug, review.draft)} text={`version ${review.draft}`} />
          </>
        )}
        {review.cameToNothing && <span class="gt-quiet">; the draft was withdrawn</span>}
      </>,
      review.decision === undefined ? review.decidedIn : <TextLink href={`/decisions/${review.decision}`} text={review.decidedIn} />,
    ],
  }))
  const columns = ['Looked at on', 'Version', 'Outcome', 'Decided in'].map((heading) => ({ heading }))
  return (
    <Card id="review" title="Review" link={records ? { text: 'Record a review', href: reviewTermsPath(slug, number) } : undefined}>
      <p>
        <StatusPill meaning={meaning}>{words}</StatusPill> {termsReviewSentence(standing)}
      </p>
      {rows.length === 0 ? (
        <p class="gt-quiet">No review is recorded yet.</p>
      ) : (
        <DataTable caption="Reviews, the latest first" narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}
