import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { SubNavigation } from '#platform/web/components/sub-navigation.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { type FlowPlace, keyOfPlace, type MoneyFlow } from '../rules/money-flow.ts'
import type { SumSoFar } from '../rules/partners-now.ts'
import { totalOf } from '../rules/split.ts'
import { yearInWords } from '../rules/year.ts'
import { flowColumns, flowSentence } from '../words/money-flow.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { MoneyFlowPicture } from './money-flow-picture.tsx'

/** The flow of a fund, or of every fund of a board, in one year. */
export interface MoneyFlowPageProps {
  readonly visit: Visit
  readonly board: BoardName
  /** Of what: a fund by its title, or all funds of the board. */
  readonly of: string
  readonly above: readonly PageLink[]
  readonly year: number
  readonly years: readonly number[]
  /** Whether partners stand as they are now, and not as they were. */
  readonly isNow: boolean
  readonly flow: MoneyFlow
  /** What places and partners are called, by key and by id. */
  readonly names: ReadonlyMap<string, string>
  /** The page of a place, by key; a place without one is none that one may see. */
  readonly hrefs: ReadonlyMap<string, string>
  /** What each partner gave, year by year. */
  readonly byPartner: ReadonlyMap<string, ReadonlyMap<number, SumSoFar>>
  readonly at: (year: number, isNow: boolean) => string
}

/** So many places stand open on a page that still fits a phone. */
const FEW = 14

/** Where the money of a year comes from and which outcome it reaches: as a picture, in a sentence and as a table whose parts add up (C5, T1, T3). */
export function MoneyFlowPage(props: MoneyFlowPageProps): JSX.Element {
  const { visit, board, of, above, year, years, flow } = props
  const title = 'Where the money goes'
  const others = years.filter((one) => one !== year)
  const sentence = flowSentence(flow, year)
  const places = flow.columns.flat().length
  return (
    <Page visit={visit} title={`${title}: ${of}`} width="workspace" breadcrumbs={crumbsOf(board, ...above)}>
      <PageHead title={title} caption={`${of}, ${yearInWords(year)}`} lead={sentence} />
      {boardNavigation(board.slug, 'commissioning')}
      {others.length > 0 && (
        <p class="govuk-body">
          Other years:{' '}
          {others.map((one) => (
            <>
              <a class="govuk-link" href={props.at(one, props.isNow)}>
                {yearInWords(one)}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      <SubNavigation
        label="Partners"
        links={[
          { text: 'Partners as they were', href: props.at(year, false), current: !props.isNow },
          { text: 'Partners as they are now', href: props.at(year, true), current: props.isNow },
        ]}
      />
      {flow.total > 0n && (
        <>
          <MoneyFlowPicture
            flow={flow}
            title={`${title}: ${of}, ${yearInWords(year)}`}
            description={sentence}
            names={props.names}
            headings={flowColumns}
          />
          <p class="govuk-hint">
            Every column adds up to {pounds(flow.total)}. A service that serves several outcomes is divided evenly between them: which part
            serves which is not recorded.
          </p>
          <Card title="The same in figures" id="figures" flush>
            <Fold title="Every place of the picture" note={String(places)} open={places <= FEW}>
              <ColumnsTable {...props} />
            </Fold>
            <Fold title="Every band of the picture" note={String(flow.bands.length)}>
              <BandsTable {...props} />
            </Fold>
          </Card>
        </>
      )}
      <Card title="What each partner gave, year by year" id="partners">
        <PartnersTable {...props} />
      </Card>
    </Page>
  )
}

/** The four columns, each with the same total. */
function ColumnsTable({ flow, names, hrefs }: MoneyFlowPageProps): JSX.Element {
  const named = (place: FlowPlace) => {
    const [name, href] = [names.get(keyOfPlace(place)) ?? '', hrefs.get(keyOfPlace(place))]
    return href === undefined ? (
      name
    ) : (
      <a class="govuk-link" href={href}>
        {name}
      </a>
    )
  }
  return (
    <DataTable
      caption="What stands in each column of the picture"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Column and place' }, { heading: 'Sum', numeric: true }]}
      groups={flow.columns.map((column, at) => ({
        heading: flowColumns[at] ?? '',
        rows: [
          ...column.map((place) => ({ cells: [named(place), pounds(place.pence)] })),
          { cells: ['Together', pounds(totalOf(column.map(({ pence }) => pence)))] },
        ],
      }))}
    />
  )
}

function BandsTable({ flow, names }: MoneyFlowPageProps): JSX.Element {
  return (
    <DataTable
      caption="Every band of the picture"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'From' }, { heading: 'To' }, { heading: 'Sum', numeric: true }]}
      rows={flow.bands.map(({ from, to, pence }) => ({ cells: [names.get(from) ?? '', names.get(to) ?? '', pounds(pence)] }))}
    />
  )
}

const said = (sum: SumSoFar | undefined): string => {
  if (sum === undefined) return 'Nothing recorded'
  if (sum.unknown === 0) return pounds(sum.pence)
  return sum.pence === 0n ? 'Not known' : `${pounds(sum.pence)}, and ${sum.unknown} not known`
}

/** Sums by partner and year; the foot is the same whichever way partners are taken. */
function PartnersTable({ byPartner, years, names, isNow }: MoneyFlowPageProps): JSX.Element {
  if (byPartner.size === 0) return <p class="govuk-body">Nobody is recorded as giving.</p>
  const oldest = years.toSorted((one, other) => one - other)
  const all = [...byPartner].toSorted(([one], [other]) => (names.get(one) ?? '').localeCompare(names.get(other) ?? ''))
  const foot = (year: number): SumSoFar => {
    const own = all.flatMap(([, of]) => of.get(year) ?? [])
    return { pence: totalOf(own.map(({ pence }) => pence)), unknown: own.reduce((sum, { unknown }) => sum + unknown, 0) }
  }
  return (
    <>
      <p class="govuk-body">
        {isNow
          ? 'What an organisation gave that has a successor stands with whoever came after it. Where several came after it, it stays where it was.'
          : 'What each gave stands under the organisation that gave it then.'}{' '}
        The totals of the years are the same both ways.
      </p>
      <DataTable
        caption="Planned contributions by partner and year, as they varied"
        narrow="stack"
        columns={[{ heading: 'Partner' }, ...oldest.map((year) => ({ heading: yearInWords(year), numeric: true }))]}
        rows={[
          ...all.map(([partner, of]) => ({ cells: [names.get(partner) ?? '', ...oldest.map((year) => said(of.get(year)))] })),
          { cells: ['Together', ...oldest.map((year) => said(foot(year)))] },
        ]}
      />
    </>
  )
}
