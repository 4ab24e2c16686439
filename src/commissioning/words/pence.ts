/** Pence as people read them, pounds and pence exact: '£12,500.00', a sum below nothing with a minus. */
export function pounds(pence: bigint): string {
  const size = pence < 0n ? -pence : pence
  const grouped = String(size / 100n).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${pence < 0n ? '\u2212' : ''}£${grouped}.${String(size % 100n).padStart(2, '0')}`
}

/** The same where it may not be known: missing is a state. */
export function poundsOr(pence: bigint | null, missing = 'Not known'): string {
  return pence === null ? missing : pounds(pence)
}

/** A difference in words: 'over by £10.00', 'under by £10.00', 'on plan'. */
export function overOrUnder(pence: bigint): string {
  if (pence === 0n) return 'on plan'
  return pence > 0n ? `over by ${pounds(pence)}` : `under by ${pounds(-pence)}`
}
