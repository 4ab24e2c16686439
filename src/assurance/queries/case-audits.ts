import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { CaseAuditKind, CaseItem } from '../rules/case-audit.ts'

/** An audit of a sample of cases: counts alone, never a case. */
export interface CaseAudit {
  readonly id: string
  readonly body: string
  readonly kind: CaseAuditKind
  readonly theme: string
  readonly sampleHow: string
  readonly sampleSize: number
  readonly heldOn: Temporal.PlainDate
  /** The best first. */
  readonly grades: readonly string[]
  readonly learning: string
  readonly againOf: string | undefined
  readonly version: number
  readonly items: readonly CaseItem[]
}

/** The case audits of a board, the latest first; for its members alone. */
export async function listCaseAudits(reader: Reader, body: string): Promise<readonly CaseAudit[]> {
  const found = await reader
    .selectFrom('assurance.case_audit')
    .selectAll()
    .where('body', '=', body)
    .orderBy('held_on', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return complete(reader, found)
}

/** One case audit. @throws NotFound */
export async function findCaseAudit(reader: Reader, id: string): Promise<CaseAudit> {
  const found = isUuid(id) ? await reader.selectFrom('assurance.case_audit').selectAll().where('id', '=', id).execute() : []
  const [audit] = await complete(reader, found)
  if (!audit) throw new NotFound('No such audit.')
  return audit
}

type Row = {
  id: string
  body: string
  kind: string
  theme: string
  sample_how: string
  sample_size: number
  held_on: Temporal.PlainDate
  grades: string[]
  learning: string
  again_of: string | null
  version: number
}

async function complete(reader: Reader, found: readonly Row[]): Promise<readonly CaseAudit[]> {
  if (found.length === 0) return []
  const items = await reader
    .selectFrom('assurance.case_audit_item')
    .selectAll()
    .where(
      'audit',
      'in',
      found.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  return found.map((row) => ({
    ...{
      id: row.id,
      body: row.body,
      kind: row.kind as CaseAuditKind,
      theme: row.theme,
      sampleHow: row.sample_how,
      sampleSize: row.sample_size,
    },
    ...{ heldOn: row.held_on, grades: row.grades, learning: row.learning, againOf: row.again_of ?? undefined, version: row.version },
    items: items.filter(({ audit }) => audit === row.id).map(({ question, counts }) => ({ question, counts })),
  }))
}
