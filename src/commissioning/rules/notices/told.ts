import { decimalOf } from './amount.ts'
import { dayBegins, dayEnds } from './day.ts'
import { toldImplementation, toldMetrics } from './delivery.ts'
import { plannedStatus, toldPlanning } from './foreseen.ts'
import type { NoticeObject } from './json.ts'
import { type LotStatus, legalBases, methods, type NoticeParty, type NoticeProcess, termEnds } from './process.ts'
import type { NoticeReference } from './transactions.ts'

/** How far a process has come. */
export type NoticeStage = 'planning' | 'tender' | 'award' | 'contract'

const stages: readonly NoticeStage[] = ['planning', 'tender', 'award', 'contract']
/** Whether one stage has come at another. */
export const hasCome = (stage: NoticeStage, at: NoticeStage): boolean => stages.indexOf(stage) <= stages.indexOf(at)

const lotStatuses: Readonly<Record<LotStatus, string>> = {
  ...{ planned: 'planned', active: 'active', awarded: 'complete', unsuccessful: 'unsuccessful', cancelled: 'cancelled' },
}

/** An object without the fields of which nothing is known. */
const known = (fields: NoticeObject): NoticeObject => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
const nonEmpty = (text: string): string | undefined => (text === '' ? undefined : text)
const filled = (fields: NoticeObject): NoticeObject | undefined => {
  const one = known(fields)
  return Object.keys(one).length === 0 ? undefined : one
}

/** A value with VAT and without, as the UK extension has it; undefined where neither is known. */
function moneyOf({ net, gross }: Pick<NoticeProcess, 'net' | 'gross'>): NoticeObject | undefined {
  const amounts = filled({ amount: net === null ? undefined : decimalOf(net), amountGross: gross === null ? undefined : decimalOf(gross) })
  return amounts && { ...amounts, currency: 'GBP' }
}

/**
 * What open contracting data say of a process at a stage (OCDS 1.1.5 with the UK extension, Apache-2.0 and MIT): parties, buyer, planning, tender, awards and
 * contracts, without the head of a release. What lies ahead of `today` has not happened, and is not said.
 */
export function told(process: NoticeProcess, stage: NoticeStage, today: Temporal.PlainDate): NoticeObject {
  const isAwarded = hasCome('award', stage)
  const parts = partsOf(process)
  return known({
    ...{ initiationType: 'tender', language: 'en' },
    parties: partiesOf(process, isAwarded, hasCome('contract', stage)).map((one) => one),
    buyer: process.buyers[0] && { id: process.buyers[0].id, name: process.buyers[0].name },
    planning: toldPlanning(process),
    tender: tenderOf(process, stage, parts.length === 1),
    awards: isAwarded ? parts.map((part) => awardOf(process, part, parts.length === 1)) : undefined,
    contracts: hasCome('contract', stage)
      ? parts.map((part, place) => ({
          ...contractOf(process, part, parts.length === 1, today),
          ...(place === 0 ? deliveryOf(process) : {}),
        }))
      : undefined,
  })
}

function partiesOf(
  { buyers, suppliers, transactions }: NoticeProcess,
  withSuppliers: boolean,
  withPayments: boolean,
): readonly NoticeObject[] {
  const roles = new Map<string, { readonly party: NoticeParty; readonly roles: string[] }>()
  const add = (party: NoticeParty, role: string): void => {
    const there = roles.get(party.id)
    if (there === undefined) roles.set(party.id, { party, roles: [role] })
    else if (!there.roles.includes(role)) there.roles.push(role)
  }
  for (const buyer of buyers) add(buyer, 'buyer')
  if (withSuppliers) for (const { party } of suppliers) add(party, 'supplier')
  const partyOf = (one: NoticeReference): NoticeParty => roles.get(one.id)?.party ?? { ...one, identifiers: [] }
  for (const { payer, payee } of withPayments ? transactions : []) {
    add(partyOf(payer), 'payer')
    add(partyOf(payee), 'payee')
  }
  return [...roles.values()].map(({ party: { id, name, identifiers }, roles: held }) => {
    const [first, ...others] = identifiers.map(({ scheme, value }) => ({ scheme, id: value }))
    return known({
      ...{ id, name, roles: held },
      identifier: first && { ...first, legalName: name },
      additionalIdentifiers: others.length === 0 ? undefined : others,
    })
  })
}

function tenderOf(process: NoticeProcess, stage: NoticeStage, isOne: boolean): NoticeObject {
  const basis = legalBases.find(({ regime }) => regime === (process.regime === 'light-touch' ? 'procurement-act' : process.regime))
  const method = methods.find((one) => one.process === process.process)
  const isAwarded = hasCome('award', stage)
  return known({
    ...{ id: process.reference === '' ? 'tender' : process.reference, title: process.title, description: nonEmpty(process.summary) },
    status: isAwarded ? 'complete' : stage === 'tender' ? 'active' : plannedStatus(process.foreseen),
    // Once there is one award, its value says what it comes to.
    value: isAwarded && isOne ? undefined : moneyOf(process),
    legalBasis: basis && { scheme: basis.scheme, id: basis.id, uri: basis.uri },
    specialRegime: process.regime === 'light-touch' ? ['lightTouch'] : undefined,
    procurementMethod: method?.method,
    procurementMethodDetails:
      method?.words ?? ({ grant: 'Grant', 'below-threshold': 'Below the threshold' } as Record<string, string>)[process.regime ?? ''],
    tenderPeriod: hasCome('tender', stage) && process.tenderedOn ? { startDate: dayBegins(process.tenderedOn) } : undefined,
    contractPeriod: isAwarded ? undefined : termOf(process),
    lots:
      process.lots.length === 0
        ? undefined
        : process.lots.map(({ number, title, status }) => ({ id: String(number), title, status: lotStatuses[status] })),
  })
}

/** The first term, and how far it can be extended. */
function termOf(process: NoticeProcess): NoticeObject | undefined {
  const ends = termEnds(process)
  return filled({
    startDate: process.startsOn && dayBegins(process.startsOn),
    endDate: process.endsOn && lastOf(process.endsOn),
    maxExtentDate: process.openMonths > 0 && ends ? lastOf(ends.add({ months: process.openMonths })) : undefined,
  })
}

const lastOf = (firstAfter: Temporal.PlainDate): string => dayEnds(firstAfter.subtract({ days: 1 }))

/** What is awarded together: a lot with its providers, or the whole. */
interface Part {
  readonly key: string
  readonly lot: number | undefined
  readonly title: string
  readonly suppliers: readonly NoticeParty[]
}

function partsOf({ title, lots, suppliers }: NoticeProcess): readonly Part[] {
  const ofLots = lots.flatMap(({ number, title: ofLot, status }) => {
    const held = suppliers.filter(({ lot }) => lot === number).map(({ party }) => party)
    return held.length === 0 && status !== 'awarded' ? [] : [{ key: `lot-${number}`, lot: number, title: ofLot, suppliers: held }]
  })
  const ofWhole = suppliers.filter(({ lot }) => lot === undefined).map(({ party }) => party)
  return ofWhole.length === 0 && ofLots.length > 0 ? ofLots : [{ key: 'whole', lot: undefined, title, suppliers: ofWhole }, ...ofLots]
}

function awardOf(process: NoticeProcess, part: Part, isOne: boolean): NoticeObject {
  return known({
    ...{ id: `award-${part.key}`, title: part.title, status: process.awardedOn || process.signedOn ? 'active' : 'pending' },
    date: process.awardedOn && dayBegins(process.awardedOn),
    value: isOne ? moneyOf(process) : undefined,
    suppliers: part.suppliers.length === 0 ? undefined : part.suppliers.map(({ id, name }) => ({ id, name })),
    relatedLots: part.lot === undefined ? undefined : [String(part.lot)],
    standstillPeriod: filled({
      startDate: process.notifiedOn && dayBegins(process.notifiedOn),
      endDate: process.standstillUntil && dayEnds(process.standstillUntil),
    }),
    contractPeriod: termOf(process),
  })
}

/** What is measured and what came of it is of the whole: the first part tells it. */
const deliveryOf = (process: NoticeProcess): NoticeObject =>
  known({ agreedMetrics: toldMetrics(process), implementation: toldImplementation(process) })

function contractOf(process: NoticeProcess, part: Part, isOne: boolean, today: Temporal.PlainDate): NoticeObject {
  const ends = process.endedOn ?? termEnds(process)
  const isOver = ends !== undefined && Temporal.PlainDate.compare(ends, today) <= 0
  const term = filled({ startDate: process.startsOn && dayBegins(process.startsOn), endDate: ends && lastOf(ends) })
  const extended = termEnds(process)
  return known({
    ...{ id: `contract-${part.key}`, awardID: `award-${part.key}`, title: part.title, status: isOver ? 'terminated' : 'active' },
    period: term,
    value: isOne ? moneyOf(process) : undefined,
    dateSigned: process.signedOn && dayBegins(process.signedOn),
    statusDetails: nonEmpty(process.endedBecause),
    amendments:
      process.taken && extended
        ? [
            known({
              ...{ id: 'extension', date: dayBegins(process.taken.on), description: `Extended by ${process.taken.months} months.` },
              period: filled({ startDate: process.startsOn && dayBegins(process.startsOn), endDate: lastOf(extended) }),
            }),
          ]
        : undefined,
  })
}

/** The same process with nothing that lies ahead of a day. */
export function asOf(process: NoticeProcess, today: Temporal.PlainDate): NoticeProcess {
  const past = (day: Temporal.PlainDate | undefined) => (day && Temporal.PlainDate.compare(day, today) <= 0 ? day : undefined)
  const isEnded = past(process.endedOn) !== undefined
  return {
    ...process,
    ...{ engagedOn: past(process.engagedOn), tenderedOn: past(process.tenderedOn), notifiedOn: past(process.notifiedOn) },
    standstillUntil: past(process.notifiedOn) ? process.standstillUntil : undefined,
    ...{ awardedOn: past(process.awardedOn), signedOn: past(process.signedOn), endedOn: past(process.endedOn) },
    endedBecause: isEnded ? process.endedBecause : '',
    taken: past(process.taken?.on) ? process.taken : undefined,
    indicators: process.indicators.map((one) => ({ ...one, results: one.results.filter(({ endsOn }) => past(endsOn)) })),
    assessments: process.assessments.filter(({ on }) => past(on)),
    transactions: process.transactions.filter(({ on }) => past(on)),
  }
}
