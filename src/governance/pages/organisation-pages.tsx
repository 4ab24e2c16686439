import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { type DataGroup, DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  boardsPath,
  changeOrganisationPath,
  membersPath,
  newOrganisationPath,
  newPersonPath,
  organisationPath,
  organisationsPath,
  personPath,
} from '../paths.ts'
import type { Area } from '../queries/areas.ts'
import type { Organisation, OrganisationSummary, Succession } from '../queries/organisations.ts'
import { labelOf, sectorLabels, successionLabels } from '../words/labels.ts'
import { ButtonLink, TextLink } from './board-page.tsx'

const order: readonly string[] = Object.keys(sectorLabels)

/** Every organisation by sector, the ended ones too, and the areas of the partnership. */
export function OrganisationsPage(props: {
  readonly visit: Visit
  readonly organisations: readonly OrganisationSummary[]
  readonly areas: readonly Area[]
  readonly keeps: boolean
}): JSX.Element {
  const { visit, organisations, areas, keeps } = props
  const sectors = [...new Set(organisations.map(({ sector }) => sector))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  const groups = sectors.map(
    (sector): DataGroup => ({
      heading: labelOf(sectorLabels, sector),
      rows: organisations
        .filter((organisation) => organisation.sector === sector)
        .map(({ id, name, startsOn, endsOn }) => ({
          cells: [
            <TextLink href={organisationPath(id)} text={name} />,
            <DateText day={startsOn} weekday={false} />,
            endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
          ],
        })),
    }),
  )
  return (
    <Page visit={visit} title="Organisations" breadcrumbs={[{ text: 'Boards', href: boardsPath }]} width="workspace">
      <PageHead
        title="Organisations"
        lead="The agencies that work together, by sector. Those that ended stay, because their history is theirs."
        actions={
          keeps ? (
            <>
              <ButtonLink href={newOrganisationPath} text="Add an organisation" /> <ButtonLink href={newPersonPath} text="Add a person" />
            </>
          ) : undefined
        }
      />
      {groups.length === 0 ? (
        <EmptyState title="No organisations yet" text="A clerk or an administrator adds the agencies of the partnership." />
      ) : (
        <DataTable
          caption="Organisations by sector"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Organisation' }, { heading: 'Since' }, { heading: 'Until' }]}
          groups={groups}
        />
      )}
      <Areas areas={areas} />
    </Page>
  )
}

function Areas({ areas }: { readonly areas: readonly Area[] }): JSX.Element | null {
  if (areas.length === 0) return null
  const rows = areas.map(({ name, kind, within, overlaps }) => ({
    cells: [name, kind === 'nhs-footprint' ? 'NHS footprint' : labelOf({}, kind), within.join(', '), overlaps.join(', ')],
  }))
  const columns = ['Area', 'Kind', 'Within', 'Overlaps'].map((heading) => ({ heading }))
  return (
    <Card id="areas" title="Areas" flush>
      <DataTable caption="Areas of the partnership" hideCaption narrow="stack" columns={columns} rows={rows} />
    </Card>
  )
}

/** What the page of an organisation shows. */
export interface OrganisationView {
  readonly organisation: Organisation
  readonly people: readonly { readonly id: string; readonly name: string; readonly title: string }[]
  readonly seats: readonly {
    readonly slug: string
    readonly body: string
    readonly seat: string
    readonly personId: string
    readonly person: string
  }[]
  readonly keeps: boolean
}

/** One organisation: its names over time, its identifiers, what came before and after, its people and seats. */
export function OrganisationPage({ visit, view }: { readonly visit: Visit; readonly view: OrganisationView }): JSX.Element {
  const { organisation, people, seats, keeps } = view
  const seatRows = seats.map(({ slug, body, seat, personId, person }) => ({
    cells: [<TextLink href={membersPath(slug)} text={body} />, seat, <TextLink href={personPath(personId)} text={person} />],
  }))
  return (
    <Page visit={visit} title={organisation.name} breadcrumbs={[{ text: 'Organisations', href: organisationsPath }]} width="workspace">
      <PageHead
        title={organisation.name}
        caption={labelOf(sectorLabels, organisation.sector)}
        actions={keeps ? <ButtonLink href={changeOrganisationPath(organisation.id)} text="Change" /> : undefined}
      />
      <Card id="facts" title="About">
        <KeyFacts facts={factsOf(organisation)} />
      </Card>
      <Card id="seats" title="Seats on boards today" flush={seatRows.length > 0}>
        {seatRows.length === 0 ? (
          <p class="gt-quiet">Nobody fills a seat on its behalf today.</p>
        ) : (
          <DataTable
            caption="Seats filled on its behalf"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Board' }, { heading: 'Seat' }, { heading: 'Person' }]}
            rows={seatRows}
          />
        )}
      </Card>
      <Card id="people" title="People today">
        {people.length === 0 ? (
          <p class="gt-quiet">Nobody is recorded in a post here today.</p>
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
    </Page>
  )
}

function factsOf({ startsOn, endsOn, names, identifiers, predecessors, successors }: Organisation) {
  return [
    { label: 'Since', value: <DateText day={startsOn} weekday={false} /> },
    { label: 'Until', value: endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end' },
    ...names.map(({ name, endsOn: last }) => ({
      label: 'Earlier name',
      value: (
        <>
          {name}
          {last && (
            <>
              , until <DateText day={last} weekday={false} />
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

function Came({ succession, words }: { readonly succession: Succession; readonly words?: string }): JSX.Element {
  const { organisation, onDay } = succession
  return (
    <>
      <TextLink href={organisationPath(organisation.id)} text={organisation.name} />
      {words && `, ${words}`} on <DateText day={onDay} weekday={false} />
    </>
  )
}
