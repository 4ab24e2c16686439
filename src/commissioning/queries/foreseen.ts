import { sql } from 'kysely'
import { listBodies } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { foreseenPaths } from '../ocds-paths.ts'
import type { CommissioningDuty } from '../rules/duty.ts'
import { type ForeseenPurchase, type ForeseenState, isForeseenHeld } from '../rules/notices/foreseen.ts'
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

const APRIL = 4

/** Public intentions of years that are not over whose words nobody has let out or held back, for the clerks of their boards: one line for a board (C15). */
export async function findForeseenToClear(
  reader: Reader,
  bodies: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly CommissioningDuty[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('commissioning.intention as i')
    .innerJoin('commissioning.service as s', 's.id', 'i.service')
    .select(['i.body', 's.title', 'i.text as rationale'])
    .where(among('i.body', bodies))
    .where('i.sight', '=', 'public')
    .where('i.kind', 'in', ['begin', 'buy-again'])
    .where('i.contract', 'is', null)
    .where('i.year', '>=', today.month < APRIL ? today.year - 1 : today.year)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('commissioning.foreseen_clearing as k')
            .select('k.id')
            .whereRef('k.subject', '=', 'i.id')
            .where(sql<boolean>`k.words = concat_ws(' ', nullif(s.title, ''), nullif(i.text, ''))`),
        ),
      ),
    )
    .orderBy('i.id')
    .execute()
  const held = Map.groupBy(
    rows.filter((row) => isForeseenHeld(row, new Set())),
    ({ body }) => body,
  )
  if (held.size === 0) return []
  const slugs = new Map((await listBodies(reader, today)).map(({ id, slug }) => [id, slug]))
  return [...held].map(([body, list]) => ({
    text: `Say whether words of what is foreseen may come out: ${list[0]?.title ?? ''}${list.length > 1 ? `, and ${list.length - 1} more` : ''}`,
    href: foreseenPaths.ofBoard(slugs.get(body) ?? ''),
    body,
  }))
}
