import type { NoticeTransaction } from '../notices/transactions.ts'

/** Two months of payments, the second of which takes back more than it pays. */
export const toldTransactionsSample: readonly NoticeTransaction[] = [123456n, -5n].map((pence, place) => ({
  ...{ id: `2025-0${place + 1}`, on: Temporal.PlainDate.from(`2025-0${place + 1}-28`), pence },
  ...{ payer: { id: 'buyer', name: 'Northbrook Council' }, payee: { id: 'one', name: 'Meadow Care' } },
}))
