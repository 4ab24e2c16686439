import { ArchiveRefused } from './format.ts'
import { type ArchiveKinds, type KeptKind, kindName, leftOutSchemas } from './kinds.ts'

/** Runs one statement; rows come as text, numbers and booleans. */
export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>

/** One field of a kind. */
export interface Field {
  readonly name: string
  /** As PostgreSQL names it. */
  readonly type: string
  readonly required: boolean
}

/** A kind of record as the database has it. */
export interface KindShape {
  readonly kind: string
  /** Qualified. */
  readonly table: string
  readonly kept: KeptKind
  /** Without those that stay behind. */
  readonly fields: readonly Field[]
  /** Fields that name its records, in order; empty where it has no primary key. */
  readonly key: readonly string[]
  /** Which of its fields name a record of which kind. */
  readonly references: readonly { readonly fields: readonly string[]; readonly kind: string }[]
}

const COLUMNS = `select n.nspname || '.' || c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required,
    coalesce((select array_position(i.indkey::int2[], a.attnum) from pg_index i where i.indrelid = c.oid and i.indisprimary), -1)::int as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' and n.nspname !~ '^(pg_|information_schema$)'
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by (n.nspname || '.' || c.relname) collate "C", a.attnum`

const REFERENCES = `select f.conrelid::regclass::text as "from", f.confrelid::regclass::text as "to",
    array(select a.attname::text from unnest(f.conkey) with ordinality k(num, at) join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num order by k.at) as fields
  from pg_constraint f where f.contype = 'f' and f.connamespace::regnamespace::text !~ '^pg_' order by f.oid`

interface Reference {
  readonly from: string
  readonly to: string
  readonly fields: readonly string[]
}

type ColumnRow = Field & { readonly table: string; readonly key: number }

/**
 * The kinds of an archive as this database has them, each after those that it refers to as far as they do not refer to each other.
 * @throws ArchiveRefused where a table is neither kept nor left out: nobody decided about it; or where two kinds have one name
 */
export async function readShapes(query: Query, kinds: ArchiveKinds): Promise<readonly KindShape[]> {
  const tables = Map.groupBy(await query<ColumnRow>(COLUMNS), ({ table }) => table)
  const references = await query<Reference>(REFERENCES)
  const shapes: KindShape[] = []
  for (const [table, columns] of tables) {
    if (leftOutSchemas.has(table.slice(0, table.indexOf('.')))) continue
    const kind = kinds.get(table)
    if (kind === undefined)
      throw new ArchiveRefused(`Nobody has said whether ${table} belongs into an archive: name it among its domain's kinds.`)
    if ('leftOut' in kind) continue
    const taken = shapes.find((other) => other.kind === kindName(table, kind))
    if (taken)
      throw new ArchiveRefused(`${table} and ${taken.table} would be one kind in an archive: name one of them otherwise with “as”.`)
    const without = kind.without ?? {}
    const fields = columns.filter(({ name }) => !Object.hasOwn(without, name)).map(({ name, type, required }) => ({ name, type, required }))
    const key = columns.filter((column) => column.key >= 0).toSorted((a, b) => a.key - b.key)
    shapes.push({
      kind: kindName(table, kind),
      table,
      kept: kind,
      fields,
      key: key.map(({ name }) => name),
      references: referencesOf(table, references, kinds),
    })
  }
  return inOrder(shapes, references)
}

function referencesOf(table: string, references: readonly Reference[], kinds: ArchiveKinds): KindShape['references'] {
  return references.flatMap(({ from, to, fields }) => {
    const kind = kinds.get(to)
    return from !== table || kind === undefined || 'leftOut' in kind ? [] : [{ fields, kind: kindName(to, kind) }]
  })
}

/** Parents first; of tables that refer to each other in a circle, the one that waits for the fewest. */
function inOrder(
  shapes: readonly KindShape[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly KindShape[] {
  const known = new Set(shapes.map(({ table }) => table))
  const waiting = new Map(shapes.map((shape) => [shape, new Set<string>()]))
  for (const [shape, parents] of waiting)
    for (const { from, to } of references) if (from === shape.table && to !== from && known.has(to)) parents.add(to)
  const ordered: KindShape[] = []
  while (waiting.size > 0) {
    const [[next] = []] = [...waiting].sort(([, a], [, b]) => a.size - b.size)
    if (next === undefined) break
    ordered.push(next)
    waiting.delete(next)
    for (const parents of waiting.values()) parents.delete(next.table)
  }
  return ordered
}
