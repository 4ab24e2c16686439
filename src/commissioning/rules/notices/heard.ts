import { type IdentifierScheme, identifierAsWritten, identifierSchemes } from '../provider.ts'
import { readAmount } from './amount.ts'
import { dayAt, monthsBetween } from './day.ts'
import { heardDelivery } from './delivery.ts'
import { heardForeseen } from './foreseen.ts'
import { at, type NoticeObject, objectsAt, textAt, textsAt } from './json.ts'
import {
  type LotStatus,
  legalBases,
  methods,
  type NoticeIdentifier,
  type NoticeLot,
  type NoticeParty,
  type NoticeProcess,
  type NoticeSupplier,
  termEnds,
} from './process.ts'

const isStanding = (one: NoticeObject): boolean => !['cancelled', 'unsuccessful'].includes(textAt(one, 'status'))
const first = <T>(values: readonly (T | undefined)[]): T | undefined => values.find((one) => one !== undefined)
const days = (all: readonly NoticeObject[], ...way: readonly string[]): readonly Temporal.PlainDate[] =>
  all.flatMap((one) => dayAt(at(one, ...way)) ?? []).toSorted((a, b) => Temporal.PlainDate.compare(a, b))
const firstAfter = (last: Temporal.PlainDate | undefined) => last?.add({ days: 1 })

/**
 * What the merged notices of a process say of it, in the words of our record: nothing is guessed. Awards and contracts that were cancelled do not count, lots
 * that are complete count as awarded only where an award names them, and the regime is what the legal basis says (handbook of commissioning 5.1).
 */
export function heard(ocid: string, merged: NoticeObject): NoticeProcess {
  const tender = at(merged, 'tender')
  const awards = objectsAt(merged, 'awards').filter(isStanding)
  const contracts = objectsAt(merged, 'contracts').filter(isStanding)
  const parties = new Map(objectsAt(merged, 'parties').map((one) => [textAt(one, 'id'), partyOf(one)]))
  const term = termOf(merged, awards, contracts)
  const foreseen = heardForeseen(merged)
  return {
    title: textAt(tender, 'title') || textAt(merged, 'title') || textAt(contracts[0], 'title') || textAt(awards[0], 'title'),
    summary: textAt(tender, 'description') || textAt(merged, 'description'),
    reference: referenceOf(ocid, textAt(tender, 'id')),
    ...lawOf(merged),
    buyers: buyersOf(merged, parties),
    suppliers: suppliersOf(awards, parties),
    lots: lotsOf(merged, awards),
    ...term,
    ...worthOf(merged, awards, contracts),
    ...heardDelivery(contracts),
    ...(foreseen === undefined ? {} : { foreseen }),
    engagedOn: first(
      objectsAt(merged, 'planning', 'milestones')
        .filter((one) => textAt(one, 'type') === 'engagement')
        .map((one) => dayAt(one.dateMet)),
    ),
    tenderedOn: dayAt(at(tender, 'tenderPeriod', 'startDate')) ?? publishedOn([at(merged, 'tender') as NoticeObject], 'UK4'),
    notifiedOn: days(awards, 'standstillPeriod', 'startDate')[0] ?? publishedOn(awards, 'UK6'),
    standstillUntil: days(awards, 'standstillPeriod', 'endDate').at(-1),
    awardedOn: days(awards, 'date')[0],
    signedOn: days(contracts, 'dateSigned')[0],
  }
}

/** The number of the buyer; what the program of the publisher made up is none. */
const referenceOf = (ocid: string, id: string): string => (id === 'tender' || id.startsWith(ocid) || /^ocds-/.test(id) ? '' : id)

function partyOf(party: NoticeObject): NoticeParty {
  return {
    id: textAt(party, 'id'),
    name: textAt(party, 'name') || textAt(party, 'identifier', 'legalName'),
    identifiers: identifiersOf(party).good,
  }
}

/** The numbers of an organisation that read as their list writes them, and those that do not. */
export function identifiersOf(party: NoticeObject): { readonly good: readonly NoticeIdentifier[]; readonly bad: readonly string[] } {
  const all = [at(party, 'identifier') as NoticeObject, ...objectsAt(party, 'additionalIdentifiers')]
  const good = new Map<string, NoticeIdentifier>()
  const bad: string[] = []
  for (const one of all) {
    const [scheme, id] = [textAt(one, 'scheme'), textAt(one, 'id')]
    if (id === '') continue
    const value = identifierSchemes.includes(scheme as IdentifierScheme) ? identifierAsWritten(scheme as IdentifierScheme, id) : undefined
    if (value === undefined) bad.push(`${scheme} ${id}`.trim())
    else good.set(`${scheme} ${value}`, { scheme: scheme as IdentifierScheme, value })
  }
  return { good: [...good.values()], bad }
}

/** Who buys: everybody with that role, and first whom the notice names as the buyer. */
function buyersOf(merged: NoticeObject, parties: ReadonlyMap<string, NoticeParty>): readonly NoticeParty[] {
  const named = textAt(merged, 'buyer', 'id')
  const ids = objectsAt(merged, 'parties')
    .filter((one) => textsAt(one, 'roles').includes('buyer'))
    .map((one) => textAt(one, 'id'))
  const stated = parties.get(named)
  const first =
    stated ?? (textAt(merged, 'buyer', 'name') === '' ? undefined : { id: named, name: textAt(merged, 'buyer', 'name'), identifiers: [] })
  return [...(first ? [first] : []), ...ids.filter((id) => id !== named).flatMap((id) => parties.get(id) ?? [])]
}

function suppliersOf(awards: readonly NoticeObject[], parties: ReadonlyMap<string, NoticeParty>): readonly NoticeSupplier[] {
  const found = new Map<string, NoticeSupplier>()
  for (const award of awards)
    for (const ref of objectsAt(award, 'suppliers')) {
      const id = textAt(ref, 'id')
      const party = parties.get(id) ?? { id, name: textAt(ref, 'name'), identifiers: [] }
      for (const lot of lotsNamed(award)) found.set(`${id} ${lot}`, { party, lot })
    }
  return [...found.values()]
}

const lotsNamed = (award: NoticeObject): readonly (number | undefined)[] => {
  const numbers = textsAt(award, 'relatedLots')
    .map(lotNumber)
    .filter((one) => one !== undefined)
  return numbers.length === 0 ? [undefined] : numbers
}
/** The number of a lot: its id where that is one, or the digits in it. */
const lotNumber = (id: string): number | undefined => {
  const digits = /(\d{1,4})(?!.*\d)/.exec(id)?.[1]
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits)
}

function lotsOf(merged: NoticeObject, awards: readonly NoticeObject[]): readonly NoticeLot[] {
  const awarded = new Set(awards.flatMap((one) => textsAt(one, 'relatedLots')))
  const lots = new Map<number, NoticeLot>()
  for (const [place, lot] of objectsAt(merged, 'tender', 'lots').entries()) {
    const id = textAt(lot, 'id')
    const number = lotNumber(id) ?? place + 1
    // One that was taken back altogether.
    const isGone = textAt(lot, 'status') === 'cancelled' && textAt(lot, 'title') === '' && textAt(lot, 'description') === ''
    if (lots.has(number) || isGone) continue
    const title = textAt(lot, 'title') || titleOfAward(awards, id) || `Lot ${number}`
    lots.set(number, { number, title, status: lotStatusOf(textAt(lot, 'status'), awarded.has(id)) })
  }
  return [...lots.values()].toSorted((one, other) => one.number - other.number)
}

const titleOfAward = (awards: readonly NoticeObject[], lot: string): string =>
  textAt(
    awards.find((one) => textsAt(one, 'relatedLots').join() === lot),
    'title',
  )

function lotStatusOf(status: string, isAwarded: boolean): LotStatus {
  if (status === 'cancelled' || status === 'unsuccessful') return status
  if (status === 'withdrawn') return 'cancelled'
  if (status === 'planned' || status === 'planning') return 'planned'
  return isAwarded ? 'awarded' : 'active'
}

type Law = Pick<NoticeProcess, 'regime' | 'process'>

/** Under which law and by which process: as the legal basis and the method say, never guessed from prose. */
function lawOf(merged: NoticeObject): Law {
  const tender = at(merged, 'tender')
  const [scheme, id, words] = [
    textAt(tender, 'legalBasis', 'scheme'),
    textAt(tender, 'legalBasis', 'id'),
    textAt(tender, 'procurementMethodDetails'),
  ]
  const basis = legalBases.find((one) => one.scheme === scheme && one.id === id)
  const isLight = basis?.regime === 'procurement-act' && textsAt(tender, 'specialRegime').includes('lightTouch')
  const unnamed = ({ Grant: 'grant', 'Below the threshold': 'below-threshold' } as const)[words as 'Grant']
  const regime = isLight ? 'light-touch' : (basis?.regime ?? unnamed)
  const ofHealth = ['direct-award-a', 'direct-award-b', 'direct-award-c', 'most-suitable-provider', 'competitive']
  const fits = methods.filter((one) => (regime === 'provider-selection') === ofHealth.includes(one.process))
  const exact = fits.find((one) => one.words === words)
  const byMethod = { open: 'open', direct: 'direct-award' }[textAt(tender, 'procurementMethod')] ?? ''
  return { regime, process: exact?.process ?? (regime === 'provider-selection' || unnamed ? '' : byMethod) }
}

/** The day on which a notice of that number was published, by the documents of what it is about. */
function publishedOn(of: readonly NoticeObject[], notice: string): Temporal.PlainDate | undefined {
  const papers = of.flatMap((one) => objectsAt(one, 'documents')).filter((one) => textAt(one, 'noticeType') === notice)
  return days(papers, 'datePublished')[0]
}

type Term = Pick<NoticeProcess, 'startsOn' | 'endsOn' | 'taken' | 'openMonths' | 'endedOn' | 'endedBecause'>

/** From when to when: the earliest beginning and the latest end of what stands. A contract that is over before its term ended early. */
function termOf(merged: NoticeObject, awards: readonly NoticeObject[], contracts: readonly NoticeObject[]): Term {
  const tender = at(merged, 'tender') as NoticeObject
  const lots = objectsAt(tender, 'lots')
  const planned = [tender, ...lots]
  const startsOn = first([
    days(contracts, 'period', 'startDate')[0],
    days(awards, 'contractPeriod', 'startDate')[0],
    days(planned, 'contractPeriod', 'startDate')[0],
  ])
  const amended = contracts
    .flatMap((one) => objectsAt(one, 'amendments'))
    .filter((one) => dayAt(at(one, 'period', 'endDate')) && dayAt(one.date))
  const said = firstAfter(days(contracts, 'period', 'endDate').at(-1))
  const byAward = firstAfter(days(awards, 'contractPeriod', 'endDate').at(-1) ?? days(planned, 'contractPeriod', 'endDate').at(-1))
  const later = amended.at(-1)
  const extendedTo = firstAfter(later && dayAt(at(later, 'period', 'endDate')))
  const months = byAward && extendedTo && monthsBetween(byAward, extendedTo)
  const takenOn = later && dayAt(later.date)
  const taken = months !== undefined && takenOn ? { months, on: takenOn } : undefined
  const over = endedEarly(contracts, { byAward, extendedTo: taken ? extendedTo : undefined, said })
  const endsOn = taken ? byAward : over ? byAward : (said ?? byAward)
  const ends = termEnds({ endsOn, taken })
  const furthest = firstAfter(
    first(
      [
        ...days(contracts, 'period', 'maxExtentDate'),
        ...days(awards, 'contractPeriod', 'maxExtentDate'),
        ...days(planned, 'contractPeriod', 'maxExtentDate'),
      ].toReversed(),
    ),
  )
  return {
    ...{ startsOn, endsOn, taken, openMonths: (ends && furthest && monthsBetween(ends, furthest)) ?? 0 },
    ...{ endedOn: over?.endedOn, endedBecause: over?.endedBecause ?? '' },
  }
}

/** The first day without it, where contracts are over before the end of their term or say why. */
function endedEarly(
  contracts: readonly NoticeObject[],
  term: {
    readonly byAward: Temporal.PlainDate | undefined
    readonly extendedTo: Temporal.PlainDate | undefined
    readonly said: Temporal.PlainDate | undefined
  },
): Pick<Term, 'endedOn' | 'endedBecause'> | undefined {
  if (contracts.length === 0 || !contracts.every((one) => textAt(one, 'status') === 'terminated')) return undefined
  const because = contracts.map((one) => textAt(one, 'statusDetails')).find((one) => one !== '') ?? ''
  const settled = days(contracts, 'finalStatusDate').at(-1)
  const ends = term.extendedTo ?? term.byAward
  const endedOn = settled ?? term.said
  const isEarly = endedOn !== undefined && (ends === undefined || Temporal.PlainDate.compare(endedOn, ends) < 0)
  return (because !== '' || isEarly) && endedOn ? { endedOn, endedBecause: because || 'As the notice says' } : undefined
}

/** What it comes to: of what was signed, else of what was awarded, else as it was tendered; a sum only where every part of it is known. */
function worthOf(
  merged: NoticeObject,
  awards: readonly NoticeObject[],
  contracts: readonly NoticeObject[],
): Pick<NoticeProcess, 'net' | 'gross'> {
  const tender = at(merged, 'tender') as NoticeObject
  for (const level of [contracts, awards, [tender]]) {
    const [net, gross] = [sumOf(level, 'amount'), sumOf(level, 'amountGross')]
    if (net !== null || gross !== null) return { net, gross }
  }
  return { net: null, gross: null }
}

function sumOf(parts: readonly NoticeObject[], field: string): bigint | null {
  let sum = 0n
  for (const part of parts) {
    const currency = textAt(part, 'value', 'currency')
    const read = readAmount(at(part, 'value', field))
    if (read.kind !== 'pence' || (currency !== '' && currency !== 'GBP')) return null
    sum += read.pence
  }
  return parts.length === 0 ? null : sum
}
