import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/commissioned-service.ts'
import { type CaseEvent, type CaseEventKind, type CaseStanding, standingOf } from '../rules/pipeline.ts'

type Day = Temporal.PlainDate

/** A stage of a process, with what must be met to leave it. */
export interface Stage {
  readonly id: string
  readonly title: string
  readonly criteria: string
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
  readonly round: number | undefined
  /** In the order in which they happened. */
  readonly events: readonly RecordedEvent[]
  /** Every indicative date that was said, the latest last. */
  readonly dates: readonly { readonly expectedOn: Day; readonly saidOn: Day; readonly because: string }[]
  readonly standing: CaseStanding
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
export async function findPipeline(reader: Reader, id: string): Promise<Pipeline> {
  const row = isUuid(id) ? await reader.selectFrom('commissioning.process').selectAll().where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such pipeline.')
  const [stages, rounds, cases, events, dates] = await Promise.all([
    reader
      .selectFrom('commissioning.process_stage')
      .select(['id', 'title', 'criteria'])
      .where('process', '=', id)
      .orderBy('position')
      .execute(),
    reader
      .selectFrom('commissioning.process_round')
      .select(['id', 'number', 'opens_on as opensOn', 'closes_on as closesOn'])
      .where('process', '=', id)
      .orderBy('number')
      .execute(),
    reader
      .selectFrom('commissioning.process_case')
      .select(['id', 'title', 'contract', 'round'])
      .where('process', '=', id)
      .orderBy('title')
      .execute(),
    reader.selectFrom('commissioning.case_event').selectAll().where('process', '=', id).orderBy('on_day').orderBy('id').execute(),
    reader.selectFrom('commissioning.case_date').selectAll().where('process', '=', id).orderBy('said_on').orderBy('id').execute(),
  ])
  const happened = Map.groupBy(events, (event) => event.case)
  const said = Map.groupBy(dates, (date) => date.case)
  const numbers = new Map(rounds.map((round) => [round.id, round.number]))
  return {
    ...{ id, body: row.body, sight: row.sight as Sight, title: row.title, summary: row.summary, casesAre: row.cases_are, stages, rounds },
    cases: cases.map((one) => {
      const own = (happened.get(one.id) ?? []).map((event) => ({
        ...{ stage: event.stage, kind: event.kind as CaseEventKind, onDay: event.on_day, untilOn: event.until_on ?? undefined },
        ...{ because: event.because, decision: event.decision ?? undefined },
      }))
      return {
        ...{ id: one.id, title: one.title, contract: one.contract ?? undefined, round: numbers.get(one.round ?? '') },
        events: own,
        dates: (said.get(one.id) ?? []).map((date) => ({ expectedOn: date.expected_on, saidOn: date.said_on, because: date.because })),
        standing: standingOf(own, stages.at(-1)?.id),
      }
    }),
  }
}

/** The pipeline of a case, and the case. @throws NotFound */
export async function findCase(reader: Reader, id: string): Promise<{ readonly pipeline: Pipeline; readonly found: PipelineCase }> {
  const row = isUuid(id)
    ? await reader.selectFrom('commissioning.process_case').select('process').where('id', '=', id).executeTakeFirst()
    : undefined
  const pipeline = row && (await findPipeline(reader, row.process))
  const found = pipeline?.cases.find((one) => one.id === id)
  if (!pipeline || !found) throw new NotFound('No such case.')
  return { pipeline, found }
}
