import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { type DataGroup, type DataRow, DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatisticTiles } from '#platform/web/components/statistic-tile.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import {
  appointmentPath,
  appointPath,
  changeSeatPath,
  endOfficePath,
  endSeatPath,
  expensesPath,
  inductionPath,
  memberCsvPath,
  memberHistoryPath,
  memberImportPath,
  newOfficePath,
  newSeatPath,
  organisationPath,
  personPath,
} from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import type { Membership, PlaceOnDay, SeatOnDay } from '../queries/membership.ts'
import type { OfficeRecord } from '../queries/offices.ts'
import type { SeatTerm } from '../rules/seat-term.ts'
import { labelOf, officeBasisLabels, officeLabels, seatCategoryLabels, votingLabels } from '../words/labels.ts'
import { BoardPage, ButtonLink, Joined, TextLink } from './board-page.tsx'
import { CompositionCard, type JudgedComposition, SeatDemands, TermLine } from './composition.tsx'

/** What the page of members shows. */
export interface MembersView {
  readonly body: Body
  readonly membership: Membership
  readonly offices: readonly OfficeRecord[]
  /** Who must be on it by the law or its terms, judged today. */
  readonly composition: readonly JudgedComposition[]
  /** How the terms of appointments stand, by appointment; those without a limit are left out. */
  readonly seatTerms: ReadonlyMap<string, SeatTerm>
  /** Names of the functions of the terms in force by key. */
  readonly functionNames: ReadonlyMap<string, string>
  /** How practice departs from the terms on the chair, in a sentence; undefined where it does not. */
  readonly chairDeparts: string | undefined
  /** Whether the reader keeps the membership. */
  readonly keeps: boolean
  readonly attendanceHref: string
  /** Whether the reader sees the inductions of its members. */
  readonly inducts: boolean
}

/** Who belongs to a board: its offices, then its seats by category with every place. */
export function MembersPage({ visit, view }: { readonly visit: Visit; readonly view: MembersView }): JSX.Element {
  const { body, membership, keeps, chairDeparts } = view
  const vacant = membership.places - membership.filled
  const words = `${membership.places} ${membership.places === 1 ? 'seat' : 'seats'}, ${membership.filled} filled`
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="members"
      title="Members"
      lead={membership.places === 0 ? undefined : `${words}.${vacant > 0 ? ` ${vacant} vacant.` : ''}`}
      actions={keeps ? <ButtonLink href={newSeatPath(body.slug)} text="Add a seat" /> : undefined}
    >
      <Tiles view={view} />
      {chairDeparts && (
        <div class="govuk-inset-text">
          <StatusPill meaning="warning">Departs from the terms</StatusPill> {chairDeparts}
        </div>
      )}
      <Offices view={view} />
      <CompositionCard slug={body.slug} judged={view.composition} keeps={keeps} />
      <Seats view={view} />
      <p class="gt-actions">
        <TextLink href={memberHistoryPath(body.slug)} text="Who joined and left" />{' '}
        <TextLink href={view.attendanceHref} text="Attendance" />{' '}
        <TextLink href={memberCsvPath(body.slug)} text="Download as a spreadsheet (CSV)" />{' '}
        {keeps && <TextLink href={memberImportPath(body.slug)} text="Bring members in from a spreadsheet" />}{' '}
        {view.inducts && <TextLink href={inductionPath(body.slug)} text="Induction and signatures" />}{' '}
        {view.inducts && <TextLink href={expensesPath(body.slug)} text="Expenses" />}
      </p>
    </BoardPage>
  )
}

function Tiles({ view: { membership } }: { readonly view: MembersView }): JSX.Element | null {
  const { places, filled, seats } = membership
  if (places === 0) return null
  const voting = seats.filter((seat) => seat.voting === 'voting').flatMap((seat) => seat.places)
  const withDeputy = seats.flatMap((seat) => seat.places).filter(({ deputies }) => deputies.length > 0).length
  const votingFilled = voting.filter(({ holder }) => holder !== undefined).length
  return (
    <StatisticTiles
      tiles={[
        {
          label: 'Seats filled',
          figure: String(filled),
          of: `of ${places}`,
          bar: {
            label: `${filled} filled, ${places - filled} vacant`,
            parts: [
              { amount: filled, meaning: 'good' },
              { amount: places - filled, meaning: 'warning' },
            ],
          },
          context: places === filled ? 'No vacancy' : `${places - filled} vacant`,
        },
        { label: 'Voting seats', figure: String(votingFilled), of: `of ${voting.length} filled` },
        { label: 'Seats with a named deputy', figure: String(withDeputy), of: `of ${places}` },
      ]}
    />
  )
}

function Offices({ view: { body, offices, keeps } }: { readonly view: MembersView }): JSX.Element {
  const rows = offices.map(({ id, role, person, basis, startsOn, note }) => ({
    cells: [
      officeLabels[role] ?? role,
      <TextLink href={personPath(person.id)} text={person.name} />,
      <>
        {labelOf(officeBasisLabels, basis)}
        {note && (
          <>
            <br />
            <span class="gt-quiet">{note}</span>
          </>
        )}
      </>,
      <DateText day={startsOn} weekday={false} />,
      ...(keeps ? [<TextLink href={endOfficePath(body.slug, id)} text="End" about={`the office of ${person.name}`} />] : []),
    ],
  }))
  const columns = [
    { heading: 'Office' },
    { heading: 'Person' },
    { heading: 'How' },
    { heading: 'Since' },
    ...(keeps ? [{ heading: 'End', hiddenHeading: true }] : []),
  ]
  return (
    <Card
      id="offices"
      title="Chair and clerk"
      link={keeps ? { text: 'Record an office', href: newOfficePath(body.slug) } : undefined}
      flush={rows.length > 0}
    >
      {rows.length === 0 ? (
        <EmptyState title="No chair is recorded" text="The clerk or an administrator records who chairs and clerks this board." />
      ) : (
        <DataTable caption="Chair, deputy chair and clerk" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}

function Seats({ view }: { readonly view: MembersView }): JSX.Element {
  const { membership, keeps, body } = view
  if (membership.seats.length === 0)
    return (
      <EmptyState
        title="No seats yet"
        text="A board’s seats come from its terms of reference. Add them one by one, or bring them in from a spreadsheet."
        action={keeps ? { text: 'Bring members in from a spreadsheet', href: memberImportPath(body.slug) } : undefined}
      />
    )
  const categories = [...new Set(membership.seats.map(({ category }) => category))]
  const groups = categories.map(
    (category): DataGroup => ({
      heading: labelOf(seatCategoryLabels, category),
      rows: membership.seats
        .filter((seat) => seat.category === category)
        .flatMap((seat) => seat.places.map((place) => rowOf(view, seat, place))),
    }),
  )
  const columns = [{ heading: 'Seat' }, { heading: 'Member' }, { heading: 'On behalf of' }, { heading: 'Since' }, { heading: 'Deputies' }]
  return (
    <Card id="seats" title="Seats" flush>
      <DataTable caption="Seats by category, with who fills each place" hideCaption narrow="stack" columns={columns} groups={groups} />
    </Card>
  )
}

function rowOf({ body, keeps, functionNames, seatTerms }: MembersView, seat: SeatOnDay, { place, holder, deputies }: PlaceOnDay): DataRow {
  const name = seat.places.length === 1 ? seat.name : `${seat.name}, ${place} of ${seat.places.length}`
  const links = keeps && place === 1 && (
    <div class="gt-row-acts">
      <TextLink href={changeSeatPath(body.slug, seat.id)} text="Change" about={seat.name} />
      <TextLink href={endSeatPath(body.slug, seat.id)} text="End" about={seat.name} />
    </div>
  )
  const first = (
    <>
      {name}
      {seat.voting !== 'voting' && (
        <>
          <br />
          <span class="gt-quiet">{labelOf(votingLabels, seat.voting)}</span>
        </>
      )}
      <SeatDemands seat={seat} functionNames={functionNames} />
      {links}
    </>
  )
  if (holder === undefined)
    return {
      cells: [
        first,
        <Vacancy seat={seat} place={place} href={keeps ? appointPath(body.slug, seat.id, place) : undefined} />,
        'Nobody',
        'Not filled',
        deputiesOf(deputies),
      ],
    }
  return {
    cells: [
      first,
      <>
        <TextLink href={appointmentPath(body.slug, holder.appointment)} text={holder.person.name} />
        {holder.posts.length > 0 && (
          <>
            <br />
            <span class="gt-quiet">{holder.posts.join('; ')}</span>
          </>
        )}
      </>,
      holder.onBehalfOf ? <TextLink href={organisationPath(holder.onBehalfOf.id)} text={holder.onBehalfOf.name} /> : 'Nobody',
      <>
        <DateText day={holder.startsOn} weekday={false} />
        <TermLine term={seatTerms.get(holder.appointment)} />
      </>,
      deputiesOf(deputies),
    ],
  }
}

function deputiesOf(deputies: PlaceOnDay['deputies']): Children {
  if (deputies.length === 0) return <span class="gt-quiet">None</span>
  return <Joined parts={deputies.map(({ person }) => <TextLink href={personPath(person.id)} text={person.name} />)} />
}

function Vacancy({
  seat,
  place,
  href,
}: {
  readonly seat: SeatOnDay
  readonly place: number
  readonly href: string | undefined
}): JSX.Element {
  return (
    <>
      <StatusPill meaning="warning">Vacant</StatusPill>
      {href && (
        <>
          {' '}
          <TextLink href={href} text="Appoint" about={`to ${seat.name}, place ${place}`} />
        </>
      )}
    </>
  )
}
