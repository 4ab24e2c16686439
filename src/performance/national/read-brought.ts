import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSheet } from '#platform/documents/sheets/read-sheet.ts'
import type { SheetAnswer } from '#platform/documents/sheets/sheet-answer.ts'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { BroughtField } from '../rules/national-brought.ts'
import { oddityList } from '../rules/national-report.ts'
import { areasOf, measuresOf, NationalRefused, type NationalSet, neighbourEdition, neighboursOf } from '../rules/national-set.ts'
import { readDictionary } from './read-dictionary.ts'
import { readValues } from './read-values.ts'

/** Bytes of the values, unpacked: five times the largest known file. */
const MOST = 300_000_000
/** Bytes of the dictionary: six times the largest known file. */
const MOST_OF_DICTIONARY = 5_000_000

/** The files as a form brought them; a field without a file is not there. */
export type Brought = Readonly<Partial<Record<BroughtField, UploadedFile>>>

/** What is wrong with a file: `details.words` says it. */
export type BroughtProblem = FieldProblem

/** Files that can be read in: the values lie in `folder` and are told of as they are read. */
export interface BroughtSet {
  readonly names: readonly string[]
  set(onRead: (share: number) => void): NationalSet
}

/**
 * Reads everything but the values of files that a form brought, and looks whether the values are what they should be. The values are copied into `folder`, because
 * what came with a form goes with its answer. @param words - why a sheet is not read, in a sentence
 */
export async function readBrought(
  brought: Brought,
  folder: string,
  words: (refused: Extract<SheetAnswer, { ok: false }>) => string,
): Promise<Result<BroughtSet, BroughtProblem>> {
  const problems: BroughtProblem[] = []
  const tried = async <T>(field: BroughtField, read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof NationalRefused)) throw error
      problems.push({ field, code: 'file-refused', details: { words: error.message } })
      return undefined
    }
  }
  const sheet = async (file: UploadedFile): Promise<readonly (readonly string[])[]> => {
    const answer = await readSheet(file)
    if (!answer.ok) throw new NationalRefused(words(answer))
    return answer.rows
  }
  const odd = oddityList()
  const values = await tried('values', () => valuesOf(brought.values, folder))
  const measures = await tried('dictionary', async () => measuresOf(await dictionaryOf(brought.dictionary), odd))
  const areas = await tried('places', async () => areasOf((await sheet(chosen(brought.places, 'the list of places'))).slice(1), odd))
  const numbers = new Set((areas ?? []).map(({ number }) => number))
  const lists = await Promise.all(
    (['neighbours', 'olderNeighbours'] as const).map((field) =>
      tried(field, async () => {
        const file = brought[field]
        if (file === undefined || (file.size === 0 && file.name === '')) return []
        return neighboursOf(editionOf(file), await sheet(file), numbers, odd)
      }),
    ),
  )
  if (values === undefined || measures === undefined || areas === undefined || problems.length > 0) return refusal(problems)
  const files = Object.values(brought).filter(({ name }) => name !== '')
  const digest = await digestOf(files)
  return succeed({
    names: files.map(({ name }) => name.slice(0, 200)),
    set: (onRead) => ({
      source: 'Local authority interactive tool, Department for Education',
      licence: 'Open Government Licence v3.0',
      ...{ digest, areas, measures, odd },
      neighbours: lists.flatMap((list) => list ?? []),
      values: () => readValues({ ...values, onRead: (bytes) => onRead(values.size === 0 ? 1 : bytes / values.size) }),
    }),
  })
}

function refusal(problems: readonly BroughtProblem[]): Result<never, BroughtProblem> {
  const [first, ...rest] = problems
  if (first === undefined) throw new Error('What cannot be read has a problem.')
  return fail(first, ...rest)
}

function chosen(file: UploadedFile | undefined, what: string): UploadedFile {
  if (file === undefined || (file.name === '' && file.size === 0)) throw new NationalRefused(`Choose ${what}`)
  if (file.size === 0) throw new NationalRefused('The file is empty. Download it again')
  return file
}

function editionOf({ name }: UploadedFile): string {
  const edition = neighbourEdition(name)
  if (edition !== undefined) return edition
  throw new NationalRefused(
    'The name of the file says for which month the list was made. Give it the publisher’s name, like sn_may_2025.xlsx',
  )
}

async function dictionaryOf(file: UploadedFile | undefined): Promise<readonly Readonly<Record<string, string>>[]> {
  const { path, size, tooLarge, name } = chosen(file, 'the dictionary of measures')
  if (tooLarge || size > MOST_OF_DICTIONARY) throw new NationalRefused('The file is larger than any dictionary. Choose the right one')
  return readDictionary(await readFile(path), name)
}

/** Looks at the beginning of the values, and keeps them where they outlive the request. */
async function valuesOf(file: UploadedFile | undefined, folder: string) {
  const { path, size, tooLarge, name } = chosen(file, 'the file of values')
  if (tooLarge) throw new NationalRefused('The file is larger than 50 MB. Bring it packed, as its publisher gives it (.csv.gz)')
  const packed = await isPacked(path)
  const kept = { path: join(folder, 'values'), name, packed, size, most: MOST }
  await copyFile(path, kept.path)
  // The first batch has the headings; what comes after is read when all is.
  for await (const _ of readValues(kept)) break
  return kept
}

/** By its content, whatever its name says. @throws NationalRefused where it is neither text nor packed text */
async function isPacked(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1000), 0, 1000, 0)
    if (buffer[0] === 0x1f && buffer[1] === 0x8b) return true
    const start = buffer.subarray(0, bytesRead)
    if (start.includes(0) || /^(PK|%PDF|\x89PNG|\xff\xd8|\xd0\xcf)/.test(start.toString('latin1')))
      throw new NationalRefused('This is no CSV file in UTF-8, packed or not. Bring the file as its publisher gives it (.csv or .csv.gz)')
    return false
  } finally {
    await file.close()
  }
}

async function digestOf(files: readonly UploadedFile[]): Promise<string> {
  const hash = createHash('sha256')
  for (const { name, path } of files) {
    hash.update(`${name}\n`)
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}
