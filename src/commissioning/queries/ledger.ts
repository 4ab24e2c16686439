import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { LedgerRow } from '../rules/ledger.ts'
import { markOf } from '../rules/ledger-again.ts'

/** A file of a ledger that somebody brought. */
export interface LedgerFile {
  readonly id: string
  readonly fund: string
  readonly year: number
  readonly name: string
  readonly digest: string
  readonly madeAt: Temporal.Instant
  /** Its cells; undefined once it is loaded. */
  readonly table: readonly (readonly string[])[] | undefined
  readonly rowCount: number
  readonly pence: bigint
  /** Rows that were not loaded, because an earlier file had brought the same. */
  readonly leftOut: number
}

/** Entries of one code for which no line is found yet. Pence. */
export interface UnplacedCode {
  /** In small letters; '' where the rows name none. */
  readonly code: string
  readonly entries: number
  readonly pence: bigint
  /** One of the suppliers, so that a person knows what it is about. */
  readonly supplier: string
}

/** One file that one may read. @throws NotFound */
export async function findLedgerFile(reader: Reader, id: string): Promise<LedgerFile> {
  const row = isUuid(id)
    ? await reader.selectFrom('commissioning.ledger_file').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such file.')
  const { fund, year, name, digest, content } = row
  return {
    ...{ id, fund, year, name, digest, madeAt: row.made_at, rowCount: row.row_count, pence: row.pence, leftOut: row.left_out },
    table: content === null ? undefined : (JSON.parse(content) as readonly (readonly string[])[]),
  }
}

/** The files of a year, the latest first, without their cells. */
export async function findLedgerFiles(reader: Reader, fund: string, year: number) {
  return reader
    .selectFrom('commissioning.ledger_file')
    .select(['id', 'name', 'made_at as madeAt', 'loaded_at as loadedAt', 'row_count as rowCount', 'pence', 'left_out as leftOut'])
    .where('fund', '=', fund)
    .where('year', '=', year)
    .orderBy('made_at', 'desc')
    .execute()
}

/** When the same content was loaded into a fund before; undefined: never. */
export async function findLoadedBefore(
  reader: Reader,
  fund: string,
  digest: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return reader
    .selectFrom('commissioning.ledger_file')
    .select(['id', 'name'])
    .where('fund', '=', fund)
    .where('digest', '=', digest)
    .where('loaded_at', 'is not', null)
    .executeTakeFirst()
}

/** How many entries that files brought say the same, by `markOf`; of a year of a fund, from the first to the last day of the rows. */
export async function findLoadedRows(
  reader: Reader,
  fund: string,
  year: number,
  rows: readonly Pick<LedgerRow, 'day'>[],
): Promise<ReadonlyMap<string, number>> {
  const days = rows.map(({ day }) => day).toSorted(Temporal.PlainDate.compare)
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return new Map()
  const found = await reader
    .selectFrom('commissioning.entry')
    .select(['on_day as day', 'kind', 'pence', 'code', 'supplier', 'reference', 'description', (eb) => eb.fn.countAll<string>().as('many')])
    .where('fund', '=', fund)
    .where('year', '=', year)
    .where('file', 'is not', null)
    .where('on_day', '>=', first)
    .where('on_day', '<=', last)
    .groupBy(['on_day', 'kind', 'pence', 'code', 'supplier', 'reference', 'description'])
    .execute()
  const counts = new Map<string, number>()
  for (const { many, ...row } of found) counts.set(markOf(row), (counts.get(markOf(row)) ?? 0) + Number(many))
  return counts
}

/** What waits to be placed by a person, the largest sums first. */
export async function findUnplaced(reader: Reader, fund: string, year: number): Promise<readonly UnplacedCode[]> {
  const rows = await reader
    .selectFrom('commissioning.entry')
    .select((eb) => [
      eb.fn<string>('lower', ['code']).as('code'),
      eb.fn.countAll<string>().as('entries'),
      eb.fn.sum<string>('pence').as('pence'),
      eb.fn.max('supplier').as('supplier'),
    ])
    .where('fund', '=', fund)
    .where('year', '=', year)
    .where('line', 'is', null)
    .groupBy((eb) => eb.fn('lower', ['code']))
    .execute()
  const size = (pence: bigint): bigint => (pence < 0n ? -pence : pence)
  return rows
    .map((row) => ({ code: row.code, entries: Number(row.entries), pence: BigInt(row.pence), supplier: row.supplier ?? '' }))
    .toSorted((one, other) => (size(one.pence) > size(other.pence) ? -1 : 1))
}

/** By which code entries belong to which line of a year: the lines' own, and those that people said. In small letters. */
export async function findCodes(reader: Reader, fund: string, year: number): Promise<ReadonlyMap<string, string>> {
  const [own, said] = await Promise.all([
    reader
      .selectFrom('commissioning.budget_line')
      .select(['id', 'code'])
      .where('fund', '=', fund)
      .where('year', '=', year)
      .where('code', '<>', '')
      .execute(),
    reader.selectFrom('commissioning.ledger_code').select(['code', 'line']).where('fund', '=', fund).where('year', '=', year).execute(),
  ])
  return new Map([...said.map(({ code, line }) => [code, line] as const), ...own.map(({ id, code }) => [code.toLowerCase(), id] as const)])
}
