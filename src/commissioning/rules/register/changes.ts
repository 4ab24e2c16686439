import type { RegisterColumn } from './columns.ts'
import type { RecordedContract } from './plan.ts'
import type { RegisterRow } from './read.ts'
import type { MeantProvider } from './who.ts'

/** What a cell holds, or stood in the record: words, a day, pence, a number; null and undefined: nothing. */
export type CellValue = string | Temporal.PlainDate | bigint | number | null | undefined

/** A cell that says something else than the record. */
export interface RegisterChange {
  readonly column: RegisterColumn
  readonly from: CellValue
  readonly to: CellValue
}

/**
 * In which cells a row says something else than the record; what it does not say is no difference. Loading changes them, but for `stays`: who buys, who provides, under
 * which law and from when is changed on the pages of the contract, where it is asked what follows; and so is the last day once an extension was taken (C9).
 */
export function changesOf(
  line: RegisterRow,
  one: RecordedContract,
  commissioner: string,
  providers: readonly MeantProvider[],
): { readonly changes: readonly RegisterChange[]; readonly stays: readonly RegisterColumn[] } {
  const changes: RegisterChange[] = []
  const stays: RegisterColumn[] = []
  const say = (column: RegisterColumn, isOther: boolean, from: CellValue, to: CellValue): void =>
    void (isOther && changes.push({ column, from, to }))
  say('title', line.title !== one.title, one.title, line.title)
  say('reference', line.reference !== '' && line.reference !== one.reference, one.reference, line.reference)
  say('summary', line.summary !== '' && plain(line.summary) !== plain(one.summary), one.summary, line.summary)
  if (commissioner !== one.commissioner) stays.push('commissioner')
  const isWho = providers.length !== one.providers.size || providers.some(({ known }) => known === undefined || !one.providers.has(known))
  if (providers.length > 0 && isWho) stays.push('providers')
  if (line.regime !== one.regime) stays.push('bought under')
  if (isDay(line.startsOn, one.startsOn)) stays.push('starts')
  if (isDay(line.lastDay, one.lastDay) && one.isExtended) stays.push('last day')
  else say('last day', isDay(line.lastDay, one.lastDay), one.lastDay, line.lastDay)
  say('signed', isDay(line.signedOn, one.signedOn), one.signedOn, line.signedOn)
  say('without vat', line.net !== null && line.net !== one.net, one.net, line.net)
  say('with vat', line.gross !== null && line.gross !== one.gross, one.gross, line.gross)
  say('vat', line.vat !== 'not-known' && line.vat !== one.vat, one.vat, line.vat)
  say('people served', line.served !== undefined && line.served !== one.served, one.served, line.served)
  return { changes, stays }
}

const isDay = (said: Temporal.PlainDate | undefined, kept: Temporal.PlainDate | undefined): boolean =>
  said !== undefined && !(kept && said.equals(kept))
/** Without what saving in a spreadsheet changes. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
