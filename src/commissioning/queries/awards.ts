import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { bidPaths } from '../pipeline-paths.ts'
import type { CommissioningDuty } from '../rules/duty.ts'

/** A contract that came of an award. */
export interface AwardContract {
  readonly id: string
  readonly contract: string
  readonly title: string
  /** Of what was asked; '': all of it. */
  readonly lot: string
}

/** From which call, whose bid and which decision a contract came. */
export interface AwardOfContract {
  readonly call: string
  readonly title: string
  /** The organisation whose bid won. */
  readonly winner: string
  readonly decidedOn: Temporal.PlainDate | undefined
  readonly decision: string | undefined
  readonly decidedNote: string
  /** [''] : all of what was asked. */
  readonly lots: readonly string[]
}

/** The contracts that came of the award of a call and that one may see, in the order in which they were named. */
export async function findAwardContracts(reader: Reader, call: string): Promise<readonly AwardContract[]> {
  return reader
    .selectFrom('commissioning.award_contract as a')
    .innerJoin('commissioning.contract as c', 'c.id', 'a.contract')
    .select(['a.id', 'a.contract', 'c.title', 'a.lot'])
    .where('a.call', '=', call)
    .where('a.taken_back_on', 'is', null)
    .orderBy('a.id')
    .execute()
}

/** The award of which a contract came; undefined where it came of none. */
export async function findAwardOfContract(reader: Reader, contract: string): Promise<AwardOfContract | undefined> {
  const rows = await reader
    .selectFrom('commissioning.award_contract as a')
    .innerJoin('commissioning.bid_call as c', 'c.id', 'a.call')
    .select(['a.call', 'a.lot', 'c.title', 'a.provider as winner', 'c.decided_on', 'c.decision', 'c.decided_note'])
    .where('a.contract', '=', contract)
    .where('a.taken_back_on', 'is', null)
    .orderBy('a.id')
    .execute()
  const [first] = rows
  if (!first) return undefined
  const { call, title, winner, decided_on, decision, decided_note } = first
  return {
    ...{ call, title, winner, decidedOn: decided_on ?? undefined, decision: decision ?? undefined, decidedNote: decided_note },
    lots: rows.map(({ lot }) => lot),
  }
}

/** Calls that boards keep which were awarded to somebody and of which no contract came yet, unless none will follow: for their clerks (C8). */
export async function findAwardsWithoutContract(reader: Reader, bodies: readonly string[]): Promise<readonly CommissioningDuty[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('commissioning.bid_award as a')
    .innerJoin('commissioning.bid_call as c', 'c.id', 'a.call')
    .select(['c.id', 'c.title', 'c.body', 'c.decided_on as decidedOn'])
    .where('a.bid', 'is not', null)
    .where('a.closed_on', 'is', null)
    .where(among('a.body', bodies))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('commissioning.award_contract as k')
            .select('k.id')
            .whereRef('k.call', '=', 'a.call')
            .where('k.taken_back_on', 'is', null),
        ),
      ),
    )
    .orderBy('c.decided_on')
    .orderBy('c.id')
    .execute()
  return rows.map(({ id, title, body, decidedOn }) => ({
    ...{ text: `Name the contract of an award: ${title}`, href: `${bidPaths.call(id)}#contract`, body },
    ...(decidedOn ? { dueOn: decidedOn } : {}),
  }))
}
