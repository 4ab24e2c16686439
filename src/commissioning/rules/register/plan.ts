import type { VatTreatment } from '../contract.ts'
import { type IdentifyingSign, identifyingSigns } from '../identifying.ts'
import { changesOf, type RegisterChange } from './changes.ts'
import type { RegisterColumn, RegisterProblem } from './columns.ts'
import { type RegisterLists, type RegisterRow, readRegister } from './read.ts'
import { type EnteredProvider, type KnownOrganisations, type MeantProvider, providerTeller } from './who.ts'

/** A contract of the board as it is recorded. */
export interface RecordedContract {
  readonly id: string
  readonly title: string
  readonly reference: string
  readonly summary: string
  readonly commissioner: string
  readonly regime: string
  readonly startsOn: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate | undefined
  readonly signedOn: Temporal.PlainDate | undefined
  readonly net: bigint | null
  readonly gross: bigint | null
  readonly vat: VatTreatment
  readonly served: number | null
  /** Organisations that provide, without sub-contractors. */
  readonly providers: ReadonlySet<string>
  /** An extension was taken, or it was ended: its last day is no longer that of its term. */
  readonly isExtended: boolean
}

/** What the record knows already. */
export interface KnownRegister extends RegisterLists, KnownOrganisations {
  readonly contracts: readonly RecordedContract[]
  /** Organisations that exist today. */
  readonly today: Temporal.PlainDate
  readonly present: ReadonlySet<string>
}

/** What loading would do with a row. `differs`: it is recorded otherwise in what a file does not change, and stays as it is. */
export interface PlannedContract {
  readonly line: RegisterRow
  readonly what: 'new' | 'changes' | 'there' | 'differs'
  readonly contract: string | undefined
  /** The cells that loading changes. */
  readonly changes: readonly RegisterChange[]
  /** The columns in which a row says something else and that a file does not change. */
  readonly differs: readonly RegisterColumn[]
  readonly commissioner: string
  readonly providers: readonly MeantProvider[]
  /** Why it waits for a person before everybody sees it. */
  readonly signs: readonly IdentifyingSign[]
}

/** What loading a file would do, and what is wrong with it: nothing is loaded while anything is wrong. */
export interface RegisterPlan {
  readonly rows: readonly PlannedContract[]
  /** Providers that new contracts name and nobody has entered. */
  readonly entered: readonly EnteredProvider[]
  readonly problems: readonly RegisterProblem[]
}

/**
 * What loading a register would do, row by row. A contract is known by its id, else by its reference with its commissioner, else by title, first day and commissioner;
 * one that is known is changed in the cells that say something else. The same file twice plans nothing (C9, C11).
 */
export function planRegister(table: readonly (readonly string[])[], known: KnownRegister): RegisterPlan {
  const { rows, problems: unread } = readRegister(table, known)
  const problems: RegisterProblem[] = [...unread]
  const tell = providerTeller(known)
  const commissioners = Map.groupBy(known.organisations, ({ name }) => name.toLowerCase())
  const seen = new Map<string, number>()
  const planned = rows.flatMap((line): readonly PlannedContract[] => {
    const before = problems.length
    const wrong = (column: RegisterColumn | '', code: string, value: string): void =>
      void problems.push({ row: line.row, column, value: value.slice(0, 80), code })
    const named = commissioners.get(line.commissioner.toLowerCase()) ?? []
    const commissioner = (named.find(({ id }) => known.present.has(id)) ?? named[0])?.id
    const providers = line.providers.flatMap((written) => {
      const found = tell(written)
      if ('provider' in found) return found.provider
      wrong('providers', found.code, found.value)
      return []
    })
    const meant = providers.map((one) => one.known ?? one)
    if (new Set(meant).size < meant.length) wrong('providers', 'register-provider-twice', '')
    if (commissioner === undefined) wrong('commissioner', 'register-commissioner-unknown', line.commissioner)
    const contract = commissioner === undefined ? undefined : knownContract(line, commissioner, known.contracts, wrong)
    if (commissioner !== undefined && contract === undefined && !known.present.has(commissioner))
      wrong('commissioner', 'register-commissioner-ended', line.commissioner)
    const key = contract?.id ?? [commissioner, line.reference, line.title, line.startsOn].join('\n').toLowerCase()
    const earlier = seen.get(key)
    if (earlier !== undefined) wrong('', 'register-row-twice', String(earlier))
    seen.set(key, line.row)
    if (problems.length > before || commissioner === undefined) return []
    const { changes, stays } = contract ? changesOf(line, contract, commissioner, providers) : { changes: [], stays: [] }
    const signs = identifyingSigns(`${line.title} ${line.summary} ${line.reference}`, line.served ?? null)
    const what = contract === undefined ? 'new' : changes.length > 0 ? 'changes' : stays.length > 0 ? 'differs' : 'there'
    return [{ line, what, contract: contract?.id, changes, differs: stays, commissioner, providers, signs }]
  })
  const fresh = planned.filter(({ what }) => what === 'new').flatMap(({ providers }) => providers)
  const entered = [...new Set(fresh.filter((one): one is EnteredProvider => one.known === undefined))]
  return { rows: planned, entered, problems: problems.toSorted((one, other) => one.row - other.row) }
}

function knownContract(
  line: RegisterRow,
  commissioner: string,
  contracts: readonly RecordedContract[],
  wrong: (column: RegisterColumn, code: string, value: string) => void,
): RecordedContract | undefined {
  if (line.id !== '') {
    const found = contracts.find(({ id }) => id === line.id)
    if (!found) wrong('id', 'register-id-unknown', line.id)
    return found
  }
  const [title, reference] = [line.title.toLowerCase(), line.reference.toLowerCase()]
  const own = contracts.filter((one) => one.commissioner === commissioner)
  const referred = reference === '' ? [] : own.filter((one) => one.reference.toLowerCase() === reference)
  if (referred.length === 1) return referred[0]
  const titled = (referred.length > 1 ? referred : own).filter(
    (one) => one.title.toLowerCase() === title && Temporal.PlainDate.compare(one.startsOn, line.startsOn) === 0,
  )
  if (titled.length > 1) wrong('id', 'register-contract-several', String(titled.length))
  return titled.length === 1 ? titled[0] : undefined
}
