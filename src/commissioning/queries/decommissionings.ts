import type { Reader } from '#platform/database/session.ts'

type Day = Temporal.PlainDate

/** An ending as its page shows it (C13); texts are '' where nothing is written. */
export interface Ending {
  readonly id: string
  readonly service: string
  readonly why: string
  readonly losing: string
  readonly equalityOn: Day | undefined
  readonly equality: string
  readonly consultedFrom: Day | undefined
  readonly consultedOn: Day | undefined
  readonly consultation: string
  readonly noticeOn: Day | undefined
  readonly notice: string
  readonly staff: string
  /** First day without it. */
  readonly endsOn: Day
  readonly replacement: string | undefined
  readonly replacedOn: Day | undefined
  readonly replacedBy: string
  readonly decision: string | undefined
  /** Pence a year. */
  readonly released: bigint | undefined
}

/** The endings of some records of their kind, by id. */
export async function findEndings(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Ending>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('commissioning.decommissioning')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...{ id: row.id, service: row.service, why: row.why, losing: row.losing, equalityOn: row.equality_on ?? undefined },
        ...{ equality: row.equality, consultedFrom: row.consulted_from ?? undefined, consultedOn: row.consulted_on ?? undefined },
        ...{ consultation: row.consultation, noticeOn: row.notice_on ?? undefined, notice: row.notice, staff: row.staff },
        ...{ endsOn: row.ends_on, replacement: row.replacement ?? undefined, replacedOn: row.replaced_on ?? undefined },
        ...{ replacedBy: row.replaced_by, decision: row.decision ?? undefined },
        released: row.released === null ? undefined : BigInt(row.released),
      },
    ]),
  )
}

/** By what one sees that a service ended well. */
export interface ExitMeasure {
  readonly id: string
  readonly title: string
  readonly wanted: string
  readonly dueOn: Day
  /** Undefined: not known yet. */
  readonly isMet: boolean | undefined
  readonly found: string
}

/** The measures of an ending, the earliest due first. */
export async function findExitMeasures(reader: Reader, ending: string): Promise<readonly ExitMeasure[]> {
  const rows = await reader
    .selectFrom('commissioning.exit_measure')
    .select(['id', 'title', 'wanted', 'due_on as dueOn', 'is_met as isMet', 'found'])
    .where('decommissioning', '=', ending)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map(({ isMet, ...row }) => ({ ...row, isMet: isMet ?? undefined }))
}

/** What becomes of a part of the money. */
export interface Reallocation {
  readonly id: string
  readonly kind: 'reallocated' | 'returned'
  readonly what: string
  readonly service: string | undefined
  readonly pence: bigint
}

/** What becomes of the money of an ending. */
export async function findReallocations(reader: Reader, ending: string): Promise<readonly Reallocation[]> {
  const rows = await reader
    .selectFrom('commissioning.reallocation')
    .select(['id', 'kind', 'what', 'service', 'pence'])
    .where('decommissioning', '=', ending)
    .orderBy('id')
    .execute()
  return rows.map(({ kind, service, pence, ...row }) => ({
    ...{ ...row, kind: kind as Reallocation['kind'], service: service ?? undefined, pence: BigInt(pence) },
  }))
}
