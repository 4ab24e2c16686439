import { appendAudit } from '#platform/database/audit.ts'
import type { Writer } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { demand } from '../permission.ts'
import { findVersions, guardedVersion, type PlanHead } from '../queries/plans.ts'

/** Keeps what was done with a plan. */
export function auditPlan(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, { actor: doer.actor, act: `plan.${act}`, subjectType: 'plan', subject, content: JSON.stringify(content) })
}

/** Takes hold of a plan, so that nobody else changes it meanwhile, and hands back its versions. @throws NotFound, Forbidden */
export async function holdPlan(tx: Writer, doer: Doer, plan: string): Promise<readonly PlanHead[]> {
  await tx.selectFrom('plans.plan').select('id').where('id', '=', plan).forUpdate().execute()
  const versions = await findVersions(tx, plan)
  await demand(tx, doer, guardedVersion(versions[0] ?? { body: '', sight: 'draft' }), 'change')
  return versions
}

/** The draft of a plan that one holds. @throws Conflict where it is no longer one */
export async function holdDraft(tx: Writer, doer: Doer, plan: string): Promise<PlanHead> {
  const draft = (await holdPlan(tx, doer, plan)).find(({ state }) => state === 'draft')
  if (!draft) throw new Conflict('This plan has no draft any more.')
  return draft
}

/** Writes a version that was made from `revision`. @throws Conflict where somebody else saved first */
export async function saveVersion(
  tx: Writer,
  { version, revision }: { readonly version: string; readonly revision: number },
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const saved = await tx
    .updateTable('plans.plan_version')
    .set({ ...values, version: revision + 1 })
    .where('id', '=', version)
    .where('version', '=', revision)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else changed it first.')
}
