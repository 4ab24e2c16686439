import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Timeline } from '#platform/web/components/timeline.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { appointmentPath, endAppointmentPath, endDeputyPath, membersPath, newDeputyPath, organisationPath, personPath } from '../paths.ts'
import type { AppointmentRecord } from '../queries/history.ts'
import type { DeputyOnDay } from '../queries/membership.ts'
import type { OfficeRecord } from '../queries/offices.ts'
import { deputyBasisLabels, endingReasonLabels, labelOf, mandateLabels, officeLabels, votingLabels } from '../words/labels.ts'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'

/** What the page of an appointment shows. */
export interface AppointmentView {
  readonly appointment: AppointmentRecord
  /** True while it holds on the day of the visit. */
  readonly holds: boolean
  readonly deputies: readonly DeputyOnDay[]
  readonly keeps: boolean
}

/** One appointment: who, where, on whose behalf, since when, and who may sit in. */
export function AppointmentPage({ visit, view }: { readonly visit: Visit; readonly view: AppointmentView }): JSX.Element {
  const { appointment, holds, keeps } = view
  const { body, person, seat, id } = appointment
  const open = appointment.endingReason === ''
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="members"
      title={person.name}
      crumbs={[{ text: 'Members', href: membersPath(body.slug) }]}
      status={<StatusPill meaning={holds ? 'good' : 'neutral'}>{holds ? 'Member now' : 'Not a member now'}</StatusPill>}
      actions={keeps && open ? <ButtonLink href={endAppointmentPath(body.slug, id)} text="End appointment" /> : undefined}
    >
      <Card id="appointment" title="Appointment" link={{ text: 'About this person', href: personPath(person.id) }}>
        <KeyFacts facts={factsOf(appointment, seat)} />
      </Card>
      <Deputies view={view} />
    </BoardPage>
  )
}

function factsOf(appointment: AppointmentRecord, seat: AppointmentRecord['seat']) {
  const { onBehalfOf, capacity, mandate, startsOn, endsOn, endingReason, place, voting } = appointment
  return [
    { label: 'Seat', value: seat.places > 1 ? `${seat.name}, place ${place} of ${seat.places}` : seat.name },
    { label: 'Takes part as', value: labelOf(votingLabels, voting) },
    {
      label: 'On behalf of',
      value: onBehalfOf ? <TextLink href={organisationPath(onBehalfOf.id)} text={onBehalfOf.name} /> : 'No organisation',
    },
    ...(capacity ? [{ label: 'Capacity', value: capacity }] : []),
    {
      label: 'May',
      value: mandate.length === 0 ? undefined : mandate.map((code) => labelOf(mandateLabels, code).toLowerCase()).join(', '),
    },
    { label: 'From', value: <DateText day={startsOn} weekday={false} /> },
    { label: 'Until', value: endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end recorded' },
    ...(endingReason ? [{ label: 'Reason of ending', value: labelOf(endingReasonLabels, endingReason) }] : []),
  ]
}

function Deputies({ view: { appointment, deputies, keeps, holds } }: { readonly view: AppointmentView }): JSX.Element {
  const { slug } = appointment.body
  const link = keeps && holds ? { text: 'Authorise a deputy', href: newDeputyPath(slug, appointment.id) } : undefined
  const columns = [
    { heading: 'Deputy' },
    { heading: 'On what ground' },
    { heading: 'May decide' },
    { heading: 'Since' },
    ...(keeps ? [{ heading: 'End', hiddenHeading: true }] : []),
  ]
  const rows = deputies.map((deputy) => ({
    cells: [
      <TextLink href={personPath(deputy.person.id)} text={deputy.person.name} />,
      <>
        {labelOf(deputyBasisLabels, deputy.basis)}
        {deputy.agreedBy && <span class="gt-quiet"> Agreed by {deputy.agreedBy.name}</span>}
      </>,
      deputy.mayDecide ? 'Yes' : 'No',
      <DateText day={deputy.startsOn} weekday={false} />,
      ...(keeps ? [<TextLink href={endDeputyPath(slug, deputy.id)} text="End" about={`${deputy.person.name}’s authorisation`} />] : []),
    ],
  }))
  return (
    <Card id="deputies" title="Deputies" link={link} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <EmptyState title="Nobody may sit in" text="When this member cannot come, the seat is empty unless a deputy is authorised." />
      ) : (
        <DataTable caption="Who may sit in for this member" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}

/** Who joined and left a board, and who has chaired it: the whole history. */
export function MemberHistoryPage(props: {
  readonly visit: Visit
  readonly body: { readonly slug: string; readonly name: string }
  readonly history: readonly AppointmentRecord[]
  readonly offices: readonly OfficeRecord[]
}): JSX.Element {
  const { visit, body, history, offices } = props
  const rowOf = ({ id, person, seat, onBehalfOf, startsOn, endsOn, endingReason }: AppointmentRecord) => ({
    cells: [
      <TextLink href={appointmentPath(body.slug, id)} text={person.name} />,
      seat.name,
      onBehalfOf?.name ?? 'No organisation',
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <Left endsOn={endsOn} reason={endingReason} /> : 'Still a member',
    ],
  })
  const years = [...Map.groupBy(history, ({ startsOn }) => startsOn.year)].toSorted(([a], [b]) => b - a)
  const columns = ['Person', 'Seat', 'On behalf of', 'Joined', 'Left'].map((heading) => ({ heading }))
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="members"
      title="Who joined and left"
      crumbs={[{ text: 'Members', href: membersPath(body.slug) }]}
    >
      {history.length === 0 ? (
        <EmptyState
          title="Nobody has been a member yet"
          text="Appointments appear here from the day on which they are recorded, and never go away."
        />
      ) : (
        <Card id="appointments" title="Every appointment, by the year of joining" flush>
          {years.map(([year, those], index) => (
            <Fold
              title={`Joined in ${year}`}
              note={<span class="gt-quiet">{those.length === 1 ? '1 appointment' : `${those.length} appointments`}</span>}
              open={index === 0}
            >
              <DataTable caption={`Who joined in ${year}`} hideCaption narrow="stack" columns={columns} rows={those.map(rowOf)} />
            </Fold>
          ))}
        </Card>
      )}
      {offices.length > 0 && (
        <>
          <h2 class="gt-section-title">Chairs and clerks</h2>
          <Timeline label="Chairs and clerks, the latest first" events={offices.map(officeEvent)} />
        </>
      )}
    </BoardPage>
  )
}

/** The day on which somebody left, and why. */
export function Left({ endsOn, reason }: { readonly endsOn: Temporal.PlainDate; readonly reason: string }): JSX.Element {
  return (
    <>
      <DateText day={endsOn} weekday={false} />
      {reason !== '' && (
        <>
          <br />
          <span class="gt-quiet">{labelOf(endingReasonLabels, reason)}</span>
        </>
      )}
    </>
  )
}

function officeEvent({ role, person, startsOn, endsOn, note }: OfficeRecord) {
  return {
    title: (
      <>
        {officeLabels[role] ?? role}: <TextLink href={personPath(person.id)} text={person.name} />
      </>
    ),
    when: (
      <>
        <DateText day={startsOn} weekday={false} />{' '}
        {endsOn ? (
          <>
            to <DateText day={endsOn} weekday={false} />
          </>
        ) : (
          'until now'
        )}
      </>
    ),
    ...(note ? { body: note } : {}),
    state: endsOn ? ('done' as const) : ('now' as const),
  }
}
