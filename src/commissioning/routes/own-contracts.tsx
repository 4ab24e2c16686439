import { Hono } from 'hono'
import type { Asked } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { acknowledgeLetter, sendLetter } from '../commands/provider-letter.ts'
import { answerNotice, reportPerformance } from '../commands/report.ts'
import { providerPaths } from '../contract-paths.ts'
import { parseAnswer, parseReport } from '../forms/provider.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { LetterPage, OwnContractsPage } from '../pages/own-contracts-page.tsx'
import { guard } from '../permission.ts'
import { findCalls } from '../queries/bids.ts'
import { findPerformanceNotices, type PerformanceNotice } from '../queries/contract-parts.ts'
import { type Contract, findContract, findContractsOfProviders } from '../queries/contracts.ts'
import { findMarketAsks } from '../queries/market-asks.ts'
import { findOwedReports, owedKey } from '../queries/owed-reports.ts'
import { findOwnProviders, ownPart } from '../queries/own-part.ts'
import { findPerformanceNotice } from '../queries/performance-notice.ts'
import { findLetters, findRates, findRelation, findRelations, guardedRelation, type ProviderLetter } from '../queries/provider-relations.ts'
import { findProviders } from '../queries/providers.ts'
import { actAt, formAt } from './endpoint.ts'
import { begin } from './gates.ts'
import { answerShape, reportShape } from './provider-shapes.ts'

const { demandOf } = guard
/** More are reported next time. */
const AT_A_TIME = 12

type AskedOwn = Asked & { readonly own: readonly string[] }
/** A provider's contact, with the contract and those of its providers for which they sign in. */
export type AskedReport = AskedOwn & { readonly contract: Contract; readonly held: readonly string[] }
type AskedNotice = Asked & { readonly notice: PerformanceNotice }
type AskedLetter = Asked & { readonly letter: ProviderLetter }

/** Whoever is signed in, with the providers for which they sign in; perhaps none. */
const ownGate: Gate<AskedOwn> = async (reader, c) => {
  const asked = await begin(reader, c)
  const { person } = asked.standing
  // Nobody is told what is here without signing in.
  if (person === undefined) demandOf(asked.standing, asked.visit, { record: 'provider-part', state: 'any', ties: {} }, 'read')
  return { ...asked, own: person === undefined ? [] : await findOwnProviders(reader, person.id, asked.visit.today) }
}

/** A contract under which one may report for a provider. */
export const reportGate: Gate<AskedReport> = async (reader, c) => {
  const asked = await ownGate(reader, c)
  const contract = await findContract(reader, asked.part('contract'), asked.visit.today)
  const held = contract.providers.map(({ provider }) => provider).filter((provider) => asked.own.includes(provider))
  demandOf(asked.standing, asked.visit, await ownPart(reader, held, asked.visit.today), 'report')
  return { ...asked, contract, held }
}

const noticeGate: Gate<AskedNotice> = async (reader, c) => {
  const asked = await begin(reader, c)
  const notice = await findPerformanceNotice(reader, asked.part('notice'))
  demandOf(asked.standing, asked.visit, await ownPart(reader, [notice.provider], asked.visit.today), 'report')
  return { ...asked, notice }
}

/** A letter that one may see; row-level security let it through. */
const letterGate: Gate<AskedLetter> = async (reader, c) => {
  const asked = await begin(reader, c)
  const id = asked.part('letter')
  const [letter] = /^[0-9a-f-]{36}$/.test(id) ? await findLetters(reader, { id }) : []
  if (!letter) throw new NotFound('No such letter.')
  return { ...asked, letter }
}
const acknowledgeGate: Gate<AskedLetter> = async (reader, c) => {
  const asked = await letterGate(reader, c)
  demandOf(asked.standing, asked.visit, await ownPart(reader, [asked.letter.provider], asked.visit.today), 'acknowledge')
  return asked
}
const sendGate: Gate<AskedLetter> = async (reader, c) => {
  const asked = await letterGate(reader, c)
  demandOf(asked.standing, asked.visit, guardedRelation(await findRelation(reader, asked.letter.relation, asked.visit.today)), 'change')
  return asked
}

/** What a provider does when it signs in: it reads its own, reports, answers and acknowledges (C11). */
export function ownContractRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/my-contracts', ownGate, ownPage)
  pageAt(app, needs, '/provider-letters/:letter', letterGate, letterPage)
  formAt(app, needs, '/contracts/:contract/report', reportGate, async ({ reader, visit, contract, held }) => {
    const owed = (await findOwedReports(reader, [contract], held, visit.today)).slice(0, AT_A_TIME)
    return form(reportShape(contract, owed), parseReport(owed.map(owedKey)), async (doer, input) =>
      leadTo(await reportPerformance(needs, doer, contract.id, input), providerPaths.own),
    )
  })
  formAt(app, needs, '/performance-notices/:notice/answer', noticeGate, async ({ notice }) =>
    form(answerShape(notice), parseAnswer, async (doer, input) =>
      leadTo(await answerNotice(needs, doer, notice.id, input), providerPaths.own),
    ),
  )
  const back = ({ letter }: AskedLetter) => providerPaths.letter(letter.id)
  actAt(
    app,
    needs,
    '/provider-letters/:letter/acknowledge',
    acknowledgeGate,
    async ({ letter }, doer) => leadTo(await acknowledgeLetter(needs, doer, letter.id), providerPaths.letter),
    back,
  )
  actAt(
    app,
    needs,
    '/provider-letters/:letter/send',
    sendGate,
    async ({ letter }, doer) => leadTo(await sendLetter(needs, doer, letter.id), providerPaths.letter),
    back,
  )
  return app
}

async function ownPage({ reader, visit, own }: AskedOwn) {
  if (own.length === 0)
    return <OwnContractsPage visit={visit} names={[]} contracts={[]} owed={[]} notices={[]} rates={[]} letters={[]} calls={[]} asks={[]} />
  const [providers, contracts, relations] = await Promise.all([
    findProviders(reader, own),
    findContractsOfProviders(reader, own, visit.today),
    findRelations(reader, { providers: own }, visit.today),
  ])
  const ids = relations.map(({ id }) => id)
  const [owed, asks, notices, rates, letters, open, bidding] = await Promise.all([
    findOwedReports(reader, contracts, own, visit.today),
    findMarketAsks(reader, { providers: own }, visit.today),
    findPerformanceNotices(
      reader,
      contracts.map(({ id }) => id),
    ),
    findRates(reader, ids),
    findLetters(reader, { relations: ids }),
    findCalls(reader, { closingAfter: visit.now }),
    findCalls(reader, { bidOnBy: own }),
  ])
  return (
    <OwnContractsPage
      visit={visit}
      names={providers.map(({ name }) => name)}
      contracts={contracts}
      owed={owed
        .slice(0, AT_A_TIME)
        .map(({ contract, kpi, startsOn, endsOn, dueOn }) => ({ contract, title: kpi.title, startsOn, endsOn, dueOn }))}
      notices={notices.filter(({ provider, answeredOn }) => own.includes(provider) && answeredOn === undefined)}
      asks={asks}
      rates={rates}
      letters={letters}
      calls={[...open, ...bidding.filter(({ id }) => !open.some((one) => one.id === id))]}
    />
  )
}

async function letterPage({ reader, visit, letter, may }: AskedLetter) {
  const relation = await findRelation(reader, letter.relation, visit.today)
  const part = await ownPart(reader, [letter.provider], visit.today)
  const allowed = [
    ...(may(guardedRelation(relation), 'change') ? (['send'] as const) : []),
    ...(may(part, 'acknowledge') ? (['acknowledge'] as const) : []),
  ]
  return <LetterPage visit={visit} letter={letter} may={new Set(allowed)} />
}
