import { parse } from 'csv-parse/sync'
import { NationalRefused } from '../rules/national-set.ts'

const NEEDED = ['Measure_short', 'Measure', 'Topic', 'Polarity', 'y_axis_name']

/** Reads the publisher's dictionary of measures by its headings, in UTF-8 or the code page of Windows. @throws NationalRefused, which calls it `name` */
export function readDictionary(bytes: Buffer, name: string): readonly Readonly<Record<string, string>>[] {
  try {
    const rows = parse(decoded(bytes), { bom: true, columns: true, skip_empty_lines: true, max_record_size: 200_000 }) as Record<
      string,
      string
    >[]
    for (const heading of NEEDED) if (!Object.hasOwn(rows[0] ?? {}, heading)) throw new Error(`it has no column “${heading}”`)
    return rows
  } catch (error) {
    throw new NationalRefused(`${name} cannot be read as the dictionary: ${(error as Error).message}`, { cause: error })
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
