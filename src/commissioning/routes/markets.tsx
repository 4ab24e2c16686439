import { Hono } from 'hono'
import type { AskedBoard } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import * as commands from '../commands/market.ts'
import * as parse from '../forms/market.ts'
import { ledPaths } from '../framework-paths.ts'
import { marketPaths } from '../market-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { LedListPage } from '../pages/led-page.tsx'
import { listLed } from '../queries/led-records.ts'
import { findDivisions, findMarkets, findStatements } from '../queries/markets.ts'
import { draftedStatement } from '../words/market-statement.ts'
import { formAt } from './endpoint.ts'
import { boardGate, commissioningOf } from './gates.ts'
import { type AskedLed, ledGate, showLedAt } from './led-gates.ts'
import { groundOf, marketOf } from './market-ground.ts'
import { marketReading } from './market-reading.tsx'
import * as shapes from './market-shapes.ts'

const kind = 'market'
const at = ledPaths.record(kind, `:${kind}`)
const to = (id: string) => ledPaths.record(kind, id)

/** Markets: what is needed where, who provides it, how they can be divided, and their position statements (C12). */
export function marketRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, ledPaths.ofBoard(kind, ':slug'), boardGate(), listPage)
  formAt(app, needs, ledPaths.create(kind, ':slug'), boardGate('add'), async (asked) =>
    form(await shapes.marketShape(asked, undefined), parse.parseMarket, async (doer, input) =>
      leadTo(await commands.addMarket(needs, doer, asked.body.id, input), to),
    ),
  )
  marketReading(app, needs)
  showLedAt(app, needs, kind)
  figures(app, needs)
  divisions(app, needs)
  statements(app, needs)
  return app
}

async function listPage({ reader, visit, body, may }: AskedBoard) {
  const records = await listLed(reader, kind, body.id, visit.today)
  const markets = await findMarkets(
    reader,
    records.map(({ id }) => id),
  )
  return (
    <LedListPage
      visit={visit}
      board={body}
      kind={kind}
      headings={['What is bought', 'Counted in']}
      rows={records.map((record) => {
        const market = markets.get(record.id)
        return { record, cells: market ? [market.purpose, market.unit] : [] }
      })}
      mayAdd={may(commissioningOf(body.id), 'add')}
    />
  )
}

function figures(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = ledGate(kind, 'change')
  formAt(app, needs, `${at}/edit`, gate, async (asked) =>
    form(
      await shapes.marketShape(asked, { record: asked.record, market: await marketOf(asked) }),
      parse.parseChangedMarket,
      async (doer, input) => leadTo(await commands.changeMarket(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/areas/new`, gate, async (asked) =>
    form(await shapes.areaShape(asked), parse.parseArea, async (doer, input) =>
      leadTo(await commands.addMarketArea(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/needs`, gate, async (asked) =>
    form(await shapes.needShape(asked, await marketOf(asked)), parse.parseNeed, async (doer, input) =>
      leadTo(await commands.addMarketNeed(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/returns`, gate, async (asked) =>
    form(await shapes.returnShape(asked, await marketOf(asked)), parse.parseReturn, async (doer, input) =>
      leadTo(await commands.addMarketReturn(needs, doer, asked.record.id, input), to),
    ),
  )
}

function divisions(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = ledGate(kind, 'change')
  formAt(app, needs, `${at}/divisions/new`, gate, async (asked) =>
    form(shapes.divisionShape(asked), parse.parseDivision, async (doer, input) =>
      leadTo(await commands.addDivision(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/lots`, gate, async (asked) =>
    form(await shapes.lotShape(asked, await findDivisions(asked.reader, asked.record.id)), parse.parseLot, async (doer, input) =>
      leadTo(await commands.addLot(needs, doer, asked.record.id, input), marketPaths.divisions),
    ),
  )
}

function statements(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = ledGate(kind, 'change')
  formAt(app, needs, `${at}/statement/draft`, gate, async (asked) => {
    const text = draftedStatement(await groundOf(asked, await marketOf(asked)))
    return form(shapes.draftShape(asked), parse.parseDraft, async (doer, input) =>
      leadTo(await commands.draftStatement(needs, doer, asked.record.id, input, text), marketPaths.statement),
    )
  })
  formAt(app, needs, `${at}/statement/edit`, gate, async (asked) =>
    form(shapes.writeShape(asked, await writtenOf(asked)), parse.parseStatement, async (doer, input) =>
      leadTo(await commands.writeStatement(needs, doer, asked.record.id, input), marketPaths.statement),
    ),
  )
  formAt(app, needs, `${at}/statement/publish`, gate, async (asked) =>
    form(shapes.publishShape(asked, await writtenOf(asked)), parse.parseDraft, async (doer, input) =>
      leadTo(await commands.publishStatement(needs, doer, asked.record.id, input), marketPaths.statement),
    ),
  )
}

async function writtenOf({ reader, record }: AskedLed) {
  const written = (await findStatements(reader, record.id)).find(({ publishedOn }) => publishedOn === undefined)
  if (!written) throw new NotFound('No version is being written.')
  return written
}
