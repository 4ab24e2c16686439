import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { type DataGroup, DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { areaPath, areasPath } from '../area-paths.ts'
import { boardsPath, newOrganisationPath, newPersonPath, organisationPath, organisationsPath, teamsPath } from '../paths.ts'
import type { Area } from '../queries/areas.ts'
import type { OrganisationSummary } from '../queries/organisations.ts'
import type { findOrganisationsNamed } from '../queries/succession.ts'
import { labelOf, sectorLabels } from '../words/labels.ts'
import { ButtonLink, TextLink } from './board-page.tsx'

const order: readonly string[] = Object.keys(sectorLabels)

type FoundOrganisation = Awaited<ReturnType<typeof findOrganisationsNamed>>[number]

/** Every organisation by sector, the ended ones too, and the areas of the partnership. */
export function OrganisationsPage(props: {
  readonly visit: Visit
  readonly organisations: readonly OrganisationSummary[]
  /** What was looked for, with the old name where that is what was found; undefined where nothing was. */
  readonly found: readonly FoundOrganisation[] | undefined
  readonly asked: string
  readonly areas: readonly Area[]
  readonly keeps: boolean
}): JSX.Element {
  const { visit, found, asked, areas, keeps } = props
  const earlier = new Map(found?.map((one) => [one.id, one.earlier]))
  const organisations = props.organisations.filter(({ id }) => found === undefined || earlier.has(id))
  const sectors = [...new Set(organisations.map(({ sector }) => sector))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  const groups = sectors.map(
    (sector): DataGroup => ({
      heading: labelOf(sectorLabels, sector),
      rows: organisations
        .filter((organisation) => organisation.sector === sector)
        .map(({ id, name, startsOn, endsOn }) => ({
          cells: [
            <Named id={id} name={name} earlier={earlier.get(id)} />,
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
      <p>
        <TextLink href={teamsPath} text="Teams that work for the boards" />
      </p>
      <search>
        <form class="gt-search" action={organisationsPath} method="get">
          <label class="govuk-label" for="name">
            A name, or a part of it, of today or of earlier
          </label>
          <div class="gt-search__row">
            <input class="govuk-input" id="name" name="name" type="search" maxlength={200} value={asked} />
            <button class="govuk-button govuk-button--secondary" type="submit">
              Look for it
            </button>
          </div>
        </form>
      </search>
      {groups.length === 0 && <Nothing isAsked={found !== undefined} />}
      {groups.length > 0 && (
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

function Nothing({ isAsked }: { readonly isAsked: boolean }): JSX.Element {
  if (!isAsked) return <EmptyState title="No organisations yet" text="A clerk or an administrator adds the agencies of the partnership." />
  return (
    <EmptyState
      title="No organisation has or had such a name"
      text="Try fewer letters."
      action={{ text: 'Show all organisations', href: organisationsPath }}
    />
  )
}

function Named({ id, name, earlier }: { readonly id: string; readonly name: string; readonly earlier: string | undefined }): JSX.Element {
  return (
    <>
      <TextLink href={organisationPath(id)} text={name} />
      {earlier !== undefined && <span class="gt-quiet"> earlier {earlier}</span>}
    </>
  )
}

function Areas({ areas }: { readonly areas: readonly Area[] }): JSX.Element | null {
  if (areas.length === 0) return null
  const rows = areas.map(({ id, name, kindLabel, within, overlaps }) => ({
    cells: [<TextLink href={areaPath(id)} text={name} />, kindLabel, within.join(', '), overlaps.join(', ')],
  }))
  const columns = ['Area', 'Kind', 'Within', 'Overlaps'].map((heading) => ({ heading }))
  return (
    <Card id="areas" title="Areas" flush link={{ text: 'All areas', href: areasPath }}>
      <DataTable caption="Areas of the partnership" hideCaption narrow="stack" columns={columns} rows={rows} />
    </Card>
  )
}
