import type { ContentClass } from './access.ts'

/** A family's agreement as it was given, or refused. */
export interface Agreement {
  readonly isGiven: boolean
  /** First day on which it no longer holds; undefined for a refusal. */
  readonly holdsUntil: Temporal.PlainDate | undefined
  readonly withdrawnAt: Temporal.Instant | undefined
}

/** How it stands on a day: an agreement that ran out needs renewal, and was not withdrawn (handbook of early help 3.1). */
export type AgreementStanding = 'in-force' | 'needs-renewal' | 'withdrawn' | 'refused'

/** How an agreement stands on a day. */
export function agreementStanding({ isGiven, holdsUntil, withdrawnAt }: Agreement, today: Temporal.PlainDate): AgreementStanding {
  if (!isGiven) return 'refused'
  if (withdrawnAt !== undefined) return 'withdrawn'
  return holdsUntil !== undefined && Temporal.PlainDate.compare(today, holdsUntil) < 0 ? 'in-force' : 'needs-renewal'
}

/** What one agreement or decision opens to one agency. */
export interface Cover {
  readonly organisation: string
  readonly class: ContentClass
}

/** The classes that an agency may read by this; in the order of the record, none where it is not named. */
export function covered(scope: readonly Cover[], organisation: string): readonly ContentClass[] {
  return scope.filter((one) => one.organisation === organisation).map((one) => one.class)
}

/** Until when an agreement holds that is given on a day: so many months, then it is renewed or needs renewal. Never longer than asked for. */
export function holdsUntil(givenOn: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return givenOn.add({ months })
}

/** What somebody else who may decide says against an agreement; 'objects' to all of it, or agrees to less. */
export interface Stand {
  readonly stance: 'objects' | 'narrower'
  /** Of 'narrower': what they do agree to. */
  readonly organisations: readonly string[]
  readonly classes: readonly ContentClass[]
  /** Undefined until it is settled. */
  readonly verdict: 'narrower' | 'as-agreed' | undefined
  readonly isEnded: boolean
}

/** How a disagreement stands: it waits, was settled one way or the other, or is over because they agree now. */
export type StandStanding = 'waits' | 'narrower' | 'as-agreed' | 'over'

/** How a disagreement stands. */
export function standStanding({ verdict, isEnded }: Pick<Stand, 'verdict' | 'isEnded'>): StandStanding {
  return isEnded ? 'over' : (verdict ?? 'waits')
}

/**
 * What an agreement opens while others who may decide say something else: what all of them agree to (handbook of early help 3.1, rule 2). The database says the
 * same in `casework.covers`.
 */
export function narrowest(scope: readonly Cover[], stands: readonly Stand[]): readonly Cover[] {
  const counted = stands.filter((stand) => ['waits', 'narrower'].includes(standStanding(stand)))
  return scope.filter((one) =>
    counted.every((stand) => stand.organisations.includes(one.organisation) && stand.classes.includes(one.class)),
  )
}

/**
 * Whether something that is sent with the family's agreement passes over somebody who may decide, too, and objects or agrees to less. The database says the same in
 * `casework.stands_agreed`.
 * @param target - the agency to which it goes; undefined where it goes to nobody who signs in here
 */
export function isObjectedTo(stands: readonly Stand[], target: string | undefined): boolean {
  return stands.some(
    (stand) =>
      ['waits', 'narrower'].includes(standStanding(stand)) &&
      !(target !== undefined && stand.organisations.includes(target) && stand.classes.includes('assessment')),
  )
}
