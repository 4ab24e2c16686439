/** Under which law or practice a contract is bought. */
export type Regime = 'procurement-act' | 'light-touch' | 'provider-selection' | 'below-threshold' | 'grant' | 'earlier'
/** How VAT stands to the value of a contract. */
export type VatTreatment = 'standard' | 'none' | 'mixed' | 'not-known'
/** How a contract stands on a day. `unsigned`: its term has begun and nobody has signed. */
export type ContractState =
  | 'planned'
  | 'engagement'
  | 'tender'
  | 'standstill'
  | 'awarded'
  | 'signed'
  | 'live'
  | 'extended'
  | 'unsigned'
  | 'ended'
  | 'terminated'

/** The dated facts by which a contract stands; undefined where it has not happened. */
export interface ContractFacts {
  readonly startsOn: Temporal.PlainDate
  /** First day after its first term; undefined: ongoing. */
  readonly endsOn: Temporal.PlainDate | undefined
  /** First day on which it has no effect, with the extensions that were taken. */
  readonly runsUntil: Temporal.PlainDate | undefined
  readonly engagedOn: Temporal.PlainDate | undefined
  readonly tenderedOn: Temporal.PlainDate | undefined
  readonly notifiedOn: Temporal.PlainDate | undefined
  readonly standstillUntil: Temporal.PlainDate | undefined
  readonly awardedOn: Temporal.PlainDate | undefined
  readonly signedOn: Temporal.PlainDate | undefined
  readonly endedOn: Temporal.PlainDate | undefined
}

/** How a contract stands on a day, by its dated facts alone (C9; handbook of commissioning 1.4). A fact that lies ahead has not happened. */
export function contractState(facts: ContractFacts, today: Temporal.PlainDate): ContractState {
  const by = (day: Temporal.PlainDate | undefined): boolean => day !== undefined && Temporal.PlainDate.compare(day, today) <= 0
  if (by(facts.endedOn)) return 'terminated'
  if (by(facts.runsUntil)) return 'ended'
  if (by(facts.signedOn)) {
    if (!by(facts.startsOn)) return 'signed'
    return by(facts.endsOn) ? 'extended' : 'live'
  }
  if (by(facts.startsOn)) return 'unsigned'
  if (by(facts.awardedOn)) return 'awarded'
  if (by(facts.notifiedOn)) return facts.standstillUntil && !by(facts.standstillUntil.add({ days: 1 })) ? 'standstill' : 'awarded'
  if (by(facts.tenderedOn)) return 'tender'
  return by(facts.engagedOn) ? 'engagement' : 'planned'
}

/** States in which a contract binds. */
export const bindingStates: ReadonlySet<ContractState> = new Set(['live', 'extended'])

/**
 * Whether net and gross go together (handbook of commissioning 3.7). `four-fifths`: net was made as gross x 0.8, so that gross is 1.25 times net.
 * @param basisPoints - the rate of VAT of the contract's first day, the highest where it is mixed: 2000 is 20 per cent; undefined where there is none
 */
export function vatCheck(
  { net, gross, vat }: { readonly net: bigint | null; readonly gross: bigint | null; readonly vat: VatTreatment },
  basisPoints: number | undefined,
): 'fits' | 'not-known' | 'four-fifths' | 'does-not-fit' | 'treatment-missing' {
  if (net === null || gross === null) return 'not-known'
  if (vat === 'not-known') return 'treatment-missing'
  const most = net * BigInt(10_000 + (basisPoints ?? 0))
  const fits = isNear(gross * 10_000n, most) || (vat === 'mixed' && gross >= net && gross * 10_000n < most)
  if (fits) return 'fits'
  return gross !== 0n && isNear(gross * 8n * 1000n, net * 10n * 1000n) ? 'four-fifths' : 'does-not-fit'
}

/** Half a penny, in ten-thousandths of one. */
const isNear = (one: bigint, other: bigint): boolean => (one > other ? one - other : other - one) <= 5000n
