import type { Regime } from '../contract.ts'
import type { IdentifierScheme } from '../provider.ts'
import type { Delivery } from './delivery.ts'
import type { Foreseen } from './foreseen.ts'

/** A number of an organisation in a public list. */
export interface NoticeIdentifier {
  readonly scheme: IdentifierScheme
  readonly value: string
}

/** An organisation as a notice names it. */
export interface NoticeParty {
  /** Its id within the notices of one process. */
  readonly id: string
  readonly name: string
  readonly identifiers: readonly NoticeIdentifier[]
}

/** How a lot stands, as the record of a contract has it. */
export type LotStatus = 'planned' | 'active' | 'awarded' | 'unsuccessful' | 'cancelled'

/** A lot of a process. */
export interface NoticeLot {
  readonly number: number
  readonly title: string
  readonly status: LotStatus
}

/** Who provides, for the whole or for one lot. */
export interface NoticeSupplier {
  readonly party: NoticeParty
  readonly lot: number | undefined
}

/** What a taken extension made of the term. */
export interface TakenExtension {
  readonly months: number
  readonly on: Temporal.PlainDate
}

/** One process of buying, from its planning to its end: what open contracting data say of one contract of ours. Money in pence, ends are the first day after. */
export interface NoticeProcess extends Delivery {
  readonly title: string
  readonly summary: string
  readonly reference: string
  /** Undefined: no law of which notices tell is named. */
  readonly regime: Regime | undefined
  /** '' where nobody has said it. */
  readonly process: string
  readonly buyers: readonly NoticeParty[]
  readonly suppliers: readonly NoticeSupplier[]
  readonly lots: readonly NoticeLot[]
  readonly startsOn: Temporal.PlainDate | undefined
  /** Of the first term; undefined: ongoing, or not said. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly taken: TakenExtension | undefined
  /** Months by which it can still be extended; 0: none, or not said. */
  readonly openMonths: number
  readonly net: bigint | null
  readonly gross: bigint | null
  readonly engagedOn: Temporal.PlainDate | undefined
  readonly tenderedOn: Temporal.PlainDate | undefined
  readonly notifiedOn: Temporal.PlainDate | undefined
  /** The last day of the standstill. */
  readonly standstillUntil: Temporal.PlainDate | undefined
  readonly awardedOn: Temporal.PlainDate | undefined
  readonly signedOn: Temporal.PlainDate | undefined
  /** The first day without it, where it ended before its term. */
  readonly endedOn: Temporal.PlainDate | undefined
  readonly endedBecause: string
  /** What was foreseen before anything was bought, where this process was. */
  readonly foreseen?: Foreseen | undefined
}

/** First day on which it has no effect by its term and its extension; undefined: ongoing. */
export const termEnds = ({ endsOn, taken }: Pick<NoticeProcess, 'endsOn' | 'taken'>): Temporal.PlainDate | undefined =>
  taken ? endsOn?.add({ months: taken.months }) : endsOn

/** The law under which each regime buys, as notices name it; grants and small sums have none of their own. */
export const legalBases: readonly { readonly regime: Regime; readonly scheme: string; readonly id: string; readonly uri: string }[] = [
  { regime: 'procurement-act', scheme: 'UKPGA', id: '2023/54', uri: 'https://www.legislation.gov.uk/ukpga/2023/54/contents' },
  { regime: 'provider-selection', scheme: 'UKSI', id: '2023/1348', uri: 'https://www.legislation.gov.uk/uksi/2023/1348/contents' },
  { regime: 'earlier', scheme: 'UKSI', id: '2015/102', uri: 'https://www.legislation.gov.uk/uksi/2015/102/contents' },
]

/** How each process is told: the method of the closed list of the standard, and our words. */
export const methods: readonly {
  readonly process: string
  readonly method: 'open' | 'selective' | 'limited' | 'direct'
  readonly words: string
}[] = [
  { process: 'open', method: 'open', words: 'Open procedure' },
  { process: 'flexible', method: 'selective', words: 'Competitive flexible procedure' },
  { process: 'direct-award', method: 'direct', words: 'Direct award' },
  { process: 'framework', method: 'selective', words: 'Call-off from a framework agreement' },
  { process: 'direct-award-a', method: 'direct', words: 'Direct award process A' },
  { process: 'direct-award-b', method: 'direct', words: 'Direct award process B' },
  { process: 'direct-award-c', method: 'direct', words: 'Direct award process C' },
  { process: 'most-suitable-provider', method: 'limited', words: 'Most suitable provider process' },
  { process: 'competitive', method: 'open', words: 'Competitive process' },
]
