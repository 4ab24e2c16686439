import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { AuditToolVersion, ToolPart } from '../rules/audit-tool.ts'
import { findNames } from './names.ts'

/** Every version of what an audit asks, the latest first; those to come, too. */
export async function listAuditTools(reader: Reader): Promise<readonly AuditToolVersion[]> {
  const rows = await reader
    .selectFrom('casework.audit_tool as t')
    .select(['t.id', 't.number', 't.name', 't.source', 't.starts_on as startsOn', 't.set_by', 't.set_on as setOn'])
    .select([
      sql<readonly ToolPart[]>`(select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'means', s.words) order by s.position), '[]')
        from casework.audit_standard s where s.tool = t.id)`.as('standards'),
      sql<readonly ToolPart[]>`(select coalesce(jsonb_agg(jsonb_build_object('name', g.name, 'means', g.means) order by g.rank), '[]')
        from casework.audit_grade g where g.tool = t.id)`.as('grades'),
      sql<readonly string[]>`(select coalesce(jsonb_agg(h.name order by h.name), '[]')
        from casework.audit_tool_theme o join casework.audit_theme h on h.id = o.theme where o.tool = t.id)`.as('themes'),
    ])
    .orderBy('t.starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ set_by }) => set_by),
  )
  return rows.map(({ set_by, ...row }) => ({ ...row, setBy: names.get(set_by ?? '') ?? '' }))
}
