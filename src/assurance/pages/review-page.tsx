import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { meetingPaths } from '#meetings/paths.ts'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { assurancePaths, type ReviewStep } from '../paths.ts'
import type { Recommendation } from '../queries/recommendations.ts'
import type { Review, ReviewPart } from '../queries/reviews.ts'
import { countStates } from '../rules/recommendation.ts'
import { type PartKind, paragraphsInWords, partsOf } from '../rules/review.ts'
import { partWords, reviewKindWords, sightWords, stageWords, stateWords } from '../words/recommendation.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { RegisterTable } from './register-page.tsx'

/** One review with all that belongs to it. */
export interface ReviewPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly review: Review
  readonly recommendations: readonly Recommendation[]
  /** The verbs of the matrix that whoever looks may use. */
  readonly may: ReadonlySet<string>
}

/** A review from its scope to what became of its recommendations. */
export function ReviewPage({ visit, board, review, recommendations, may }: ReviewPageProps): JSX.Element {
  const { word, meaning } = stageWords[review.stage]
  return (
    <Page
      visit={visit}
      title={review.title}
      breadcrumbs={crumbsOf(board, { text: 'Reviews and inspections', href: assurancePaths.reviews(board.slug) })}
    >
      <PageHead title={review.title} caption={reviewKindWords[review.kind]} status={<StatusPill meaning={meaning}>{word}</StatusPill>} />
      {boardNavigation(board.slug, 'assurance')}
      {review.takenBackReason !== '' && <div class="govuk-inset-text">Taken back from the public: {review.takenBackReason}</div>}
      <Facts review={review} may={may} />
      <Steps review={review} recommendations={recommendations} may={may} />
      {review.summary !== '' && (
        <Card title="In short" id="summary">
          <TypedWords words={review.summary} />
        </Card>
      )}
      {partsOf(review.kind)
        .filter((kind) => kind !== 'progress' && (kind !== 'evidence' || may.has('see-evidence')))
        .map((kind) => (
          <Part review={review} kind={kind} may={may} />
        ))}
      <Recommendations review={review} recommendations={recommendations} may={may} />
      <Part review={review} kind="progress" may={may} />
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('review', review.id)}>
          Its golden thread
        </a>
      </p>
    </Page>
  )
}

function Facts({ review, may }: Pick<ReviewPageProps, 'review' | 'may'>): JSX.Element {
  return (
    <KeyFacts
      facts={[
        { label: 'Scope', value: <TypedWords words={review.scope} /> },
        ...(review.outcomesSought === '' ? [] : [{ label: 'Outcomes sought', value: <TypedWords words={review.outcomesSought} /> }]),
        { label: review.kind === 'inspection' ? 'Announced by' : 'Asked for by', value: review.askedBy || undefined },
        { label: 'Announced', value: dayInWords(review.announcedOn) },
        { label: 'Writes it up', value: review.leadName || undefined },
        ...(review.parentBody ? [{ label: 'Reports to', value: review.parentName }] : []),
        { label: 'Reported', value: review.reportedOn && reportedIn(review) },
        ...(review.reportedOn
          ? [{ label: 'Referred', value: review.referredOn && `${review.referredTo}, ${dayInWords(review.referredOn)}` }]
          : []),
        ...(review.closedOn ? [{ label: 'Closed', value: dayInWords(review.closedOn) }] : []),
        ...(review.aboutChildren
          ? [
              {
                label: 'Anonymity',
                value: review.anonymityCheckedOn
                  ? `Checked ${dayInWords(review.anonymityCheckedOn)}: no child or family can be known from it`
                  : 'Not checked yet: it is not published before',
              },
            ]
          : []),
        ...(may.has('change') ? [{ label: 'Seen by', value: sightWords[review.sight] }] : []),
      ]}
    />
  )
}

function reportedIn({ reportedOn, reportMeeting }: Review): JSX.Element {
  const day = reportedOn ? dayInWords(reportedOn) : ''
  return reportMeeting ? (
    <>
      {day},{' '}
      <a class="govuk-link" href={meetingPaths.meeting(reportMeeting)}>
        at this meeting
      </a>
    </>
  ) : (
    <span>{day}</span>
  )
}

function Steps({ review, recommendations, may }: Pick<ReviewPageProps, 'review' | 'recommendations' | 'may'>): JSX.Element | null {
  if (!may.has('change')) return null
  const link = (step: ReviewStep, text: string) => (
    <a class="govuk-link" href={assurancePaths.reviewStep(review.id, step)}>
      {text}
    </a>
  )
  const isOpen = review.closedOn === undefined
  return (
    <div class="govuk-button-group">
      {link('edit', 'Change')}
      {isOpen && link('report', review.reportedOn ? 'Change when it was reported' : 'Record the report')}
      {isOpen && review.reportedOn && recommendations.length > 0 && link('refer', 'Refer for response')}
      {review.sight !== 'public' && link('show', 'Show it to more people')}
      {review.sight === 'public' && link('take-back', 'Take back from the public')}
      {isOpen && link('close', 'Close')}
    </div>
  )
}

function Part({ review, kind, may }: Pick<ReviewPageProps, 'review' | 'may'> & { readonly kind: PartKind }): JSX.Element {
  const { heading, add, none } = partWords[kind]
  const parts = review.parts.filter((one) => one.kind === kind)
  const href = kind === 'evidence' ? assurancePaths.reviewStep(review.id, 'evidence') : assurancePaths.newPart(review.id, kind)
  return (
    <Card
      title={heading}
      id={kind}
      link={may.has(kind === 'evidence' ? 'evidence' : 'add') && review.closedOn === undefined ? { text: add, href } : undefined}
    >
      {parts.length === 0 ? <p class="gt-missing">{none}</p> : <PartList kind={kind} parts={parts} />}
    </Card>
  )
}

function PartList({ kind, parts }: { readonly kind: PartKind; readonly parts: readonly ReviewPart[] }): JSX.Element {
  if (kind === 'finding') {
    return (
      <ol class="govuk-list govuk-list--number">
        {parts.map(({ number, text }) => (
          <li value={number} id={`paragraph-${number}`}>
            <TypedWords words={text} />
          </li>
        ))}
      </ol>
    )
  }
  return (
    <ul class="govuk-list govuk-list--bullet">
      {parts.map((part) => (
        <li>{partLine(kind, part)}</li>
      ))}
    </ul>
  )
}

function partLine(kind: PartKind, { heading, text, onDay, agency }: ReviewPart): JSX.Element {
  if (kind === 'evidence') {
    return (
      <a class="govuk-link" href={text}>
        {heading}
      </a>
    )
  }
  const name = agency === '' || heading.includes(agency) ? heading : `${heading} (${agency})`
  const head = [onDay && dayInWords(onDay), name].filter((one) => one !== undefined && one !== '').join(': ')
  return (
    <>
      {head !== '' && <strong>{head}</strong>}
      {kind === 'panel' ? text !== '' && `, ${text}` : text !== '' && <TypedWords words={text} />}
    </>
  )
}

function Recommendations({ review, recommendations, may }: Pick<ReviewPageProps, 'review' | 'recommendations' | 'may'>): JSX.Element {
  const counts = countStates(recommendations.map(({ state }) => state))
  const canAdd = may.has('change') && review.closedOn === undefined && review.sight !== 'public'
  return (
    <Card
      title="Recommendations"
      id="recommendations"
      flush={recommendations.length > 0}
      link={canAdd ? { text: 'Add a recommendation', href: assurancePaths.reviewStep(review.id, 'recommendations') } : undefined}
      lead={
        recommendations.length === 0
          ? undefined
          : `${recommendations.length}: ${counts.map(([state, count]) => `${count} ${stateWords[state].word.toLowerCase()}`).join(', ')}.`
      }
    >
      {recommendations.length === 0 ? (
        <EmptyState title="No recommendations yet" text="Each has a letter, the paragraphs it rests on, and somebody who answers it." />
      ) : (
        <>
          <RegisterTable shown={recommendations} withSource={false} />
          <RestsOn recommendations={recommendations} />
        </>
      )}
    </Card>
  )
}

function RestsOn({ recommendations }: Pick<ReviewPageProps, 'recommendations'>): JSX.Element | null {
  const tied = recommendations.filter(({ restsOn }) => restsOn.length > 0)
  if (tied.length === 0) return null
  return (
    <p class="gt-card__lead">
      They rest on the findings: {tied.map(({ reference, restsOn }) => `${reference} on ${paragraphsInWords(restsOn)}`).join('; ')}.
    </p>
  )
}
