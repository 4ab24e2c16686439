import { withClient } from '#platform/database/roles.ts'
import { startTestCluster, TEMPLATE } from '#platform/database/testing/cluster.ts'
import type { Generator } from '../generate.ts'

const TABLES_FILE = 'src/platform/database/generated/tables.ts'

interface Column {
  readonly schema: string
  readonly table: string
  readonly kind: string
  readonly name: string
  readonly type: string
  readonly category: string
  readonly required: boolean
  readonly generated: boolean
  readonly always: boolean
}

const COLUMNS = `
  select n.nspname as schema, c.relname as table, c.relkind as kind, a.attname as name, t.typname as type, t.typcategory as category,
    a.attnotnull as required, a.atthasdef or a.attidentity <> '' as generated, a.attgenerated <> '' or a.attidentity = 'a' as always
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
  where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
    and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and not c.relispartition
  order by n.nspname collate "C", c.relname collate "C", a.attnum`

const SCALARS: Readonly<Record<string, string>> = {
  int2: 'number',
  int4: 'number',
  int8: 'bigint',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  date: 'Temporal.PlainDate',
  timestamptz: 'Temporal.Instant',
  bytea: 'Buffer',
  json: 'Json',
  jsonb: 'Json',
}

/** Views that only other views read: no query names them, so that their types would be checked for nobody. */
const READ_BY_VIEWS = /^(\w+\.thread_(node|link)|thread\.implied|publicsite\.every_\w+)$/

/** The types of every table, as one generated file. */
export const generator: Generator = {
  name: 'tables',
  files: async () => new Map([[TABLES_FILE, await generateTables()]]),
}

/** Reads a migrated, throw-away database and writes the types of its tables. */
async function generateTables(): Promise<string> {
  const cluster = await startTestCluster('18')
  try {
    const columns = await withClient(cluster.urlFor(TEMPLATE), async (client) => (await client.query<Column>(COLUMNS)).rows)
    return render(
      columns.filter(({ schema, table }) => (schema !== 'pgboss' || table === 'job') && !READ_BY_VIEWS.test(`${schema}.${table}`)),
    )
  } finally {
    await cluster.stop()
  }
}

function render(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, (column) => `${column.schema}.${column.table}`)
  const name = (table: string): string => table.replace(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())
  const shapes = [...tables].map(
    ([table, list]) => `export interface ${name(table)} {\n${list.map((column) => `  ${line(column)}\n`).join('')}}\n`,
  )
  const keys = [...tables.keys()].map((table) => `  '${table}': ${name(table)}\n`)
  const always = columns.some((column) => column.always)
  return `// Written by npm run generate from the migrated database. Do not change by hand.
import type { ColumnType${always ? ', GeneratedAlways' : ''} } from 'kysely'

/** A JSON column: parsed when read, given as JSON text when written. */
export type Json = ColumnType<unknown, string, string>

/** A column with a default: need not be given when a row is made. */
export type Generated<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

${shapes.join('\n')}
/** Every table of the database by schema and name, and every view that a query names. */
export interface Tables {
${keys.join('')}}
`
}

function line({ name, type, category, required, generated, always, kind }: Column): string {
  const base = category === 'A' ? `${scalar(type.slice(1))}[]` : scalar(type)
  const view = kind === 'v' || kind === 'm'
  const shape = required || view ? base : `${base} | null`
  return `${name}: ${always ? `GeneratedAlways<${shape}>` : generated && required ? `Generated<${shape}>` : shape}`
}

function scalar(type: string): string {
  return SCALARS[type] ?? 'string'
}
