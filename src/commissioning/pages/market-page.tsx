import type { JSX } from 'hono/jsx/jsx-runtime'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths } from '../contract-paths.ts'
import { marketPaths } from '../market-paths.ts'
import { servicePaths, strategyPaths } from '../paths.ts'
import type { LedRecord } from '../queries/led-records.ts'
import type { AskTakenBack, MarketAsk } from '../queries/market-asks.ts'
import type { Division, Market, MarketStatement, NamedReturn } from '../queries/markets.ts'
import type { MarketStanding } from '../rules/market.ts'
import { gapInWords, placesInWords, shareInWords } from '../words/market.ts'
import type { BoardName } from './crumbs.ts'
import { LedPage } from './led-page.tsx'
import { type MapTile, MarketMap, marketCells, marketHeadings } from './market-map.tsx'
import { AskedReturns, OldReturns, oldInWords } from './market-returns.tsx'

/** A market with all that is known of it today. */
export interface MarketPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly record: LedRecord
  readonly market: Market
  readonly tiles: readonly MapTile[]
  readonly whole: MarketStanding
  readonly divisions: readonly Division[]
  readonly statements: readonly MarketStatement[]
  readonly expiring: readonly { readonly id: string; readonly title: string; readonly runsUntil: Temporal.PlainDate | null }[]
  /** What the market is about, by name, as far as one may see it. */
  readonly serviceTitle: string | undefined
  readonly strategyTitle: string | undefined
  /** Names of providers by id. */
  readonly providers: ReadonlyMap<string, string>
  /** The returns that are older than the market allows, the oldest first. */
  readonly old: readonly NamedReturn[]
  /** How many returns count today. */
  readonly returnCount: number
  /** What providers were asked, as far as one may see it. */
  readonly asks: readonly MarketAsk[]
  /** What was taken back of it, for those who keep the market. */
  readonly takenBack: readonly AskTakenBack[]
  readonly may: ReadonlySet<'change' | 'show'>
}

/** Where help is, where it is short, and how much hangs on one provider (C12). */
export function MarketPage(props: MarketPageProps): JSX.Element {
  const { visit, board, record, market, tiles, divisions, old, asks, takenBack, may } = props
  const acts = [
    ['edit', 'Change this market'],
    ['areas/new', 'Put an area on the map'],
    ...(tiles.length === 0
      ? []
      : ([
          ['needs', 'Say what is needed'],
          ...(record.sight === 'draft' ? [] : ([['asks', 'Ask providers for their returns']] as const)),
          ['returns', 'Enter a return of a provider'],
          ['divisions/new', 'Begin a way to divide it'],
        ] as const)),
    ...(divisions.length === 0 ? [] : ([['lots', 'Group areas into a lot']] as const)),
  ] as const
  return (
    <LedPage visit={visit} board={board} record={record} lead={market.purpose} may={may} acts={acts}>
      <Facts {...props} />
      {tiles.length === 0 ? (
        <p class="govuk-body">No area stands on the map yet.</p>
      ) : (
        <>
          <Card title="Where it is short" id="map">
            <MarketMap id={record.id} title={record.title} unit={market.unit} tiles={tiles} />
          </Card>
          <Areas {...props} />
          <OldReturns
            market={record.id}
            months={market.everyMonths}
            old={old}
            areaNames={new Map(tiles.map(({ area }) => [area.id, area.name]))}
          />
          {may.has('change') && <AskedReturns asks={asks} takenBack={takenBack} today={visit.today} />}
        </>
      )}
      <Expiring {...props} />
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('market', record.id)}>
          The golden thread of this market
        </a>
      </p>
    </LedPage>
  )
}

function Facts(props: MarketPageProps): JSX.Element {
  const { record, market, whole, divisions, statements, serviceTitle, strategyTitle, old, returnCount } = props
  const [published] = statements.filter(({ publishedOn }) => publishedOn !== undefined)
  const statementHref = marketPaths.statement(record.id)
  return (
    <KeyFacts
      facts={[
        { label: 'Counted in', value: `${market.unit}${market.countsPeople ? '; small numbers of people are hidden' : ''}` },
        {
          label: 'All areas together',
          value: `Gap: ${gapInWords(whole.gap).toLowerCase()}; can be given: ${placesInWords(whole)}; providers: ${whole.providers.length}`,
        },
        { label: 'Age of returns', value: oldInWords(old, returnCount, market.everyMonths) },
        {
          label: 'Position statement',
          value: (
            <a class="govuk-link" href={statementHref}>
              {published?.publishedOn
                ? `Version ${published.number}, published on ${dayInWords(published.publishedOn)}`
                : 'None is published yet'}
            </a>
          ),
        },
        {
          label: 'Ways to divide it',
          value:
            divisions.length === 0 ? (
              'None is weighed yet'
            ) : (
              <a class="govuk-link" href={marketPaths.divisions(record.id)}>
                {`${divisions.map(({ title }) => title).join(', or ')}: side by side`}
              </a>
            ),
        },
        ...(market.service && serviceTitle
          ? [
              {
                label: 'Service',
                value: (
                  <a class="govuk-link" href={servicePaths.service(market.service)}>
                    {serviceTitle}
                  </a>
                ),
              },
            ]
          : []),
        ...(market.strategy && strategyTitle
          ? [
              {
                label: 'Strategy',
                value: (
                  <a class="govuk-link" href={strategyPaths.strategy(market.strategy)}>
                    {strategyTitle}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Areas({ record, tiles, providers }: MarketPageProps): JSX.Element {
  const seesSpend = tiles.some(({ standing }) => standing.share.state !== 'not-known')
  return (
    <Card title="Area by area" id="areas" flush>
      <DataTable
        caption="Area by area"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Area' },
          ...marketHeadings.map((heading) => ({ heading })),
          { heading: 'Good or better' },
          ...(seesSpend ? [{ heading: 'Of what is spent' }] : []),
        ]}
        rows={tiles.map(({ area, standing }) => ({
          cells: [
            <a class="govuk-link" href={marketPaths.area(record.id, area.id)}>
              {area.name}
            </a>,
            ...marketCells(standing),
            standing.good + standing.notGood === 0
              ? 'None is rated'
              : `${standing.good} of ${standing.good + standing.notGood} that are rated`,
            ...(seesSpend
              ? [
                  standing.share.state === 'known'
                    ? `${shareInWords(standing.share)}: ${providers.get(standing.share.provider) ?? 'a provider'}`
                    : shareInWords(standing.share),
                ]
              : []),
          ],
        }))}
      />
    </Card>
  )
}

function Expiring({ market, expiring }: MarketPageProps): JSX.Element | null {
  if (market.service === undefined) return null
  return (
    <Card title="Contracts that end within a year" id="ends">
      {expiring.length === 0 ? (
        <p class="govuk-body">None that you may see.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {expiring.map(({ id, title, runsUntil }) => (
            <li>
              <a class="govuk-link" href={contractPaths.contract(id)}>
                {title}
              </a>
              {runsUntil && `, until ${dayInWords(runsUntil.subtract({ days: 1 }))}`}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
