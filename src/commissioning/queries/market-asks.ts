import { sql } from 'kysely'
import { listAreas } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { ledPaths } from '../framework-paths.ts'
import { marketPaths } from '../market-paths.ts'
import type { CommissioningDuty } from '../rules/duty.ts'
import { type Figure, figureOf } from '../rules/market.ts'
import { askState } from '../rules/market-ask.ts'
import { findProviders } from './providers.ts'

type Day = Temporal.PlainDate

/** What a provider was asked in one area of a market, and what answers it. */
export interface MarketAsk {
  readonly id: string
  readonly market: string
  readonly body: string
  readonly sight: string
  readonly title: string
  readonly unit: string
  readonly area: string
  readonly areaName: string
  readonly provider: string
  readonly providerName: string
  readonly askedOn: Day
  readonly dueOn: Day
  readonly note: string
  /** When the provider's contacts were told by mail; undefined: no address of theirs was known. */
  readonly mailedAt: Temporal.Instant | undefined
  /** The day of which the return speaks that answers it; undefined: none does yet. */
  readonly returnedOn: Day | undefined
  /** What that return says. */
  readonly places: number | undefined
  readonly free: Figure
}

/** Of one market, of some providers, one by id, or those that somebody keeps. */
export type AskedOf =
  | { readonly market: string }
  | { readonly providers: readonly string[] }
  | { readonly id: string }
  | { readonly commissioners: readonly string[]; readonly clerkOf: readonly string[] }

/** What providers were asked and what was not taken back, as far as one may see it, by last day, provider and area. A return of a day after one was asked answers it, whoever entered it. */
export async function findMarketAsks(reader: Reader, of: AskedOf, today: Day): Promise<readonly MarketAsk[]> {
  const rows = await rowsOf(reader, of)
  if (rows.length === 0) return []
  const areas = await listAreas(reader, today)
  const names = new Map(areas.map(({ id, name }) => [id, name]))
  const providers = new Map(
    (await findProviders(reader, [...new Set(rows.map(({ provider }) => provider))])).map(({ id, name }) => [id, name]),
  )
  return rows
    .map(({ returnedOn, mailedAt, places, free, isHidden, title, unit, ...row }) => ({
      ...{ ...row, mailedAt: mailedAt ?? undefined },
      ...{ title: title ?? 'A market', unit: unit ?? '', areaName: names.get(row.area) ?? 'An area of other days' },
      ...{ providerName: providers.get(row.provider) ?? 'A provider', returnedOn: returnedOn ?? undefined },
      ...{ places: places ?? undefined, free: figureOf(free, isHidden ?? false) },
    }))
    .toSorted(
      (one, other) =>
        Temporal.PlainDate.compare(one.dueOn, other.dueOn) ||
        one.providerName.localeCompare(other.providerName) ||
        one.areaName.localeCompare(other.areaName),
    )
}

function rowsOf(reader: Reader, of: AskedOf) {
  type Told = { id: string; title: string; unit: string }
  return reader
    .selectFrom('commissioning.market_ask as a')
    .leftJoin('commissioning.market as m', 'm.id', 'a.market')
    .leftJoin(sql<Told>`commissioning.my_asked_markets()`.as('t'), 't.id', 'a.market')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('commissioning.market_return as r')
          .select(['r.dated_on as returnedOn', 'r.places', 'r.free', 'r.is_hidden as isHidden'])
          .whereRef('r.market', '=', 'a.market')
          .whereRef('r.area', '=', 'a.area')
          .whereRef('r.provider', '=', 'a.provider')
          .where((where) => where.or([where('r.asked', '=', where.ref('a.id')), where('r.dated_on', '>=', where.ref('a.asked_on'))]))
          .orderBy('r.dated_on', 'desc')
          .orderBy('r.number', 'desc')
          .limit(1)
          .as('l'),
      (join) => join.onTrue(),
    )
    .select([
      'a.id',
      'a.market',
      'a.body',
      'a.sight',
      'a.area',
      'a.provider',
      'a.asked_on as askedOn',
      'a.due_on as dueOn',
      'a.note',
      'a.mailed_at as mailedAt',
    ])
    .select(['l.returnedOn', 'l.places', 'l.free', 'l.isHidden'])
    .select((pick) => [pick.fn.coalesce('m.title', 't.title').as('title'), pick.fn.coalesce('m.unit', 't.unit').as('unit')])
    .where('a.withdrawn_on', 'is', null)
    .where((where) => {
      if ('market' in of) return where('a.market', '=', of.market)
      if ('id' in of) return where('a.id', '=', of.id)
      if ('providers' in of) return among('a.provider', of.providers)
      return where.or([among('m.lead', of.commissioners), among('a.body', of.clerkOf)])
    })
    .execute()
}

/** What one was asked with the rest of the same request: the same market, provider and last day. @throws NotFound */
export async function findAsked(reader: Reader, id: string, today: Day): Promise<readonly [MarketAsk, ...MarketAsk[]]> {
  const [one] = /^[0-9a-f-]{36}$/.test(id) ? await findMarketAsks(reader, { id }, today) : []
  if (!one) throw new NotFound('Nothing was asked here.')
  const all = await findMarketAsks(reader, { providers: [one.provider] }, today)
  const rest = all.filter(({ id: other, market, dueOn }) => other !== one.id && market === one.market && dueOn.equals(one.dueOn))
  return [one, ...rest]
}

/** What markets ask of a provider's contact: one line for a market, provider and last day, while an area waits (C12). */
export async function findOwnReturnDuties(reader: Reader, providers: readonly string[], today: Day): Promise<readonly CommissioningDuty[]> {
  if (providers.length === 0) return []
  return gathered(
    await findMarketAsks(reader, { providers }, today),
    today,
    ({ market, provider, dueOn }) => `${market} ${provider} ${dueOn}`,
  )
    .filter(({ open }) => open.length > 0)
    .map(({ first, open }) => ({
      ...{ text: `Say what you can give: ${first.title}${inAreas(open.length)}`, href: marketPaths.ask(first.id) },
      ...{ body: first.body, dueOn: first.dueOn },
    }))
}

/** What markets ask of whoever keeps them: of each, that returns are late and are to be asked for again (C12). */
export async function findKeptReturnDuties(
  reader: Reader,
  keeper: { readonly commissioners: readonly string[]; readonly clerkOf: readonly string[] },
  today: Day,
): Promise<readonly CommissioningDuty[]> {
  return gathered(await findMarketAsks(reader, keeper, today), today, ({ market }) => market)
    .map(({ late }) => late)
    .flatMap((late) => {
      const [first] = late
      if (!first) return []
      const providers = new Set(late.map(({ provider }) => provider)).size
      const text = `Ask again for returns that are late: ${first.title}, ${providers === 1 ? first.providerName : `${providers} providers`}`
      return [{ text, href: `${ledPaths.record('market', first.market)}#asked`, body: first.body, dueOn: first.dueOn }]
    })
}

const inAreas = (count: number): string => (count === 1 ? ', one area' : `, ${count} areas`)

function gathered(asks: readonly MarketAsk[], today: Day, key: (one: MarketAsk) => string) {
  return [...Map.groupBy(asks, key).values()].flatMap((list) => {
    const open = list.filter((one) => ['waits', 'late'].includes(askState(one, today)))
    const [first] = open
    return first ? [{ first, open, late: open.filter((one) => askState(one, today) === 'late') }] : []
  })
}

/** What a provider is no longer asked: the areas of one market and one last day that were taken back with the same words. */
export interface AskTakenBack {
  readonly provider: string
  readonly providerName: string
  readonly areas: number
  readonly dueOn: Day
  readonly takenBackOn: Day
  readonly because: string
}

/** What was taken back in a market, the latest first; for those who keep it. */
export async function findAsksTakenBack(reader: Reader, market: string): Promise<readonly AskTakenBack[]> {
  const rows = await reader
    .selectFrom('commissioning.market_ask')
    .select(['provider', 'due_on as dueOn', 'withdrawn_on as takenBackOn', 'withdrawn_because as because'])
    .select(({ fn }) => fn.countAll<number>().as('areas'))
    .where('market', '=', market)
    .where('withdrawn_on', 'is not', null)
    .groupBy(['provider', 'due_on', 'withdrawn_on', 'withdrawn_because'])
    .orderBy('withdrawn_on', 'desc')
    .orderBy('due_on', 'desc')
    .execute()
  const providers = await findProviders(reader, [...new Set(rows.map(({ provider }) => provider))])
  return rows.flatMap(({ takenBackOn, areas, ...row }) => {
    const providerName = providers.find(({ id }) => id === row.provider)?.name ?? 'A provider'
    return takenBackOn === null ? [] : [{ ...row, takenBackOn, areas: Number(areas), providerName }]
  })
}

/** Somebody who signs in for a provider, with the address under which they are told. */
export interface ProviderContact {
  readonly provider: string
  readonly name: string
  readonly email: string
}

/** The contacts of providers whose address is known, for whoever keeps a market; empty for anybody else. */
export async function findMarketContacts(
  reader: Reader,
  market: string,
  providers: readonly string[],
): Promise<readonly ProviderContact[]> {
  return reader
    .selectFrom(sql<ProviderContact>`commissioning.market_contacts(${market}::uuid, ${[...providers]}::uuid[])`.as('contact'))
    .select(['contact.provider', 'contact.name', 'contact.email'])
    .execute()
}
