import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type * as forms from '../forms/pipeline-criteria.ts'
import type { CommissioningNeeds } from '../needs.ts'
import type { Pipeline, PipelineCase } from '../queries/pipelines.ts'
import type { TickKind } from '../rules/pipeline-criteria.ts'
import { inCase } from './pipeline.ts'
import { keepPipeline } from './pipeline-keeping.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

/** Asks one thing more of cases that enter a stage from a day to come; cases that are in it keep what they were asked (C8). */
export function addCriterion(needs: Needs, doer: Doer, id: string, stage: string, { version, ...input }: forms.CriterionInput): Done {
  return keepPipeline(needs, doer, { id, act: 'criterion', version }, async (tx, { body, sight, stages }) => {
    const found = stages.find((one) => one.id === stage)
    if (!found) throw new NotFound('No such stage.')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) <= 0)
      return { field: 'startsOn', code: 'criteria-to-come', details: { part: 'day' } }
    await tx
      .insertInto('commissioning.stage_criterion')
      .values({
        ...{ id: newId(), process: id, body, sight, stage, position: found.criteria.length + 1 },
        ...{ title: input.title, required: input.required, starts_on: input.startsOn },
      })
      .execute()
    return undefined
  })
}

/** Ends a criterion for cases that enter its stage from a day to come. */
export function endCriterion(needs: Needs, doer: Doer, id: string, criterion: string, { version, endsOn }: forms.CriterionEndInput): Done {
  return keepPipeline(needs, doer, { id, act: 'criterion-ended', version }, async (tx, { stages }) => {
    const found = stages.flatMap(({ criteria }) => criteria).find((one) => one.id === criterion)
    if (!found) throw new NotFound('No such criterion.')
    if (found.endsOn !== undefined) return { field: 'endsOn', code: 'criterion-ended', details: { part: 'day' } }
    if (Temporal.PlainDate.compare(endsOn, doer.today) <= 0 || (found.startsOn && Temporal.PlainDate.compare(endsOn, found.startsOn) <= 0))
      return { field: 'endsOn', code: 'criteria-to-come', details: { part: 'day' } }
    await tx.updateTable('commissioning.stage_criterion').set({ ends_on: endsOn }).where('id', '=', criterion).execute()
    return undefined
  })
}

/** Says of one criterion that a case meets it, or that it is open again after all; it is added to what was said before (C8). */
export function tickCriterion(needs: Needs, doer: Doer, id: string, criterion: string, input: forms.TickInput): Done {
  return inCase(needs, doer, { id, act: `case-criterion-${input.says}`, verb: 'change' }, async (tx, pipeline, found) => {
    if (Temporal.PlainDate.compare(input.onDay, doer.today) > 0) return { field: 'onDay', code: 'in-the-future', details: { part: 'day' } }
    if (input.says === 'open' && input.note === undefined) return { field: 'note', code: 'required' }
    return say(tx, doer, { pipeline, found, criterion }, { says: input.says, onDay: input.onDay, note: input.note ?? '' })
  })
}

/** Says why a case may leave its stage though a criterion is open: the chair of the board does, by name, and it is recorded (C8). */
export function waiveCriterion(needs: Needs, doer: Doer, id: string, criterion: string, { note }: forms.WaiveInput): Done {
  return inCase(needs, doer, { id, act: 'case-criterion-waived', verb: 'waive' }, (tx, pipeline, found) =>
    say(tx, doer, { pipeline, found, criterion }, { says: 'waived', onDay: doer.today, note }),
  )
}

async function say(
  tx: Writer,
  doer: Doer,
  of: { readonly pipeline: Pipeline; readonly found: PipelineCase; readonly criterion: string },
  said: { readonly says: TickKind; readonly onDay: Temporal.PlainDate; readonly note: string },
): Promise<FieldProblem | undefined> {
  const asked = of.found.criteria.find(({ id }) => id === of.criterion)
  if (!asked) throw new NotFound('The case is asked nothing of the kind now.')
  const field = said.says === 'waived' ? 'note' : 'says'
  if (asked.stands === said.says) return { field, code: 'tick-changes' }
  const { person } = await findStanding(tx, doer)
  if (person === undefined) return { field, code: 'person-missing' }
  const { id: process, body, sight } = of.pipeline
  await tx
    .insertInto('commissioning.case_tick')
    .values({
      ...{ id: newId(), case: of.found.id, process, body, sight, criterion: of.criterion },
      ...{ says: said.says, on_day: said.onDay, said_by: person.id, note: said.note },
    })
    .execute()
  return undefined
}
