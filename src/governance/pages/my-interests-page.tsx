import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { changeInterestPath, endInterestPath, newInterestPath, reviewInterestsPath } from '../paths.ts'
import type { InterestRecord } from '../queries/interests.ts'
import type { BoardMembership } from '../queries/register-review.ts'
import type { RegisterStanding } from '../rules/register-review.ts'
import { registerSentence, registerStateWords } from '../words/register.ts'
import { ButtonLink, TextLink } from './board-page.tsx'
import { boardRow, cellsOf, columns } from './interests-page.tsx'

/** What one's own register shows. */
export interface OwnRegisterView {
  readonly interests: readonly InterestRecord[]
  readonly boards: readonly BoardMembership[]
  readonly reviewedOn: Temporal.PlainDate | undefined
  /** Undefined for who sits on no board: nobody asks them. */
  readonly standing: RegisterStanding | undefined
}

/** One's own register. */
export function MyInterestsPage({ visit, view }: { readonly visit: Visit; readonly view: OwnRegisterView }): JSX.Element {
  const { interests, boards } = view
  const holding = interests.filter(({ endsOn }) => endsOn === undefined || Temporal.PlainDate.compare(visit.today, endsOn) < 0)
  const past = interests.filter((interest) => !holding.includes(interest))
  const withActs = [...columns, { heading: 'Change', hiddenHeading: true }]
  return (
    <Page visit={visit} title="My interests" breadcrumbs={[{ text: 'My work', href: '/work' }]} width="workspace">
      <PageHead
        title="My interests"
        lead="What stands in the public register under your name. You may add, amend or end an entry at any time."
        status={<State view={view} />}
        actions={<ButtonLink href={newInterestPath} text="Declare an interest" main />}
      />
      {holding.length === 0 ? (
        <EmptyState
          title="You have declared nothing"
          text="Declare an interest as soon as you have one."
          action={{ text: 'Declare an interest', href: newInterestPath }}
        />
      ) : (
        <DataTable
          caption="Your interests today"
          narrow="stack"
          rowHeadings={false}
          columns={withActs}
          rows={holding.map((interest) => ({ cells: [...cellsOf(interest), <Acts interest={interest} />] }))}
        />
      )}
      {boards.length > 0 && (
        <DataTable
          caption="Boards on which you sit, from their own records"
          narrow="stack"
          rowHeadings={false}
          columns={columns}
          rows={boards.map(boardRow)}
        />
      )}
      <h2 class="gt-section-title">The yearly look</h2>
      <p>
        {view.standing
          ? registerSentence(view.standing, view.reviewedOn)
          : 'You sit on no board, so nobody asks you. You may say at any time that your entries are right.'}{' '}
        Amend what is wrong first; then say that nothing else has changed. The day is shown in the register.
      </p>
      <PostButton visit={visit} action={reviewInterestsPath} text="Nothing else has changed: my entries are right today" />
      {past.length > 0 && (
        <DataTable
          caption="Interests that ended"
          narrow="stack"
          rowHeadings={false}
          columns={withActs}
          rows={past.map((interest) => ({
            cells: [...cellsOf(interest), <>Ended {interest.endsOn && <DateText day={interest.endsOn} weekday={false} />}</>],
          }))}
        />
      )}
    </Page>
  )
}

function State({ view: { standing } }: { readonly view: OwnRegisterView }): JSX.Element {
  if (standing === undefined) return <StatusPill meaning="neutral">Not asked for</StatusPill>
  const [meaning, words] = registerStateWords[standing.state]
  return <StatusPill meaning={meaning}>{words}</StatusPill>
}

function Acts({ interest }: { readonly interest: InterestRecord }): JSX.Element {
  return (
    <div class="gt-row-acts">
      <TextLink href={changeInterestPath(interest.id)} text="Amend" about={interest.nature} />
      <TextLink href={endInterestPath(interest.id)} text="End" about={interest.nature} />
    </div>
  )
}
