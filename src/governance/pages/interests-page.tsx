import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { type DataGroup, type DataRow, DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { boardPath, myInterestsPath, personPath } from '../paths.ts'
import type { InterestRecord } from '../queries/interests.ts'
import type { PersonName } from '../queries/membership.ts'
import type { BoardMembership } from '../queries/register-review.ts'
import type { RegisterStanding } from '../rules/register-review.ts'
import { interestKindLabels, labelOf, officeLabels, outsideKindLabels } from '../words/labels.ts'
import { registerStateWords, reviewedHeading } from '../words/register.ts'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'
import { Dispensations, type DispensationsView } from './dispensations.tsx'

/** What the register says of one person. */
export interface RegisterEntry {
  readonly person: PersonName
  readonly interests: readonly (InterestRecord & { readonly daysLate: number })[]
  /** Seats and chairs on other boards of the arrangement. */
  readonly boards: readonly BoardMembership[]
  readonly reviewedOn: Temporal.PlainDate | undefined
  readonly standing: RegisterStanding | undefined
}

/** What the register of a board shows. */
export interface RegisterView {
  readonly body: { readonly slug: string; readonly name: string }
  /** Members and chairs, by name. */
  readonly entries: readonly RegisterEntry[]
  readonly leave: DispensationsView
  /** Whether the reader may keep an own register. */
  readonly declares: boolean
  /** Whether the reader keeps this one, and sees who is behind. */
  readonly keeps: boolean
  /** The law that gives a number of days for notice; undefined where none does. */
  readonly notice: { readonly days: number; readonly source: string } | undefined
}

/** The register of interests of a board: public, but for what is sensitive. */
export function RegisterPage({ visit, view }: { readonly visit: Visit; readonly view: RegisterView }): JSX.Element {
  const isEmpty = ({ interests, boards }: RegisterEntry): boolean => interests.length + boards.length === 0
  const groups = view.entries
    .filter((entry) => !isEmpty(entry))
    .map(
      ({ person, interests, boards, reviewedOn }): DataGroup => ({
        heading: reviewedHeading(person.name, reviewedOn),
        rows: [...interests.map((interest) => ({ cells: cellsOf(interest, interest.daysLate) })), ...boards.map(boardRow)],
      }),
    )
  const without = view.entries.filter(isEmpty)
  return (
    <BoardPage
      visit={visit}
      body={view.body}
      section="interests"
      title="Register of interests"
      lead="What members and chairs have declared, and the other boards on which they sit. Each keeps their own entries up to date, and looks them through every year."
      actions={view.declares ? <ButtonLink href={myInterestsPath} text="My interests" /> : undefined}
    >
      {view.notice && (
        <p class="gt-quiet">
          A new interest is declared within {view.notice.days} days: {view.notice.source}.
        </p>
      )}
      {groups.length === 0 ? (
        <EmptyState
          title="Nothing has been declared"
          text="Members declare an interest when they have one. An empty register means that nobody has."
        />
      ) : (
        <Entries groups={groups} />
      )}
      {without.length > 0 && (
        <>
          <h2 class="gt-section-title">No entry</h2>
          <p class="gt-quiet">These have declared nothing, or keep an entry that is not public.</p>
          <ul class="gt-name-list govuk-!-font-size-16">
            {without.map(({ person, reviewedOn }) => (
              <li>
                <TextLink href={personPath(person.id)} text={reviewedHeading(person.name, reviewedOn)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {view.keeps && <Behind entries={view.entries} />}
      <Dispensations slug={view.body.slug} view={view.leave} />
    </BoardPage>
  )
}

/** As many people’s entries stand open at once; of more, each person’s are folded under the name. */
const FEW = 6

function Entries({ groups }: { readonly groups: readonly DataGroup[] }): JSX.Element {
  if (groups.length <= FEW)
    return <DataTable caption="Interests by person" hideCaption narrow="stack" rowHeadings={false} columns={columns} groups={groups} />
  return (
    <Card id="entries" title={`Entries of ${groups.length} people`} flush>
      {groups.map(({ heading, rows }) => (
        <Fold title={heading} note={<span class="gt-quiet">{rows.length === 1 ? '1 entry' : `${rows.length} entries`}</span>}>
          <DataTable caption={heading} hideCaption narrow="stack" rowHeadings={false} columns={columns} rows={rows} />
        </Fold>
      ))}
    </Card>
  )
}

/** Columns of a list of interests. */
export const columns = [{ heading: 'Interest' }, { heading: 'Kind' }, { heading: 'Since' }, { heading: 'Declared' }]

/** The cells of an interest under `columns`. */
export function cellsOf(interest: InterestRecord, daysLate = 0) {
  const { nature, kind, outsideKind, startsOn, declaredOn, sensitive } = interest
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
    outsideKind === '' ? labelOf(interestKindLabels, kind) : labelOf(outsideKindLabels, outsideKind),
    <DateText day={startsOn} weekday={false} />,
    <>
      <DateText day={declaredOn} weekday={false} />
      {daysLate > 0 && <span class="gt-quiet"> {daysLate === 1 ? '1 day late' : `${daysLate} days late`}</span>}
    </>,
  ]
}

/** A seat or chair elsewhere in the arrangement, as a row under `columns`. */
export function boardRow({ body, as, isOffice, startsOn }: BoardMembership): DataRow {
  return {
    cells: [
      <TextLink href={boardPath(body.slug)} text={body.name} />,
      isOffice ? (officeLabels[as] ?? as) : `Member: ${as}`,
      <DateText day={startsOn} weekday={false} />,
      <span class="gt-quiet">From the boards’ own records</span>,
    ],
  }
}

/** Who is asked and who is behind, for those who keep the register. */
function Behind({ entries }: { readonly entries: readonly RegisterEntry[] }): JSX.Element {
  const behind = entries.flatMap(({ person, reviewedOn, standing }) =>
    standing === undefined || standing.state === 'confirmed' ? [] : [{ person, reviewedOn, standing }],
  )
  const rows = behind
    .toSorted((a, b) => Temporal.PlainDate.compare(a.standing.dueOn, b.standing.dueOn))
    .map(({ person, reviewedOn, standing }) => {
      const [meaning, words] = registerStateWords[standing.state]
      return {
        cells: [
          <TextLink href={personPath(person.id)} text={person.name} />,
          reviewedOn ? <DateText day={reviewedOn} weekday={false} /> : 'Never',
          <DateText day={standing.dueOn} weekday={false} />,
          <StatusPill meaning={meaning}>{words}</StatusPill>,
        ],
      }
    })
  const headings = ['Person', 'Last review', 'Next by', 'State'].map((heading) => ({ heading }))
  return (
    <Card
      id="behind"
      title="Who is asked to look theirs through"
      lead="Only clerks, chairs and members see this list."
      flush={rows.length > 0}
    >
      {rows.length === 0 ? (
        <p class="gt-quiet">Nobody: every register was looked through in time.</p>
      ) : (
        <DataTable caption="Registers to be looked through" hideCaption narrow="stack" columns={headings} rows={rows} />
      )}
    </Card>
  )
}
