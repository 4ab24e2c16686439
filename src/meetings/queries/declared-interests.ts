import type { Guarded } from '#governance/public.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Category } from '../rules/agenda.ts'
import type { DeclaredInterest, DeclaredKind, KeptConsequence, Ruling } from '../rules/declared-interest.ts'
import type { Sight } from '../rules/meeting.ts'
import type { Stretch } from '../rules/presence.ts'

/** A declared interest as it is kept. */
export interface DeclaredInterestRow extends DeclaredInterest {
  readonly meeting: string
  readonly body: string
  readonly sight: Sight
  readonly category: Category
}

/** The interests declared at a meeting that one may see, in the order declared; those withdrawn are among them. */
export async function findDeclaredInterests(reader: Reader, meeting: string): Promise<readonly DeclaredInterestRow[]> {
  return findInterestsDeclaredAt(reader, [meeting])
}

/** The same of many meetings in one query. */
export async function findInterestsDeclaredAt(reader: Reader, meetings: readonly string[]): Promise<readonly DeclaredInterestRow[]> {
  if (meetings.length === 0) return []
  const rows = await reader.selectFrom('meetings.declared_interest').selectAll().where(among('meeting', meetings)).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    meeting: row.meeting,
    body: row.body,
    sight: row.sight as Sight,
    category: row.category as Category,
    item: row.item,
    person: row.person,
    name: row.name,
    kind: row.kind as DeclaredKind,
    nature: row.nature,
    source: row.source as DeclaredInterest['source'],
    sensitive: row.sensitive,
    consequence: (row.consequence ?? undefined) as KeptConsequence | undefined,
    from: (row.decided_from ?? undefined) as DeclaredInterest['from'],
    rulings: rulingsOf(row.rulings),
    dispensed: row.dispensed_by === '' ? undefined : { grantedBy: row.dispensed_by, until: row.dispensed_until ?? undefined },
    declaredAt: row.declared_at,
    withdrawnAt: row.withdrawn_at ?? undefined,
    version: row.version,
  }))
}

interface KeptRuling {
  readonly at: string
  readonly by: string
  readonly consequence: KeptConsequence
  readonly words: string
}

/** The rulings on an interest as the database keeps them, in order. */
export function rulingsOf(kept: unknown): readonly Ruling[] {
  return (kept as readonly KeptRuling[]).map((ruling) => ({ ...ruling, at: Temporal.Instant.from(ruling.at) }))
}

/** When each item of a meeting was on, as far as one may see. */
export async function findItemTimes(reader: Reader, meeting: string): Promise<readonly (Stretch & { readonly item: string })[]> {
  return reader
    .selectFrom('meetings.item_time')
    .select(['item', 'from_at as from', 'to_at as to'])
    .where('meeting', '=', meeting)
    .orderBy('from_at')
    .execute()
}

/** A declared interest as the access matrix names it. */
export function guardedInterest({ sight, body, meeting }: Pick<DeclaredInterestRow, 'sight' | 'body' | 'meeting'>): Guarded {
  return { record: 'declared-interest', state: sight, ties: { body, meeting } }
}
