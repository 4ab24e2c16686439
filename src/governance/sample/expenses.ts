import type { Writer } from '#platform/database/session.ts'
import { LONDON } from '#platform/time/london.ts'
import { budgetYearOf, milesPence } from '../rules/expenses.ts'
import { on, sampleId } from './ids.ts'

// The partnership's own small budget with claims in every state, and what some members need at meetings.

const PARTNERSHIP = 'northbrook-childrens-partnership'

interface SampleClaim {
  readonly who: string
  readonly kind: string
  readonly words: string
  /** Days ago. */
  readonly ago: number
  /** For miles in tenths by car; otherwise the sum in pence. */
  readonly amount: number
  readonly state: 'submitted' | 'returned' | 'approved'
  readonly reason?: string
  readonly paid?: string
}

const claims: readonly SampleClaim[] = [
  {
    who: 'sutton',
    kind: 'fare',
    words: 'Train and bus to the partnership’s meeting',
    ago: 31,
    amount: 1840,
    state: 'approved',
    paid: 'BACS 20417',
  },
  { who: 'obrien', kind: 'child_care', words: 'Three hours of a childminder during the meeting', ago: 30, amount: 2700, state: 'approved' },
  { who: 'adeyinka', kind: 'mileage', words: 'Larchfield to County Hall, there and back', ago: 12, amount: 386, state: 'submitted' },
  { who: 'akhtar', kind: 'mileage', words: 'To the visit in Fenmarsh', ago: 9, amount: 214, state: 'submitted' },
  {
    ...{ who: 'marsh', kind: 'other', words: 'Printing for the workshop', ago: 20, amount: 4250, state: 'returned' },
    reason: 'The council prints for its own officers. Please ask there first.',
  },
]

const needs: readonly (readonly [who: string, needs: readonly string[], words: string])[] = [
  ['sutton', ['easy-read', 'supporter', 'breaks'], 'My youth worker comes with me. Please send papers a week before.'],
  ['adeyinka', ['hearing-loop'], ''],
  ['marsh', ['diet'], 'No nuts, please.'],
]

/** Puts in budgets, approvers, claims and needs. */
export async function addExpenses(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  const body = sampleId('body', PARTNERSHIP)
  const budgets = [0, 1].map((ago) => ({ body, year: budgetYearOf(today) - ago, pence: 120_000 }))
  await tx.insertInto('governance.expense_budget').values(budgets).execute()
  const approvers = ['akhtar', 'clarke'].map((who) => ({
    ...{ id: sampleId('expense-approver', who), body, person: sampleId('person', who), named_in: 'The partnership’s meeting of June 2021' },
    starts_on: on('2021-06-10'),
  }))
  await tx.insertInto('governance.expense_approver').values(approvers).execute()
  const car = await tx
    .selectFrom('governance.mile_rate')
    .select(['id', 'pence'])
    .where('vehicle', '=', 'car')
    .where('ends_on', 'is', null)
    .executeTakeFirstOrThrow()
  for (const claim of claims) {
    const spent = today.subtract({ days: claim.ago })
    const settled = claim.state === 'submitted' ? null : spent.add({ days: 6 })
    await tx
      .insertInto('governance.expense_claim')
      .values({
        ...{ id: sampleId('expense-claim', claim.who), body, person: sampleId('person', claim.who), kind: claim.kind, spent_on: spent },
        ...{ words: claim.words, state: claim.state, reason: claim.reason ?? '' },
        ...(claim.kind === 'mileage'
          ? { mile_rate: car.id, tenth_miles: claim.amount, pence: milesPence(claim.amount, car.pence) }
          : { pence: claim.amount }),
        submitted_at: spent.add({ days: 2 }).toZonedDateTime({ timeZone: LONDON, plainTime: '18:00' }).toInstant(),
        ...(settled ? { settled_by: sampleId('person', claim.who === 'akhtar' ? 'clarke' : 'akhtar'), settled_on: settled } : {}),
        ...(claim.paid ? { paid_on: spent.add({ days: 14 }), paid_reference: claim.paid, paid_by: sampleId('person', 'siddiqui') } : {}),
      })
      .execute()
  }
  const rows = needs.map(([who, codes, words]) => ({ person: sampleId('person', who), needs: [...codes], words }))
  await tx.insertInto('governance.access_need').values(rows).execute()
}
