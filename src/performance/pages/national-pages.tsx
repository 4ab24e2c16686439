import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Sparkline } from '#platform/web/charts/sparkline.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { nationalPaths } from '../paths.ts'
import type { NationalEdition } from '../queries/national.ts'
import type { Beside, PlaceOfCountry } from '../rules/national-card.ts'
import type { NationalReport } from '../rules/national-report.ts'
import type { NationalRowWords } from '../words/national.ts'
import { DirectionMark } from './direction.tsx'
import { ReportCard } from './national-reading-pages.tsx'

const monthWords = (day: Temporal.PlainDate): string => day.toLocaleString('en-GB', { month: 'long', year: 'numeric' })

function SourceLine({ edition }: { readonly edition: NationalEdition }): JSX.Element {
  const day = edition.readAt.toZonedDateTimeISO('Europe/London').toPlainDate()
  return (
    <p class="gt-quiet">
      Source: {edition.source}. <Licence name={edition.licence} />. Read in on {dayInWords(day)}. Published figures of others, not the
      partnership’s own.
    </p>
  )
}

/** The acknowledgement that the Open Government Licence asks for, with its link, where the publisher gives none of its own; any other licence by its name. */
function Licence({ name }: { readonly name: string }): JSX.Element {
  const version = /^Open Government Licence v(\d)\.0$/.exec(name)?.[1]
  if (version === undefined) return <>{name}</>
  return (
    <>
      Contains public sector information licensed under the{' '}
      <a class="govuk-link" href={`https://www.nationalarchives.gov.uk/doc/open-government-licence/version/${version}/`}>
        {name}
      </a>
    </>
  )
}

/** All authorities figures are published of, by region; or what to do where none were read in. */
export function NationalPage(props: {
  readonly visit: Visit
  readonly edition: NationalEdition | undefined
  readonly places: readonly PlaceOfCountry[]
  readonly report: NationalReport | undefined
  /** Whether whoever looks reads published figures in. */
  readonly mayRead: boolean
}): JSX.Element {
  const { visit, edition, places, report, mayRead } = props
  const regions = places.filter(({ kind }) => kind === 'region')
  const groups = [...regions, undefined].flatMap((region) => {
    const inside = places.filter((one) => one.kind === 'authority' && one.region === (region?.number ?? null))
    return inside.length > 0 ? [{ name: region?.name ?? 'Without a region', inside }] : []
  })
  return (
    <Page
      visit={visit}
      title="Places of the country"
      width="workspace"
      description="Published figures of every local authority, side by side."
    >
      <PageHead
        title="Places of the country"
        lead="Published figures of every local authority: beside England, its region and the places most like it."
      />
      {mayRead && (
        <p class="govuk-body">
          <a class="govuk-link" href={nationalPaths.readIn}>
            {edition === undefined ? 'Read published figures in' : 'Read another edition in'}
          </a>
        </p>
      )}
      {edition === undefined || groups.length === 0 ? (
        <EmptyState
          title="No published figures have been read in"
          text={
            mayRead
              ? 'Download the files of the local authority interactive tool from the Department for Education, and read them in here.'
              : 'They appear here as soon as an administrator has read in the files of the local authority interactive tool.'
          }
        />
      ) : (
        <>
          <SourceLine edition={edition} />
          {groups.map(({ name, inside }) => (
            <Card id={`region-${inside[0]?.region ?? 0}`} title={name}>
              <ul class="govuk-list">
                {inside.map(({ number, name: authority, endsOn }) => (
                  <li>
                    <a class="govuk-link" href={nationalPaths.authority(number)}>
                      {authority}
                    </a>
                    {endsOn && ` (until ${dayInWords(endsOn.subtract({ days: 1 }))})`}
                  </li>
                ))}
              </ul>
            </Card>
          ))}
          {report !== undefined && <ReportCard report={report} />}
        </>
      )}
    </Page>
  )
}

/** What the scorecard of an authority shows. */
export interface AuthorityView {
  readonly edition: NationalEdition
  readonly authority: PlaceOfCountry
  readonly successors: readonly PlaceOfCountry[]
  readonly beside: Beside
  readonly editions: readonly Temporal.PlainDate[]
  readonly topics: readonly string[]
  /** '' for all. */
  readonly topic: string
  readonly rows: readonly NationalRowWords[]
}

const namesOf = ({ country, region }: Beside): string =>
  [...[country, region].flatMap((place) => (place === null ? [] : [place.name])), 'its statistical neighbours']
    .join(', ')
    .replace(/, (?=its)/, ' and ')

/** The scorecard of an authority: every published measure beside the country, the region and its neighbours. */
export function AuthorityPage({ visit, view }: { readonly visit: Visit; readonly view: AuthorityView }): JSX.Element {
  const { authority, beside, rows, edition } = view
  const month = beside.edition?.toString().slice(0, 7) ?? ''
  return (
    <Page
      visit={visit}
      title={authority.name}
      width="workspace"
      breadcrumbs={[{ text: 'Places of the country', href: nationalPaths.all }]}
      description={`Published figures of ${authority.name} beside England, its region and its neighbours.`}
    >
      <PageHead
        caption="Places of the country"
        title={authority.name}
        lead={`${rows.length} published measures: the latest figure of each, beside ${namesOf(beside)}.`}
      />
      <Ended view={view} />
      <Filter view={view} />
      {rows.length === 0 ? (
        <EmptyState title="No measure of this topic" text="Choose another topic, or all of them." />
      ) : (
        <Figures view={view} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={nationalPaths.csv(authority.number, view.topic, month)} download="">
          Download this scorecard as CSV
        </a>
      </p>
      <Neighbours beside={beside} />
      <SourceLine edition={edition} />
    </Page>
  )
}

function Ended({ view }: { readonly view: AuthorityView }): JSX.Element | null {
  const { authority, successors } = view
  if (authority.endsOn === null) return null
  return (
    <p class="govuk-inset-text">
      This authority ended on {dayInWords(authority.endsOn.subtract({ days: 1 }))}.{successors.length > 0 && ' It was followed by '}
      {successors.map(({ number, name }, index) => (
        <>
          {index > 0 && ' and '}
          <a class="govuk-link" href={nationalPaths.authority(number)}>
            {name}
          </a>
        </>
      ))}
      {successors.length > 0 && '.'}
    </p>
  )
}

function Filter({ view }: { readonly view: AuthorityView }): JSX.Element {
  const { authority, topics, topic, editions, beside } = view
  const chosen = beside.edition?.toString().slice(0, 7)
  return (
    <form class="gt-filter" method="get" action={nationalPaths.authority(authority.number)}>
      <div class="govuk-form-group">
        <label class="govuk-label" for="topic">
          Topic
        </label>
        <select class="govuk-select" id="topic" name="topic">
          <option value="">All topics</option>
          {topics.map((one) => (
            <option value={one} selected={one === topic}>
              {one}
            </option>
          ))}
        </select>
      </div>
      {editions.length > 0 && (
        <div class="govuk-form-group">
          <label class="govuk-label" for="neighbours">
            Statistical neighbours of
          </label>
          <select class="govuk-select" id="neighbours" name="neighbours">
            {editions.map((one) => (
              <option value={one.toString().slice(0, 7)} selected={one.toString().slice(0, 7) === chosen}>
                {monthWords(one)}
              </option>
            ))}
          </select>
        </div>
      )}
      <button class="govuk-button govuk-button--secondary" type="submit">
        Show
      </button>
    </form>
  )
}

function Figures({ view }: { readonly view: AuthorityView }): JSX.Element {
  const { rows, beside, authority } = view
  const groups = [...Map.groupBy(rows, ({ topic }) => topic)].map(([heading, list]) => ({
    heading,
    rows: list.map((row) => ({ cells: cellsOf(row) })),
  }))
  return (
    <div class="gt-scorecard">
      <DataTable
        caption={`Published figures of ${authority.name}`}
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Measure' },
          { heading: 'Latest', numeric: true },
          { heading: beside.country?.name ?? 'Country', numeric: true },
          { heading: beside.region?.name ?? 'Region', numeric: true },
          { heading: 'Among neighbours' },
          { heading: 'Direction' },
          { heading: 'Run' },
        ]}
        groups={groups}
      />
    </div>
  )
}

function cellsOf(row: NationalRowWords) {
  return [
    <>
      {row.title}
      <span class="gt-scorecard__note">
        {row.unit === '' ? '' : `${row.unit}. `}
        {row.better}
      </span>
    </>,
    <>
      <strong>{row.figure}</strong>
      <span class="gt-scorecard__note">{row.period}</span>
      {row.note !== '' && <span class="gt-scorecard__note">{row.note}</span>}
    </>,
    row.country,
    row.region,
    row.place === '' ? 'No place' : row.place,
    <DirectionMark direction={row.direction} />,
    <Sparkline words={row.run.words} values={row.run.values} target={null} range={null} mark={row.direction.mark} />,
  ]
}

function Neighbours({ beside }: { readonly beside: Beside }): JSX.Element | null {
  if (beside.edition === null || beside.neighbours.length === 0) return null
  return (
    <Card id="neighbour-list" title={`Statistical neighbours, ${monthWords(beside.edition)}`}>
      <p class="govuk-body">
        The places most like this one, by its publisher’s list of that month. A place counts from the best; equal figures share the better
        place; places without a figure are left out and counted apart. Where neither way is better there is an order and no judgement.
      </p>
      <ol class="govuk-list govuk-list--number">
        {beside.neighbours.map(({ number, name, closeness }) => (
          <li>
            <a class="govuk-link" href={nationalPaths.authority(number)}>
              {name}
            </a>
            {closeness !== '' && `: ${closeness.toLowerCase()}`}
          </li>
        ))}
      </ol>
    </Card>
  )
}
