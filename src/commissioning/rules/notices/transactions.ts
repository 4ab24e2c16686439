import { decimalOf, readAmount } from './amount.ts'
import { dayAt, dayBegins } from './day.ts'
import { at, type NoticeObject, objectsAt, textAt } from './json.ts'

/** Who paid or was paid, as notices refer to an organisation. */
export interface NoticeReference {
  readonly id: string
  readonly name: string
}

/** What one organisation paid another under a contract in a month that is over. */
export interface NoticeTransaction {
  /** The same for the same month, payer and provider. */
  readonly id: string
  /** The last day of the month. */
  readonly on: Temporal.PlainDate
  /** Below nothing where more was taken back than paid. */
  readonly pence: bigint
  readonly payer: NoticeReference
  readonly payee: NoticeReference
}

const signed = (pence: bigint): number | undefined => {
  const amount = decimalOf(pence < 0n ? -pence : pence)
  return amount === undefined || pence >= 0n ? amount : -amount
}

/** Payments as OCDS has them (`implementation.transactions`), to the penny; none beyond what a program reads back to the penny. */
export const toldTransactions = (transactions: readonly NoticeTransaction[]): readonly NoticeObject[] =>
  transactions.flatMap(({ id, on, pence, payer, payee }) => {
    const amount = signed(pence)
    if (amount === undefined) return []
    return [
      {
        ...{ id, date: dayBegins(on), value: { amount, currency: 'GBP' } },
        ...{ payer: { id: payer.id, name: payer.name }, payee: { id: payee.id, name: payee.name } },
      },
    ]
  })

const referenceAt = (one: NoticeObject, name: string): NoticeReference => ({ id: textAt(one, name, 'id'), name: textAt(one, name, 'name') })

/** What merged notices say of payments of the contracts that stand, in the order of their ids. */
export function heardTransactions(contracts: readonly NoticeObject[]): readonly NoticeTransaction[] {
  return contracts
    .flatMap((one) => objectsAt(one, 'implementation', 'transactions'))
    .flatMap((one) => {
      const on = dayAt(one.date)
      const amount = at(one, 'value', 'amount')
      const isBelow = typeof amount === 'number' && amount < 0
      const read = readAmount(isBelow ? -amount : amount)
      if (on === undefined || read.kind !== 'pence') return []
      return [
        {
          ...{ id: textAt(one, 'id'), on, pence: isBelow ? -read.pence : read.pence },
          ...{ payer: referenceAt(one, 'payer'), payee: referenceAt(one, 'payee') },
        },
      ]
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
