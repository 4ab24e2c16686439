/*
 * Runs in a process of its own, under limits, by Node alone: reads job.json in the folder it is given, leaves out.pdf and report.json.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFonts } from './fonts.ts'
import type { DocumentInput, PackInput, PageRange } from './pack-input.ts'
import type { TypstData } from './typst-data.ts'
import { documentData, packData } from './typst-data.ts'

type Job = { kind: 'pack'; madeAt: number; input: PackInput } | { kind: 'document'; madeAt: number; input: DocumentInput }
interface Mark {
  readonly value: { readonly id: string; readonly edge: 'first' | 'last'; readonly page: string }
}

const folder = process.argv[2] ?? ''
const job = JSON.parse(readFileSync(join(folder, 'job.json'), 'utf8')) as Job

function template(name: string): string {
  return readFileSync(new URL(`${name}.typ`, import.meta.url), 'utf8')
}

function compile(data: object): { pdf: Uint8Array; pages: number; ranges: Record<string, PageRange> } {
  const workspace = join(folder, 'empty')
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: readFonts() }] })
  compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(JSON.stringify(data)))
  compiler.mapShadow(join(workspace, 'style.typ'), Buffer.from(template('style')))
  const compiled = compiler.compile({ mainFileContent: template(job.kind) })
  const document = compiled.result
  if (!document) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  const marks: readonly Mark[] = job.kind === 'pack' ? compiler.query(document, { selector: '<mark>' }) : []
  const ranges: Record<string, PageRange> = {}
  for (const { value } of marks) {
    const known = ranges[value.id] ?? { first: value.page, last: value.page }
    ranges[value.id] = { ...known, [value.edge]: value.page }
  }
  // What layout remembered is of no more use, and some of the memory of a large pack.
  compiler.evictCache(0)
  const pdf = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: job.madeAt })
  return { pdf, pages: document.numOfPages, ranges }
}

function prepare(strict: boolean): TypstData {
  return job.kind === 'pack' ? packData(job.input, strict) : documentData(job.input, strict)
}

function typeset(strict: boolean): void {
  const { data, replacedCharacters } = prepare(strict)
  const { pdf, pages, ranges } = compile(data)
  writeFileSync(join(folder, 'out.pdf'), pdf)
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  writeFileSync(join(folder, 'report.json'), JSON.stringify({ pages, ranges, replacedCharacters, peakMegabytes }))
}

try {
  typeset(false)
} catch (error) {
  // A cluster of characters that no one font holds stops the export; the plainest printing of the same text cannot.
  process.stderr.write(`${String(error)}\n`)
  typeset(true)
}
