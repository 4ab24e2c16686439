import { listAreas, listOrganisationsOn, type RecordStep } from '#governance/public-data.ts'
import { listOutcomes } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedServiceInput, OutcomeInput, ServiceInput, ShowInput, StatusInput } from '../forms/offered.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findServedOutcomes, findService, guardedService, listClientGroups, type Service } from '../queries/commissioned-services.ts'
import { auditStep, demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>

/** Adds a service of a board; nobody but those who prepare it sees it until it is shown (C3). */
export async function addService(needs: Needs, doer: Doer, body: string, input: ServiceInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'commissioning', state: 'any', ties: { body } }, 'add')
    const problem = await serviceProblem(tx, doer, input)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('commissioning.service')
      .values({ id, body, ...columnsOf(input) })
      .execute()
    await keepAreas(tx, { id, body, sight: 'draft' }, input.areas)
    await auditStep(tx, doer, 'service-added', 'service', id)
    return succeed(id)
  })
}

const step = (doer: Doer, id: string, verb: 'change' | 'show', act: string, version?: number): RecordStep<Service> => ({
  ...{ find: (tx) => findService(tx, id, doer.today), guard: guardedService, verb, act, version },
})

/** Changes what is said of a service. @throws Conflict where somebody else saved first */
export function changeService(needs: Needs, doer: Doer, id: string, input: ChangedServiceInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'service-changed', input.version), async (tx, service) => {
    const problem = await serviceProblem(tx, doer, input)
    if (problem) return fail(problem)
    await save(tx, service, columnsOf(input))
    await tx.deleteFrom('commissioning.service_area').where('service', '=', id).execute()
    await keepAreas(tx, service, input.areas)
    return succeed(id)
  })
}

/** Says how a service stands from a day on: the period before it ends on that day, later ones are refused. */
export function setServiceStatus(needs: Needs, doer: Doer, id: string, input: StatusInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'service-status', input.version), async (tx, service) => {
    const last = service.statuses.at(-1)
    if (last && Temporal.PlainDate.compare(input.startsOn, last.startsOn) <= 0)
      return fail({ field: 'startsOn', code: 'not-after-last', details: { part: 'day' } })
    if (last?.status === input.status) return fail({ field: 'status', code: 'status-the-same' })
    await tx
      .updateTable('commissioning.service_status')
      .set({ ends_on: input.startsOn })
      .where('service', '=', id)
      .where('ends_on', 'is', null)
      .execute()
    const { body, sight } = service
    await tx
      .insertInto('commissioning.service_status')
      .values({ id: newId(), service: id, body, sight, status: input.status, because: input.because ?? '', starts_on: input.startsOn })
      .execute()
    await save(tx, service, {})
    return succeed(id)
  })
}

/** Says that a service serves an outcome of a plan, from today. */
export function serveOutcome(needs: Needs, doer: Doer, id: string, input: OutcomeInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, step(doer, id, 'change', 'service-serves'), async (tx, { body, sight }) => {
    const [outcomes, served] = await Promise.all([listOutcomes(tx), findServedOutcomes(tx, [id])])
    if (!outcomes.some((outcome) => outcome.id === input.outcome)) return fail({ field: 'outcome', code: 'choice-unknown' })
    if (served.some(({ outcome }) => outcome === input.outcome)) return fail({ field: 'outcome', code: 'served-already' })
    await tx
      .insertInto('commissioning.service_outcome')
      .values({ id: newId(), service: id, body, sight, outcome: input.outcome, why: input.why ?? '', starts_on: doer.today })
      .execute()
    return succeed(id)
  })
}

/** Shows a service to its board or to everybody; what is public stays public. */
export function showService(needs: Needs, doer: Doer, id: string, input: ShowInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, step(doer, id, 'show', 'service-shown', input.version), async (tx, service) => {
    if (service.sight === 'public') return fail({ field: 'sight', code: 'public-already' })
    await save(tx, service, { sight: input.sight })
    return succeed(id)
  })
}

async function save(tx: Writer, { id, version }: Service, columns: object): Promise<void> {
  const saved = await tx
    .updateTable('commissioning.service')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  demandOne(saved)
}

async function serviceProblem(tx: Writer, { today }: Doer, input: ServiceInput): Promise<FieldProblem | undefined> {
  const [groups, organisations, areas] = await Promise.all([
    listClientGroups(tx, today),
    listOrganisationsOn(tx, today),
    listAreas(tx, today),
  ])
  const known = (id: string | undefined) => id === undefined || organisations.some((one) => one.id === id)
  if (!groups.some(({ code }) => code === input.clientGroup)) return { field: 'clientGroup', code: 'choice-unknown' }
  if (!known(input.lead)) return { field: 'lead', code: 'choice-unknown' }
  if (!known(input.runBy)) return { field: 'runBy', code: 'choice-unknown' }
  if (!input.areas.every((id) => areas.some((area) => area.id === id))) return { field: 'areas', code: 'choice-unknown' }
  return undefined
}

const columnsOf = (input: ServiceInput) => ({
  ...{ title: input.title, summary: input.summary, client_group: input.clientGroup, ages: input.ages ?? '', tier: input.tier },
  ...{ provision: input.provision, lead: input.lead, run_by: input.runBy ?? null, run_by_name: input.runByName ?? '' },
})

async function keepAreas(
  tx: Writer,
  { id, body, sight }: { readonly id: string; readonly body: string; readonly sight: string },
  areas: readonly string[],
): Promise<void> {
  if (areas.length === 0) return
  await tx
    .insertInto('commissioning.service_area')
    .values([...new Set(areas)].map((area) => ({ service: id, area, body, sight })))
    .execute()
}
