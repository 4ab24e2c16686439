/*
 * Runs in a process of its own, sealed and under limits, by Node alone: reads the file `in` in the folder it is given as CSV or XLSX, leaves answer.json.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../uploads/refused.ts'
import { type SheetAnswer, type SheetRefusal, sheetLimits } from './sheet-answer.ts'

const folder = process.argv[2] ?? ''

async function read(bytes: Buffer): Promise<SheetAnswer> {
  const start = bytes.subarray(0, 8)
  if (start.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return readXlsx(bytes)
  // The office files of before 2007, pictures and PDFs.
  if (
    start.equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) ||
    /^(%PDF|\x89PNG|\xff\xd8)/.test(start.toString('latin1'))
  ) {
    return { ok: false, code: 'file-other-kind' }
  }
  return readCsv(bytes)
}

async function readXlsx(bytes: Buffer): Promise<SheetAnswer> {
  const [{ countZip }, { default: readExcelFile }] = await Promise.all([import('../uploads/count-zip.ts'), import('read-excel-file/node')])
  const { names } = await countZip(bytes)
  if (!names.includes('xl/workbook.xml')) return { ok: false, code: 'file-other-kind' }
  const sheets = await readExcelFile(bytes)
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null && cell !== '')))
  if (filled.length > 1) return { ok: false, code: 'sheets-many' }
  const [only] = filled
  return only === undefined ? { ok: false, code: 'file-empty' } : within(only.data.map((row) => row.map(cellText)))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell : String(cell)
}

async function readCsv(bytes: Buffer): Promise<SheetAnswer> {
  const { parse } = await import('csv-parse/sync')
  const text = decoded(bytes)
  if (text.includes('\0')) return { ok: false, code: 'file-other-kind' }
  // German and French spreadsheets write semicolons; some people copy tabs.
  const [head = ''] = text.replace(/^(?:\s|sep=.)*/i, '').split(/\r?\n|\r/, 1)
  const delimiter = [';', '\t'].find((one) => head.split(one).length > head.split(',').length) ?? ','
  try {
    const rows = parse(text, { delimiter, relax_column_count: true, max_record_size: 1_000_000, to: sheetLimits.rows + 2 }) as string[][]
    return within(rows)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (!code.startsWith('CSV_')) throw error
    return {
      ok: false,
      code: code === 'CSV_MAX_RECORD_SIZE' ? 'cell-too-long' : 'quotes-open',
      row: ((error as { lines?: number }).lines ?? 0) || 1,
    }
  }
}

/** UTF-8 or UTF-16 by its mark; else UTF-8 where it is that throughout, else the code page that Windows writes in Western Europe. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function within(rows: readonly (readonly string[])[]): SheetAnswer {
  const refuse = (code: SheetRefusal, row: number, column = 1): SheetAnswer => ({ ok: false, code, row: row + 1, column })
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  if (last < 0) return { ok: false, code: 'file-empty' }
  if (last >= sheetLimits.rows) return refuse('sheet-too-long', sheetLimits.rows)
  for (const [index, row] of rows.entries()) {
    if (row.findLastIndex((cell) => cell !== '') >= sheetLimits.columns) return refuse('sheet-too-wide', index, sheetLimits.columns)
    const long = row.findIndex((cell) => cell.length > sheetLimits.cell)
    if (long >= 0) return refuse('cell-too-long', index, long + 1)
  }
  return { ok: true, rows: rows.slice(0, last + 1).map((row) => row.slice(0, sheetLimits.columns)) }
}

function refusal(error: unknown): SheetAnswer {
  if (!(error instanceof Refused)) return { ok: false, code: 'file-damaged' }
  const known: readonly SheetRefusal[] = ['file-bomb', 'file-encrypted', 'file-demanding']
  return { ok: false, code: known.find((code) => code === error.code) ?? 'file-damaged' }
}

const answer = await read(readFileSync(join(folder, 'in'))).catch(refusal)
writeFileSync(join(folder, 'answer.json'), JSON.stringify(answer))
