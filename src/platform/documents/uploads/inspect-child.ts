/*
 * Runs in a process of its own, sealed and under limits, by Node alone: reads the file `in` and job.json in the folder it is given, leaves
 * answer.json, and `out` where the file is made anew. Each reader is loaded only for the files that need it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Inspection } from '#platform/paper/file-findings.ts'
import { refuseOtherName, roughTypeOf } from './file-type.ts'
import { Refused } from './refused.ts'

const folder = process.argv[2] ?? ''
const { name } = JSON.parse(readFileSync(join(folder, 'job.json'), 'utf8')) as { name: string }

async function inspect(bytes: Buffer): Promise<Inspection> {
  const type = roughTypeOf(bytes)
  if (type === 'words') return (await import('./inspect-words.ts')).inspectWords(bytes, name)
  if (type === 'zip') return inspectZip(bytes)
  if (type === 'pdf') {
    refuseOtherName(name, 'pdf')
    const { taken, bytes: anew } = await (await import('./inspect-pdf.ts')).inspectPdf(bytes)
    writeFileSync(join(folder, 'out'), anew)
    return taken
  }
  refuseOtherName(name, type === 'png' ? 'png' : 'jpg')
  const { redrawJpeg, redrawPng } = await import('./inspect-image.ts')
  const { bytes: redrawn, taken } = type === 'png' ? redrawPng(bytes) : redrawJpeg(bytes)
  writeFileSync(join(folder, 'out'), redrawn)
  return taken
}

async function inspectZip(bytes: Buffer): Promise<Inspection> {
  const [{ countZip }, { officeFindings, officeTypeOf }] = await Promise.all([import('./count-zip.ts'), import('./inspect-office.ts')])
  const zip = await countZip(bytes)
  const type = officeTypeOf(zip)
  refuseOtherName(name, type.extension)
  const { kind, mediaType, extension } = type
  return { ok: true, kind, mediaType, extension, pages: null, findings: officeFindings(zip, type), rewritten: false }
}

function refusal(error: unknown): Inspection {
  if (!(error instanceof Refused)) throw error
  return { ok: false, code: error.code, details: error.details }
}

writeFileSync(join(folder, 'out'), '')
const answer = await inspect(readFileSync(join(folder, 'in'))).catch(refusal)
writeFileSync(join(folder, 'answer.json'), JSON.stringify(answer))
