import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { qualityPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { ReviewLine } from '../queries/quality.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { toolInWords } from './audit-tool-page.tsx'
import { FamilyFrame } from './family-frame.tsx'

/** What somebody does now in the quality assurance of a family. */
export type QualityTask = 'review' | 'moderate' | 'feed-back'

/** Reviews of a family: grades with evidence for whoever may read them, feedback to the lead, and what is to be done (E7). */
export function ReviewsPage(props: {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly ties: CaseworkTies
  readonly reviews: readonly ReviewLine[]
  /** Each with the draw it is of. */
  readonly tasks: ReadonlyMap<QualityTask, string>
}): JSX.Element {
  const { visit, family, ties, reviews, tasks } = props
  return (
    <FamilyFrame visit={visit} family={family} relations={ties.relations} current="quality" title="Quality">
      {tasks.size > 0 && (
        <Card title="You are assigned" id="task">
          <p class="govuk-body">
            You read this record for its quality alone, until your assignment ends. Every look is in the list that the family is given.
          </p>
          <div class="govuk-button-group">
            {tasks.has('review') && (
              <a class="govuk-button" href={qualityPaths.review(family.id)}>
                Review this record
              </a>
            )}
            {tasks.has('moderate') && (
              <a class="govuk-button" href={qualityPaths.moderate(family.id)}>
                Moderate the review
              </a>
            )}
            {tasks.has('feed-back') && (
              <PostButton visit={visit} action={qualityPaths.feedBack(family.id)} text="Give the review to the lead" look="primary" />
            )}
          </div>
        </Card>
      )}
      {reviews.length === 0 && <p class="govuk-body">No review of this record is open to you.</p>}
      {reviews.map((review) => (
        <Review review={review} {...props} />
      ))}
    </FamilyFrame>
  )
}

const dayOf = (at: Temporal.Instant): string => dayInWords(at.toZonedDateTimeISO('Europe/London').toPlainDate())

function Review({ visit, family, ties, review }: Parameters<typeof ReviewsPage>[0] & { readonly review: ReviewLine }): JSX.Element {
  const feedback = review.words.find(({ kind }) => kind === 'feedback')
  const moderation = review.words.find(({ kind }) => kind === 'moderation')
  return (
    <Card title={`Review of ${dayOf(review.completedAt)}: ${review.moderatedGrade ?? review.grade}`} id={`review-${review.id}`}>
      <p class="govuk-body">
        {`By ${review.reviewerName}, by ${toolInWords({ name: review.toolName, number: review.toolNumber, startsOn: review.toolStartsOn })}. `}
        {review.moderatedGrade ? `Moderated by ${review.moderatorName}; graded ${review.grade} before. ` : 'Not moderated. '}
        {review.fedBackAt ? `Given to the lead on ${dayOf(review.fedBackAt)}.` : 'Not given to the lead yet.'}
      </p>
      {feedback && <TypedWords words={feedback.words} />}
      {moderation && <TypedWords words={moderation.words} />}
      <DataTable
        caption="Standards"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Standard' }, { heading: 'Grade' }, { heading: 'Evidence' }]}
        rows={review.findings.map(({ name, grade, words }) => ({ cells: [name, grade, words ?? 'Not open to you'] }))}
      />
      {review.actions.length > 0 && (
        <DataTable
          caption="What is to be done"
          narrow="stack"
          columns={[{ heading: 'What' }, { heading: 'Who' }, { heading: 'By' }]}
          rows={review.actions.map((one) => ({
            cells: [
              one.words,
              one.ownerName,
              one.doneOn ? (
                `Done on ${dayInWords(one.doneOn)}`
              ) : one.owner === ties.person ? (
                <PostButton
                  visit={visit}
                  action={qualityPaths.actionDone(family.id, one.id)}
                  text="It is done"
                  about={`: due ${dayInWords(one.dueOn)}`}
                />
              ) : (
                `${dayInWords(one.dueOn)}${Temporal.PlainDate.compare(one.dueOn, visit.today) < 0 ? ', overdue' : ''}`
              ),
            ],
          }))}
        />
      )}
    </Card>
  )
}
