import type { Guarded } from '#governance/public.ts'
import { type AskedBoard, withBody } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { guard } from '../permission.ts'
import { type BudgetLine, findContribution, findLine, type GivenMoney } from '../queries/fund-money.ts'
import { type Fund, type FundYear, findFund, findYears, guardedFund } from '../queries/funds.ts'
import { findVirement } from '../queries/virements.ts'
import { begin, ofBoard } from './gates.ts'

const { demandOf } = guard

/** A request about a fund, with its years, the latest first. */
export type AskedFund = AskedBoard & {
  readonly fund: Fund
  readonly years: readonly FundYear[]
  readonly mayKeep: boolean
  readonly mayScheme: boolean
}
/** A request about one year of a fund. */
export type AskedYear = AskedFund & { readonly year: FundYear }
/** A request about a budget line. */
export type AskedLine = AskedYear & { readonly line: BudgetLine }
/** A request about a contribution. */
export type AskedContribution = AskedYear & { readonly given: GivenMoney }

/** A request about a move of planned money. */
export type AskedVirement = AskedFund & Omit<Awaited<ReturnType<typeof findVirement>>, 'fund'>

/** The funds of a board in the matrix. */
export const fundsOf = (body: string): Guarded => ({ record: 'funds', state: 'any', ties: { body } })

/** A board, and a verb on its funds. */
export function fundsGate(verb: 'read' | 'add' = 'read'): Gate<AskedBoard> {
  return (reader, c) => ofBoard(reader, c, fundsOf, verb)
}

/** What the matrix lets do with a fund. */
type FundVerb = 'read' | 'keep' | 'scheme'

type Begun = Awaited<ReturnType<typeof begin>>

async function askedFund(asked: Begun, id: string, verb: FundVerb): Promise<AskedFund> {
  const fund = await findFund(asked.reader, id, asked.visit.today)
  if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedFund(fund), verb)
  const [board, years] = await Promise.all([withBody(asked, fund.body), findYears(asked.reader, fund.id)])
  return { ...board, fund, years, mayKeep: asked.may(guardedFund(fund), 'keep'), mayScheme: asked.may(guardedFund(fund), 'scheme') }
}

/** A fund, and a verb on it; row-level security let it through, so that reading is settled. */
export function fundGate(verb: FundVerb): Gate<AskedFund> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    return askedFund(asked, asked.part('fund'), verb)
  }
}

/** A fund by its id, for what belongs to it. */
export async function fundOf(
  ...[reader, c, id, verb]: [...Parameters<Gate<AskedFund>>, id: string, verb: 'read' | 'keep']
): Promise<AskedFund> {
  return askedFund(await begin(reader, c), id, verb)
}

/** One year of a fund, and a verb on the fund. */
export function yearGate(verb: 'read' | 'keep'): Gate<AskedYear> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    return inYear(await askedFund(asked, asked.part('fund'), verb), Number(asked.part('year')))
  }
}

function inYear(asked: AskedFund, year: number): AskedYear {
  const found = asked.years.find((one) => one.year === year)
  if (!found) throw new NotFound('No such year.')
  return { ...asked, year: found }
}

/** A budget line, and a verb on its fund. */
export function lineGate(verb: 'read' | 'keep'): Gate<AskedLine> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const line = await findLine(reader, asked.part('line'))
    return { ...inYear(await askedFund(asked, line.fund, verb), line.year), line }
  }
}

/** A contribution, and a verb on its fund. */
export function contributionGate(verb: 'read' | 'keep'): Gate<AskedContribution> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const given = await findContribution(reader, asked.part('contribution'))
    return { ...inYear(await askedFund(asked, given.fund, verb), given.year), given }
  }
}

/** A move of planned money, for whoever may see its fund. */
export const virementGate: Gate<AskedVirement> = async (reader, c) => {
  const asked = await begin(reader, c)
  const { fund, ...found } = await findVirement(reader, asked.part('virement'))
  return { ...(await askedFund(asked, fund, 'read')), ...found }
}
