import type { JSX } from 'hono/jsx/jsx-runtime'
import { type DataGroup, DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { changeInterestPath, endInterestPath, myInterestsPath, newInterestPath, personPath, reviewInterestsPath } from '../paths.ts'
import type { InterestRecord } from '../queries/interests.ts'
import type { PersonName } from '../queries/membership.ts'
import { interestKindLabels, labelOf } from '../words/labels.ts'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'
import { Dispensations, type DispensationsView } from './dispensations.tsx'

/** What the register of a board shows. */
export interface RegisterView {
  readonly body: { readonly slug: string; readonly name: string }
  readonly interests: readonly InterestRecord[]
  /** Members and chairs without any entry. */
  readonly without: readonly PersonName[]
  readonly leave: DispensationsView
  /** Whether the reader may keep an own register. */
  readonly declares: boolean
  /** A review is due when the last one is before this day. */
  readonly reviewedBefore: Temporal.PlainDate
}

/** The register of interests of a board: public, but for what is sensitive. */
export function RegisterPage({ visit, view }: { readonly visit: Visit; readonly view: RegisterView }): JSX.Element {
  const people = [...new Map(view.interests.map(({ person }) => [person.id, person])).values()]
  const groups = people.map(
    (person): DataGroup => ({
      heading: person.name,
      rows: view.interests
        .filter((interest) => interest.person.id === person.id)
        .map((interest) => ({ cells: cellsOf(interest, view.reviewedBefore) })),
    }),
  )
  return (
    <BoardPage
      visit={visit}
      body={view.body}
      section="interests"
      title="Register of interests"
      lead="What members and chairs have declared. Each keeps their own entries up to date, and looks them through every year."
      actions={view.declares ? <ButtonLink href={myInterestsPath} text="My interests" /> : undefined}
    >
      {groups.length === 0 ? (
        <EmptyState
          title="Nothing has been declared"
          text="Members declare an interest when they have one. An empty register means that nobody has."
        />
      ) : (
        <DataTable caption="Interests by person" hideCaption narrow="stack" rowHeadings={false} columns={columns} groups={groups} />
      )}
      {view.without.length > 0 && (
        <>
          <h2 class="gt-section-title">No entry</h2>
          <p class="gt-quiet">These have declared nothing, or keep an entry that is not public.</p>
          <ul class="gt-name-list govuk-!-font-size-16">
            {view.without.map(({ id, name }) => (
              <li>
                <TextLink href={personPath(id)} text={name} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Dispensations slug={view.body.slug} view={view.leave} />
    </BoardPage>
  )
}

const columns = [
  { heading: 'Interest' },
  { heading: 'Kind' },
  { heading: 'Since' },
  { heading: 'Declared' },
  { heading: 'Last looked through' },
]

function cellsOf(interest: InterestRecord, reviewedBefore: Temporal.PlainDate) {
  const { nature, kind, startsOn, declaredOn, sensitive } = interest
  return [
    <>
      {nature}
      {sensitive && (
        <>
          {' '}
          <StatusPill meaning="exempt">Not public</StatusPill>
        </>
      )}
    </>,
    labelOf(interestKindLabels, kind),
    <DateText day={startsOn} weekday={false} />,
    <DateText day={declaredOn} weekday={false} />,
    <Reviewed interest={interest} before={reviewedBefore} />,
  ]
}

function Reviewed({ interest, before }: { readonly interest: InterestRecord; readonly before: Temporal.PlainDate }): JSX.Element {
  const last = interest.reviewedOn ?? interest.declaredOn
  const due = Temporal.PlainDate.compare(last, before) < 0
  return (
    <>
      {interest.reviewedOn ? <DateText day={interest.reviewedOn} weekday={false} /> : 'Never'}{' '}
      {due && <StatusPill meaning="warning">Review due</StatusPill>}
    </>
  )
}

/** One's own register. */
export function MyInterestsPage(props: {
  readonly visit: Visit
  readonly interests: readonly InterestRecord[]
  readonly today: Temporal.PlainDate
}): JSX.Element {
  const { visit, interests, today } = props
  const before = today.subtract({ years: 1 })
  const holding = interests.filter(({ endsOn }) => endsOn === undefined || Temporal.PlainDate.compare(today, endsOn) < 0)
  const past = interests.filter((interest) => !holding.includes(interest))
  const row = (interest: InterestRecord, open: boolean) => ({
    cells: [
      ...cellsOf(interest, open ? before : interest.declaredOn),
      open ? (
        <div class="gt-row-acts">
          <TextLink href={changeInterestPath(interest.id)} text="Amend" about={interest.nature} />
          <TextLink href={endInterestPath(interest.id)} text="End" about={interest.nature} />
        </div>
      ) : (
        <>Ended {interest.endsOn && <DateText day={interest.endsOn} weekday={false} />}</>
      ),
    ],
  })
  const withActs = [...columns, { heading: 'Change', hiddenHeading: true }]
  return (
    <Page visit={visit} title="My interests" width="workspace">
      <PageHead
        title="My interests"
        lead="What stands in the public register under your name. You may add, amend or end an entry at any time."
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
          rows={holding.map((interest) => row(interest, true))}
        />
      )}
      <p>Look through your entries once a year. If they are right, say so: the day is shown in the register.</p>
      <PostButton visit={visit} action={reviewInterestsPath} text="My entries are right today" />
      {past.length > 0 && (
        <DataTable
          caption="Interests that ended"
          narrow="stack"
          rowHeadings={false}
          columns={withActs}
          rows={past.map((interest) => row(interest, false))}
        />
      )}
    </Page>
  )
}
