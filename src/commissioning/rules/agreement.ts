import { holdsOn } from './commissioned-service.ts'

/** Kinds of agreement between partners (C4); the law that each rests on is dated data (`commissioning.legal_basis`). */
export const agreementKinds = ['section-75', 'section-10', 'section-65z5', 'grant', 'sla', 'memorandum'] as const
/** One of them. */
export type AgreementKind = (typeof agreementKinds)[number]

/** A party, for the time in which it is one. */
export interface PartyFacts {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly approvedOn: Temporal.PlainDate | undefined
  readonly signedOn: Temporal.PlainDate | undefined
}

/** What is recorded of an agreement, as far as it settles how it stands. */
export interface AgreementFacts {
  readonly startsOn: Temporal.PlainDate
  /** First day on which it has no effect any more; undefined: until it is ended. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly consultedOn: Temporal.PlainDate | undefined
  /** The day on which it was ended before its term; undefined: it was not. */
  readonly endedOn: Temporal.PlainDate | undefined
  readonly parties: readonly PartyFacts[]
}

/** How an agreement stands. */
export const agreementStates = ['draft', 'consulted', 'approved', 'signed', 'in-force', 'unsigned', 'expired', 'terminated'] as const
/** One of them. */
export type AgreementState = (typeof agreementStates)[number]

/**
 * How an agreement stands on a day (handbook of commissioning 1.5): draft, consulted on, approved by each party, signed by each party, in force, expired,
 * terminated. 'unsigned' is one whose term runs although a party has not signed. Parties are those of that day, or of the first day before it begins;
 * without any it is a draft.
 */
export function agreementState(facts: AgreementFacts, day: Temporal.PlainDate): AgreementState {
  const { startsOn, endsOn, endedOn, consultedOn } = facts
  const reached = (on: Temporal.PlainDate | undefined): boolean => on !== undefined && Temporal.PlainDate.compare(on, day) <= 0
  if (reached(endedOn)) return 'terminated'
  const bound = partiesOn(facts, day)
  const signed = bound.length > 0 && bound.every(({ signedOn }) => reached(signedOn))
  if (reached(endsOn)) return 'expired'
  if (reached(startsOn)) return signed ? 'in-force' : 'unsigned'
  if (signed) return 'signed'
  if (bound.length > 0 && bound.every(({ approvedOn }) => reached(approvedOn))) return 'approved'
  return reached(consultedOn) ? 'consulted' : 'draft'
}

/** Who is bound on a day; before it begins, who will be on its first day. */
export function partiesOn<Party extends PartyFacts>(
  { startsOn, parties }: { readonly startsOn: Temporal.PlainDate; readonly parties: readonly Party[] },
  day: Temporal.PlainDate,
): readonly Party[] {
  const asked = Temporal.PlainDate.compare(day, startsOn) < 0 ? startsOn : day
  return parties.filter((party) => holdsOn(party, asked))
}

/** How many days after its first day a party signed; undefined where it signed in time or has not signed: a late signature is shown as such. */
export function daysSignedLate(
  agreement: { readonly startsOn: Temporal.PlainDate },
  { startsOn, signedOn }: PartyFacts,
): number | undefined {
  if (signedOn === undefined) return undefined
  const first = Temporal.PlainDate.compare(startsOn, agreement.startsOn) > 0 ? startsOn : agreement.startsOn
  const days = first.until(signedOn, { largestUnit: 'days' }).days
  return days > 0 ? days : undefined
}

/** Something that an agreement must say in writing; `source` '' where it is good practice and no duty. */
export interface LegalField {
  readonly key: string
  readonly name: string
  readonly asks: string
  readonly source: string
}

/** What the law demands in writing and the agreement does not say, in the order of the law (SI 2000/617, regulation 7(3), for section 75). */
export function missingInWriting<Field extends LegalField>(
  fields: readonly Field[],
  written: ReadonlyMap<string, string>,
): readonly Field[] {
  return fields.filter(({ key, source }) => source !== '' && (written.get(key) ?? '').trim() === '')
}
