import type { Regime } from '../contract.ts'
import { type Oddity, saidOf } from './oddity.ts'
import type { NoticeProcess } from './process.ts'

/** What of a process a person may say where its notices do not. */
export type CompletedField = 'title' | 'regime' | 'startsOn' | 'buyer'

/** What a person said of a process, field by field; undefined: nothing. */
export interface Completion {
  readonly title: string | undefined
  readonly regime: Regime | undefined
  readonly startsOn: Temporal.PlainDate | undefined
  /** The organisation of ours that buys. */
  readonly buyer: string | undefined
}

/** Nothing was said by a person. */
export const noCompletion: Completion = { title: undefined, regime: undefined, startsOn: undefined, buyer: undefined }

/** The lines of a process as one: the latest that says something of a field counts. @param lines - in the order in which they were entered */
export const asOneCompletion = (lines: readonly Completion[]): Completion =>
  lines.reduce(
    (before, { title, regime, startsOn, buyer }) => ({
      ...{ title: title ?? before.title, regime: regime ?? before.regime },
      ...{ startsOn: startsOn ?? before.startsOn, buyer: buyer ?? before.buyer },
    }),
    noCompletion,
  )

/** A process as its notices and a person tell of it: what the person said stands, also against later notices. */
export function completed(process: NoticeProcess, { title, regime, startsOn }: Completion): NoticeProcess {
  return { ...process, title: title ?? process.title, regime: regime ?? process.regime, startsOn: startsOn ?? process.startsOn }
}

/** One field in which the notices now say something else than a person did. */
export interface CompletionDiffers {
  readonly field: CompletedField
  readonly notices: string
  readonly person: string
}

/**
 * Where the notices by now say something else than a person completed; nothing where they are still silent.
 * @param buyer - the organisation of ours that the notices name by a number
 */
export function completionDiffers(process: NoticeProcess, buyer: string | undefined, said: Completion): readonly CompletionDiffers[] {
  const pairs: readonly (readonly [CompletedField, string | undefined, string | undefined])[] = [
    ['title', process.title === '' ? undefined : process.title, said.title],
    ['regime', process.regime, said.regime],
    ['startsOn', process.startsOn?.toString(), said.startsOn?.toString()],
    ['buyer', buyer, said.buyer],
  ]
  return pairs.flatMap(([field, notices, person]) =>
    notices !== undefined && person !== undefined && notices !== person ? [{ field, notices, person }] : [],
  )
}

const ways: Readonly<Record<CompletedField, string>> = {
  ...{ title: 'tender/title', regime: 'tender/legalBasis', startsOn: 'contracts/period/startDate', buyer: 'buyer' },
}

/** The same as oddities: what the notices say now. */
export const differenceOddities = (ocid: string, differs: readonly CompletionDiffers[]): readonly Oddity[] =>
  differs.map(({ field, notices }) => ({
    ...({ code: 'completed-differs', ocid, release: '', at: ways[field] } as const),
    said: field === 'buyer' ? 'Another of our agencies' : saidOf(notices),
  }))

/** What of a process neither its notices nor a person have said, and without which it makes no contract. */
export function missingOf(process: NoticeProcess, buyer: string | undefined): readonly CompletedField[] {
  const found: readonly (readonly [CompletedField, boolean])[] = [
    ['title', process.title === ''],
    ['regime', process.regime === undefined],
    ['startsOn', process.startsOn === undefined],
    ['buyer', buyer === undefined],
  ]
  return found.flatMap(([field, isMissing]) => (isMissing ? [field] : []))
}
