import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { Article } from '#platform/paper/html.tsx'
import type { Paper } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Prose } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { providerPaths } from '../contract-paths.ts'
import { ledPaths } from '../framework-paths.ts'
import { marketPaths } from '../market-paths.ts'
import type { LedRecord } from '../queries/led-records.ts'
import type { Division, Market, MarketNeed, MarketStatement, NamedReturn } from '../queries/markets.ts'
import type { DivisionStanding } from '../rules/market.ts'
import { counted, figureInWords, gapInWords, placesInWords, shareInWords } from '../words/market.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

interface OfMarket {
  readonly visit: Visit
  readonly board: BoardName
  readonly record: LedRecord
}

function MarketPart({
  visit,
  board,
  record,
  title,
  lead,
  children,
}: OfMarket & { readonly title: string; readonly lead?: string; readonly children?: Children }): JSX.Element {
  return (
    <Page
      visit={visit}
      title={`${title}: ${record.title}`}
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Markets', href: ledPaths.ofBoard('market', board.slug) },
        { text: record.title, href: ledPaths.record('market', record.id) },
      )}
    >
      <PageHead title={title} caption={record.title} lead={lead} />
      {boardNavigation(board.slug, 'commissioning')}
      {children}
    </Page>
  )
}

/** What an area needs and who provides there. */
export interface MarketAreaProps extends OfMarket {
  readonly market: Market
  readonly name: string
  /** The latest first. */
  readonly needs: readonly MarketNeed[]
  readonly titles: ReadonlyMap<string, string>
  /** Those that count today, by provider. */
  readonly returns: readonly NamedReturn[]
  readonly earlier: readonly NamedReturn[]
}

/** One area of a market: what is needed by which source, and every provider with what it said and when (C12). */
export function MarketAreaPage(props: MarketAreaProps): JSX.Element {
  const { market, name, needs, titles, returns, earlier } = props
  const seesPrices = returns.some(({ price, spend }) => price !== undefined || spend !== undefined)
  return (
    <MarketPart {...props} title={name} lead={`Figures are ${market.unit}.`}>
      <Card title="What is needed" id="needs" flush={needs.length > 0}>
        {needs.length === 0 ? (
          <p class="govuk-body">Nobody has said yet.</p>
        ) : (
          <DataTable
            caption="What is needed"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'From' }, { heading: 'Needed' }, { heading: 'Source' }, { heading: 'Rests on' }]}
            rows={needs.map(({ datedOn, needed, source, need }) => ({
              cells: [
                dayInWords(datedOn),
                figureInWords(needed),
                source,
                need === undefined ? 'No need named' : (titles.get(need) ?? 'A need'),
              ],
            }))}
          />
        )}
      </Card>
      <Card title="Who provides" id="returns" flush={returns.length > 0}>
        {returns.length === 0 ? (
          <p class="govuk-body">No provider has made a return.</p>
        ) : (
          <Returns caption="Who provides" returns={returns} seesPrices={seesPrices} />
        )}
      </Card>
      {!seesPrices && returns.length > 0 && (
        <p class="govuk-body">Prices and what is spent are for the board alone: no provider sees those of another.</p>
      )}
      {earlier.length > 0 && (
        <Fold title="Earlier returns" note={String(earlier.length)}>
          <Returns caption="Earlier returns" returns={earlier} seesPrices={seesPrices} />
        </Fold>
      )}
    </MarketPart>
  )
}

function Returns({
  caption,
  returns,
  seesPrices,
}: {
  readonly caption: string
  readonly returns: readonly NamedReturn[]
  readonly seesPrices: boolean
}): JSX.Element {
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Provider' },
        { heading: 'Can give', numeric: true },
        { heading: 'Free', numeric: true },
        { heading: 'Quality' },
        ...(seesPrices
          ? [
              { heading: 'Price for one', numeric: true },
              { heading: 'Spent in a year', numeric: true },
            ]
          : []),
        { heading: 'Return' },
      ]}
      rows={returns.map(({ provider, providerName, places, free, qualityName, price, spend, datedOn, number, source }) => ({
        cells: [
          <a class="govuk-link" href={providerPaths.provider(provider)}>
            {providerName}
          </a>,
          places === null ? 'Not known' : counted(places),
          figureInWords(free),
          qualityName,
          ...(seesPrices ? [price === undefined ? 'Not known' : pounds(price), spend === undefined ? 'Not known' : pounds(spend)] : []),
          `${dayInWords(datedOn)}${number > 1 ? `, corrected (${number})` : ''}: ${source}`,
        ],
      }))}
    />
  )
}

/** Ways to divide a market, side by side. */
export interface DivisionsProps extends OfMarket {
  readonly market: Market
  readonly divisions: readonly { readonly division: Division; readonly standing: DivisionStanding }[]
  readonly areaNames: ReadonlyMap<string, string>
}

/** Two or more ways to divide a market, appraised from the same figures side by side (C12). */
export function DivisionsPage(props: DivisionsProps): JSX.Element {
  const { market, divisions, areaNames } = props
  const named = (areas: readonly string[]) => areas.map((area) => areaNames.get(area) ?? 'An area').join(', ')
  const seesSpend = divisions.some(({ standing }) => standing.lots.some((lot) => lot.standing.share.state !== 'not-known'))
  const headings = ['Lot', 'Areas', 'Needed', 'Can be given', 'Gap', 'Providers', ...(seesSpend ? ['Of what is spent'] : [])]
  const line = (heading: string, of: (standing: DivisionStanding) => string) => ({
    cells: [heading, ...divisions.map(({ standing }) => of(standing))],
  })
  return (
    <MarketPart
      {...props}
      title="Ways to divide the market"
      lead={`The same figures, grouped in ${divisions.length} ${divisions.length === 1 ? 'way' : 'ways'}. Figures are ${market.unit}.`}
    >
      <DataTable
        caption="Side by side"
        narrow="stack"
        columns={[{ heading: 'What is looked at' }, ...divisions.map(({ division }) => ({ heading: division.title }))]}
        rows={[
          line('Lots', ({ lots }) => String(lots.length)),
          line('Lots without a second provider', ({ withoutSecond }) => String(withoutSecond)),
          line('Lots short of what is needed', ({ short }) => String(short)),
          line('The lot with most need beside the one with least', ({ unevenness }) =>
            unevenness === undefined ? 'Not known' : `${unevenness / 10} times as much`,
          ),
          line('Areas in no lot', ({ left }) => (left.length === 0 ? 'None' : named(left))),
        ]}
      />
      {divisions.map(({ division, standing }) => (
        <Card title={division.title} id={`division-${division.position}`}>
          {division.text !== '' && <p class="govuk-body">{division.text}</p>}
          {standing.lots.length === 0 ? (
            <p class="govuk-body">No lot yet.</p>
          ) : (
            <DataTable
              caption={`Lots: ${division.title}`}
              hideCaption
              narrow="stack"
              columns={headings.map((heading) => ({ heading }))}
              rows={standing.lots.map(({ lot, standing: one }) => ({
                cells: [
                  lot.name,
                  lot.areas.length === 0 ? 'No area any more' : named(lot.areas),
                  figureInWords(one.need),
                  placesInWords(one),
                  gapInWords(one.gap),
                  <Providers count={one.providers.length} most={lot.mostProviders} />,
                  ...(seesSpend ? [shareInWords(one.share)] : []),
                ],
              }))}
            />
          )}
        </Card>
      ))}
    </MarketPart>
  )
}

function Providers({ count, most }: { readonly count: number; readonly most: number | undefined }): JSX.Element {
  const text = `${counted(count)}${most === undefined ? '' : `, room for ${most}`}`
  if (count >= 2) return <>{text}</>
  return <StatusPill meaning="bad">{`${text}: no second provider`}</StatusPill>
}

/** The position statement of a market. */
export interface StatementProps extends OfMarket {
  /** The version that is read, with its text as a tree; undefined: there is none. */
  readonly shown: { readonly statement: MarketStatement; readonly paper: Paper } | undefined
  readonly statements: readonly MarketStatement[]
  readonly mayChange: boolean
}

/** The position statement as it was published, its earlier versions, and the one that is written for whoever writes it (C12). */
export function StatementPage(props: StatementProps): JSX.Element {
  const { record, shown, statements, mayChange } = props
  const written = statements.find(({ publishedOn }) => publishedOn === undefined)
  const step = (name: string) => ledPaths.step('market', record.id, name)
  const acts = written
    ? ([
        ['statement/edit', 'Change the version that is written'],
        ['statement/publish', `Publish version ${written.number}`],
      ] as const)
    : ([['statement/draft', 'Draft a version from the record']] as const)
  return (
    <MarketPart {...props} title="Market position statement">
      {mayChange && (
        <p class="govuk-body gt-actions">
          {acts.map(([name, text]) => (
            <>
              <a class="govuk-link" href={step(name)}>
                {text}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      {shown === undefined ? (
        <p class="govuk-body">No version is published yet.</p>
      ) : (
        <>
          <p class="govuk-body">
            {shown.statement.publishedOn ? (
              `Version ${shown.statement.number}, published on ${dayInWords(shown.statement.publishedOn)}, from figures of ${dayInWords(shown.statement.figuresOn)}. `
            ) : (
              <StatusPill meaning="draft">{`Version ${shown.statement.number}, being written`}</StatusPill>
            )}{' '}
            <a class="govuk-link" href={marketPaths.statementPdf(record.id, shown.statement.number)}>
              Download it as PDF
            </a>
          </p>
          <Prose>
            <Article paper={shown.paper} />
          </Prose>
        </>
      )}
      {statements.length > 1 && (
        <Fold title="Every version" note={String(statements.length)}>
          <ul class="govuk-list govuk-list--bullet">
            {statements.map(({ number, publishedOn }) => (
              <li>
                <a class="govuk-link" href={`${marketPaths.statement(record.id)}?version=${number}`}>
                  {`Version ${number}`}
                </a>
                {publishedOn ? `, published on ${dayInWords(publishedOn)}` : ', being written'}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </MarketPart>
  )
}
