import { type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import type { DatedPart, DatedValues } from '#platform/dated/part.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { type DatedRule, listDatedRules, matterOf } from '../queries/dated-rules.ts'
import { placeRule } from '../rules/dated-rule.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

type Done = Promise<Result<{ readonly id: string }, FieldProblem>>
const overlaps: FieldProblem = { field: 'startsOn', code: 'rule-overlaps' }

/** A rule as it is asked for. */
export interface AskedRule {
  /** Of every field of its kind. */
  readonly values: DatedValues
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined where no end is known. */
  readonly endsOn: Temporal.PlainDate | undefined
}

/**
 * Adds a rule from a day on; the open one of the same matter ends on that day (G10, G16). Problems: 'rule-overlaps', 'ends-before-start', 'rule-in-past'
 * for a kind of which something always holds, and those of its kind.
 */
export async function addDatedRule(db: Database, acting: Acting, part: DatedPart, input: AskedRule): Done {
  return command(db, acting, part.constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'dated-rule', verb: 'add' })
    // One at a time: whoever comes second is told that a rule of this matter holds by now, and not that somebody changed a record that they never opened.
    await sql`select pg_advisory_xact_lock(hashtext('governance.dated_rule'))`.execute(tx)
    const refused = part.refuse?.(input.values)
    if (refused) return fail(refused)
    const others = await listDatedRules(tx, part)
    const id = newId()
    if (part.succeeds) {
      if (Temporal.PlainDate.compare(input.startsOn, acting.today) < 0) return fail({ field: 'startsOn', code: 'rule-in-past' })
      if (others.some(({ startsOn }) => startsOn.equals(input.startsOn))) return fail(overlaps)
    } else {
      const placed = placeRule({ ...input, about: matterOf(part, input.values) }, others)
      if (typeof placed === 'string') return fail({ field: placed === 'ends-before-start' ? 'endsOn' : 'startsOn', code: placed })
      if (placed.endsBefore) await write(tx, part, placed.endsBefore, [sql`ends_on = ${input.startsOn}`])
    }
    await insert(tx, part, id, input)
    await record(tx, actor, 'dated-rule.added', 'dated-rule', id, { kind: part.key, ...input })
    return succeed({ id })
  })
}

async function insert(
  tx: Writer,
  { table, fields, succeeds, sourceColumn = 'source' }: DatedPart,
  id: string,
  { values, source, startsOn, endsOn }: AskedRule,
) {
  const own = succeeds ? [] : [['id', id] as const, ['ends_on', endsOn ?? null] as const]
  const all = [
    ...own,
    [sourceColumn, source],
    ['starts_on', startsOn],
    ...fields.map(({ name, column }) => [column, values[name] ?? null]),
  ] as const
  const columns = sql.join(all.map(([column]) => sql.ref(String(column))))
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(all.map(([, value]) => value))})`.execute(tx)
}

/** A rule that is there, as the form was made from it. @throws NotFound, Conflict */
async function held(tx: Writer, part: DatedPart, { id, version }: { readonly id: string; readonly version: number }): Promise<DatedRule> {
  const rule = part.succeeds ? undefined : (await listDatedRules(tx, part)).find((one) => one.id === id)
  if (rule === undefined) throw new NotFound()
  if (rule.version !== version) throw new Conflict()
  return rule
}

/** Ends a rule. Problems: 'ends-before-start', 'rule-overlaps', and those of its kind. @throws NotFound, Conflict */
export async function endDatedRule(
  db: Database,
  acting: Acting,
  part: DatedPart,
  input: { readonly id: string; readonly version: number; readonly endsOn: Temporal.PlainDate },
): Done {
  const constraints = Object.entries(part.constraints).map(([name, { field, ...problem }]): [string, FieldProblem] => [
    name,
    { ...problem, field: field === 'startsOn' ? 'endsOn' : field },
  ])
  return command(db, acting, Object.fromEntries(constraints), async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'dated-rule', verb: 'end' })
    const rule = await held(tx, part, input)
    if (Temporal.PlainDate.compare(input.endsOn, rule.startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await write(tx, part, rule, [sql`ends_on = ${input.endsOn}`])
    await record(tx, actor, 'dated-rule.ended', 'dated-rule', rule.id, { kind: part.key, ...input })
    return succeed({ id: rule.id })
  })
}

/** What is put right about a rule; what it is for stays. */
export type CorrectedRule = AskedRule & { readonly id: string; readonly version: number; readonly reason: string; readonly was: string }

/**
 * Puts a rule right that was entered wrongly; what it said before stays with the reason. Problems: 'ends-before-start', 'rule-overlaps', and those of its
 * kind. @throws NotFound, Conflict
 */
export async function correctDatedRule(db: Database, acting: Acting, part: DatedPart, input: CorrectedRule): Done {
  return command(db, acting, part.constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'dated-rule', verb: 'correct' })
    const rule = await held(tx, part, input)
    const { source, startsOn, endsOn, reason, was } = input
    const values = { ...rule.values, ...input.values }
    const refused = part.refuse?.(values)
    if (refused) return fail(refused)
    if (endsOn && Temporal.PlainDate.compare(endsOn, startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    const others = (await listDatedRules(tx, part)).filter(({ id, endsOn: until }) => id !== rule.id && until !== undefined)
    if (placeRule({ about: rule.about, startsOn, endsOn }, others) === 'rule-overlaps') return fail(overlaps)
    const asked = part.fields.filter(({ matter }) => !matter).map(({ name, column }) => sql`${sql.ref(column)} = ${values[name] ?? null}`)
    await write(tx, part, rule, [sql`source = ${source}`, sql`starts_on = ${startsOn}`, sql`ends_on = ${endsOn ?? null}`, ...asked])
    await tx
      .insertInto('governance.rule_correction')
      .values({ id: newId(), kind: part.key, rule: rule.id, on_day: acting.today, was, reason })
      .execute()
    await record(tx, actor, 'dated-rule.corrected', 'dated-rule', rule.id, { kind: part.key, ...input })
    return succeed({ id: rule.id })
  })
}

async function write(tx: Writer, { table }: DatedPart, { id, version }: DatedRule, set: readonly RawBuilder<unknown>[]): Promise<void> {
  const changes = sql.join([...set, sql`version = version + 1`])
  const written = await sql`update ${sql.table(table)} set ${changes} where id = ${id} and version = ${version}`.execute(tx)
  if (written.numAffectedRows === 0n) throw new Conflict()
}
