import { type IdentifierScheme, identifierAsWritten, identifierSchemes } from '../provider.ts'
import type { RegisterColumn } from './columns.ts'

/** A provider as a row names it. */
export interface WrittenProvider {
  readonly name: string
  /** Its numbers in public lists, as those lists write them. */
  readonly numbers: readonly { readonly scheme: IdentifierScheme; readonly value: string }[]
}

interface ProvidersRead {
  readonly providers: readonly WrittenProvider[]
  readonly problems: readonly { readonly column: RegisterColumn; readonly code: string; readonly value: string }[]
}

/**
 * Reads who provides: names in one cell and their numbers in another, in the same order, between semicolons ('Alder Ltd; Birch CIC' and 'GB-COH 01234567; GB-CHC 1234567').
 * One provider may have several numbers, between commas; a place without a number stays empty. Empty cells: nobody is named.
 */
export function readProviders(names: string, numbers: string): ProvidersRead {
  const listed = names === '' ? [] : names.split(';').map((name) => name.trim().replaceAll(/\s+/g, ' '))
  const numbered = numbers === '' ? [] : numbers.split(';').map((one) => one.trim())
  const problems: { readonly column: RegisterColumn; readonly code: string; readonly value: string }[] = []
  if (listed.includes('')) problems.push({ column: 'providers', code: 'register-provider-blank', value: names })
  if (listed.some((name) => name.length > 200)) problems.push({ column: 'providers', code: 'register-cell-long', value: names })
  if (numbered.length > 0 && numbered.length !== listed.length)
    problems.push({ column: 'provider numbers', code: 'register-numbers-count', value: numbers })
  const providers = listed.map((name, index) => {
    const written = (numbered[index] ?? '').split(',').map((one) => one.trim())
    const read = written.filter(Boolean).map((one) => ({ one, number: numberOf(one) }))
    for (const { one, number } of read)
      if (number === undefined) problems.push({ column: 'provider numbers', code: 'register-number-unread', value: one })
    return { name, numbers: read.flatMap(({ number }) => number ?? []) }
  })
  return { providers, problems }
}

function numberOf(written: string): WrittenProvider['numbers'][number] | undefined {
  const scheme = identifierSchemes.find((one) => written.toUpperCase().startsWith(one) && /^[\s:-]/.test(written.slice(one.length)))
  if (scheme === undefined) return undefined
  const value = identifierAsWritten(scheme, written.slice(scheme.length).replace(/^[\s:-]+/, ''))
  return value === undefined ? undefined : { scheme, value }
}

/** Providers as the two cells write them; one name holds no semicolon, which would be two. */
export function writtenProviders(providers: readonly WrittenProvider[]): readonly [string, string] {
  const numbers = providers.map((one) => one.numbers.map(({ scheme, value }) => `${scheme} ${value}`).join(', '))
  return [providers.map(({ name }) => name.replaceAll(';', ',')).join('; '), numbers.some(Boolean) ? numbers.join('; ') : '']
}
