import type { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { setInTurn } from '#platform/documents/pdf/set-in-turn.ts'
import { parseMarkdown } from '#platform/paper/parse-markdown.ts'
import { emptyPaper, type Paper } from '#platform/paper/tree.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords } from '#platform/time/words.ts'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { ledPaths } from '../framework-paths.ts'
import { marketPaths } from '../market-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { marketCells, marketHeadings } from '../pages/market-map.tsx'
import { MarketPage } from '../pages/market-page.tsx'
import { DivisionsPage, MarketAreaPage, StatementPage } from '../pages/market-parts.tsx'
import { findServices } from '../queries/commissioned-services.ts'
import { findAsksTakenBack, findMarketAsks } from '../queries/market-asks.ts'
import { findReturns, findStatements, type MarketStatement } from '../queries/markets.ts'
import { listStrategies } from '../queries/strategies.ts'
import { findUsableNeeds } from '../queries/usable-needs.ts'
import { latestReturns } from '../rules/market.ts'
import { oldReturns } from '../rules/market-ask.ts'
import { type AskedLed, ledGate, ledVerbs } from './led-gates.ts'
import { expiringOf, marketOf, standingsOf } from './market-ground.ts'

const kind = 'market'
const at = ledPaths.record(kind, `:${kind}`)

/** Puts what is read of a market at its addresses. */
export function marketReading(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = ledGate(kind, 'read')
  pageAt(app, needs, at, gate, marketPage)
  pageAt(app, needs, marketPaths.divisions(`:${kind}`), gate, divisionsPage)
  pageAt(app, needs, marketPaths.statement(`:${kind}`), gate, statementPage)
  app.get(marketPaths.csv(`:${kind}`), async (c) => {
    const rows = await readAs(needs.db, c.get('visit'), async (reader) => csvRows(await gate(reader, c)))
    return c.body(csvOf(rows), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="market.csv"',
    })
  })
  app.get(`${at}/statement/:number/statement.pdf`, async (c) => {
    const visit = c.get('visit')
    const input = await readAs(needs.db, visit, async (reader) => documentOf(visit, await gate(reader, c)))
    const pdf = await setInTurn(input, visit.now)
    if (pdf === undefined) return c.text('Too many ask for documents at this moment.\n', 503, { 'Retry-After': '30' })
    const headers = { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="statement.pdf"' }
    return c.body(new Uint8Array(pdf), 200, headers)
  })
  // A form stands at areas/new: what is no id of an area falls through to it.
  pageAt(app, needs, `${at}/areas/:area{[0-9a-f-]{36}}`, gate, areaPage)
}

async function marketPage(asked: AskedLed) {
  const { reader, visit, body, record } = asked
  const market = await marketOf(asked)
  const [{ tiles, whole, divisions, returns }, asks, takenBack, expiring, statements, services, strategies] = await Promise.all([
    standingsOf(asked),
    ledVerbs(asked).has('change') ? findMarketAsks(reader, { market: record.id }, visit.today) : [],
    ledVerbs(asked).has('change') ? findAsksTakenBack(reader, record.id) : [],
    expiringOf(asked, market),
    findStatements(reader, record.id),
    market.service === undefined ? [] : findServices(reader, [market.service], visit.today),
    market.strategy === undefined ? [] : listStrategies(reader, body.id, visit.today),
  ])
  return (
    <MarketPage
      visit={visit}
      board={body}
      record={record}
      market={market}
      tiles={tiles}
      whole={whole}
      divisions={divisions.map(({ division }) => division)}
      statements={statements}
      expiring={expiring}
      serviceTitle={services[0]?.title}
      strategyTitle={strategies.find(({ id }) => id === market.strategy)?.title}
      providers={new Map(returns.map(({ provider, providerName }) => [provider, providerName]))}
      old={oldReturns(returns, market.everyMonths, visit.today)}
      returnCount={returns.length}
      asks={asks}
      takenBack={takenBack}
      may={ledVerbs(asked)}
    />
  )
}

async function areaPage(asked: AskedLed) {
  const { reader, visit, body, record } = asked
  const { areas, rows } = await standingsOf(asked)
  const area = areas.find(({ id }) => id === asked.part('area'))
  if (!area) throw new NotFound('No such area.')
  const [all, usable, market] = await Promise.all([findReturns(reader, record.id, area.id), findUsableNeeds(reader), marketOf(asked)])
  const returns = latestReturns(all, visit.today)
  return (
    <MarketAreaPage
      visit={visit}
      board={body}
      record={record}
      market={market}
      name={area.name}
      needs={rows.filter((row) => row.area === area.id)}
      titles={new Map(usable.map(({ id, title }) => [id, title]))}
      returns={returns.toSorted((one, other) => one.providerName.localeCompare(other.providerName))}
      earlier={all.filter((one) => !returns.includes(one))}
    />
  )
}

async function divisionsPage(asked: AskedLed) {
  const [{ areas, divisions }, market] = await Promise.all([standingsOf(asked), marketOf(asked)])
  const { visit, body, record } = asked
  return (
    <DivisionsPage
      visit={visit}
      board={body}
      record={record}
      market={market}
      divisions={divisions}
      areaNames={new Map(areas.map(({ id, name }) => [id, name]))}
    />
  )
}

async function statementPage(asked: AskedLed) {
  const { reader, visit, body, record } = asked
  const statements = await findStatements(reader, record.id)
  const may = ledVerbs(asked).has('change')
  const wanted = asked.query('version')
  const chosen = wanted ? statements.find(({ number }) => String(number) === wanted) : undefined
  const shown = chosen ?? (may ? statements[0] : undefined) ?? statements.find(({ publishedOn }) => publishedOn !== undefined)
  return (
    <StatementPage
      visit={visit}
      board={body}
      record={record}
      shown={shown && { statement: shown, paper: paperOf(shown) }}
      statements={statements}
      mayChange={may}
    />
  )
}

function paperOf({ text }: MarketStatement): Paper {
  const read = parseMarkdown(text)
  return read.ok ? read.value.paper : emptyPaper
}

async function csvRows(asked: AskedLed) {
  const { tiles } = await standingsOf(asked)
  return [['Area', ...marketHeadings], ...tiles.map(({ area, standing }) => [area.name, ...marketCells(standing)])]
}

async function documentOf(visit: Visit, asked: AskedLed): Promise<DocumentInput> {
  const { reader, body, record } = asked
  const statement = (await findStatements(reader, record.id)).find(({ number }) => String(number) === asked.part('number'))
  if (!statement) throw new NotFound('No such version.')
  return {
    partnership: visit.partnership === body.name ? '' : visit.partnership,
    ...{ board: body.name, title: `Market position statement: ${record.title}`, place: '', contact: '', noticeLines: [], lists: [] },
    date: statement.publishedOn ? `Published on ${dayInWords(statement.publishedOn)}` : 'Being written',
    label: `Version ${statement.number}`,
    facts: [['Figures of', dayInWords(statement.figuresOn)]],
    sections: [{ number: '', title: 'Position of the market', tree: paperOf(statement) }],
  }
}
