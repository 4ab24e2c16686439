import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CaseAuditInput } from '../forms/audit.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findCaseAudit } from '../queries/case-audits.ts'
import { demandOne, takeStep } from './write-record.ts'

type Needs = Pick<AssuranceNeeds, 'db'>

/** Keeps an audit of a sample of cases: how many stood at which grade, and nothing by which a case could be known (P6). */
export async function addCaseAudit(needs: Needs, doer: Doer, body: string, input: CaseAuditInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'board-assurance', state: 'any', ties: { body } }, 'keep')
    const { kind, theme, sampleHow, sampleSize, heldOn, grades, items, againOf } = input
    if (Temporal.PlainDate.compare(heldOn, doer.today) > 0) return fail({ field: 'heldOn', code: 'day-ahead' })
    if (againOf !== undefined && (await findCaseAudit(tx, againOf)).body !== body) return fail({ field: 'againOf', code: 'choice-unknown' })
    const id = newId()
    await tx
      .insertInto('assurance.case_audit')
      .values({
        id,
        body,
        kind,
        theme,
        sample_how: sampleHow,
        sample_size: sampleSize,
        held_on: heldOn,
        grades: [...grades],
        again_of: againOf ?? null,
      })
      .execute()
    await tx
      .insertInto('assurance.case_audit_item')
      .values(items.map(({ question, counts }, index) => ({ audit: id, position: index + 1, question, counts: [...counts] })))
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'case-audit.added',
      subjectType: 'case-audit',
      subject: id,
      content: JSON.stringify(input),
    })
    return succeed(id)
  })
}

/** Keeps what a case audit taught. */
export async function writeLearning(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly learning: string; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(
    needs.db,
    doer,
    {
      find: (tx) => findCaseAudit(tx, id),
      guard: ({ body }) => ({ record: 'case-audit', state: 'members', ties: { body } }),
      ...{ verb: 'keep', act: 'case-audit.learnt', version: input.version },
    },
    async (tx, { version }) => {
      demandOne(
        await tx
          .updateTable('assurance.case_audit')
          .set({ learning: input.learning, version: version + 1 })
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirstOrThrow(),
      )
      return succeed(id)
    },
  )
}
