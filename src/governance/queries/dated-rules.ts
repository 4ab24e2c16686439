import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { DatedField, DatedOption, DatedPart, DatedValues, SaidRule } from '#platform/dated/part.ts'
import type { DatedSpan } from '../rules/dated-rule.ts'

/** A rule as it is kept. */
export interface DatedRule extends DatedSpan {
  readonly values: DatedValues
  /** Where it is written. */
  readonly source: string
  readonly version: number
}

/** What a rule is for as one word, out of the fields of its matter: 'car', 'register-months/lga1972'. */
export function matterOf({ fields }: Pick<DatedPart, 'fields'>, values: DatedValues): string {
  return fields.flatMap(({ name, matter }) => (matter && values[name] != null ? [String(values[name])] : [])).join('/')
}

type Row = Readonly<Record<`of_${string}`, unknown>> & {
  readonly id: string
  readonly version: number
  readonly source: string
  readonly starts_on: Temporal.PlainDate
  readonly ends_on: Temporal.PlainDate | null
}

/** Every rule of a kind of any time, by what it is for, the latest first. */
export async function listDatedRules(reader: Reader, part: DatedPart): Promise<readonly DatedRule[]> {
  const columns = sql.join(part.fields.map(({ name, column }) => sql`${sql.ref(column)} as ${sql.ref(`of_${name}`)}`))
  // One that is always followed by another ends where that begins.
  const kept = part.succeeds
    ? sql`starts_on::text as id, 1 as version, lead(starts_on) over (order by starts_on) as ends_on`
    : sql`id, version, ends_on`
  const of = part.nowhere?.map((column) => sql`${sql.ref(column)} is null`) ?? []
  const where = sql.join([sql`true`, ...of], sql` and `)
  const source = sql.ref(part.sourceColumn ?? 'source')
  const all = sql<Row>`(select ${kept}, ${source} as source, starts_on, ${columns} from ${sql.table(part.table)} where ${where})`
  const rows = await reader.selectFrom(all.as('rule')).selectAll().execute()
  return rows
    .map((row) => {
      const values = Object.fromEntries(part.fields.map(({ name }) => [name, row[`of_${name}`] as DatedValues[string]]))
      const { id, version, source, starts_on: startsOn, ends_on: endsOn } = row
      return { id, version, source, startsOn, endsOn: endsOn ?? undefined, values, about: matterOf(part, values) }
    })
    .toSorted((a, b) => a.about.localeCompare(b.about, 'en-GB') || Temporal.PlainDate.compare(b.startsOn, a.startsOn))
}

/** What may be chosen in the fields of a kind, by name. */
export type OptionsOf = ReadonlyMap<string, readonly DatedOption[]>

/** Reads what may be chosen in the fields of a kind; what stands fixed comes as it is. */
export async function findOptions(reader: Reader, { fields }: DatedPart, today: Temporal.PlainDate): Promise<OptionsOf> {
  const read = async ({ name, options = [] }: DatedField) =>
    [name, typeof options === 'function' ? await options(reader, today) : options] as const
  return new Map(await Promise.all(fields.map(read)))
}

/** A rule for putting it into words. */
export function saidRule({ fields }: DatedPart, { values }: Pick<DatedRule, 'values'>, options: OptionsOf): SaidRule {
  const say = (name: string): string => {
    const value = values[name] ?? fields.find((field) => field.name === name)?.none ?? ''
    return options.get(name)?.find((option) => option.value === String(value))?.text ?? String(value)
  }
  return { values, say }
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
