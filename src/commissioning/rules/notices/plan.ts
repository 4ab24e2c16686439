import { nameForComparing } from '../provider.ts'
import { type Completion, type CompletionDiffers, completed, completionDiffers, differenceOddities, noCompletion } from './completion.ts'
import { heard } from './heard.ts'
import { mergeReleases, type NoticeRelease } from './merge.ts'
import { processOddities, releaseOddities } from './oddities.ts'
import { type Oddity, saidOf } from './oddity.ts'
import { type NoticeParty, type NoticeProcess, termEnds } from './process.ts'

/** Why the notices of a process are kept and make no contract, or change none. */
export type KeptReason =
  | 'buyer-unknown'
  | 'title-missing'
  | 'start-missing'
  | 'law-missing'
  | 'dates-out-of-order'
  | 'cancelled'
  | 'changed-by-person'

/** A supplier as the record knows it, by number alone; `enter`: it is new, and its name is nobody's; `waits`: a person has to say who it is. */
export interface PlannedSupplier {
  readonly party: NoticeParty
  readonly lot: number | undefined
  readonly known: string | 'enter' | 'waits'
}

/** What loading would do with one process. */
export interface PlannedProcess {
  readonly ocid: string
  readonly what: 'new' | 'changed' | 'same' | 'ours' | 'kept'
  readonly because: KeptReason | undefined
  readonly process: NoticeProcess
  /** The organisation of ours that buys; undefined where none of its numbers is known. */
  readonly buyer: string | undefined
  readonly contract: string | undefined
  readonly suppliers: readonly PlannedSupplier[]
  readonly fresh: readonly NoticeRelease[]
  /** What a person said of it, and where the notices by now say something else. */
  readonly completion: Completion
  readonly differs: readonly CompletionDiffers[]
  /** Whether somebody has changed its contract by hand. */
  readonly isByHand: boolean
}

/** What the record knows already. Numbers are keyed as 'scheme value'. */
export interface Known {
  readonly buyers: ReadonlyMap<string, string>
  readonly providers: ReadonlyMap<string, string>
  /** Names of all organisations, as they are compared. */
  readonly names: ReadonlySet<string>
  readonly releases: readonly NoticeRelease[]
  /** The contracts that were made of processes, and whether a person has written them since. */
  readonly made: ReadonlyMap<string, { readonly contract: string; readonly isOurs: boolean }>
  /** What persons said of processes whose notices say too little. */
  readonly completions: ReadonlyMap<string, Completion>
  /** Ids of releases that came out of this house, also of processes that others began. */
  readonly own: ReadonlySet<string>
  /** Processes that came out of this house and are nobody else's. */
  readonly ours: ReadonlySet<string>
}

const keyOf = ({ ocid, id }: NoticeRelease): string => `${ocid} ${id}`

/**
 * What loading releases would do, process by process, and everything odd about them. Nothing is guessed: a buyer or provider is known by a number, never by name;
 * the same releases twice plan nothing.
 * @param again - processes without new releases are looked at, too: for when a buyer has become known
 */
export function planNotices(
  brought: readonly NoticeRelease[],
  known: Known,
  again = false,
): { readonly processes: readonly PlannedProcess[]; readonly oddities: readonly Oddity[] } {
  const there = new Set(known.releases.map(keyOf))
  const fresh = brought.filter((one) => !there.has(keyOf(one)) && !known.own.has(one.id))
  const ocids = new Set([...brought, ...(again ? known.releases : [])].map(({ ocid }) => ocid))
  const all = Map.groupBy([...known.releases, ...fresh], ({ ocid }) => ocid)
  const said = Map.groupBy(brought, ({ ocid }) => ocid)
  const oddities: Oddity[] = []
  const entered = new Map<string, string>()
  const processes = [...ocids].map((ocid) => {
    const releases = all.get(ocid) ?? []
    // What came out of here is told by its own notices, and nothing is odd about it.
    const told = heard(ocid, mergeReleases(releases.length > 0 ? releases : (said.get(ocid) ?? [])))
    const completion = known.completions.get(ocid) ?? noCompletion
    const process = completed(told, completion)
    const news = fresh.filter((one) => one.ocid === ocid)
    if (releases.length > 0) oddities.push(...news.flatMap(releaseOddities), ...processOddities(ocid, releases, process))
    const named = buyerOf(told, known)
    const differs = completionDiffers(told, named, completion)
    oddities.push(...differenceOddities(ocid, differs))
    const suppliers = process.suppliers.map((one) => ({ ...one, known: supplierOf(one.party, known, entered) }))
    for (const { party, known: state } of suppliers)
      if (state === 'waits')
        oddities.push({ code: 'supplier-unknown', ocid, release: '', at: 'awards/suppliers', said: saidOf(party.name) })
    const buyer = completion.buyer ?? named
    const made = known.made.get(ocid)
    const because = reasonOf(process, releases, buyer) ?? (made?.isOurs && news.length > 0 ? 'changed-by-person' : undefined)
    const what = known.ours.has(ocid) ? 'ours' : made && news.length === 0 ? 'same' : because ? 'kept' : made ? 'changed' : 'new'
    return {
      ocid,
      what,
      because: what === 'kept' ? because : undefined,
      process,
      buyer,
      contract: made?.contract,
      suppliers,
      fresh: news,
      ...{ completion, differs, isByHand: made?.isOurs === true },
    } as const
  })
  return { processes, oddities }
}

/** The organisation of ours that buys, by the first of its numbers that is known. */
const buyerOf = ({ buyers }: NoticeProcess, known: Known): string | undefined =>
  buyers.flatMap(({ identifiers }) => identifiers.flatMap((one) => known.buyers.get(`${one.scheme} ${one.value}`) ?? []))[0]

function reasonOf(process: NoticeProcess, releases: readonly NoticeRelease[], buyer: string | undefined): KeptReason | undefined {
  const isCancelled = releases.some(({ tags }) => tags.includes('tenderCancellation')) && process.signedOn === undefined
  if (isCancelled) return 'cancelled'
  if (buyer === undefined) return 'buyer-unknown'
  if (process.title === '') return 'title-missing'
  if (process.regime === undefined) return 'law-missing'
  if (process.startsOn === undefined) return 'start-missing'
  const ends = termEnds(process)
  return ends && Temporal.PlainDate.compare(process.startsOn, ends) >= 0 ? 'dates-out-of-order' : undefined
}

/** By its numbers; a new one is entered unless its name is somebody's already, in the record or in the same file. */
function supplierOf({ name, identifiers }: NoticeParty, known: Known, entered: Map<string, string>): PlannedSupplier['known'] {
  const numbers = identifiers.map((one) => `${one.scheme} ${one.value}`)
  const found = numbers.map((one) => known.providers.get(one)).find((one) => one !== undefined)
  if (found !== undefined) return found
  const [first] = numbers
  const compared = nameForComparing(name)
  if (first === undefined || compared === '' || known.names.has(compared)) return 'waits'
  const before = entered.get(compared)
  if (before !== undefined && !numbers.includes(before)) return 'waits'
  entered.set(compared, before ?? first)
  return 'enter'
}

/** Value, VAT and what was said of them, as the record of a contract takes them: what does not go together is kept in words alone. */
export function worthOf({ net, gross, startsOn }: NoticeProcess): {
  readonly net: bigint | null
  readonly gross: bigint | null
  readonly vat: 'standard' | 'none' | 'mixed' | 'not-known'
  readonly vatNote: string
  readonly said: string
} {
  const said = [net === null ? '' : `${pounds(net)} without VAT`, gross === null ? '' : `${pounds(gross)} with VAT`]
    .filter(Boolean)
    .join(', ')
  const one = { net, gross, vatNote: '', said }
  if (net === null || gross === null) return { ...one, vat: 'not-known' }
  if (net === gross) return { ...one, vat: 'none' }
  const over = gross * 10_000n - net * 12_000n
  const isDated = startsOn !== undefined && Temporal.PlainDate.compare(startsOn, Temporal.PlainDate.from('2011-01-04')) >= 0
  if (isDated && over <= 5_000n && over >= -5_000n) return { ...one, vat: 'standard' }
  if (isDated && gross > net && over < 0n) return { ...one, vat: 'mixed', vatNote: 'As the notice has it' }
  return { net: null, gross, vat: 'not-known', vatNote: '', said }
}

const pounds = (pence: bigint): string => `£${(pence / 100n).toLocaleString('en-GB')}.${String(pence % 100n).padStart(2, '0')}`
