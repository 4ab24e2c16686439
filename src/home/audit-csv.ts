import type { AuditLine } from '#platform/database/audit-log.ts'

/** The audit as CSV (RFC 4180); a cell that a spreadsheet would run as a formula is given an apostrophe. */
export function auditCsv(lines: readonly AuditLine[]): string {
  const rows = lines.map(({ number, at, actor, actorName, act, subjectType, subject, link }) =>
    [number === null ? '' : `${number}`, at.toString(), actor, actorName, act, subjectType, subject, link].map(cell).join(','),
  )
  return `${['number,at,actor,name,act,subject type,subject,link', ...rows].join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
