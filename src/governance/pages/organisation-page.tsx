import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { DayForm } from '#platform/web/components/day-form.tsx'
import { type KeyFact, KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  changeOrganisationPath,
  membersPath,
  organisationPath,
  organisationsPath,
  personPath,
  successionPath,
  takeBackPath,
} from '../paths.ts'
import type { FormerSeat, Organisation, Succession } from '../queries/organisations.ts'
import type { KeptAct } from '../queries/succession-acts.ts'
import { labelOf, sectorLabels, successionLabels } from '../words/labels.ts'
import { ButtonLink, TextLink } from './board-page.tsx'
import { TakenBack } from './take-back.tsx'

/** What the page of an organisation shows. */
export interface OrganisationView {
  readonly organisation: Organisation
  /** The day that is asked about, and the form that asks for another. */
  readonly onDay: Temporal.PlainDate
  readonly form: FormState
  /** What it was called on that day. */
  readonly name: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly title: string }[]
  readonly seats: readonly {
    readonly slug: string
    readonly body: string
    readonly seat: string
    readonly personId: string
    readonly person: string
  }[]
  /** What was filled on its behalf and was over on that day. */
  readonly former: readonly FormerSeat[]
  readonly keeps: boolean
  /** Whether one may say what became of it. */
  readonly succeeds: boolean
  /** The acts by which something became of it, the latest first, and whether one may take them back. */
  readonly acts: readonly KeptAct[]
  readonly takesBack: boolean
}

/** One organisation as it is, or was on a day: its names over time, what came before and after, its people and seats. */
export function OrganisationPage({ visit, view }: { readonly visit: Visit; readonly view: OrganisationView }): JSX.Element {
  const { organisation, onDay, form, name, keeps, succeeds } = view
  const { id } = organisation
  const standing = view.acts.find(({ takenBackOn }) => takenBackOn === undefined)
  const isToday = onDay.equals(visit.today)
  const onThatDay = isToday ? 'today' : `on ${dayInWords(onDay)}`
  return (
    <Page visit={visit} title={name} breadcrumbs={[{ text: 'Organisations', href: organisationsPath }]} width="workspace">
      <PageHead
        title={name}
        caption={labelOf(sectorLabels, organisation.sector)}
        lead={leadOf(view, isToday)}
        status={statusOf(organisation, onDay)}
        actions={
          keeps || succeeds || view.takesBack ? (
            <>
              {keeps && <ButtonLink href={changeOrganisationPath(id)} text="Change" />}{' '}
              {succeeds && <ButtonLink href={successionPath(id)} text="What became of it" />}{' '}
              {standing && view.takesBack && <ButtonLink href={takeBackPath(id, standing.id)} text="Take back what became of it" />}
            </>
          ) : undefined
        }
      />
      <Card id="facts" title="About">
        <KeyFacts facts={[...factsOf(organisation), ...takenBackOf(view.acts)]} />
      </Card>
      <Seats seats={view.seats} onThatDay={onThatDay} />
      <FormerSeats former={view.former} />
      <People people={view.people} onThatDay={onThatDay} />
      <DayForm action={organisationPath(id)} form={form} />
    </Page>
  )
}

function leadOf({ organisation, onDay, name }: OrganisationView, isToday: boolean): string | undefined {
  if (isToday) return undefined
  const day = `This is how it was on ${dayInWords(onDay)}.`
  return name === organisation.name ? day : `${day} Today it is called ${organisation.name}.`
}

function statusOf({ startsOn, endsOn }: Organisation, onDay: Temporal.PlainDate): JSX.Element | undefined {
  if (endsOn && Temporal.PlainDate.compare(endsOn, onDay) <= 0) return <StatusPill meaning="neutral">No longer exists</StatusPill>
  if (Temporal.PlainDate.compare(onDay, startsOn) < 0) return <StatusPill meaning="neutral">Does not exist yet</StatusPill>
  return endsOn ? <StatusPill meaning="warning">{`Ends on ${dayInWords(endsOn)}`}</StatusPill> : undefined
}

function Seats({ seats, onThatDay }: { readonly seats: OrganisationView['seats']; readonly onThatDay: string }): JSX.Element {
  const rows = seats.map(({ slug, body, seat, personId, person }) => ({
    cells: [<TextLink href={membersPath(slug)} text={body} />, seat, <TextLink href={personPath(personId)} text={person} />],
  }))
  const columns = ['Board', 'Seat', 'Person'].map((heading) => ({ heading }))
  return (
    <Card id="seats" title={`Seats on boards ${onThatDay}`} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <p class="gt-quiet">Nobody fills a seat on its behalf {onThatDay}.</p>
      ) : (
        <DataTable caption="Seats filled on its behalf" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}

function FormerSeats({ former }: { readonly former: readonly FormerSeat[] }): JSX.Element | null {
  if (former.length === 0) return null
  const rows = former.map(({ slug, body, seat, personId, person, startsOn, endsOn }) => ({
    cells: [
      <TextLink href={membersPath(slug)} text={body} />,
      seat,
      <TextLink href={personPath(personId)} text={person} />,
      <DateText day={startsOn} weekday={false} />,
      <DateText day={endsOn} weekday={false} />,
    ],
  }))
  const columns = ['Board', 'Seat', 'Person', 'From', 'Until'].map((heading) => ({ heading }))
  return (
    <Card id="former-seats" title="Earlier seats" flush>
      <DataTable caption="Seats that were filled on its behalf" hideCaption narrow="stack" columns={columns} rows={rows} />
    </Card>
  )
}

function People({ people, onThatDay }: { readonly people: OrganisationView['people']; readonly onThatDay: string }): JSX.Element {
  return (
    <Card id="people" title={`People ${onThatDay}`}>
      {people.length === 0 ? (
        <p class="gt-quiet">Nobody is recorded in a post here {onThatDay}.</p>
      ) : (
        <ul class="govuk-list govuk-!-font-size-16">
          {people.map(({ id, name, title }) => (
            <li>
              <TextLink href={personPath(id)} text={name} />, {title}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function factsOf({ startsOn, endsOn, names, identifiers, predecessors, successors }: Organisation): readonly KeyFact[] {
  return [
    { label: 'Since', value: <DateText day={startsOn} weekday={false} /> },
    { label: 'Until', value: endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end' },
    ...names.map(({ name, startsOn: first, endsOn: last }) => ({
      label: 'Earlier name',
      value: (
        <>
          {name}, from <DateText day={first} weekday={false} />
          {last && (
            <>
              {' '}
              until <DateText day={last} weekday={false} />
            </>
          )}
        </>
      ),
    })),
    ...predecessors.map((succession) => ({
      label: 'Came after',
      value: <Came succession={succession} words={`which it ${succession.kind === 'replaced' ? 'replaced' : 'followed'}`} />,
    })),
    ...successors.map((succession) => ({
      label: `It ${labelOf(successionLabels, succession.kind)}`,
      value: <Came succession={succession} />,
    })),
    ...identifiers.map(({ scheme, value }) => ({ label: `${scheme} code`, value })),
  ]
}

function takenBackOf(acts: readonly KeptAct[]): readonly KeyFact[] {
  return acts
    .filter(({ takenBackOn }) => takenBackOn !== undefined)
    .map((kept) => ({ label: 'Taken back', value: <TakenBack kept={kept} /> }))
}

function Came({ succession, words }: { readonly succession: Succession; readonly words?: string }): JSX.Element {
  const { organisation, onDay, source, reason } = succession
  const said = [reason, source === '' ? '' : `Written in: ${source}`].filter((part) => part !== '')
  return (
    <>
      <TextLink href={organisationPath(organisation.id)} text={organisation.name} />
      {words && `, ${words}`} on <DateText day={onDay} weekday={false} />
      {said.map((part) => (
        <span class="gt-quiet">
          <br />
          {part}
        </span>
      ))}
    </>
  )
}
