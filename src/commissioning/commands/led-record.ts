import { listOrganisationsOn, type RecordStep } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ShowInput } from '../forms/offered.ts'
import type { LedKind } from '../framework-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findLed, guardedLed, type LedRecord, tableOf } from '../queries/led-records.ts'
import { auditStep, demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>

/** What a record of every kind is called and who leads it. */
export interface LedInput {
  readonly title: string
  readonly lead: string
}
/** Asks the rules of a kind; undefined: nothing is wrong. */
export type LedCheck = (tx: Writer) => Promise<FieldProblem | undefined>

/** How a step of such a record begins. */
export const ledStep = (
  doer: Doer,
  { kind, id }: { readonly kind: LedKind; readonly id: string },
  act: string,
  version?: number,
  verb: 'change' | 'show' = 'change',
): RecordStep<LedRecord> => ({ ...{ find: (tx) => findLed(tx, kind, id, doer.today), guard: guardedLed, verb, act, version } })

/** Begins a record of a board; nobody but those who prepare it sees it until it is shown. `columns` are those of its own kind. */
export function addLed(
  needs: Needs,
  doer: Doer,
  of: { readonly kind: LedKind; readonly body: string },
  { title, lead, columns }: LedInput & { readonly columns: object },
  check: LedCheck,
): Written {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'commissioning', state: 'any', ties: { body: of.body } }, 'add')
    const problem = (await leadProblem(tx, doer, lead)) ?? (await check(tx))
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto(tableOf(of.kind))
      .values({ id, body: of.body, title, lead, ...columns } as never)
      .execute()
    await auditStep(tx, doer, `${of.kind}-added`, of.kind, id)
    return succeed(id)
  })
}

/** Changes such a record. @throws Conflict where somebody else saved first */
export function changeLed(
  needs: Needs,
  doer: Doer,
  of: { readonly kind: LedKind; readonly id: string },
  { title, lead, columns, version }: LedInput & { readonly columns: object; readonly version: number },
  check: LedCheck,
): Written {
  return takeStep(needs.db, doer, ledStep(doer, of, `${of.kind}-changed`, version), async (tx, record) => {
    const problem = (await leadProblem(tx, doer, lead)) ?? (await check(tx))
    if (problem) return fail(problem)
    await saveLed(tx, record, { title, lead, ...columns })
    return succeed(of.id)
  })
}

/** Shows such a record to its board or to everybody; what is public stays public. */
export function showLed(needs: Needs, doer: Doer, of: { readonly kind: LedKind; readonly id: string }, input: ShowInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, of, `${of.kind}-shown`, input.version, 'show'), async (tx, record) => {
    if (record.sight === 'public') return fail({ field: 'sight', code: 'public-already' })
    await saveLed(tx, record, { sight: input.sight })
    return succeed(of.id)
  })
}

/** Writes columns of such a record and counts its version up. @throws Conflict */
export async function saveLed(tx: Writer, { kind, id, version }: LedRecord, columns: object): Promise<void> {
  demandOne(
    await tx
      .updateTable(tableOf(kind))
      .set({ ...columns, version: version + 1 } as never)
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

async function leadProblem(tx: Writer, { today }: Doer, lead: string): Promise<FieldProblem | undefined> {
  const known = (await listOrganisationsOn(tx, today)).some(({ id }) => id === lead)
  return known ? undefined : { field: 'lead', code: 'choice-unknown' }
}
