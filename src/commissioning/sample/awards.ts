import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'

interface Won {
  readonly call: string
  readonly bid: string
  readonly body: string
  readonly provider: string
}

/** Writes the contract of one lot of an award, which says that it came of it; the other lot has none yet. */
export async function writeAwardedContract(
  tx: Writer,
  { call, bid, body, provider }: Won,
  on: Temporal.PlainDate,
  { commissioner, person }: { readonly commissioner: string; readonly person: string },
): Promise<void> {
  const [contract, lot, line] = [newId(), newId(), newId()]
  const known = { contract, body, sight: 'public' }
  await tx
    .insertInto('commissioning.contract')
    .values({
      ...{ id: contract, body, sight: 'public', title: 'Play boxes for libraries in the north', commissioner },
      ...{ summary: 'Boxes filled with families who use them.', regime: 'below-threshold', starts_on: on, ends_on: on.add({ years: 1 }) },
      ...{
        net: 620_000n,
        gross: 744_000n,
        vat: 'standard',
        said: 'Bid: £6,200.00 without VAT for this lot',
        awarded_on: on,
        signed_on: on,
      },
    })
    .execute()
  await tx
    .insertInto('commissioning.contract_lot')
    .values({ id: lot, ...known, number: 1, title: 'Libraries in the north', status: 'awarded' })
    .execute()
  await tx
    .insertInto('commissioning.contract_provider')
    .values({ id: line, ...known, provider, part: 'provider', lot, starts_on: on })
    .execute()
  await tx
    .insertInto('commissioning.award_contract')
    .values({ id: newId(), call, bid, provider, ...known, line, lot: 'Libraries in the north', linked_on: on, linked_by: person })
    .execute()
}
