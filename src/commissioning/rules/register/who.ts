import { type IdentifierScheme, nameForComparing } from '../provider.ts'
import type { WrittenProvider } from './providers.ts'

/** What the record knows of organisations. Numbers are keyed as 'scheme value'. */
export interface KnownOrganisations {
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly numbers: ReadonlyMap<string, string>
}

/** Who a row means: an organisation of the record, or one that loading enters; the same object for every row that names it. */
export type MeantProvider = { readonly known: string } | EnteredProvider
/** A provider that loading enters, with the numbers that all rows give it. */
export interface EnteredProvider {
  readonly known: undefined
  readonly name: string
  readonly numbers: { readonly scheme: IdentifierScheme; readonly value: string }[]
}

type Found = { readonly provider: MeantProvider } | { readonly code: string; readonly value: string }

/**
 * Tells providers of a file: by a number, or by exactly the name that the record has. A name that is almost another's is never taken for it, and never entered beside
 * it: a person says which is meant (C11). Asked in the order of the rows.
 */
export function providerTeller({ organisations, numbers }: KnownOrganisations): (written: WrittenProvider) => Found {
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const exact = Map.groupBy(organisations, ({ name }) => name.toLowerCase())
  const alike = Map.groupBy(organisations, ({ name }) => comparedAs(name))
  const entered = new Map<string, EnteredProvider>()
  const byNumber = new Map<string, EnteredProvider>()

  function ofFile({ name, numbers: written }: WrittenProvider): Found {
    const holders = new Set(written.flatMap((one) => byNumber.get(keyOf(one)) ?? []))
    const there = entered.get(comparedAs(name))
    const [holder] = holders
    if (holders.size > 1 || (holder && holder !== there)) return { code: 'register-number-two-names', value: holder?.name ?? '' }
    if (there && !holder && (there.name.toLowerCase() !== name.toLowerCase() || (there.numbers.length > 0 && written.length > 0)))
      return { code: 'register-name-twice', value: there.name }
    const provider: EnteredProvider = there ?? { known: undefined, name, numbers: [] }
    entered.set(comparedAs(name), provider)
    for (const one of written) {
      if (!byNumber.has(keyOf(one))) provider.numbers.push(one)
      byNumber.set(keyOf(one), provider)
    }
    return { provider }
  }

  return (written) => {
    const holders = new Set(written.numbers.flatMap((one) => numbers.get(keyOf(one)) ?? []))
    const [holder, other] = holders
    if (other !== undefined) return { code: 'register-numbers-apart', value: [...holders].map((id) => names.get(id) ?? '').join('; ') }
    const named = exact.get(written.name.toLowerCase()) ?? []
    if (holder === undefined && named.length > 1) return { code: 'register-name-shared', value: written.name }
    const known = holder ?? named[0]?.id
    if (known === undefined) {
      const near = alike.get(comparedAs(written.name))?.[0]
      return near ? { code: 'register-name-alike', value: near.name } : ofFile(written)
    }
    const name = names.get(known) ?? ''
    if (comparedAs(name) !== comparedAs(written.name)) return { code: 'register-number-of-another', value: name }
    const isNew = written.numbers.some((one) => !numbers.has(keyOf(one)))
    return isNew ? { code: 'register-number-not-recorded', value: name } : { provider: { known } }
  }
}

const keyOf = ({ scheme, value }: { readonly scheme: string; readonly value: string }): string => `${scheme} ${value}`
/** A name of marks alone, or of other letters, is held against itself. */
const comparedAs = (name: string): string => nameForComparing(name) || name.toLowerCase()
