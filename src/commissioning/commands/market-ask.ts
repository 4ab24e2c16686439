import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AskInput } from '../forms/market.ts'
import type { OwnReturnInput } from '../forms/market-ask.ts'
import type { CommissioningNeeds, MailingNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findAsked, findMarketAsks, findMarketContacts, type MarketAsk } from '../queries/market-asks.ts'
import { findMarketAreas, findReturns } from '../queries/markets.ts'
import { ownPart } from '../queries/own-part.ts'
import { findProviders } from '../queries/providers.ts'
import { askState, asksOf } from '../rules/market-ask.ts'
import { ledStep, saveLed } from './led-record.ts'
import { mailAsked } from './market-ask-mail.ts'
import { auditStep, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const ofDay = (field: string, code: string): FieldProblem => ({ field, code, details: { part: 'day' } })

/** Asks providers for their returns in areas of a market by a day, and tells their contacts by mail; what is open already is not asked a second time (C12). */
export function askProviders(needs: Needs & MailingNeeds, doer: Doer, id: string, input: AskInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind: 'market', id }, 'market-asked', input.version), async (tx, record) => {
    if (record.sight === 'draft') return fail({ field: '', code: 'ask-draft' })
    const problem = await askProblem(tx, doer, id, input)
    if (problem) return fail(problem)
    const open = (await findMarketAsks(tx, { market: id }, doer.today)).filter((one) =>
      ['waits', 'late'].includes(askState(one, doer.today)),
    )
    const asked = asksOf(input.providers, input.areas, await findReturns(tx, id), open)
    if (asked.length === 0) return fail({ field: 'areas', code: 'ask-nothing' })
    const { body, sight } = record
    const providers = await findProviders(tx, [...input.providers])
    const contacts = await findMarketContacts(tx, id, input.providers)
    const isTold = (provider: string) => contacts.some((one) => one.provider === provider)
    const written = await tx
      .insertInto('commissioning.market_ask')
      .values(
        asked.map(({ provider, area }) => ({
          ...{ id: newId(), market: id, body, sight, provider, area },
          ...{ asked_on: doer.today, due_on: input.dueOn, note: input.note ?? '' },
          mailed_at: isTold(provider) ? doer.now : null,
        })),
      )
      // Asked and answered by the same day before: nothing more is asked of it.
      .onConflict((conflict) => conflict.columns(['market', 'provider', 'area', 'due_on']).where('withdrawn_on', 'is', null).doNothing())
      .returning(['id', 'provider'])
      .execute()
    await mailAsked(needs, tx, written, contacts, {
      ...{ market: record, dueOn: input.dueOn, note: input.note ?? '' },
      names: new Map(providers.map((one) => [one.id, one.name])),
    })
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

async function askProblem(tx: Writer, { today }: Doer, id: string, input: AskInput): Promise<FieldProblem | undefined> {
  if (input.providers.length === 0) return { field: 'providers', code: 'ask-nobody' }
  if ((await findProviders(tx, [...input.providers])).length !== new Set(input.providers).size)
    return { field: 'providers', code: 'choice-unknown' }
  const known = new Set((await findMarketAreas(tx, id, today)).map((area) => area.id))
  if (!input.areas.every((area) => known.has(area))) return { field: 'areas', code: 'choice-unknown' }
  return Temporal.PlainDate.compare(input.dueOn, today) < 0 ? ofDay('dueOn', 'ask-past') : undefined
}

/**
 * Makes the return of a provider in the areas it was asked about, for the provider for which one signs in; an area that is left empty stays asked. A second
 * return corrects the first until the last day (C12). How it is rated is not the provider's to say: what was known stays.
 */
export function makeReturn(needs: Needs, doer: Doer, id: string, input: OwnReturnInput): Written {
  return writeAs(needs.db, doer, async (tx) => {
    const asked = await findAsked(tx, id, doer.today)
    const [first] = asked
    await demand(tx, doer, await ownPart(tx, [first.provider], doer.today), 'report')
    const { person } = await findStanding(tx, doer)
    if (person === undefined) throw new NotFound('Nobody signs in.')
    const open = asked.filter((one) => askState(one, doer.today) !== 'settled')
    const problem = figureProblem(open, input, doer)
    if (problem) return fail(problem)
    for (const ask of open) await writeReturn(tx, ask, input, person.id)
    await auditStep(tx, doer, 'market-return-made', 'market', first.market)
    return succeed(first.id)
  })
}

function figureProblem(open: readonly MarketAsk[], { figures, datedOn }: OwnReturnInput, { today }: Doer): FieldProblem | undefined {
  for (const { id } of open) {
    const said = figures.get(id)
    if (said === undefined) continue
    const { places, free, price } = said
    if (free !== undefined && (places === undefined || free > places)) return { field: `free-${id}`, code: 'free-within' }
    if (price !== undefined && places === undefined) return { field: `places-${id}`, code: 'price-alone' }
    if (price === 0n) return { field: `price-${id}`, code: 'sum-above-nothing' }
  }
  if (open.every(({ id }) => figures.get(id)?.places === undefined))
    return { field: open[0] ? `places-${open[0].id}` : '', code: 'return-empty' }
  return Temporal.PlainDate.compare(datedOn, today) > 0 ? ofDay('datedOn', 'in-the-future') : undefined
}

async function writeReturn(tx: Writer, ask: MarketAsk, { figures, datedOn }: OwnReturnInput, person: string): Promise<void> {
  const said = figures.get(ask.id)
  if (said?.places === undefined) return
  const before = await tx
    .selectFrom('commissioning.market_return')
    .select(['dated_on', 'number', 'quality'])
    .where('market', '=', ask.market)
    .where('area', '=', ask.area)
    .where('provider', '=', ask.provider)
    .orderBy('dated_on', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const made = newId()
  const known = { market: ask.market, body: ask.body, sight: ask.sight }
  await tx
    .insertInto('commissioning.market_return')
    .values({
      ...{ id: made, ...known, area: ask.area, provider: ask.provider, dated_on: datedOn },
      ...{ number: before.filter((one) => one.dated_on.equals(datedOn)).length + 1, quality: before[0]?.quality ?? null },
      ...{ places: said.places, free: said.free ?? null, source: 'The provider itself', asked: ask.id, said_by: person },
    })
    .execute()
  await tx
    .insertInto('commissioning.market_price')
    .values({ market_return: made, ...known, pence: said.price ?? null, spend: null })
    .execute()
}
