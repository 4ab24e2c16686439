import { csvOf } from '#platform/csv.ts'
import type { ExpenseClaim } from '../queries/expenses.ts'
import { claimKindLabels, claimStateWords, vehicleLabels } from './expenses.ts'

const head = [
  ...['Claim', 'Board', 'Claimant', 'Kind', 'Spent on', 'For', 'Vehicle', 'Miles', 'Pence a mile', 'Pounds', 'State'],
  ...['Settled on', 'Settled by', 'Paid on', 'Reference', 'Receipt'],
]

/** The claims of a body for its finance officers: one a row, sums in pounds with two places; no cell begins a formula. */
export function expensesCsv(claims: readonly ExpenseClaim[]): string {
  const rows = claims.map((claim) => [
    ...[claim.id, claim.body.name, claim.person.name, claimKindLabels[claim.kind], claim.spentOn.toString(), claim.words],
    ...(claim.miles ? [vehicleLabels[claim.miles.vehicle], (claim.miles.tenths / 10).toFixed(1), String(claim.miles.rate)] : ['', '', '']),
    `${Math.floor(claim.pence / 100)}.${String(claim.pence % 100).padStart(2, '0')}`,
    claimStateWords[claim.isPaid ? 'paid' : claim.state][1],
    ...[claim.settled?.on.toString() ?? '', claim.settled?.by.name ?? '', claim.paid?.on.toString() ?? '', claim.paid?.reference ?? ''],
    claim.receipt ? 'yes' : 'no',
  ])
  return csvOf([head, ...rows])
}
