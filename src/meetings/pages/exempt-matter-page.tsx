import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, partTwoPaths } from '../paths.ts'
import { type AgendaItem, titleOf } from '../queries/agenda.ts'
import { type ExemptMatter, earliestReview } from '../queries/exempt-matter.ts'
import type { Meeting } from '../queries/meeting.ts'
import { isReviewable } from '../rules/exempt-review.ts'
import type { InterestTest } from '../rules/public-interest.ts'
import { paragraphsInWords } from '../words/agenda.ts'
import { publicationName } from '../words/publication.ts'

/** Exempt matter for those who may know: every test, what is still exempt, what was released. */
export function ExemptMatterPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly matter: ExemptMatter
  readonly mayReview: boolean
}): JSX.Element {
  const { visit, board, meeting, item, matter, mayReview } = props
  const isExempt = item.category === 'exempt'
  const reviewOn = earliestReview(matter)
  return (
    <Page
      visit={visit}
      title={`Public interest: item ${item.number}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
        { text: `Item ${item.number}`, href: meetingPaths.item(meeting.id, item.id) },
      ]}
    >
      <PageHead title="Public interest" caption={`Item ${item.number}: ${titleOf(item)}`} status={statusOf(item, matter)} />
      <KeyFacts
        facts={[
          ...(isExempt ? [{ label: 'Exempt under', value: paragraphsInWords(item) }] : []),
          { label: 'The public reads', value: isExempt ? item.publicTitle : titleOf(item) },
          ...(isExempt && item.publicConclusion !== ''
            ? [{ label: 'What the public reads of the conclusion', value: item.publicConclusion }]
            : []),
          ...(isReviewable(matter.reviewed)
            ? [{ label: 'Looked at again on', value: reviewOn ? dayInWords(reviewOn) : <span class="gt-missing">No day is set</span> }]
            : []),
        ]}
      />
      {mayReview && isReviewable(matter.reviewed) && (
        <div class="govuk-button-group">
          <a class="govuk-button govuk-button--secondary" href={partTwoPaths.keepExempt(meeting.id, item.id)}>
            Keep it exempt
          </a>
          <a class="govuk-button govuk-button--secondary" href={partTwoPaths.release(meeting.id, item.id)}>
            Release it
          </a>
        </div>
      )}
      <Papers matter={matter} />
      <Releases meeting={meeting} matter={matter} />
      <h2 class="govuk-heading-m">Tests</h2>
      {matter.lastNumber === 0 ? (
        <EmptyState
          title="No test is recorded"
          text="The agenda went out before tests were kept here. Looking at it again records the first."
        />
      ) : (
        allTests(matter).map(({ test, of }) => <Test test={test} of={of} />)
      )}
    </Page>
  )
}

function statusOf({ category, releasedBy }: AgendaItem, { reviewed }: ExemptMatter): JSX.Element {
  if (category === 'exempt') return <StatusPill meaning="exempt">Exempt</StatusPill>
  if (reviewed.papers.length > 0) return <StatusPill meaning="exempt">Papers exempt</StatusPill>
  return releasedBy === null ? <StatusPill meaning="neutral">Public</StatusPill> : <StatusPill meaning="good">Released</StatusPill>
}

function Papers({ matter }: { readonly matter: ExemptMatter }): JSX.Element | null {
  if (matter.papers.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Papers</h2>
      <ul class="govuk-list govuk-list--bullet">
        {matter.papers.map(({ id, title, category }) => {
          const own = matter.ownPapers.find(({ paper }) => paper === id)
          const as = own
            ? `exempt for itself, ${paragraphsInWords({ category: 'exempt', paragraphs: own.paragraphs })}`
            : 'exempt as the item'
          return (
            <li>
              {title}: {category === 'public' ? 'public' : as}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Releases({ meeting, matter }: { readonly meeting: Meeting; readonly matter: ExemptMatter }): JSX.Element | null {
  if (matter.releases.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Releases</h2>
      <ul class="govuk-list govuk-list--bullet">
        {matter.releases.map((release) => (
          <li>
            <a class="govuk-link" href={meetingPaths.publication(meeting.id, release.id)}>
              {publicationName(release)}
            </a>
            , {dayInWords(release.publishedOn)}: {release.withdrawnAt ? `withdrawn because ${release.withdrawnReason}` : release.reason}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Every test, the last first, with the paper that it is of; '' for the item and whatever has none of its own. */
function allTests({ tests, ownPapers }: ExemptMatter): readonly { readonly test: InterestTest; readonly of: string }[] {
  const all = [
    ...tests.map((test) => ({ test, of: '' })),
    ...ownPapers.flatMap((own) => own.tests.map((test) => ({ test, of: own.title }))),
  ]
  return all.toSorted((a, b) => b.test.number - a.test.number)
}

function Test({ test, of }: { readonly test: InterestTest; readonly of: string }): JSX.Element {
  const said = (words: string) => (words === '' ? <span class="gt-missing">Not stated</span> : words)
  const facts = [
    { label: 'For publishing', value: said(test.reasonsFor) },
    { label: 'For keeping it private', value: said(test.reasonsAgainst) },
    ...(test.reason === ''
      ? []
      : [{ label: test.conclusion === 'open' ? 'Why it is released' : 'Why it stays exempt', value: test.reason }]),
    { label: 'Decided by', value: said(test.decidedBy) },
    { label: 'On', value: test.decidedOn ? dayInWords(test.decidedOn) : said('') },
  ]
  const when = test.occasion === 'agenda' ? 'for the agenda' : test.conclusion === 'open' ? 'released' : 'looked at again, stays exempt'
  return (
    <Card title={`Test ${test.number}${of === '' ? '' : `, of ‘${of}’`}: ${when}`} id={`test-${test.number}`}>
      <KeyFacts facts={facts} />
    </Card>
  )
}
