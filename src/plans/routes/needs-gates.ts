import { type Asked, type AskedBoard, type BodySummary, findBody } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { demandOf } from '../permission.ts'
import { type Assessment, type AssessmentRow, findAssessment, findAssessmentRow, guardedAssessment } from '../queries/needs.ts'
import { boardOf } from '../queries/plans.ts'
import { type AssessmentState, isOpenAssessment } from '../rules/needs.ts'
import { begin } from './gates.ts'

/** A request about a needs assessment. */
export type AskedAssessment = Asked & { readonly assessment: Assessment; readonly board: BodySummary; readonly mayChange: boolean }
/** A request about something that stands in one. */
export type AskedAssessmentRow = AskedAssessment & { readonly row: AssessmentRow }

async function of(asked: Asked, id: string): Promise<AskedAssessment> {
  const assessment = await findAssessment(asked.reader, id)
  const board = await boardOf(asked.reader, assessment.body, asked.visit.today)
  return { ...asked, assessment, board, mayChange: asked.may(guardedAssessment(assessment), 'change') }
}

/** An assessment; row-level security let it through, so that reading is settled. */
export const assessmentGate: Gate<AskedAssessment> = async (reader, c) => {
  const asked = await begin(reader, c)
  return of(asked, asked.part('assessment'))
}

/** An assessment that is as far as one of these, for whoever may change it. */
export function assessmentAt(...states: readonly AssessmentState[]): Gate<AskedAssessment> {
  return async (reader, c) => {
    const asked = await assessmentGate(reader, c)
    demandOf(asked.standing, asked.visit, guardedAssessment(asked.assessment), 'change')
    if (!states.includes(asked.assessment.state)) throw new NotFound('It is no longer as far as that.')
    return asked
  }
}

/** Something that stands in an assessment. */
export const assessmentRowGate: Gate<AskedAssessmentRow> = async (reader, c) => {
  const asked = await begin(reader, c)
  const row = await findAssessmentRow(reader, asked.part('row'))
  if (!row) throw new NotFound('No such record of a needs assessment.')
  return { ...(await of(asked, row.assessment)), row }
}

/** The same for whoever may change it, while it can be changed. */
export const openRowGate: Gate<AskedAssessmentRow> = async (reader, c) => {
  const asked = await assessmentRowGate(reader, c)
  demandOf(asked.standing, asked.visit, guardedAssessment(asked.assessment), 'change')
  if (!isOpenAssessment(asked.assessment.state)) throw new NotFound('What was published stays as it is.')
  return asked
}

/** A board, and a verb on its programme of assessments. */
export function programmeGate(verb: 'read' | 'make'): Gate<AskedBoard> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const body = await findBody(reader, asked.part('slug'), asked.visit.today)
    if (!body) throw new NotFound('No such board.')
    demandOf(asked.standing, asked.visit, { record: 'needs-programme', state: 'any', ties: { body: body.id } }, verb)
    return { ...asked, body }
  }
}
