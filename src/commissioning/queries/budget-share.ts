import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type BudgetHolder, findHolders, type IndividualBudget } from './delegated.ts'
import type { LedRecord } from './led-records.ts'
import { findOwnOffices } from './own-part.ts'

/** The person behind whoever asks; undefined: a visitor, or an account of nobody. */
export async function myPerson(reader: Reader): Promise<string | undefined> {
  const { id } = await reader.selectNoFrom(sql<string | null>`commissioning.my_person()`.as('id')).executeTakeFirstOrThrow()
  return id ?? undefined
}

/** A share of a delegated budget: whose it is, and who may spend it. */
export interface BudgetShare {
  readonly id: string
  readonly version: number
  readonly record: LedRecord
  readonly holder: BudgetHolder
  /** Who asks, where it is theirs by name or by a delegation. */
  readonly me: string | undefined
}

/** A share by the id of its holder. @throws NotFound */
export async function findShare(reader: Reader, record: LedRecord, holder: string): Promise<BudgetShare> {
  const [holders, me] = await Promise.all([findHolders(reader, record.id), myPerson(reader)])
  const found = holders.find(({ id }) => id === holder)
  if (!found) throw new NotFound('No such share.')
  return { id: found.id, version: record.version, record, holder: found, me: found.isMine ? me : undefined }
}

/** What the matrix knows of a share: whoever holds it, and who hands it over, leads it. */
export const guardedShare = ({ record, holder, me }: Pick<BudgetShare, 'record' | 'holder' | 'me'>): Guarded => ({
  record: 'delegated',
  state: record.sight,
  ties: { body: record.body, leads: [...record.commissioners, ...[holder.person, me].flatMap((one) => one ?? [])] },
})

/** What the matrix knows of the budgets of persons of a board: who arranges them for an organisation leads. */
export async function guardedIndividuals(reader: Reader, body: string, today: Temporal.PlainDate): Promise<Guarded> {
  const me = await myPerson(reader)
  const arranges = me !== undefined && (await findOwnOffices(reader, me, today)).has('brokerage')
  return { record: 'individual-budgets', state: 'any', ties: { body, leads: arranges ? [me] : [] } }
}

/** What the matrix knows of the budget of one person: those who work with that person lead it today. */
export const guardedIndividual = (one: IndividualBudget, today: Temporal.PlainDate): Guarded => ({
  record: 'individual-budget',
  state: 'any',
  ties: {
    body: one.body,
    leads: [
      ...[one.professional, one.openedBy],
      ...one.readers
        .filter(
          ({ startsOn, endsOn }) =>
            Temporal.PlainDate.compare(startsOn, today) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(today, endsOn) < 0),
        )
        .map(({ person }) => person),
    ],
  },
})
