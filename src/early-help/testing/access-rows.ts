import { type Kysely, sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { withClient } from '#platform/database/roles.ts'
import { type Acting, type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type CaseworkRelation, type ContentClass, contentClasses, mayIn } from '../rules/access.ts'
import type { AccessFamily, Asker } from './access-world.ts'
import type { Town } from './town.ts'

/**
 * What each table of casework holds of a family, by hand: a class that a grant opens; 'by-class' where each row names its own; or who lists it by relation alone.
 * A table that is not named, and names a family, is held to the least: whoever has no tie to the family reads none of it.
 */
const held: Readonly<Record<string, ContentClass | 'by-class' | readonly CaseworkRelation[]>> = {
  ...Object.fromEntries(
    [
      'person',
      'address',
      'address_shield',
      'assessment_child',
      'person_contact',
      'person_fact',
      'person_identifier',
      'person_merge',
      'person_unmerge',
      'person_name',
      'relationship',
      'adulthood',
    ].map((table) => [table, 'family' as const]),
  ),
  ...Object.fromEntries(
    ['request', 'assessment', 'assessment_author', 'assessment_signature', 'contribution', 'level_of_need', 'transition_words'].map(
      (table) => [table, 'assessment' as const],
    ),
  ),
  ...Object.fromEntries(
    ['assessment_view', 'drawing', 'own_words', 'scale_reading', 'statement', 'statement_dispute'].map((table) => [
      table,
      'voice' as const,
    ]),
  ),
  ...Object.fromEntries(
    [
      'child_asked',
      'closing_plan',
      'meeting_item',
      'meeting_note',
      'meeting_person',
      'plan_action',
      'plan_need',
      'plan_print',
      'plan_review',
      'plan_version',
      'review_line',
      'signed_page',
      'team_meeting',
      'team_member',
    ].map((table) => [table, 'plan' as const]),
  ),
  ...Object.fromEntries(
    ['answer', 'assessment_known', 'assessment_part', 'contributed_answer', 'former_version', 'rectification', 'dissent', 'paper_sure'].map(
      (table) => [table, 'by-class' as const],
    ),
  ),
  ...{ assessment_draft: [], transition_link: [], transition_code: [], month_count: [], claim_line: [] },
  ...{
    episode: ['keeper', 'reader', 'proposed', 'co-ordinator', 'breaker', 'supervisor'],
    family: ['keeper', 'reader', 'proposed', 'co-ordinator', 'breaker', 'supervisor'],
  },
  ...Object.fromEntries(
    ['agreement', 'agreement_scope', 'lead_period'].map((table) => [table, ['keeper', 'reader', 'proposed', 'co-ordinator'] as const]),
  ),
  sharing_decision: ['keeper', 'reader', 'proposed', 'co-ordinator', 'approver'],
  ...Object.fromEntries(
    ['closure', 'pause', 'tier_period', 'outcome', 'transition', 'transition_event'].map((table) => [
      table,
      ['keeper', 'reader', 'co-ordinator'] as const,
    ]),
  ),
  ...Object.fromEntries(['look', 'disclosure', 'access_grant'].map((table) => [table, ['keeper', 'co-ordinator'] as const])),
  break_glass: ['keeper', 'approver'],
  // Draws and certificates are those of the partnership: numbers and ids, by which nobody finds a family that they may not list.
  ...{ quality_frame: ['organiser'], quality_item: ['organiser'], destruction: ['approver', 'organiser'] },
}

interface Column {
  readonly name: string
  readonly type: string
  readonly needed: boolean
  /** The table of casework whose id it is. */
  readonly of: string | null
}
/** A table with a row of each family, and how that row is found. */
export interface SeededTable {
  readonly table: string
  readonly columns: readonly Column[]
}

/** An id that is the same wherever it is worked out: of this table, of this family. */
const rowId = (table: string, { episode, family }: AccessFamily): string =>
  table === 'episode' ? `'${episode}'::uuid` : table === 'family' ? `'${family}'::uuid` : `md5('${table} ${episode}')::uuid`

function sqlOf({ name, type, of }: Column, table: string, one: AccessFamily, contentClass: ContentClass): string {
  if (name === 'class') return `'${contentClass}'`
  if (name === 'id') return contentClass === 'family' ? rowId(table, one) : `'${newId()}'`
  if (of !== null && !of.startsWith('form_')) return rowId(of, one)
  if (name === 'episode' || name === 'entered_in') return `'${one.episode}'`
  if (name === 'family') return `'${one.family}'`
  if (['declined_at', 'reviewed_at', 'ended_at', 'withdrawn_at', 'completed_at', 'lifted_at'].includes(name)) return "'2026-01-02'"
  if (type.endsWith('[]')) return "'{}'"
  if (type === 'uuid') return `'${newId()}'`
  if (/^(integer|bigint|smallint|numeric)/.test(type)) return String(1000 + contentClasses.indexOf(contentClass))
  if (type === 'boolean') return 'false'
  if (type.startsWith('time without')) return "'10:00'"
  if (/^(date|timestamp)/.test(type)) return "'2026-01-01'"
  if (type === 'jsonb') return "'{}'"
  if (type === 'bytea') return `decode(md5('${newId()}'), 'hex')`
  return `'Marker ${newId()}'`
}

/**
 * Puts one row of each family into every table that names one, whatever their checks say: what matters is who reads it. Its people are nobody of the town, so that
 * no relation but that to the family opens it. Asks the throw-away server as its superuser.
 */
export async function seedRows(town: Town, families: readonly AccessFamily[]): Promise<readonly SeededTable[]> {
  const tables = await tablesOf(town.ownerDb)
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(town.ownerDb)
  const url = new URL(process.env.GOLDENTHREAD_TEST_URL ?? '')
  url.pathname = `/${rows[0]?.name}`
  await withClient(url.href, async (client) => {
    await client.query("set session_replication_role = 'replica'")
    await client.query(`do $$ declare one record; begin
      for one in select conrelid::regclass as place, conname from pg_constraint where connamespace = 'casework'::regnamespace and contype = 'c' loop
        execute format('alter table %s drop constraint %I', one.place, one.conname); end loop; end $$`)
    const inserts = tables.flatMap(({ table, columns }) =>
      families.flatMap((one) =>
        (columns.some(({ name }) => name === 'class') ? contentClasses : (['family'] as const)).map((contentClass) => {
          const filled = columns.filter(
            ({ needed, name, of }) =>
              needed ||
              of !== null ||
              ['id', 'declined_at', 'reviewed_at', 'lifted_at'].includes(name) ||
              (name === 'ended_at' && table === 'lead_period'),
          )
          return `insert into casework.${table} (${filled.map(({ name }) => name).join(', ')}) values (${filled.map((column) => sqlOf(column, table, one, contentClass)).join(', ')}) on conflict do nothing`
        }),
      ),
    )
    await client.query(inserts.join(';\n'))
  })
  return tables
}

async function tablesOf(owner: Kysely<never> | Database): Promise<readonly SeededTable[]> {
  const { rows } = await sql<{ place: string; columns: readonly Column[] }>`
    select c.relname as place, jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'needed', a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = '',
      'of', (select min(r.relname) from pg_constraint k join pg_class r on r.oid = k.confrelid and r.relnamespace = 'casework'::regnamespace
        join pg_attribute f on f.attrelid = r.oid and f.attnum = k.confkey[array_position(k.conkey, a.attnum)] and f.attname in ('id', 'episode')
        where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey) and (f.attname = 'id' or a.attname <> 'episode'))) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'casework'::regnamespace and c.relkind = 'r' group by c.oid order by 1`.execute(owner as Database)
  const named = (columns: readonly Column[]) =>
    columns.some(
      ({ name, of }) =>
        name === 'episode' || name === 'family' || ['episode', 'family', 'agreement', 'transition', 'quality_review'].includes(of ?? ''),
    )
  return rows
    .map(({ place, columns }) => ({ table: place, columns }))
    .filter(({ table, columns }) => table === 'episode' || table === 'family' || named(columns))
}

const whereOf = ({ table, columns }: SeededTable, one: AccessFamily): string => {
  const has = (name: string) => columns.some((column) => column.name === name)
  // A real row of the family stands in the way of another: it is the one to be read.
  if (['request', 'tier_period'].includes(table)) return `x.episode = '${one.episode}'`
  if (has('class') && has('episode') && held[table] === 'by-class') return `x.episode = '${one.episode}'`
  if (has('id')) return `x.id = ${rowId(table, one)}`
  const parent = columns.find(({ of }) => of !== null && !['episode', 'family'].includes(of))
  if (parent) return `x.${parent.name} = ${rowId(parent.of ?? '', one)}`
  return has('episode') ? `x.episode = '${one.episode}'` : 'false'
}

/** How somebody looks, or does not. */
export type Manner = 'no look' | 'page' | 'emergency' | 'supervised'

/** What somebody reads of a family in a transaction of their own: tables, and 'table class' where rows name their class. Undefined where the look itself is refused. */
export async function rowsRead(
  town: Town,
  tables: readonly SeededTable[],
  one: AccessFamily,
  who: Asker,
  manner: Manner,
): Promise<ReadonlySet<string> | undefined> {
  const acting: Acting = who === 'visitor' ? { ...town.as('asker'), actor: undefined } : town.as(who)
  const parts = tables
    .filter(({ table }) => !['month_count', 'transition_code', 'seal'].includes(table))
    .map((place) => {
      const name = held[place.table] === 'by-class' ? `'${place.table} ' || x.class` : `'${place.table}'`
      return `select distinct ${name} as place from casework.${place.table} x where ${whereOf(place, one)}`
    })
  try {
    return await writeAs(town.db, acting, async (tx) => {
      await say(tx, town, one, who, manner)
      const { rows } = await sql.raw<{ place: string }>(parts.join(' union all ')).execute(tx)
      return new Set(rows.map(({ place }) => place))
    })
  } catch (error) {
    if (/row-level security/.test(String(error))) return undefined
    throw error
  }
}

async function say(tx: Writer, town: Town, { episode }: AccessFamily, who: Asker, manner: Manner): Promise<void> {
  if (manner === 'no look') return
  const person = who === 'visitor' ? newId() : town.person(who)
  await tx
    .insertInto('casework.look')
    .values({ id: newId(), episode, person, organisation: null, what: manner, at: town.as('asker').now })
    .execute()
  if (manner !== 'page') await sql`set transaction read only`.execute(tx)
}

/** What the matrix of `rules/access.ts` and the grants allow somebody to read of a family in this manner, in the same words as `rowsRead`. */
export function rowsExpected(tables: readonly SeededTable[], one: AccessFamily, who: Asker, manner: Manner): ReadonlySet<string> {
  const relations = new Set(one.relations[who])
  const reads = (asked: ContentClass): boolean =>
    manner === 'page'
      ? relations.has('reader') && mayIn(new Set(['reader']), 'family', 'content') && (one.granted[who] ?? []).includes(asked)
      : (manner === 'emergency' && relations.has('breaker')) || (manner === 'supervised' && relations.has('supervisor'))
  return new Set(
    tables.flatMap(({ table }): readonly string[] => {
      const rule = held[table]
      if (rule === 'by-class') return contentClasses.filter(reads).map((asked) => `${table} ${asked}`)
      if (typeof rule === 'string') return reads(rule) || (table === 'request' && askedHerself(who, relations)) ? [table] : []
      return rule?.some((relation) => relations.has(relation)) ? [table] : []
    }),
  )
}
/** Whoever asked for help reads what they asked, as long as they see the family at all. */
const askedHerself = (who: Asker, relations: ReadonlySet<CaseworkRelation>): boolean =>
  who === 'asker' && mayIn(relations, 'family', 'list')

/** Whether this table is named in the list by hand. */
export const isHeld = (table: string): boolean => table in held

/** What somebody who leads nothing may change at most: a reader what is theirs to write in the classes they read, a co-ordinator what they keep of a family. */
export function mayChange(table: string, one: AccessFamily, who: Asker): boolean {
  const relations = new Set(one.relations[who])
  const rule = held[table]
  if (relations.has('co-ordinator')) return typeof rule !== 'string'
  if (relations.has('approver')) return mayIn(relations, 'family', 'approve') && ['sharing_decision', 'break_glass'].includes(table)
  return (
    relations.has('reader') &&
    typeof rule === 'string' &&
    ['voice', 'plan'].includes(rule) &&
    (one.granted[who] ?? []).includes(rule as ContentClass)
  )
}

/** Tries to change the row of every table as it is, and answers where a row was changed. What a trigger says besides is a refusal, too. */
export async function rowsChanged(town: Town, tables: readonly SeededTable[], one: AccessFamily, who: Asker): Promise<readonly string[]> {
  const acting: Acting = who === 'visitor' ? { ...town.as('asker'), actor: undefined } : town.as(who)
  const tries = tables.map((place) => {
    const column =
      place.columns.find(({ name }) => name === 'version' || name === 'class' || name === 'episode' || name === 'family')?.name ??
      place.columns[0]?.name
    return `begin
      update casework.${place.table} x set ${column} = ${column} where ${whereOf(place, one)};
      get diagnostics changed = row_count;
      if changed > 0 then done := done || ' ${place.table}'; end if;
    exception when others then null; end;`
  })
  return writeAs(town.db, acting, async (tx) => {
    if (one.relations[who].includes('reader')) await say(tx, town, one, who, 'page')
    await sql
      .raw(`do $$ declare changed int; done text := ''; begin ${tries.join('\n')} perform set_config('app.changed', done, true); end $$`)
      .execute(tx)
    const { rows } = await sql<{ done: string }>`select current_setting('app.changed') as done`.execute(tx)
    return (rows[0]?.done ?? '').split(' ').filter(Boolean)
  })
}
