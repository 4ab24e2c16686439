import { appendAudit } from '#platform/database/audit.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'

/** Appends to the audit what was done to a measure, a return, a scorecard or a reading of published figures; exact figures are written as their whole numbers. */
export function noteAct(
  tx: Writer,
  doer: Doer,
  act: string,
  subjectType: 'measure' | 'return' | 'scorecard' | 'national-reading',
  subject: string,
  content: object,
): Promise<void> {
  const text = JSON.stringify(content, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  return appendAudit(tx, { actor: doer.actor, act, subjectType, subject, content: text })
}
