import { moneyInWords } from '#platform/money.ts'
import type { ExpenseClaim } from '../queries/expenses.ts'
import type { ClaimKind, ClaimState, Vehicle } from '../rules/expenses.ts'

/** What is paid back. */
export const claimKindLabels: Readonly<Record<ClaimKind, string>> = {
  mileage: 'Travel: miles of one’s own',
  fare: 'Travel: a fare, ticket or parking',
  child_care: 'Care of a child',
  elder_care: 'Care of an older or ill person',
  other: 'Something else',
}

/** What miles are paid for. */
export const vehicleLabels: Readonly<Record<Vehicle, string>> = { car: 'Car or van', motorcycle: 'Motorcycle', bicycle: 'Bicycle' }

/** Where a claim stands, as a pill says it. */
export const claimStateWords = {
  submitted: ['information', 'Waits for approval'],
  returned: ['warning', 'Returned'],
  approved: ['good', 'Approved'],
  withdrawn: ['neutral', 'Withdrawn'],
  paid: ['good', 'Paid'],
} as const satisfies Readonly<Record<ClaimState | 'paid', readonly [string, string]>>

/** A sum, also one below nothing. */
export function sumInWords(pence: number): string {
  return pence < 0 ? `−${moneyInWords(-pence)}` : moneyInWords(pence)
}

/** '12.4 miles by car or van at 45p'. */
export function milesInWords({ tenths, vehicle, rate }: NonNullable<ExpenseClaim['miles']>): string {
  const miles = tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)
  return `${miles} ${miles === '1' ? 'mile' : 'miles'} by ${vehicleLabels[vehicle].toLowerCase()} at ${rate}p`
}

/** '2025/26'. */
export function yearInWords(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}
