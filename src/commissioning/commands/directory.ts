import { listPeopleWhoSignIn, type RecordStep } from '#governance/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Acting, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { EntryInput, ReportInput, SettleInput } from '../forms/offered.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findService, type Service } from '../queries/commissioned-services.ts'
import { type DirectoryEntry, findEntries, findReport, guardedEntry, guardedReport, type OfferReport } from '../queries/directory.ts'
import { auditStep, demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>

/** What may wait of one board to be settled: no people report so much, and a disk is not endless. */
const MOST_WAITING = 500

interface EntryFound {
  readonly id: string
  readonly version: number
  readonly service: Service
  readonly entry: DirectoryEntry | undefined
}
const entryStep = (doer: Doer, id: string, act: string): RecordStep<EntryFound> => ({
  find: async (tx) => {
    const service = await findService(tx, id, doer.today)
    return { id, version: service.version, service, entry: (await findEntries(tx, [id])).get(id) }
  },
  guard: ({ service, entry }) => guardedEntry(service, entry),
  ...{ verb: 'change', act },
})
/** Puts a service into the directory, or changes how one gets it; whoever saves it has checked it (C3). */
export function keepEntry(needs: Needs, doer: Doer, id: string, input: EntryInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, entryStep(doer, id, 'directory-kept'), async (tx, { service: { body, sight }, entry }) => {
    if (input.website !== undefined && !URL.canParse(input.website)) return fail({ field: 'website', code: 'address-expected' })
    if (input.website !== undefined && !input.website.startsWith('https://')) return fail({ field: 'website', code: 'address-expected' })
    if (input.owner !== undefined && !(await listPeopleWhoSignIn(tx)).some((person) => person.id === input.owner))
      return fail({ field: 'owner', code: 'choice-unknown' })
    const columns = {
      ...{ how: input.how, place: input.place ?? '', opening: input.opening ?? '', cost: input.cost ?? '' },
      ...{ telephone: input.telephone ?? '', email: input.email ?? '', website: input.website ?? '', owner: input.owner ?? null },
      ...{ every_months: input.everyMonths, checked_on: doer.today, version: (entry?.version ?? 0) + 1 },
    }
    await tx
      .insertInto('commissioning.directory_entry')
      .values({ service: id, body, sight, ...columns })
      .onConflict((conflict) => conflict.column('service').doUpdateSet(columns))
      .execute()
    return succeed(id)
  })
}

/** Says that what stands in the directory was found true today. */
export function checkEntry(needs: Needs, doer: Doer, id: string): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, entryStep(doer, id, 'directory-checked'), async (tx, { entry }) => {
    if (entry === undefined) throw new Conflict('It is not in the directory.')
    const saved = await tx
      .updateTable('commissioning.directory_entry')
      .set({ checked_on: doer.today, version: entry.version + 1 })
      .where('service', '=', id)
      .where('version', '=', entry.version)
      .executeTakeFirst()
    demandOne(saved)
    return succeed(id)
  })
}

/** Takes what somebody without an account reports as wrong or missing; nothing of it is published (C3). */
export async function reportOffer(
  needs: Needs,
  visitor: Acting,
  about: { readonly body: string; readonly service: string | undefined },
  input: ReportInput,
): Promise<Result<null, FieldProblem>> {
  const machine = { actor: SYSTEM_ACTOR, now: visitor.now, today: dayOf(visitor.now) }
  return writeAs(needs.db, machine, async (tx) => {
    const { n } = await tx
      .selectFrom('commissioning.offer_report')
      .select((select) => select.fn.countAll<bigint>().as('n'))
      .where('body', '=', about.body)
      .where('settled_on', 'is', null)
      .executeTakeFirstOrThrow()
    if (Number(n) >= MOST_WAITING) return fail({ field: 'said', code: 'reports-busy' })
    const id = newId()
    await tx
      .insertInto('commissioning.offer_report')
      .values({
        id,
        body: about.body,
        service: about.service ?? null,
        said: input.said,
        contact: input.contact ?? '',
        received_at: visitor.now,
      })
      .execute()
    await auditStep(tx, machine, 'offer-reported', 'offer-report', id)
    return succeed(null)
  })
}

/** Settles a report with what was done about it; how to reach whoever sent it is forgotten. */
export function settleReport(needs: Needs, doer: Doer, id: string, input: SettleInput): Promise<Result<string, FieldProblem>> {
  const step: RecordStep<OfferReport> = {
    find: (tx) => findReport(tx, id),
    guard: ({ body }) => guardedReport(body),
    ...{ verb: 'settle', act: 'offer-report-settled', version: input.version },
  }
  return takeStep(needs.db, doer, step, async (tx, report) => {
    if (report.settledOn !== undefined) return fail({ field: 'answer', code: 'settled-already' })
    await tx
      .updateTable('commissioning.offer_report')
      .set({ settled_on: doer.today, answer: input.answer, contact: '', version: report.version + 1 })
      .where('id', '=', id)
      .execute()
    return succeed(id)
  })
}
