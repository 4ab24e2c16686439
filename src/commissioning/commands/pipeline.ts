import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CaseDateInput, CaseEventInput } from '../forms/pipeline.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findCase, guardedPipeline, type Pipeline, type PipelineCase } from '../queries/pipelines.ts'
import { contractProblem } from './contract-problem.ts'
import { auditStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

const isWithin = (day: Temporal.PlainDate, { opensOn, closesOn }: Pipeline['rounds'][number]): boolean =>
  Temporal.PlainDate.compare(opensOn, day) <= 0 && Temporal.PlainDate.compare(day, closesOn) <= 0

/** One step of a case: found, asked about, done and audited in one transaction; what the database refuses is told beside its field. */
export async function inCase(
  needs: Needs,
  doer: Doer,
  { id, act, verb }: { readonly id: string; readonly act: string; readonly verb: 'change' | 'waive' },
  work: (tx: Writer, pipeline: Pipeline, found: PipelineCase) => Promise<FieldProblem | undefined>,
): Done {
  try {
    return await writeAs(needs.db, doer, async (tx) => {
      const { pipeline, found } = await findCase(tx, id, doer.today)
      await demand(tx, doer, guardedPipeline(pipeline), verb)
      const problem = await work(tx, pipeline, found)
      if (problem) return fail(problem)
      await auditStep(tx, doer, act, 'pipeline-case', id)
      return succeed(id)
    })
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}

/** Records what happened to a case: it is added, and nothing that happened before changes (C8). */
export function addCaseEvent(needs: Needs, doer: Doer, id: string, input: CaseEventInput): Done {
  return inCase(needs, doer, { id, act: `case-${input.kind}`, verb: 'change' }, async (tx, pipeline, { standing, round }) => {
    const { id: process, body, sight, stages, rounds } = pipeline
    if (Temporal.PlainDate.compare(input.onDay, doer.today) > 0) return { field: 'onDay', code: 'in-the-future', details: { part: 'day' } }
    const needsDay = input.kind === 'deferred' || input.kind === 'extended'
    if (needsDay !== (input.untilOn !== undefined)) return { field: 'untilOn', code: 'event-until', details: { part: 'day' } }
    if (input.untilOn && Temporal.PlainDate.compare(input.untilOn, input.onDay) <= 0)
      return { field: 'untilOn', code: 'ends-before-it-begins', details: { part: 'day' } }
    if (!['entered', 'met', 'resumed'].includes(input.kind) && input.because === undefined) return { field: 'because', code: 'required' }
    if (input.kind === 'extended' && input.decision === undefined) return { field: 'decision', code: 'extension-by-board' }
    const stage = input.kind === 'entered' ? input.stage : standing.stage
    const at = stages.find((one) => one.id === stage)
    if (!at || stage === undefined) return { field: 'stage', code: 'choice-unknown' }
    if (at.byDecision && (input.kind === 'met' || input.kind === 'rejected') && input.decision === undefined)
      return { field: 'decision', code: 'stage-by-decision' }
    const window = standing.stage === undefined ? rounds.find(({ number }) => number === round) : undefined
    if (window && !isWithin(input.onDay, window)) return { field: 'onDay', code: 'round-open', details: { part: 'day' } }
    await tx
      .insertInto('commissioning.case_event')
      .values({
        ...{ id: newId(), case: id, process, body, sight, stage, kind: input.kind, on_day: input.onDay, until_on: input.untilOn ?? null },
        ...{ decision: input.decision ?? null, because: input.because ?? '' },
      })
      .execute()
    return undefined
  })
}

/** Says when a case is now expected to be live; what was said before is kept as its slippage. */
export function sayCaseDate(needs: Needs, doer: Doer, id: string, input: CaseDateInput): Done {
  return inCase(needs, doer, { id, act: 'case-expected', verb: 'change' }, async (tx, { id: process, body, sight }) => {
    await tx
      .insertInto('commissioning.case_date')
      .values({
        ...{ id: newId(), case: id, process, body, sight, expected_on: input.expectedOn, said_on: doer.today },
        because: input.because ?? '',
      })
      .execute()
    return undefined
  })
}
