/*
 * Runs in a process of its own, under limits, by Node alone: reads job.json in the folder it is given, leaves out.pdf and report.json. Files that go
 * into a pack lie beside it, named by their document. Says how far it is, one line a step.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { finishPack } from './finish-pack.ts'
import { readFonts } from './fonts.ts'
import { CannotLayIn, type OpenedFile } from './outside/lay-in.ts'
import { openOutside } from './outside/open-outside.ts'
import type { DocumentInput, FileReport, PackFile, PackInput, PageRange } from './pack-input.ts'
import type { Spot } from './spots.ts'
import { tablesWithSides } from './table-sides.ts'
import type { TypstData } from './typst-data.ts'
import { documentData, packData } from './typst-data.ts'
import type { Brought } from './typst-files.ts'

type Job = { kind: 'pack'; madeAt: number; input: PackInput } | { kind: 'document'; madeAt: number; input: DocumentInput }
interface Mark {
  readonly value: { readonly id: string; readonly edge: 'first' | 'last'; readonly page: string }
}
interface Compiled {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly ranges: Readonly<Record<string, PageRange>>
  readonly spots: readonly Spot[]
}

const folder = process.argv[2] ?? ''
const workspace = join(folder, 'empty')
const job = JSON.parse(readFileSync(join(folder, 'job.json'), 'utf8')) as Job
const packFiles: readonly PackFile[] = job.kind === 'pack' ? job.input.entries.flatMap(({ paper }) => paper?.files ?? []) : []

function say(step: string, done: number, of: number): void {
  process.stdout.write(`${step} ${done} ${of}\n`)
}

function bytesOf(document: string): Buffer | undefined {
  const path = join(folder, `file-${document}`)
  return existsSync(path) ? readFileSync(path) : undefined
}

function newCompiler(pictures: ReadonlyMap<string, string>): NodeCompiler {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: readFonts() }] })
  for (const [document, path] of pictures) compiler.mapShadow(join(workspace, path), bytesOf(document) ?? Buffer.alloc(0))
  return compiler
}

/** Where the compiler finds the picture; undefined for what it cannot draw: one damaged picture would stop the whole pack. */
function pictureOf(document: string): string | undefined {
  const bytes = bytesOf(document)
  const kind = bytes?.subarray(0, 4).toString('latin1')
  const ending = kind === '\x89PNG' ? 'png' : kind?.startsWith('\xff\xd8') ? 'jpg' : undefined
  if (!ending) return undefined
  const path = `picture-${document.slice(0, 64)}.${ending}`
  const compiler = newCompiler(new Map([[document, path]]))
  const { result } = compiler.compile({ mainFileContent: `#image("${path}")` })
  return result ? path : undefined
}

function findPictures(): ReadonlyMap<string, string> {
  const logo = job.input.logo?.document
  const documents = new Set([...packFiles.filter(({ kind }) => kind === 'image').map(({ document }) => document), ...(logo ? [logo] : [])])
  return new Map(
    [...documents].flatMap((document) => {
      const path = pictureOf(document)
      return path ? [[document, path] as const] : []
    }),
  )
}

interface Opened {
  readonly brought: Brought
  readonly opened: ReadonlyMap<string, OpenedFile>
}

/** Opens every file first, so that it is known how many pages are to come. `spoilt` are those that an earlier try could not lay in. */
async function openAll(spoilt: ReadonlySet<string>): Promise<Opened> {
  const opened = new Map<string, OpenedFile>()
  const problems = new Map<string, string>()
  const pdfs = packFiles.filter(({ kind }) => kind === 'pdf')
  for (const [index, { id, document }] of pdfs.entries()) {
    say('opening', index + 1, pdfs.length)
    const bytes = bytesOf(document)
    const found = bytes ? await openOutside(bytes) : { ok: false as const, problem: 'it is missing' }
    if (spoilt.has(id)) problems.set(id, 'it is damaged')
    else if (found.ok) opened.set(id, found)
    else problems.set(id, found.problem)
  }
  const pictures = findPictures()
  for (const { id, kind, document } of packFiles) if (kind === 'image' && !pictures.has(document)) problems.set(id, 'it is damaged')
  const pages = new Map([...opened].map(([id, { document }]) => [id, document.getPageCount()]))
  return { brought: { pages, problems, pictures }, opened }
}

function template(name: string): string {
  const words = readFileSync(new URL(`${name}.typ`, import.meta.url), 'utf8')
  return job.kind === 'document' && job.input.large === true ? enlarged(words) : words
}

/** The same look in large print: every measure in points by 1.6, and no words under 16; paper and margins stay. */
function enlarged(words: string): string {
  const points = (measure: string, least = 0): string => `${Math.max(least, Number(measure) * 1.6)}*1pt`
  return words
    .replaceAll(/\bsize: (\d+(?:\.\d+)?)pt/g, (_, size: string) => `size: ${points(size, 16)}`)
    .replaceAll(/\{ (\d+(?:\.\d+)?)pt \}/g, (_, size: string) => ['{', points(size, Number(size) > 0 ? 16 : 0), '}'].join(' '))
    .replaceAll(/(?<![\d.*]|[/] )(\d+(?:\.\d+)?)pt\b/g, (_, measure: string) => points(measure))
}

function compile(data: object, pictures: ReadonlyMap<string, string>): Compiled {
  const compiler = newCompiler(pictures)
  compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(JSON.stringify(data)))
  compiler.mapShadow(join(workspace, 'style.typ'), Buffer.from(template('style')))
  const compiled = compiler.compile({ mainFileContent: template(job.kind) })
  const document = compiled.result
  if (!document) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  const asked = (selector: string): readonly unknown[] => (job.kind === 'pack' ? compiler.query(document, { selector }) : [])
  const ranges: Record<string, PageRange> = {}
  for (const { value } of asked('<mark>') as readonly Mark[]) {
    const known = ranges[value.id] ?? { first: value.page, last: value.page }
    ranges[value.id] = { ...known, [value.edge]: value.page }
  }
  const spots = (asked('<spot>') as readonly { readonly value: Spot }[]).map(({ value }) => value)
  // What layout remembered is of no more use, and some of the memory of a large pack.
  compiler.evictCache(0)
  const pdf = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: job.madeAt })
  return { pdf, pages: document.numOfPages, ranges, spots }
}

/** A cluster of characters that no one font holds stops the export; the plainest printing of the same text cannot. */
function compileAnyhow(brought: Brought): Compiled & Pick<TypstData, 'replacedCharacters'> {
  const data = (strict: boolean): TypstData =>
    job.kind === 'pack' ? packData(job.input, strict, brought) : documentData(job.input, strict, brought)
  say('setting', 0, 1)
  for (const strict of [false, true]) {
    const { data: prepared, replacedCharacters } = data(strict)
    try {
      return { ...compile(prepared, brought.pictures), replacedCharacters }
    } catch (error) {
      process.stderr.write(`${String(error)}\n`)
      if (strict) throw error
    }
  }
  throw new Error('Nothing was compiled')
}

/** Gives back what the compiler held, before the next step needs as much. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}

interface Made extends Pick<TypstData, 'replacedCharacters'> {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly ranges: Compiled['ranges']
  readonly files: readonly FileReport[]
}

async function make(spoilt: ReadonlySet<string>): Promise<Made> {
  const { brought, opened } = await openAll(spoilt)
  const { pdf, pages, ranges, spots, replacedCharacters } = compileAnyhow(brought)
  if (job.kind === 'document') return { pdf, pages, ranges, files: [], replacedCharacters }
  collectGarbage()
  const { input } = job
  const work = { pdf, input, spots, opened, sides: tablesWithSides(input) }
  const finished = await finishPack(work, (done, of) => say('inserting', done, of))
  const missing = [...brought.problems].map(([id, problem]): FileReport => ({ id, pages: 0, problem, warnings: [] }))
  return { ...finished, files: [...finished.files, ...missing], ranges, replacedCharacters }
}

const spoilt = new Set<string>()
for (;;) {
  try {
    const { pdf, ...report } = await make(spoilt)
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
    writeFileSync(join(folder, 'out.pdf'), pdf)
    writeFileSync(join(folder, 'report.json'), JSON.stringify({ ...report, peakMegabytes }))
    break
  } catch (error) {
    if (!(error instanceof CannotLayIn) || spoilt.has(error.file)) throw error
    spoilt.add(error.file)
  }
}
