import { listAreas } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type Figure, figureOf, type Lot, type MarketReturn } from '../rules/market.ts'
import { findProviders } from './providers.ts'

type Day = Temporal.PlainDate

/** What a market is about (C12). */
export interface Market {
  readonly id: string
  readonly purpose: string
  /** In what it is counted: 'hours a week'. */
  readonly unit: string
  readonly countsPeople: boolean
  /** After how many months a return is old; undefined: nobody has said. */
  readonly everyMonths: number | undefined
  readonly service: string | undefined
  readonly strategy: string | undefined
}

/** An area of a market and where its tile stands on the map. */
export interface MarketArea {
  readonly id: string
  readonly name: string
  readonly across: number
  readonly down: number
}

/** How much is needed in an area from a day on. */
export interface MarketNeed {
  readonly area: string
  readonly datedOn: Day
  readonly needed: Figure
  readonly source: string
  /** The need or finding that it rests on. */
  readonly need: string | undefined
}

/** A return with its words. */
export interface NamedReturn extends MarketReturn {
  readonly providerName: string
  readonly qualityName: string
  readonly source: string
}

/** A way to divide a market. */
export interface Division {
  readonly id: string
  readonly position: number
  readonly title: string
  readonly text: string
  readonly lots: readonly Lot[]
}

/** A version of the position statement. */
export interface MarketStatement {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly figuresOn: Day
  readonly publishedOn: Day | undefined
}

/** Some markets by id, as far as one may see them. */
export async function findMarkets(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Market>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('commissioning.market')
    .select(['id', 'purpose', 'unit', 'counts_people as countsPeople', 'every_months as everyMonths', 'service', 'strategy'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ service, strategy, everyMonths, ...row }) => [
      row.id,
      { ...row, service: service ?? undefined, strategy: strategy ?? undefined, everyMonths: everyMonths ?? undefined },
    ]),
  )
}

/** The markets that are about a service or a strategy, by title. */
export function findMarketsAbout(reader: Reader, of: { readonly service: string } | { readonly strategy: string }) {
  return reader
    .selectFrom('commissioning.market')
    .select(['id', 'title'])
    .where((where) => ('service' in of ? where('service', '=', of.service) : where('strategy', '=', of.strategy)))
    .orderBy('title')
    .execute()
}

/** The areas of a market, from the top left of the map. */
export async function findMarketAreas(reader: Reader, market: string, today: Day): Promise<readonly MarketArea[]> {
  const [rows, areas] = await Promise.all([
    reader
      .selectFrom('commissioning.market_area')
      .select(['area', 'across', 'down'])
      .where('market', '=', market)
      .orderBy('down')
      .orderBy('across')
      .execute(),
    listAreas(reader, today),
  ])
  const names = new Map(areas.map(({ id, name }) => [id, name]))
  return rows.map(({ area, across, down }) => ({ id: area, name: names.get(area) ?? 'An area of other days', across, down }))
}

/** What is needed, the latest first. */
export async function findMarketNeeds(reader: Reader, market: string): Promise<readonly MarketNeed[]> {
  const rows = await reader
    .selectFrom('commissioning.market_need')
    .select(['area', 'dated_on', 'needed', 'is_hidden', 'source', 'need'])
    .where('market', '=', market)
    .orderBy('dated_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ area, dated_on: datedOn, needed, is_hidden: hidden, source, need }) => ({
    ...{ area, datedOn, needed: figureOf(needed, hidden), source, need: need ?? undefined },
  }))
}

/** The need of each area on a day: the latest that is dated no later. */
export function needsOn(needs: readonly MarketNeed[], onDay: Day): ReadonlyMap<string, MarketNeed> {
  const held = new Map<string, MarketNeed>()
  for (const one of needs) if (Temporal.PlainDate.compare(one.datedOn, onDay) <= 0 && !held.has(one.area)) held.set(one.area, one)
  return held
}

/** Every return of a market, of one area where it is named, the latest first; prices as far as one may see them. */
export async function findReturns(reader: Reader, market: string, area?: string): Promise<readonly NamedReturn[]> {
  const rows = await reader
    .selectFrom('commissioning.market_return as r')
    .leftJoin('commissioning.market_price as p', 'p.market_return', 'r.id')
    .leftJoin('commissioning.market_quality as q', 'q.code', 'r.quality')
    .select(['r.id', 'r.area', 'r.provider', 'r.dated_on', 'r.number', 'r.places', 'r.free', 'r.is_hidden', 'r.source'])
    .select(['q.name as qualityName', 'q.is_good as isGood', 'p.pence', 'p.spend'])
    .where('r.market', '=', market)
    .$if(area !== undefined, (query) => query.where('r.area', '=', area ?? ''))
    .orderBy('r.dated_on', 'desc')
    .orderBy('r.number', 'desc')
    .orderBy('r.id')
    .execute()
  const names = new Map((await findProviders(reader, [...new Set(rows.map(({ provider }) => provider))])).map(({ id, name }) => [id, name]))
  return rows.map(({ dated_on: datedOn, free, is_hidden: hidden, isGood, pence, spend, qualityName, ...row }) => ({
    ...row,
    ...{ datedOn, free: figureOf(free, hidden), isGood: isGood ?? undefined },
    ...{ price: pence ?? undefined, spend: spend ?? undefined },
    ...{ qualityName: qualityName ?? 'Not known', providerName: names.get(row.provider) ?? 'A provider' },
  }))
}

/** The ways to divide a market, in order, with their lots. */
export async function findDivisions(reader: Reader, market: string): Promise<readonly Division[]> {
  const [divisions, lots, areas] = await Promise.all([
    reader
      .selectFrom('commissioning.market_division')
      .select(['id', 'position', 'title', 'text'])
      .where('market', '=', market)
      .orderBy('position')
      .execute(),
    reader
      .selectFrom('commissioning.market_lot')
      .select(['id', 'division', 'name', 'most_providers'])
      .where('market', '=', market)
      .orderBy('position')
      .execute(),
    reader.selectFrom('commissioning.market_lot_area').select(['lot', 'area']).where('market', '=', market).orderBy('area').execute(),
  ])
  return divisions.map((division) => ({
    ...division,
    lots: lots
      .filter((lot) => lot.division === division.id)
      .map(({ id, name, most_providers: most }) => ({
        ...{ id, name, mostProviders: most ?? undefined },
        areas: areas.filter(({ lot }) => lot === id).map(({ area }) => area),
      })),
  }))
}

/** The versions of the position statement that one may see, the latest first. */
export async function findStatements(reader: Reader, market: string): Promise<readonly MarketStatement[]> {
  const rows = await reader
    .selectFrom('commissioning.market_statement')
    .select(['id', 'number', 'text', 'figures_on', 'published_on'])
    .where('market', '=', market)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ figures_on: figuresOn, published_on: publishedOn, ...row }) => ({
    ...row,
    ...{ figuresOn, publishedOn: publishedOn ?? undefined },
  }))
}

/** The words for quality that may be chosen on a day, in their order. */
export async function listQualities(reader: Reader, onDay: Day) {
  return reader
    .selectFrom('commissioning.market_quality')
    .select(['code', 'name'])
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('position')
    .execute()
}

/** The contracts for a service that end within a year from a day, as far as one may see them, the earliest first. */
export function findExpiring(reader: Reader, service: string, today: Day) {
  return reader
    .selectFrom('commissioning.contract as c')
    .innerJoin('commissioning.contract_service as s', 's.contract', 'c.id')
    .select(['c.id', 'c.title', 'c.runs_until as runsUntil'])
    .where('s.service', '=', service)
    .where('c.runs_until', '>', today)
    .where('c.runs_until', '<=', today.add({ years: 1 }))
    .orderBy('c.runs_until')
    .orderBy('c.id')
    .execute()
}
