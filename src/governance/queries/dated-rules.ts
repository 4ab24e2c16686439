import type { Reader } from '#platform/database/session.ts'
import { type DatedRule, type DatedRuleKind, type MemberDemand, memberMatter } from '../rules/dated-rule.ts'
import type { NoticeMode } from '../rules/notice.ts'

/** Every rule of a kind of any time, by what it is for, the latest first. */
export async function listDatedRules(reader: Reader, kind: DatedRuleKind): Promise<readonly DatedRule[]> {
  if (kind === 'mile-rates') return listRates(reader)
  return kind === 'notice' ? listNotice(reader) : listMembers(reader)
}

async function listRates(reader: Reader): Promise<readonly DatedRule[]> {
  const rows = await reader
    .selectFrom('governance.mile_rate')
    .select(['id', 'vehicle as about', 'pence as amount', 'source', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .orderBy('vehicle')
    .orderBy('starts_on', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: 'mile-rates', mode: undefined, endsOn: row.endsOn ?? undefined }))
}

async function listNotice(reader: Reader): Promise<readonly DatedRule[]> {
  const rows = await reader
    .selectFrom('governance.notice_law')
    .select(['id', 'legal_regime as about', 'days as amount', 'mode', 'source', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .orderBy('legal_regime')
    .orderBy('starts_on', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: 'notice', mode: row.mode as NoticeMode, endsOn: row.endsOn ?? undefined }))
}

async function listMembers(reader: Reader): Promise<readonly DatedRule[]> {
  const rows = await reader
    .selectFrom('governance.member_rule')
    .select(['id', 'kind as demand', 'legal_regime as regime', 'amount', 'source', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .orderBy('kind')
    .orderBy('legal_regime')
    .orderBy('starts_on', 'desc')
    .execute()
  return rows.map(({ demand, regime, ...row }) => ({
    ...row,
    ...{
      kind: 'members',
      about: memberMatter(demand as MemberDemand, regime ?? undefined),
      mode: undefined,
      endsOn: row.endsOn ?? undefined,
    },
  }))
}

/** What was put right about a rule. */
export interface RuleCorrection {
  readonly rule: string
  readonly onDay: Temporal.PlainDate
  /** What it said before, in words. */
  readonly was: string
  readonly reason: string
}

/** Everything that was put right about rules, the latest first. */
export async function listRuleCorrections(reader: Reader): Promise<readonly RuleCorrection[]> {
  return reader
    .selectFrom('governance.rule_correction')
    .select(['rule', 'on_day as onDay', 'was', 'reason'])
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
