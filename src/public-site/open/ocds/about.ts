import { ocdsPaths } from '#commissioning/public.ts'
import type { OutSummary } from '#commissioning/public-data.ts'
import { extensions } from './packages.ts'

/** What there is of open contracting data, and under which terms. */
export interface ContractingAbout {
  readonly notices: number
  readonly contracts: number
  /** When the first and the newest of it came out; undefined: nothing is out. */
  readonly since: Temporal.Instant | undefined
  readonly newest: Temporal.Instant | undefined
  /** Undefined: none was stated. */
  readonly licence: { readonly name: string; readonly uri: string } | undefined
  /** Undefined: none was assigned to the place. */
  readonly prefix: string | undefined
  readonly extensions: readonly string[]
}

/** The same for people and for programs. */
export function aboutContracting(
  { releases, records, first, newest }: OutSummary,
  licence: ContractingAbout['licence'],
  prefix: string | undefined,
): ContractingAbout {
  return { notices: releases, contracts: records, since: first, newest, licence, prefix, extensions }
}

const second = (at: Temporal.Instant | undefined): string | null => at?.toString({ smallestUnit: 'second' }) ?? null

/** As a program reads it; null is what is not there. */
export function aboutAsJson({ notices, contracts, since, newest, licence, prefix }: ContractingAbout, publicUrl: string): string {
  return JSON.stringify({
    ...{ standard: 'OCDS 1.1.5', extensions, ocidPrefix: prefix ?? null, license: licence?.uri ?? null },
    ...{ releases: notices, records: contracts, first: second(since), newest: second(newest) },
    links: {
      ...{ releases: `${publicUrl}${ocdsPaths.releases}`, records: `${publicUrl}${ocdsPaths.records}` },
      ...{ record: `${publicUrl}${ocdsPaths.records.replace('.json', '')}/{ocid}.json`, about: `${publicUrl}${ocdsPaths.about}` },
    },
  })
}
