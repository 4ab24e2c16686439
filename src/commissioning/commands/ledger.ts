import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { readAs, type Writer } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { fail, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { EntryInput, PlaceInput } from '../forms/ledger.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { type BudgetLine, findLine } from '../queries/fund-money.ts'
import { type Fund, findFund, findYears } from '../queries/funds.ts'
import { findCodes, findLedgerFile, findLoadedBefore, findLoadedRows, type LedgerFile } from '../queries/ledger.ts'
import { type LedgerRow, type LedgerSpan, outsideOf, readLedger } from '../rules/ledger.ts'
import { rowsAgain } from '../rules/ledger-again.ts'
import { totalOf } from '../rules/split.ts'
import { periodOf, runsIn, spanOfYear } from '../rules/year.ts'
import { type Done, inFund, ofFund } from './in-fund.ts'

/** A file as it was brought. */
export interface BroughtFile {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Which days a file of a year may be of. */
export function spanOf(fund: Pick<Fund, 'agreementFrom' | 'agreementUntil'>, year: number): LedgerSpan {
  const { agreementFrom: from, agreementUntil: until } = fund
  // A year in which the agreement does not run at all was under another, as a person said when it was entered.
  const agreement = from === undefined || !runsIn(year, from, until) ? null : { from, until: until ?? null }
  return { year: spanOfYear(year), agreement }
}

/** Keeps the cells of a file of the ledger until it is loaded or a month has passed. The same content is not taken twice. */
export function bringLedger(
  needs: CommissioningNeeds,
  doer: Doer,
  fund: string,
  year: number,
  file: BroughtFile,
): Promise<Done<{ readonly id: string }>> {
  const content = JSON.stringify(file.rows)
  const digest = createHash('sha256').update(content).digest('hex')
  return inFund(needs, doer, fund, 'ledger-brought', async (tx, found) => {
    if ((await findYears(tx, fund)).find((one) => one.year === year)?.state === 'closed')
      return fail({ field: 'file', code: 'closed-year-stands' })
    const before = await findLoadedBefore(tx, fund, digest)
    if (before) return fail({ field: 'file', code: 'ledger-file-once' })
    await tx
      .deleteFrom('commissioning.ledger_file')
      .where('fund', '=', fund)
      .where('loaded_at', 'is', null)
      .where((where) => where.or([where('made_at', '<', doer.now.subtract({ hours: 24 * 31 })), where('digest', '=', digest)]))
      .execute()
    const id = newId()
    await tx
      .insertInto('commissioning.ledger_file')
      .values({ id, ...ofFund(found), year, name: file.name.slice(0, 200), digest, made_at: doer.now, made_by: doer.actor, content })
      .execute()
    return succeed({ id })
  })
}

/**
 * Loads every row of a file, or none, in one transaction (C5): what has a known code goes to its line, the rest waits for a person. The file is read before the
 * transaction begins: hundreds of thousands of rows take longer than the database leaves a transaction idle. Where rows say the same as rows that stand already nothing is
 * loaded until a person has said whether `others` go in alone or `all` do.
 */
export async function loadLedger(
  needs: CommissioningNeeds,
  doer: Doer,
  file: Pick<LedgerFile, 'id' | 'fund'>,
  which?: 'others' | 'all',
): Promise<Done<{ readonly rows: number }>> {
  const brought = await readAs(needs.db, doer, async (reader) => ({
    file: await findLedgerFile(reader, file.id),
    fund: await findFund(reader, file.fund, doer.today),
  }))
  const { table, year } = brought.file
  const read = table === undefined ? undefined : readLedger(table, spanOf(brought.fund, year))
  return inFund(needs, doer, file.fund, 'ledger-loaded', async (tx, fund) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`commissioning.ledger ${fund.id}`}, 0))`.execute(tx)
    const open = await tx
      .selectFrom('commissioning.ledger_file')
      .select('id')
      .where('id', '=', file.id)
      .where('loaded_at', 'is', null)
      .executeTakeFirst()
    if (read === undefined || !open) return fail({ field: '', code: 'ledger-file-loaded' })
    const { rows: all, problems } = read
    if (problems.length > 0) throw new Conflict('What this file says does not go with what is there any more.')
    const again = new Set(which === 'all' ? [] : rowsAgain(all, await findLoadedRows(tx, fund.id, year, all)))
    if (again.size > 0 && (which === undefined || again.size === all.length)) return fail({ field: '', code: 'ledger-rows-again' })
    const rows = all.filter((row) => !again.has(row))
    await writeRows(tx, fund, { file: file.id, year }, rows)
    await tx
      .updateTable('commissioning.ledger_file')
      .set({
        ...{ loaded_at: doer.now, content: null, row_count: rows.length, left_out: again.size },
        pence: totalOf(rows.map(({ pence }) => pence)),
      })
      .where('id', '=', file.id)
      .execute()
    return succeed({ rows: rows.length })
  })
}

/** Rows that go to PostgreSQL at once: enough to be quick, and never more than one value of a statement may hold. */
const AT_ONCE = 10_000

/** Writes entries, ten thousand a statement: PostgreSQL takes them apart again, so that a file of 200,000 rows is no matter of parameters. */
async function writeRows(
  tx: Writer,
  fund: Fund,
  at: { readonly file: string; readonly year: number },
  rows: readonly LedgerRow[],
): Promise<void> {
  const codes = await findCodes(tx, fund.id, at.year)
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const list = rows.slice(from, from + AT_ONCE).map((row) => ({
      ...{
        id: newId(),
        line: codes.get(row.code.toLowerCase()) ?? null,
        kind: row.kind,
        period: periodOf(row.day),
        on_day: row.day.toString(),
      },
      ...{ pence: row.pence.toString(), code: row.code, supplier: row.supplier, reference: row.reference, description: row.description },
      row: row.row,
    }))
    await sql`insert into commissioning.entry (id, fund, body, sight, year, line, kind, period, on_day, pence, code, supplier, reference, description, file, row)
      select r.id, ${fund.id}::uuid, ${fund.body}::uuid, ${fund.sight}, ${at.year}::int, r.line, r.kind, r.period, r.on_day, r.pence, r.code, r.supplier, r.reference, r.description, ${at.file}::uuid, r.row
      from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r(id uuid, line uuid, kind text, period int, on_day date, pence bigint, code text, supplier text, reference text, description text, row int)`.execute(
      tx,
    )
  }
}

/** Takes a file away that was not loaded. */
export function dropLedger(needs: CommissioningNeeds, doer: Doer, file: Pick<LedgerFile, 'id' | 'fund'>): Promise<Done<null>> {
  return inFund(needs, doer, file.fund, 'ledger-dropped', async (tx) => {
    const gone = await tx
      .deleteFrom('commissioning.ledger_file')
      .where('id', '=', file.id)
      .where('loaded_at', 'is', null)
      .executeTakeFirst()
    return gone.numDeletedRows === 1n ? succeed(null) : fail({ field: '', code: 'ledger-file-loaded' })
  })
}

/** Places all waiting entries of a code on a line, and remembers the code for files to come. */
export function placeEntries(
  needs: CommissioningNeeds,
  doer: Doer,
  fund: string,
  year: number,
  { code = '', line }: PlaceInput,
): Promise<Done<null>> {
  return inFund(needs, doer, fund, 'ledger-placed', async (tx, found) => {
    const target = await findLine(tx, line)
    if (target.fund !== fund || target.year !== year) return fail({ field: 'line', code: 'choice-unknown' })
    await tx
      .updateTable('commissioning.entry')
      .set({ line })
      .where('fund', '=', fund)
      .where('year', '=', year)
      .where('line', 'is', null)
      .where((eb) => eb(eb.fn('lower', ['code']), '=', code))
      .execute()
    if (code !== '')
      await tx
        .insertInto('commissioning.ledger_code')
        .values({ ...ofFund(found), year, code, line })
        .onConflict((conflict) => conflict.columns(['fund', 'year', 'code']).doUpdateSet({ line }))
        .execute()
    return succeed(null)
  })
}

/** Enters one commitment, accrual or payment by hand; what is below nothing takes back an earlier one. */
export function addEntry(
  needs: CommissioningNeeds,
  doer: Doer,
  line: BudgetLine,
  { kind, onDay, amount, description }: EntryInput,
): Promise<Done<null>> {
  return inFund(needs, doer, line.fund, 'ledger-entered', async (tx, fund) => {
    const outside = outsideOf(onDay, spanOf(fund, line.year))
    if (outside !== undefined) return fail({ field: 'onDay', code: outside })
    await tx
      .insertInto('commissioning.entry')
      .values({
        ...{ id: newId(), ...ofFund(fund), year: line.year, line: line.id, kind, period: periodOf(onDay), on_day: onDay },
        ...{ pence: amount, code: line.code, description },
      })
      .execute()
    return succeed(null)
  })
}
