import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { listDatedRules } from '../queries/dated-rules.ts'
import { type AskedRule, type DatedRule, type DatedRuleKind, placeRule, readMemberMatter } from '../rules/dated-rule.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

type Done = Promise<Result<{ readonly id: string }, FieldProblem>>
const overlap = { field: 'startsOn', code: 'rule-overlaps' }
const constraints = {
  mile_rate_one: overlap,
  notice_law_one: overlap,
  notice_law_pkey: overlap,
  member_rule_one: overlap,
  member_rule_once: overlap,
  mile_rate_used: { field: '', code: 'rate-used' },
}

/** Adds a rule from a day on; the open one of the same matter ends on that day (G10, G16). Problems: 'rule-overlaps', 'ends-before-start', 'rate-used'. */
export async function addDatedRule(db: Database, acting: Acting, kind: DatedRuleKind, input: AskedRule): Done {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'dated-rule', verb: 'add' })
    // One at a time: whoever comes second is told that a rule of this matter holds by now, and not that somebody changed a record that they never opened.
    await sql`select pg_advisory_xact_lock(hashtext('governance.dated_rule'))`.execute(tx)
    const placed = placeRule(input, await listDatedRules(tx, kind))
    if (typeof placed === 'string') return fail({ field: placed === 'ends-before-start' ? 'endsOn' : 'startsOn', code: placed })
    if (placed.endsBefore) await write(tx, placed.endsBefore, { ends_on: input.startsOn })
    const id = newId()
    await insert(tx, kind, id, input)
    await record(tx, actor, 'dated-rule.added', 'dated-rule', id, { kind, ...input })
    return succeed({ id })
  })
}

async function insert(
  tx: Writer,
  kind: DatedRuleKind,
  id: string,
  { about, amount, source, startsOn, endsOn, mode }: AskedRule,
): Promise<void> {
  const common = { id, source, starts_on: startsOn, ends_on: endsOn ?? null }
  if (kind === 'mile-rates')
    await tx
      .insertInto('governance.mile_rate')
      .values({ ...common, vehicle: about, pence: amount })
      .execute()
  else if (kind === 'notice')
    await tx
      .insertInto('governance.notice_law')
      .values({ ...common, legal_regime: about, days: amount, mode: mode ?? 'clear-working' })
      .execute()
  else {
    const matter = readMemberMatter(about)
    if (matter === undefined) throw new NotFound()
    await tx
      .insertInto('governance.member_rule')
      .values({ ...common, kind: matter.demand, legal_regime: matter.regime ?? null, amount })
      .execute()
  }
}

/** A rule that is there, as the form was made from it. @throws NotFound, Conflict */
async function held(
  tx: Writer,
  kind: DatedRuleKind,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<DatedRule> {
  const rule = (await listDatedRules(tx, kind)).find((one) => one.id === id)
  if (rule === undefined) throw new NotFound()
  if (rule.version !== version) throw new Conflict()
  return rule
}

/** Ends a rule. Problems: 'ends-before-start', 'rule-overlaps', 'rate-used'. @throws NotFound, Conflict */
export async function endDatedRule(
  db: Database,
  acting: Acting,
  kind: DatedRuleKind,
  input: { readonly id: string; readonly version: number; readonly endsOn: Temporal.PlainDate },
): Done {
  return command(db, acting, { ...constraints, mile_rate_one: { ...overlap, field: 'endsOn' } }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'dated-rule', verb: 'end' })
    const rule = await held(tx, kind, input)
    if (Temporal.PlainDate.compare(input.endsOn, rule.startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await write(tx, rule, { ends_on: input.endsOn })
    await record(tx, actor, 'dated-rule.ended', 'dated-rule', rule.id, { kind, ...input })
    return succeed({ id: rule.id })
  })
}

/**
 * Puts a rule right that was entered wrongly; what it said before stays with the reason. Problems: 'ends-before-start', 'rule-overlaps', 'rate-used' where
 * somebody was paid by it. @throws NotFound, Conflict
 */
export async function correctDatedRule(
  db: Database,
  acting: Acting,
  kind: DatedRuleKind,
  input: Omit<AskedRule, 'about'> & { readonly id: string; readonly version: number; readonly reason: string; readonly was: string },
): Done {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'dated-rule', verb: 'correct' })
    const rule = await held(tx, kind, input)
    const { amount, mode, source, startsOn, endsOn, reason, was } = input
    if (endsOn && Temporal.PlainDate.compare(endsOn, startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    const others = (await listDatedRules(tx, kind)).filter(({ id, endsOn: until }) => id !== rule.id && until !== undefined)
    if (placeRule({ about: rule.about, amount, mode, source, startsOn, endsOn }, others) === 'rule-overlaps') return fail(overlap)
    await write(tx, rule, { source, starts_on: startsOn, ends_on: endsOn ?? null, amount, mode })
    await tx
      .insertInto('governance.rule_correction')
      .values({ id: newId(), kind, rule: rule.id, on_day: acting.today, was, reason })
      .execute()
    await record(tx, actor, 'dated-rule.corrected', 'dated-rule', rule.id, { kind, ...input })
    return succeed({ id: rule.id })
  })
}

/** What is written of a rule; what is left out stays. */
interface Columns {
  readonly source?: string
  readonly starts_on?: Temporal.PlainDate
  readonly ends_on?: Temporal.PlainDate | null
  readonly amount?: number
  readonly mode?: string | undefined
}

async function write(tx: Writer, { kind, id, version }: DatedRule, { amount, mode, ...common }: Columns): Promise<void> {
  const set = { ...common, version: version + 1 }
  const written =
    kind === 'mile-rates'
      ? await tx
          .updateTable('governance.mile_rate')
          .set({ ...set, ...(amount === undefined ? {} : { pence: amount }) })
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirst()
      : kind === 'notice'
        ? await tx
            .updateTable('governance.notice_law')
            .set({ ...set, ...(amount === undefined ? {} : { days: amount }), ...(mode === undefined ? {} : { mode }) })
            .where('id', '=', id)
            .where('version', '=', version)
            .executeTakeFirst()
        : await tx
            .updateTable('governance.member_rule')
            .set({ ...set, ...(amount === undefined ? {} : { amount }) })
            .where('id', '=', id)
            .where('version', '=', version)
            .executeTakeFirst()
  if (written.numUpdatedRows === 0n) throw new Conflict()
}
