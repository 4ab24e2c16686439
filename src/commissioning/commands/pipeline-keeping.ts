import { listPriorities } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ShowInput } from '../forms/offered.ts'
import type * as forms from '../forms/pipeline.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { listContracts } from '../queries/contracts.ts'
import { findCase, findPipeline, findPipelines, guardedPipeline, type Pipeline, type Stage } from '../queries/pipelines.ts'
import { contractProblem } from './contract-problem.ts'
import { auditStep, demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

const ofPipeline = ({ id, body, sight }: Pipeline) => ({ process: id, body, sight })
const linesOf = (typed: string): readonly string[] =>
  [...new Set(typed.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '')
const LONGEST = 200

/** Begins a pipeline with its stages in order: those that were typed, or those of another pipeline of the board; only those who prepare it see it (C8). */
export function addPipeline(needs: Needs, doer: Doer, body: string, input: forms.PipelineInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'contracts', state: 'any', ties: { body } }, 'add')
    const typed = linesOf(input.stages ?? '')
    if (input.like !== undefined && typed.length > 0) return fail({ field: 'stages', code: 'stages-twice' })
    const [like] = input.like === undefined ? [] : await findPipelines(tx, 'id', [input.like], doer.today)
    if (input.like !== undefined && like?.body !== body) return fail({ field: 'like', code: 'choice-unknown' })
    if (typed.some((title) => title.length > LONGEST)) return fail({ field: 'stages', code: 'line-too-long' })
    const stages: readonly Omit<Stage, 'id'>[] =
      like?.stages ?? typed.map((title) => ({ title, criteria: [], days: null, byDecision: false }))
    if (stages.length < 2) return fail({ field: 'stages', code: 'stages-two' })
    const id = newId()
    const { title, summary = '', casesAre } = input
    await tx.insertInto('commissioning.process').values({ id, body, title, summary, cases_are: casesAre }).execute()
    const known = { process: id, body, sight: 'draft' as const }
    const made = stages.map((stage) => ({ ...stage, id: newId() }))
    await tx
      .insertInto('commissioning.process_stage')
      .values(
        made.map((stage, place) => ({
          ...{ id: stage.id, ...known, position: place + 1, title: stage.title },
          ...{ days: stage.days, by_decision: stage.byDecision },
        })),
      )
      .execute()
    // What is asked no more is not asked of a pipeline that begins now.
    for (const stage of made)
      await writeCriteria(
        tx,
        { ...known, stage: stage.id },
        stage.criteria.filter(({ endsOn }) => endsOn === undefined),
      )
    await auditStep(tx, doer, 'pipeline-added', 'pipeline', id)
    return succeed(id)
  })
}

/** One step of a pipeline: its record found and asked about, its version counted up, which locks it, then the work. What the database refuses is told beside its field. */
export async function keepPipeline(
  needs: Needs,
  doer: Doer,
  of: { readonly id: string; readonly act: string; readonly version: number; readonly verb?: 'show' },
  work: (tx: Writer, pipeline: Pipeline) => Promise<FieldProblem | undefined>,
): Done {
  try {
    return await takeStep<Pipeline, string>(
      needs.db,
      doer,
      {
        find: (tx) => findPipeline(tx, of.id, doer.today),
        guard: guardedPipeline,
        ...{ verb: of.verb ?? 'change', act: `pipeline-${of.act}`, version: of.version },
      },
      async (tx, pipeline) => {
        demandOne(
          await tx
            .updateTable('commissioning.process')
            .set({ version: pipeline.version + 1 })
            .where('id', '=', of.id)
            .where('version', '=', pipeline.version)
            .executeTakeFirst(),
        )
        const problem = await work(tx, pipeline)
        return problem ? fail(problem) : succeed(of.id)
      },
    )
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}

async function setColumns(tx: Writer, { id }: Pick<Pipeline, 'id'>, columns: Readonly<Record<string, string>>): Promise<void> {
  await tx.updateTable('commissioning.process').set(columns).where('id', '=', id).execute()
}

/** Changes what a pipeline and its cases are called. @throws Conflict */
export function changePipeline(needs: Needs, doer: Doer, id: string, { version, ...input }: forms.ChangedPipelineInput): Done {
  return keepPipeline(needs, doer, { id, act: 'changed', version }, async (tx, pipeline) => {
    await setColumns(tx, pipeline, { title: input.title, summary: input.summary ?? '', cases_are: input.casesAre })
    return undefined
  })
}

/** Shows a pipeline with its cases to its board or to everybody; what is public stays public. */
export function showPipeline(needs: Needs, doer: Doer, id: string, input: ShowInput): Done {
  return keepPipeline(needs, doer, { id, act: 'shown', version: input.version, verb: 'show' }, async (tx, pipeline) => {
    if (pipeline.sight === 'public') return { field: 'sight', code: 'public-already' }
    await setColumns(tx, pipeline, { sight: input.sight })
    return undefined
  })
}

/** Adds a stage at the end, or with `stage` changes one; both only until the first case has begun. */
export function keepStage(needs: Needs, doer: Doer, id: string, stage: string | undefined, { version, ...input }: forms.StageInput): Done {
  return keepPipeline(needs, doer, { id, act: 'stage', version }, async (tx, pipeline) => {
    const columns = { title: input.title, days: input.days ?? null, by_decision: input.byDecision }
    const criteria = [
      ...linesOf(input.criteria ?? '').map((title) => ({ title, required: true })),
      ...linesOf(input.wished ?? '').map((title) => ({ title, required: false })),
    ]
    if (criteria.some(({ title }) => title.length > LONGEST)) return { field: 'criteria', code: 'line-too-long' }
    const id = stage ?? newId()
    if (stage === undefined)
      await tx
        .insertInto('commissioning.process_stage')
        .values({ id, ...ofPipeline(pipeline), position: pipeline.stages.length + 1, ...columns })
        .execute()
    else if (pipeline.stages.some((one) => one.id === stage))
      await tx.updateTable('commissioning.process_stage').set(columns).where('id', '=', stage).execute()
    else throw new NotFound('No such stage.')
    await tx.deleteFrom('commissioning.stage_criterion').where('stage', '=', id).execute()
    await writeCriteria(tx, { ...ofPipeline(pipeline), stage: id }, criteria)
    return undefined
  })
}

async function writeCriteria(
  tx: Writer,
  known: { readonly process: string; readonly body: string; readonly sight: Pipeline['sight']; readonly stage: string },
  criteria: readonly { readonly title: string; readonly required: boolean }[],
): Promise<void> {
  if (criteria.length === 0) return
  await tx
    .insertInto('commissioning.stage_criterion')
    .values(criteria.map(({ title, required }, place) => ({ id: newId(), ...known, position: place + 1, title, required })))
    .execute()
}

/** Opens a round, in which cases come in from its first day to its last. */
export function openRound(needs: Needs, doer: Doer, id: string, input: forms.RoundInput): Done {
  return keepPipeline(needs, doer, { id, act: 'round', version: input.version }, async (tx, pipeline) => {
    if (Temporal.PlainDate.compare(input.closesOn, input.opensOn) < 0)
      return { field: 'closesOn', code: 'ends-before-it-begins', details: { part: 'day' } }
    const number = Math.max(0, ...pipeline.rounds.map((round) => round.number)) + 1
    await tx
      .insertInto('commissioning.process_round')
      .values({ id: newId(), ...ofPipeline(pipeline), number, opens_on: input.opensOn, closes_on: input.closesOn })
      .execute()
    return undefined
  })
}

/** Adds cases, one a line; with a day they have entered the first stage on it, which lies within their round. */
export function addCases(needs: Needs, doer: Doer, id: string, input: forms.CasesInput): Done {
  return keepPipeline(needs, doer, { id, act: 'cases', version: input.version }, async (tx, pipeline) => {
    const titles = linesOf(input.titles)
    const first = pipeline.stages[0]?.id ?? ''
    if (titles.some((title) => title.length > LONGEST)) return { field: 'titles', code: 'line-too-long' }
    if (titles.some((title) => pipeline.cases.some((one) => one.title === title))) return { field: 'titles', code: 'case-once' }
    if (input.round !== undefined && !pipeline.rounds.some((round) => round.id === input.round))
      return { field: 'round', code: 'choice-unknown' }
    if (input.enteredOn && Temporal.PlainDate.compare(input.enteredOn, doer.today) > 0)
      return { field: 'enteredOn', code: 'in-the-future', details: { part: 'day' } }
    const made = titles.map((title) => ({ id: newId(), ...ofPipeline(pipeline), title, round: input.round ?? null }))
    await tx.insertInto('commissioning.process_case').values(made).execute()
    if (input.enteredOn)
      await tx
        .insertInto('commissioning.case_event')
        .values(
          made.map((one) => ({
            ...{ id: newId(), case: one.id, ...ofPipeline(pipeline), stage: first, kind: 'entered' },
            on_day: input.enteredOn ?? doer.today,
          })),
        )
        .execute()
    return undefined
  })
}

/** Changes what a case is called and says which service and which priority it serves and which contract came of it. @throws Conflict */
export async function changeCase(needs: Needs, doer: Doer, id: string, { version, ...input }: forms.ChangedCaseInput): Done {
  try {
    return await takeStep(
      needs.db,
      doer,
      {
        find: async (tx) => {
          const { pipeline, found } = await findCase(tx, id, doer.today)
          return { id, version: found.version, pipeline }
        },
        guard: ({ pipeline }) => guardedPipeline(pipeline),
        ...{ verb: 'change', act: 'pipeline-case-changed', version },
      },
      async (tx, { pipeline }) => {
        const problem = await tieProblem(tx, doer, pipeline.body, input)
        if (problem) return fail(problem)
        const { title, service = null, priority = null, contract = null } = input
        demandOne(
          await tx
            .updateTable('commissioning.process_case')
            .set({ title, service, priority, contract, version: version + 1 })
            .where('id', '=', id)
            .where('version', '=', version)
            .executeTakeFirst(),
        )
        return succeed(id)
      },
    )
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}

type Ties = Pick<forms.ChangedCaseInput, 'service' | 'priority' | 'contract'>

async function tieProblem(
  tx: Writer,
  { today }: Doer,
  body: string,
  { service, priority, contract }: Ties,
): Promise<FieldProblem | undefined> {
  const among = (known: readonly { readonly id: string }[], id: string | undefined) =>
    id === undefined || known.some((one) => one.id === id)
  const [services, priorities, contracts] = await Promise.all([
    listServices(tx, body, today),
    listPriorities(tx),
    listContracts(tx, body, today),
  ])
  if (!among(services, service)) return { field: 'service', code: 'choice-unknown' }
  if (!among(priorities, priority)) return { field: 'priority', code: 'choice-unknown' }
  return among(contracts, contract) ? undefined : { field: 'contract', code: 'choice-unknown' }
}
