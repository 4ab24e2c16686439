import type pg from 'pg'
import { type ArchiveEntry, readArchive, readLines } from './entries.ts'
import { type ArchiveManifest, ArchiveRefused } from './format.ts'
import type { ArchiveKinds } from './kinds.ts'
import { documentsOf } from './save-documents.ts'
import { quoted } from './save-records.ts'
import { type KindShape, type Query, readShapes } from './shapes.ts'

/** How reading in goes. */
export interface LoadArchiveWays {
  readonly signal?: AbortSignal
  readonly progress?: (what: string) => void
}

/** Records that are written at a time, and characters at most. */
const BATCH = { records: 500, characters: 4_000_000 } as const

/**
 * Writes the records of a checked archive into the tables of the client's open transaction. Constraints and triggers are those of every day; references
 * are judged at the end, because records refer to each other in circles, and only those triggers rest that the kinds name.
 * @throws ArchiveRefused where a kind or field is unknown or lacking, or the database refuses a record; says which.
 */
export async function loadRecords(
  client: pg.Client,
  file: string,
  manifest: ArchiveManifest,
  kinds: ArchiveKinds,
  ways: LoadArchiveWays = {},
): Promise<void> {
  const query = over(client)
  const shapes = await readShapes(query, kinds)
  refuseOtherKinds(shapes, manifest)
  await client.query(
    "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601'; set local statement_timeout = 0",
  )
  const keys = await references(client)
  for (const { table, name } of keys) await client.query(`alter table ${table} alter constraint ${name} deferrable initially deferred`)
  for (const { table, kept } of shapes)
    for (const trigger of kept.resting ?? []) await client.query(`alter table ${table} disable trigger ${quoted(trigger)}`)
  // What the steps wrote of themselves comes with the archive.
  for (const { table } of shapes.toReversed()) await client.query(`delete from ${table}`)
  const byKind = new Map(shapes.map((shape) => [shape.kind, shape]))
  for await (const entry of readArchive(file, ways.signal)) {
    if (entry.name.is !== 'records') break // records come first
    ways.progress?.(`Records of ${entry.name.kind}`)
    const shape = byKind.get(entry.name.kind)
    if (shape === undefined) throw new ArchiveRefused('The archive changed while it was being read.')
    await loadKind(client, entry, shape)
  }
  ways.progress?.('Checking that records belong together')
  await refuseOtherCounts(client, shapes, manifest)
  await belongTogether(client)
  await refuseMissingDocuments(query, shapes, manifest, file, ways.signal)
  for (const { table, kept } of shapes)
    for (const trigger of kept.resting ?? []) await client.query(`alter table ${table} enable trigger ${quoted(trigger)}`)
  for (const { table, name } of keys) await client.query(`alter table ${table} alter constraint ${name} not deferrable`)
}

function over(client: pg.Client): Query {
  return async <Row>(text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows as Row[]
}

/** The names of an archive are never trusted: each must be one of ours, with just its fields. */
function refuseOtherKinds(shapes: readonly KindShape[], manifest: ArchiveManifest): void {
  const known = new Map(shapes.map((shape) => [shape.kind, shape]))
  for (const { kind, fields } of manifest.kinds) {
    const shape = known.get(kind)
    if (shape === undefined) throw new ArchiveRefused(`The archive holds records of ${kind}, which this Goldenthread does not know.`)
    if (shape.fields.map(({ name }) => name).join() !== fields.join())
      throw new ArchiveRefused(`The archive's records of ${kind} have other fields than this Goldenthread's.`)
  }
  const given = new Set(manifest.kinds.map(({ kind }) => kind))
  const lacking = shapes.find(({ kind }) => !given.has(kind))
  if (lacking) throw new ArchiveRefused(`The archive lacks the records of ${lacking.kind}.`)
}

interface Reference {
  readonly table: string
  readonly name: string
}

async function references(client: pg.Client): Promise<readonly Reference[]> {
  const { rows } = await client.query<Reference>(
    `select conrelid::regclass::text as "table", quote_ident(conname) as name from pg_constraint
     where contype = 'f' and conparentid = 0 and not condeferrable and connamespace::regnamespace::text !~ '^(pg_|pgboss)' order by oid`,
  )
  return rows
}

async function loadKind(client: pg.Client, entry: ArchiveEntry, shape: KindShape): Promise<void> {
  const names = shape.fields.map(({ name }) => name)
  let [at, size] = [0, 0]
  let batch: string[] = []
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await insert(client, shape, batch, at - batch.length)
    batch = []
    size = 0
  }
  for await (const line of readLines(entry)) {
    at += 1
    refuseOtherFields(line, names, shape.kind, at)
    batch.push(line)
    size += line.length
    if (batch.length >= BATCH.records || size >= BATCH.characters) await flush()
  }
  await flush()
}

function refuseOtherFields(line: string, names: readonly string[], kind: string, at: number): void {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch (error) {
    throw new ArchiveRefused(`Line ${at} of ${kind} is not JSON.`, { cause: error })
  }
  const keys = typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.keys(given) : undefined
  if (keys?.length !== names.length || !names.every((name) => Object.hasOwn(given as object, name)))
    throw new ArchiveRefused(`Line ${at} of ${kind} does not have the fields of its kind.`)
}

/** Writes a batch; where it is refused, its lines one by one, to say which. */
async function insert(client: pg.Client, shape: KindShape, lines: readonly string[], before: number): Promise<void> {
  const columns = shape.fields.map(({ name }) => quoted(name)).join(', ')
  const text = `insert into ${shape.table} (${columns}) select ${columns} from json_populate_recordset(null::${shape.table}, $1::json)`
  await client.query('savepoint batch')
  try {
    await client.query(text, [`[${lines.join(',')}]`])
  } catch (error) {
    await client.query('rollback to savepoint batch')
    for (const [at, line] of lines.entries())
      await client.query(text, [`[${line}]`]).catch((fault: unknown) => {
        throw inWords(fault, `Line ${before + at + 1} of ${shape.kind}`)
      })
    throw inWords(error, `One of the lines ${before + 1} to ${before + lines.length} of ${shape.kind}`)
  }
  await client.query('release savepoint batch')
}

const MEANING: Readonly<Record<string, string>> = {
  '23505': 'stands there twice',
  '23503': 'refers to something that is not in the archive',
  '23502': 'lacks what it must have',
  '23514': 'breaks a rule that holds for every record',
  '23P01': 'overlaps with another one where only one can be',
  '42501': 'is refused by the rules of access',
}

/** What PostgreSQL found, in words; the name of the rule is for whoever has to mend the archive. */
function inWords(error: unknown, what: string): ArchiveRefused {
  const { code = '', constraint, message = '' } = error as { code?: string; constraint?: string; message?: string }
  if (!/^(2[23]|42501|54|P0001)/.test(code)) throw error
  const meaning = MEANING[code] ?? 'cannot be read'
  return new ArchiveRefused(`${what} ${meaning} (${constraint ?? message}).`, { cause: error })
}

async function refuseOtherCounts(client: pg.Client, shapes: readonly KindShape[], manifest: ArchiveManifest): Promise<void> {
  const wanted = new Map(manifest.kinds.map(({ kind, records }) => [kind, records]))
  for (const { kind, table } of shapes) {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`)
    if (rows[0]?.count !== wanted.get(kind))
      throw new ArchiveRefused(
        `${kind} took ${rows[0]?.count} records instead of ${wanted.get(kind)}: the archive holds one twice, or changed.`,
      )
  }
}

async function belongTogether(client: pg.Client): Promise<void> {
  await client.query('set constraints all immediate').catch((error: unknown) => {
    const { table = '', detail = '' } = error as { table?: string; detail?: string }
    if ((error as { code?: string }).code !== '23503') throw error
    throw new ArchiveRefused(`A record of ${table.replaceAll('_', '-')} refers to something that is not in the archive: ${detail}`, {
      cause: error,
    })
  })
}

/** Every document that a record names is in the archive, or was gone already when it was made. */
async function refuseMissingDocuments(
  query: Query,
  shapes: readonly KindShape[],
  manifest: ArchiveManifest,
  file: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const there = new Set(manifest.missing)
  for await (const entry of readArchive(file, signal)) {
    if (entry.name.is === 'document') there.add(entry.name.sha256)
    for await (const _ of entry.content); // the next entry comes after the last byte of this one
  }
  const lacking = (await documentsOf(query, shapes, 'full')).find((sha256) => !there.has(sha256))
  if (lacking !== undefined) throw new ArchiveRefused(`A record names the document ${lacking}, which is not in the archive.`)
}
