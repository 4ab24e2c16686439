import { findDecisionsBetween } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Scene } from './ground.ts'

interface Known {
  readonly fund: string
  readonly body: string
  readonly sight: 'public'
}

/** Writes who may move how much in a fund, what waits to be placed, and one move by a decision of the board. */
export async function writeScheme({ tx, ago, today, now, body, accounts }: Scene, known: Known, year: number): Promise<void> {
  const limit = (role: string, up_to: bigint, per: string, clause: string) => ({
    id: newId(),
    ...known,
    role,
    up_to,
    per,
    clause,
    starts_on: ago(600),
  })
  await tx
    .insertInto('commissioning.virement_limit')
    .values([limit('finance', 2_500_000n, 'move', 'clause 9.2'), limit('manager', 25_000_000n, 'year', 'clause 9.3')])
    .execute()
  const file = newId()
  const april = new Temporal.PlainDate(year, 4, 29)
  await tx
    .insertInto('commissioning.ledger_file')
    .values({
      ...{ id: file, ...known, year, name: 'Ledger of April.csv', digest: 'a'.repeat(64), made_at: now, made_by: accounts.otherClerk },
      ...{ loaded_at: now, row_count: 2, pence: 1_284_050n },
    })
    .execute()
  const waiting = (row: number, amount: bigint, supplier: string) => ({
    ...{ id: newId(), ...known, year, kind: 'actual', period: 1, on_day: april, pence: amount, code: 'NB9999', supplier, file, row },
  })
  await tx
    .insertInto('commissioning.entry')
    .values([waiting(2, 1_250_000n, 'Kelbrook Printing'), waiting(3, 34_050n, 'Hall hire')])
    .execute()
  const decision = (await findDecisionsBetween(tx, body, { from: ago(1500), until: today })).find(({ text }) =>
    text.includes('mental health'),
  )
  if (!decision) return
  const lines = await tx
    .selectFrom('commissioning.budget_line')
    .select(['id', 'code'])
    .where('fund', '=', known.fund)
    .where('year', '=', year)
    .execute()
  const line = (code: string): string => lines.find((one) => one.code === code)?.id ?? ''
  await tx
    .insertInto('commissioning.virement')
    .values({
      ...{
        id: newId(),
        ...known,
        from_line: line('NB3020'),
        to_line: line('NB2010'),
        pence: 35_000_000n,
        on_day: decision.decidedOn.add({ days: 2 }),
        decision: decision.id,
      },
      ...{
        why: 'More children wait for help with mental health than were planned for; fewer beds are needed after hospital.',
        moved_by: accounts.otherClerk,
      },
    })
    .execute()
}
