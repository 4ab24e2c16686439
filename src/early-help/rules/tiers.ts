import { type Dated, heldOn, heldWithin } from './dated.ts'

/** A tier as a document names it. */
export interface TierName {
  /** Stays, whatever it is called. */
  readonly code: string
  readonly name: string
  /** What it means; empty in what the product brought. */
  readonly means: string
  /** Entered by an accepted step-up and by nothing else. */
  readonly isStatutory: boolean
}

/** Tiers from a day on; they hold until the next ones begin. */
export interface TierDocument extends Dated {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly setBy: string
  /** Null: brought with the product. */
  readonly setOn: Temporal.PlainDate | null
  /** Code of the tier that a family enters when it agrees to an assessment. */
  readonly entry: string
  /** In their order. */
  readonly tiers: readonly TierName[]
}

/** What a tier was called at first, and each later day from which it was called otherwise. */
export interface TierCalled {
  readonly name: string
  readonly renamed: readonly { readonly from: Temporal.PlainDate; readonly name: string }[]
}

/** What a tier is called on a day: as the document of that day has it; where that has it no more, the latest before it; its code where none ever named it. */
function calledOn(documents: readonly TierDocument[], code: string, day: Temporal.PlainDate): string {
  const named = documents.filter(({ tiers }) => tiers.some((one) => one.code === code))
  return heldOn(named, day)?.tiers.find((one) => one.code === code)?.name ?? code
}

/** What a tier is called over a time: by the words of its first day, then those of each document that begins in it and calls it otherwise (E5). */
export function tierCalled(
  documents: readonly TierDocument[],
  code: string,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): TierCalled {
  const name = calledOn(documents, code, from)
  const begun = heldWithin(documents, from, until)
    .toReversed()
    .filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, from) > 0)
  const names = begun.map(({ startsOn }) => ({ from: startsOn, name: calledOn(documents, code, startsOn) }))
  return { name, renamed: names.filter((one, at) => one.name !== (names[at - 1]?.name ?? name)) }
}

/** What every tier that ever began is called today, by code; what today's document has no more is called as it was at last. */
export function tierNames(documents: readonly TierDocument[], today: Temporal.PlainDate): ReadonlyMap<string, string> {
  const begun = documents.filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, today) <= 0)
  const codes = new Set(begun.flatMap(({ tiers }) => tiers.map(({ code }) => code)))
  return new Map([...codes].map((code) => [code, calledOn(begun, code, today)]))
}

/** A code for a tier that is new: of its name, and another than those that there are. */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 24)
      .replace(/-$/, '') || 'tier'
  const next = (code: string): string => (taken.has(code) ? next(`${code}-n`) : code)
  return next(plain)
}
