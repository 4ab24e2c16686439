import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { countZip } from '#platform/documents/uploads/count-zip.ts'
import { oddityList } from '../rules/national-report.ts'
import { areasOf, measuresOf, NationalRefused, type NationalSet, neighbourEdition, neighboursOf } from '../rules/national-set.ts'
import { readDictionary } from './read-dictionary.ts'
import { readValues, valuesIn } from './read-values.ts'

/** Bytes of a sheet or dictionary, packed: the largest known has 0.9 MB. */
const LARGEST = 20_000_000

/** The files of a folder as the publisher names them. */
interface Files {
  readonly values: string
  readonly dictionary: string
  readonly places: string
  /** Lists of neighbours by the first day of their month. */
  readonly neighbours: readonly { readonly edition: string; readonly path: string }[]
}

/**
 * Reads the files of the local authority interactive tool from a folder: values, dictionary, places, lists of neighbours. The values are read when asked for.
 * @throws NationalRefused with a sentence that says which file is lacking or wrong
 */
export async function readNationalFolder(folder: string): Promise<NationalSet> {
  const files = filesIn(folder)
  const odd = oddityList()
  const areas = areasOf((await sheetOf(files.places)).slice(1), odd)
  const numbers = new Set(areas.map(({ number }) => number))
  const lists = await Promise.all(files.neighbours.map(async ({ edition, path }) => ({ edition, rows: await sheetOf(path) })))
  return {
    source: 'Local authority interactive tool, Department for Education',
    licence: 'Open Government Licence v3.0',
    digest: await digestOf([files.values, files.dictionary, files.places, ...files.neighbours.map(({ path }) => path)]),
    areas,
    measures: measuresOf(dictionaryOf(files.dictionary), odd),
    neighbours: lists.flatMap(({ edition, rows }) => neighboursOf(edition, rows, numbers, odd)),
    odd,
    values: () => readValues(valuesIn(files.values)),
  }
}

function filesIn(folder: string): Files {
  const names = namesIn(folder)
  const one = (pattern: RegExp, means: string): string => {
    const found = names.filter((name) => pattern.test(name))
    const [name] = found
    if (name === undefined) throw new NationalRefused(`In ${folder} is no file with the ${means}.`)
    if (found.length > 1) throw new NationalRefused(`In ${folder} are several files with the ${means}: ${found.join(', ')}. Keep one.`)
    return join(folder, name)
  }
  return {
    values: one(/^lait[-_]values.*\.csv(\.gz)?$/i, 'values (lait-values-all.csv.gz)'),
    dictionary: one(/^lait[-_]data[-_]dictionary.*\.csv$/i, 'dictionary (lait_data_dictionary.csv)'),
    places: one(/^la[-_]code[-_]list.*\.xlsx$/i, 'list of places (la_code_list.xlsx)'),
    neighbours: names.flatMap((name) => {
      const edition = neighbourEdition(name)
      return edition === undefined ? [] : [{ edition, path: join(folder, name) }]
    }),
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    throw new NationalRefused(`There is no folder ${folder}.`)
  }
}

async function digestOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    hash.update(`${path.split(/[\\/]/).at(-1)}\n`)
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}

function bytesOf(path: string): Buffer {
  if (statSync(path).size > LARGEST) throw new NationalRefused(`${path} is larger than any file of its kind. Download it again.`)
  return readFileSync(path)
}

/** The first sheet of a workbook as texts, after it was counted what it unpacks to. */
async function sheetOf(path: string): Promise<readonly (readonly string[])[]> {
  const bytes = bytesOf(path)
  try {
    await countZip(bytes, { entries: 200, total: 50_000_000, ratio: 150, depth: 1 })
    const rows = await readSheet(bytes)
    return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  } catch (error) {
    throw new NationalRefused(`${path} cannot be read as a workbook: ${(error as Error).message}`, { cause: error })
  }
}

function dictionaryOf(path: string): readonly Readonly<Record<string, string>>[] {
  return readDictionary(bytesOf(path), path)
}
