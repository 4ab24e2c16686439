import type { Selectable } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import { among } from '#platform/database/among.ts'
import type { Tables } from '#platform/database/generated/tables.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/commissioned-service.ts'
import { type CaseEvent, type CaseEventKind, type CaseStanding, type CaseWait, deadlineOf, standingOf, waitOf } from '../rules/pipeline.ts'
import { type AskedCriterion, type Criterion, standingCriteria, type Tick, type TickKind } from '../rules/pipeline-criteria.ts'

type Day = Temporal.PlainDate

/** A stage of a process, with what must be met to leave it. */
export interface Stage {
  readonly id: string
  readonly title: string
  /** What is looked at before a case leaves it, in order. */
  readonly criteria: readonly Criterion[]
  /** Within how many days of entering it a case leaves it; null: no deadline. */
  readonly days: number | null
  /** A case leaves it by a decision of the board alone. */
  readonly byDecision: boolean
}

/** An event of a case, with why and by which decision. */
export interface RecordedEvent extends CaseEvent {
  readonly because: string
  readonly decision: string | undefined
}

/** A case in a process. */
export interface PipelineCase {
  readonly id: string
  readonly title: string
  readonly contract: string | undefined
  readonly service: string | undefined
  readonly priority: string | undefined
  readonly round: number | undefined
  readonly version: number
  /** In the order in which they happened. */
  readonly events: readonly RecordedEvent[]
  /** Every indicative date that was said, the latest last. */
  readonly dates: readonly { readonly expectedOn: Day; readonly saidOn: Day; readonly because: string }[]
  readonly standing: CaseStanding
  /** The criteria of the stage in which it is, as far as it is asked them; empty where it is in none. */
  readonly criteria: readonly AskedCriterion[]
  /** Everything that was said of criteria, in the order in which it was said. */
  readonly ticks: readonly Tick[]
  /** By when it is to leave its stage. */
  readonly dueOn: Day | undefined
  /** What waits for somebody today. */
  readonly waits: CaseWait | undefined
}

/** A process with its stages, its rounds and its cases (C8). */
export interface Pipeline {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  readonly title: string
  readonly summary: string
  /** What a case is called, in the plural. */
  readonly casesAre: string
  readonly version: number
  readonly stages: readonly Stage[]
  readonly rounds: readonly { readonly id: string; readonly number: number; readonly opensOn: Day; readonly closesOn: Day }[]
  readonly cases: readonly PipelineCase[]
}

/** What the matrix knows of a pipeline. */
export const guardedPipeline = ({ body, sight }: Pick<Pipeline, 'body' | 'sight'>): Guarded => ({
  record: 'pipeline',
  state: sight,
  ties: { body },
})

/** The pipelines of a board that one may see, by title, with how many cases each has. */
export async function listPipelines(reader: Reader, body: string) {
  return reader
    .selectFrom('commissioning.process as p')
    .select((row) => [
      ...(['p.id', 'p.title', 'p.summary', 'p.cases_are as casesAre'] as const),
      row
        .selectFrom('commissioning.process_case as c')
        .whereRef('c.process', '=', 'p.id')
        .select((of) => of.fn.countAll<bigint>().as('n'))
        .as('cases'),
    ])
    .where('p.body', '=', body)
    .orderBy('p.title')
    .orderBy('p.id')
    .execute()
}

/** One pipeline that one may see, with everything in it. @throws NotFound */
export async function findPipeline(reader: Reader, id: string, today: Day): Promise<Pipeline> {
  const [found] = isUuid(id) ? await findPipelines(reader, 'id', [id], today) : []
  if (!found) throw new NotFound('No such pipeline.')
  return found
}

/** The pipelines of some ids or boards that one may see, by title, with everything in them; a constant number of statements. */
export async function findPipelines(reader: Reader, by: 'id' | 'body', ids: readonly string[], today: Day): Promise<readonly Pipeline[]> {
  if (ids.length === 0) return []
  const rows = await reader.selectFrom('commissioning.process').selectAll().where(by, 'in', ids).orderBy('title').orderBy('id').execute()
  if (rows.length === 0) return []
  const own = rows.map(({ id }) => id)
  const [stages, rounds, cases, events, dates, criteria, ticks] = await Promise.all([
    reader.selectFrom('commissioning.process_stage').selectAll().where(among('process', own)).orderBy('position').execute(),
    reader.selectFrom('commissioning.process_round').selectAll().where(among('process', own)).orderBy('number').execute(),
    reader.selectFrom('commissioning.process_case').selectAll().where(among('process', own)).orderBy('title').execute(),
    reader.selectFrom('commissioning.case_event').selectAll().where(among('process', own)).orderBy('on_day').orderBy('id').execute(),
    reader.selectFrom('commissioning.case_date').selectAll().where(among('process', own)).orderBy('said_on').orderBy('id').execute(),
    reader.selectFrom('commissioning.stage_criterion').selectAll().where(among('process', own)).orderBy('position').execute(),
    reader.selectFrom('commissioning.case_tick').selectAll().where(among('process', own)).orderBy('id').execute(),
  ])
  const ofStages = Map.groupBy(criteria, ({ stage }) => stage)
  const ticked = Map.groupBy(ticks, (tick) => tick.case)
  const happened = Map.groupBy(events, (event) => event.case)
  const said = Map.groupBy(dates, (date) => date.case)
  const numbers = new Map(rounds.map((round) => [round.id, round.number]))
  return rows.map((row) => {
    const ordered = stages.filter(({ process }) => process === row.id).map((stage) => stageOf(stage, ofStages.get(stage.id) ?? []))
    return {
      ...{ id: row.id, body: row.body, sight: row.sight as Sight, title: row.title, summary: row.summary, casesAre: row.cases_are },
      ...{ version: row.version, stages: ordered },
      rounds: rounds
        .filter(({ process }) => process === row.id)
        .map(({ id, number, opens_on: opensOn, closes_on: closesOn }) => ({ id, number, opensOn, closesOn })),
      cases: cases
        .filter(({ process }) => process === row.id)
        .map((one) => ({
          ...{ id: one.id, title: one.title, contract: one.contract ?? undefined, service: one.service ?? undefined },
          ...{ priority: one.priority ?? undefined, round: numbers.get(one.round ?? ''), version: one.version },
          ...lifeOf((happened.get(one.id) ?? []).map(eventOf), (ticked.get(one.id) ?? []).map(tickOf), ordered, today),
          dates: (said.get(one.id) ?? []).map((date) => ({ expectedOn: date.expected_on, saidOn: date.said_on, because: date.because })),
        })),
    }
  })
}

const stageOf = (
  row: Selectable<Tables['commissioning.process_stage']>,
  criteria: readonly Selectable<Tables['commissioning.stage_criterion']>[],
): Stage => ({
  ...{ id: row.id, title: row.title, days: row.days, byDecision: row.by_decision },
  criteria: criteria.map(({ id, title, required, starts_on: startsOn, ends_on: endsOn }) => ({
    ...{ id, title, required, startsOn: startsOn ?? undefined, endsOn: endsOn ?? undefined },
  })),
})
const tickOf = (row: Selectable<Tables['commissioning.case_tick']>): Tick => ({
  ...{ criterion: row.criterion, says: row.says as TickKind, onDay: row.on_day, saidBy: row.said_by, note: row.note },
})
const eventOf = (row: Selectable<Tables['commissioning.case_event']>): RecordedEvent => ({
  ...{ stage: row.stage, kind: row.kind as CaseEventKind, onDay: row.on_day, untilOn: row.until_on ?? undefined },
  ...{ because: row.because, decision: row.decision ?? undefined },
})

function lifeOf(events: readonly RecordedEvent[], ticks: readonly Tick[], stages: readonly Stage[], today: Day) {
  const standing = standingOf(events, stages.at(-1)?.id)
  const stage = stages.find(({ id }) => id === standing.stage)
  const dueOn = standing.status === 'in-stage' ? deadlineOf(events, stage?.days ?? undefined) : undefined
  const entered = events.findLast(({ kind }) => kind === 'entered')?.onDay
  const isThere = standing.status !== 'met' && standing.status !== 'withdrawn' && standing.status !== 'rejected'
  const criteria = isThere && stage && entered ? standingCriteria(stage.criteria, ticks, entered) : []
  return { events, ticks, criteria, standing, dueOn, waits: waitOf({ ...standing, dueOn, byDecision: stage?.byDecision ?? false }, today) }
}

/** The pipeline of a case, and the case. @throws NotFound */
export async function findCase(
  reader: Reader,
  id: string,
  today: Day,
): Promise<{ readonly pipeline: Pipeline; readonly found: PipelineCase }> {
  const row = isUuid(id)
    ? await reader.selectFrom('commissioning.process_case').select('process').where('id', '=', id).executeTakeFirst()
    : undefined
  const pipeline = row && (await findPipeline(reader, row.process, today))
  const found = pipeline?.cases.find((one) => one.id === id)
  if (!pipeline || !found) throw new NotFound('No such case.')
  return { pipeline, found }
}
