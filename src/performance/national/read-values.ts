import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { NationalRefused, type NationalRow } from '../rules/national-set.ts'

const BATCH = 20_000
/** Bytes of the values, unpacked: the largest known file has 60 MB. */
const LARGEST = 2_000_000_000
const COLUMNS = { code: 'Short Desc', period: 'Years', area: 'LA Number', value: 'Values' } as const

/** Where values are read from. */
export interface ValuesFile {
  readonly path: string
  /** As messages call it. */
  readonly name: string
  readonly packed: boolean
  /** Most bytes, unpacked. */
  readonly most: number
  /** Is told how many bytes of the file, as it lies there, were read. */
  readonly onRead?: (bytes: number) => void
}

/** A file of values in a folder of the machine, told by the end of its name. */
export const valuesIn = (path: string): ValuesFile => ({ path, name: path, packed: path.endsWith('.gz'), most: LARGEST })

/** Reads the rows of a file of values, packed or not, batch by batch. @throws NationalRefused where a column is lacking or a row is torn */
export async function* readValues({ path, name, packed, most, onRead }: ValuesFile): AsyncGenerator<readonly NationalRow[]> {
  // A quotation mark that is never closed makes one row of everything after it.
  const parser = parse({ bom: true, skip_empty_lines: true, max_record_size: 100_000 })
  const file = createReadStream(path)
  let bytes = 0
  const counted = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > most) throw new NationalRefused(`${name} unpacks to more than any file of its kind.`)
      onRead?.(file.bytesRead)
      yield chunk
    }
  }
  const failed = (error: Error | null | undefined): void => {
    if (error) parser.destroy(error)
  }
  if (packed) pipeline(file, createGunzip(), counted, parser, failed)
  else pipeline(file, counted, parser, failed)
  try {
    yield* rowsOf(name, parser)
  } catch (error) {
    if (error instanceof NationalRefused) throw error
    throw new NationalRefused(`${name} cannot be read to its end: ${(error as Error).message}`, { cause: error })
  }
}

async function* rowsOf(name: string, records: AsyncIterable<readonly string[]>): AsyncGenerator<readonly NationalRow[]> {
  let head: Readonly<Record<keyof typeof COLUMNS, number>> | undefined
  let batch: NationalRow[] = []
  let at = 0
  for await (const record of records) {
    at += 1
    if (head === undefined) {
      head = headOf(name, record)
      continue
    }
    const area = Number(record[head.area] || Number.NaN)
    batch.push({ at, code: (record[head.code] ?? '').trim(), period: record[head.period] ?? '', area, value: record[head.value] ?? '' })
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (head === undefined) throw new NationalRefused(`${name} is empty.`)
  if (batch.length > 0) yield batch
}

function headOf(name: string, record: readonly string[]): Readonly<Record<keyof typeof COLUMNS, number>> {
  const place = (heading: string): number => {
    const found = record.flatMap((cell, index) => (cell.trim() === heading ? [index] : []))
    if (found.length !== 1)
      throw new NationalRefused(
        `${name} has ${found.length === 0 ? 'no column' : 'several columns'} “${heading}”. Its headings are: ${record.join(', ')}.`,
      )
    return found[0] ?? -1
  }
  return { code: place(COLUMNS.code), period: place(COLUMNS.period), area: place(COLUMNS.area), value: place(COLUMNS.value) }
}
