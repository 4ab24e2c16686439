import { listAreas } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type {
  AreaInput,
  ChangedMarketInput,
  DivisionInput,
  DraftInput,
  LotInput,
  MarketInput,
  NeedInput,
  ReturnInput,
  StatementInput,
} from '../forms/market.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { listServices } from '../queries/commissioned-services.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { findDivisions, findMarketAreas, findMarketNeeds, findReturns, findStatements, listQualities } from '../queries/markets.ts'
import { findProviders } from '../queries/providers.ts'
import { listStrategies } from '../queries/strategies.ts'
import { findUsableNeeds } from '../queries/usable-needs.ts'
import { addLed, changeLed, ledStep, saveLed } from './led-record.ts'
import { takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const kind = 'market'
const ofDay = (field: string, code: string): FieldProblem => ({ field, code, details: { part: 'day' } })
const of = ({ id, body, sight }: LedRecord) => ({ market: id, body, sight })

/** Begins a market (C12). */
export function addMarket(needs: Needs, doer: Doer, body: string, input: MarketInput): Written {
  return addLed(needs, doer, { kind, body }, { ...input, columns: columnsOf(input) }, (tx) => marketProblem(tx, doer, body, input))
}

/** Changes a market; what it counts stands once figures are entered. */
export function changeMarket(needs: Needs, doer: Doer, id: string, input: ChangedMarketInput): Written {
  return changeLed(needs, doer, { kind, id }, { ...input, columns: columnsOf(input) }, async (tx) => {
    const row = await tx.selectFrom('commissioning.market').select(['body', 'counts_people']).where('id', '=', id).executeTakeFirstOrThrow()
    const problem = await marketProblem(tx, doer, row.body, input)
    if (problem || row.counts_people === input.countsPeople) return problem
    const entered = (await findMarketNeeds(tx, id)).length + (await findReturns(tx, id)).length
    return entered === 0 ? undefined : { field: 'countsPeople', code: 'market-counts-stand' }
  })
}

async function marketProblem(tx: Writer, { today }: Doer, body: string, input: MarketInput): Promise<FieldProblem | undefined> {
  if (input.service !== undefined && !(await listServices(tx, body, today)).some(({ id }) => id === input.service))
    return { field: 'service', code: 'choice-unknown' }
  if (input.strategy !== undefined && !(await listStrategies(tx, body, today)).some(({ id }) => id === input.strategy))
    return { field: 'strategy', code: 'choice-unknown' }
  return undefined
}

const columnsOf = ({ purpose, unit, countsPeople, everyMonths, service, strategy }: MarketInput) => ({
  ...{
    purpose,
    unit,
    counts_people: countsPeople,
    every_months: everyMonths ?? null,
    service: service ?? null,
    strategy: strategy ?? null,
  },
})

/** Puts an area on the map of a market. */
export function addMarketArea(needs: Needs, doer: Doer, id: string, input: AreaInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'market-area', input.version), async (tx, record) => {
    if (!(await listAreas(tx, doer.today)).some((one) => one.id === input.area)) return fail({ field: 'area', code: 'choice-unknown' })
    const areas = await findMarketAreas(tx, id, doer.today)
    if (areas.some((one) => one.id === input.area)) return fail({ field: 'area', code: 'area-already' })
    if (areas.some(({ across, down }) => across === input.across && down === input.down))
      return fail({ field: 'across', code: 'tile-taken' })
    await tx
      .insertInto('commissioning.market_area')
      .values({ ...of(record), area: input.area, across: input.across, down: input.down })
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

/** Says how much is needed in an area from a day on; a small number of people is hidden before it is stored. */
export function addMarketNeed(needs: Needs, doer: Doer, id: string, input: NeedInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'market-need', input.version), async (tx, record) => {
    const problem = await placedProblem(tx, doer, id, input)
    if (problem) return fail(problem)
    if ((await findMarketNeeds(tx, id)).some((one) => one.area === input.area && one.datedOn.equals(input.datedOn)))
      return fail(ofDay('datedOn', 'need-already'))
    const found = input.need === undefined ? undefined : (await findUsableNeeds(tx)).find((one) => one.id === input.need)
    if (input.need !== undefined && !found) return fail({ field: 'need', code: 'choice-unknown' })
    await tx
      .insertInto('commissioning.market_need')
      .values({
        ...{ id: newId(), ...of(record), area: input.area, dated_on: input.datedOn, needed: input.needed ?? null, source: input.source },
        ...{ need: found?.id ?? null, need_kind: found?.kind ?? null },
      })
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

async function placedProblem(
  tx: Writer,
  { today }: Doer,
  id: string,
  { area, datedOn }: Pick<NeedInput, 'area' | 'datedOn'>,
): Promise<FieldProblem | undefined> {
  if (!(await findMarketAreas(tx, id, today)).some((one) => one.id === area)) return { field: 'area', code: 'choice-unknown' }
  return Temporal.PlainDate.compare(datedOn, today) > 0 ? ofDay('datedOn', 'in-the-future') : undefined
}

/** Enters what a provider says of itself; a second return of one day corrects the first, and both are kept. */
export function addMarketReturn(needs: Needs, doer: Doer, id: string, input: ReturnInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'market-return', input.version), async (tx, record) => {
    const problem = (await placedProblem(tx, doer, id, input)) ?? (await returnProblem(tx, doer, input))
    if (problem) return fail(problem)
    const before = (await findReturns(tx, id, input.area)).filter(
      ({ provider, datedOn }) => provider === input.provider && datedOn.equals(input.datedOn),
    )
    const made = newId()
    await tx
      .insertInto('commissioning.market_return')
      .values({
        ...{ id: made, ...of(record), area: input.area, provider: input.provider, dated_on: input.datedOn, number: before.length + 1 },
        ...{ places: input.places ?? null, free: input.free ?? null, quality: input.quality ?? null, source: input.source },
      })
      .execute()
    if (input.price !== undefined || input.spend !== undefined)
      await tx
        .insertInto('commissioning.market_price')
        .values({ market_return: made, ...of(record), pence: input.price ?? null, spend: input.spend ?? null })
        .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

async function returnProblem(tx: Writer, { today }: Doer, input: ReturnInput): Promise<FieldProblem | undefined> {
  if ((await findProviders(tx, [input.provider])).length === 0) return { field: 'provider', code: 'choice-unknown' }
  if (input.free !== undefined && (input.places === undefined || input.free > input.places)) return { field: 'free', code: 'free-within' }
  if (input.price === 0n) return { field: 'price', code: 'sum-above-nothing' }
  if (input.quality !== undefined && !(await listQualities(tx, today)).some(({ code }) => code === input.quality))
    return { field: 'quality', code: 'choice-unknown' }
  return undefined
}

/** Begins another way to divide a market. */
export function addDivision(needs: Needs, doer: Doer, id: string, input: DivisionInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'market-division', input.version), async (tx, record) => {
    const position = ((await findDivisions(tx, id)).at(-1)?.position ?? 0) + 1
    await tx
      .insertInto('commissioning.market_division')
      .values({ id: newId(), ...of(record), position, title: input.title, text: input.text ?? '' })
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

/** Groups areas into a lot of a division; an area that stood in another lot of it moves. */
export function addLot(needs: Needs, doer: Doer, id: string, input: LotInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'market-lot', input.version), async (tx, record) => {
    const division = (await findDivisions(tx, id)).find((one) => one.id === input.division)
    if (!division) return fail({ field: 'division', code: 'choice-unknown' })
    const known = new Set((await findMarketAreas(tx, id, doer.today)).map((area) => area.id))
    if (input.areas.length === 0) return fail({ field: 'areas', code: 'lot-empty' })
    if (!input.areas.every((area) => known.has(area))) return fail({ field: 'areas', code: 'choice-unknown' })
    const within = { ...of(record), division: division.id }
    const lot = newId()
    await tx
      .deleteFrom('commissioning.market_lot_area')
      .where('division', '=', division.id)
      .where('area', 'in', [...input.areas])
      .execute()
    await tx
      .insertInto('commissioning.market_lot')
      .values({ id: lot, ...within, position: division.lots.length + 1, name: input.name, most_providers: input.mostProviders ?? null })
      .execute()
    await tx
      .insertInto('commissioning.market_lot_area')
      .values(input.areas.map((area) => ({ lot, ...within, area })))
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

/** Begins the next version of the position statement from a text that was drafted from the record. */
export function draftStatement(needs: Needs, doer: Doer, id: string, input: DraftInput, text: string): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'market-statement', input.version), async (tx, record) => {
    const [latest] = await findStatements(tx, id)
    if (latest && latest.publishedOn === undefined) return fail({ field: '', code: 'statement-written' })
    await tx
      .insertInto('commissioning.market_statement')
      .values({ id: newId(), ...of(record), number: (latest?.number ?? 0) + 1, text, figures_on: doer.today })
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

/** Changes the text of the statement that is written. */
export function writeStatement(needs: Needs, doer: Doer, id: string, input: StatementInput): Written {
  return changeStatement(needs, doer, id, { act: 'market-statement-written', version: input.version }, { text: input.text })
}

/** Publishes the statement that is written: from then on it stands. */
export function publishStatement(needs: Needs, doer: Doer, id: string, input: DraftInput): Written {
  return changeStatement(...([needs, doer, id, { act: 'market-statement-published', version: input.version }] as const), {
    published_on: doer.today,
  })
}

function changeStatement(
  needs: Needs,
  doer: Doer,
  id: string,
  { act, version }: { readonly act: string; readonly version: number },
  columns: { readonly text: string } | { readonly published_on: Temporal.PlainDate },
): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, act, version), async (tx, record) => {
    const written = (await findStatements(tx, id)).find(({ publishedOn }) => publishedOn === undefined)
    if (!written) return fail({ field: '', code: 'statement-none' })
    await tx.updateTable('commissioning.market_statement').set(columns).where('id', '=', written.id).execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}
