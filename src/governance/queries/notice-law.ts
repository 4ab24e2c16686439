import type { Reader } from '#platform/database/session.ts'
import type { NoticeMode } from '../rules/notice.ts'
import type { NoticeLaw } from '../rules/notice-law.ts'

/** What the law of a regime asks of notice on a day; undefined where it asks nothing. */
export type NoticeLawOf = (regime: string | undefined, onDay: Temporal.PlainDate) => NoticeLaw | undefined

/** Reads the law on notice of every regime and day: a handful of rows. */
export async function findNoticeLaw(reader: Reader): Promise<NoticeLawOf> {
  const rows = await reader.selectFrom('governance.notice_law').selectAll().execute()
  return (regime, onDay) => {
    const row = rows.find(
      ({ legal_regime, starts_on, ends_on }) =>
        legal_regime === regime &&
        Temporal.PlainDate.compare(starts_on, onDay) <= 0 &&
        (ends_on === null || Temporal.PlainDate.compare(onDay, ends_on) < 0),
    )
    return row && { rule: { mode: row.mode as NoticeMode, days: row.days, cutOff: null }, source: row.source }
  }
}
