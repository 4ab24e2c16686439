import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { ForeseenPurchase, ForeseenState } from '../rules/notices/foreseen.ts'
import type { CaseStatus } from '../rules/pipeline.ts'
import { findNoticeParties } from './notice-parties.ts'
import { findPipelines, type Pipeline } from './pipelines.ts'

type Party = Awaited<ReturnType<typeof findNoticeParties>>
interface NamedService {
  readonly id: string
  readonly title: string
  readonly lead: string
}

/**
 * What public intentions and public cases of pipelines foresee to buy, as far as whoever reads may see them (C15): intentions to begin a service or to buy it again, and cases that
 * name the service they are to provide or the contract that came of them. A case that names neither foresees no purchase: a school that joins a compact.
 * @param body - of one board alone; undefined: all
 */
export async function findForeseen(reader: Reader, today: Temporal.PlainDate, body?: string): Promise<readonly ForeseenPurchase[]> {
  const [intentions, processes, services, contracts, party] = await Promise.all([
    reader
      .selectFrom('commissioning.intention as i')
      .innerJoin('commissioning.service as s', 's.id', 'i.service')
      .select(['i.id', 'i.body', 'i.year', 'i.text', 'i.contract', 's.title', 's.lead'])
      .where('i.sight', '=', 'public')
      .where('i.kind', 'in', ['begin', 'buy-again'])
      .$if(body !== undefined, (query) => query.where('i.body', '=', body ?? ''))
      .orderBy('i.year', 'desc')
      .orderBy('i.id')
      .execute(),
    reader
      .selectFrom('commissioning.process_case')
      .select('process')
      .distinct()
      .where('sight', '=', 'public')
      .where((where) => where.or([where('service', 'is not', null), where('contract', 'is not', null)]))
      .$if(body !== undefined, (query) => query.where('body', '=', body ?? ''))
      .execute(),
    reader.selectFrom('commissioning.service').select(['id', 'title', 'lead']).where('sight', '=', 'public').execute(),
    reader.selectFrom('commissioning.contract').select('id').where('sight', '=', 'public').execute(),
    findNoticeParties(reader),
  ])
  const pipelines = await findPipelines(
    reader,
    'id',
    processes.map(({ process }) => process),
    today,
  )
  const open = new Set(contracts.map(({ id }) => id))
  const known = new Map(services.map((one) => [one.id, one]))
  return [
    ...intentions.map(
      ({ id, body: of, year, text, contract, title, lead }): ForeseenPurchase => ({
        ...{ id, kind: 'intention', body: of, title, rationale: text, buyer: party(lead), state: 'open' },
        expectedOn: Temporal.PlainDate.from({ year, month: 4, day: 1 }),
        contract: contract !== null && open.has(contract) ? contract : undefined,
      }),
    ),
    ...pipelines.flatMap((pipeline) => casesOf(pipeline, { known, open, party })),
  ]
}

const states: Partial<Readonly<Record<CaseStatus, ForeseenState>>> = { live: 'come', withdrawn: 'withdrawn', rejected: 'withdrawn' }

function casesOf(
  pipeline: Pipeline,
  { known, open, party }: { readonly known: ReadonlyMap<string, NamedService>; readonly open: ReadonlySet<string>; readonly party: Party },
): readonly ForeseenPurchase[] {
  return pipeline.cases.flatMap(({ id, title, service: named, contract, dates, standing }) => {
    const service = known.get(named ?? '')
    if (service === undefined && contract === undefined) return []
    return [
      {
        ...{ id, kind: 'case' as const, body: pipeline.body, title: `${service?.title ?? pipeline.title}: ${title}` },
        ...{ rationale: pipeline.summary, expectedOn: dates.at(-1)?.expectedOn, state: states[standing.status] ?? 'open' },
        ...{ buyer: service && party(service.lead), contract: contract !== undefined && open.has(contract) ? contract : undefined },
      },
    ]
  })
}

/** The words that a person let come out, by what they are of. */
export async function findClearedWords(reader: Reader): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await reader
    .selectFrom(sql<{ subject: string; words: string }>`commissioning.cleared_words()`.as('k'))
    .select(['k.subject', 'k.words'])
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ subject }) => subject)].map(([subject, list]) => [subject, new Set(list.map(({ words }) => words))]),
  )
}

/** Under which ocid what is foreseen is out, by its id; what was taken back is not among them. */
export async function findPlanOcids(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('commissioning.plan_release')
    .select(['subject', 'ocid'])
    .distinct()
    .where('content', 'is not', null)
    .execute()
  return new Map(rows.map(({ subject, ocid }) => [subject, ocid]))
}
