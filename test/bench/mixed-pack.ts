import type { PackEntry, PackFile, PackInput } from '#platform/documents/pdf/pack-input.ts'
import { findForbidden } from '#platform/documents/pdf/scan.ts'
import { outsidePdf } from '#platform/documents/pdf/testing/outside-pdfs.ts'
import { samplePaper } from '#platform/documents/pdf/testing/sample-pack.ts'
import { packLimits, typesetPack } from '#platform/documents/pdf/typeset-pack.ts'
import { emptyPaper } from '#platform/paper/tree.ts'
import { alone, type Figure } from './figure.ts'
import { frontOfPack } from './pack.ts'

const uploads = new Map<string, Uint8Array>()
const open = async (document: string): Promise<Uint8Array> => {
  const found = uploads.get(document)
  if (!found) throw new Error(`There is no ${document}`)
  return found
}

async function upload(index: number, pages: number): Promise<PackFile> {
  const document = `upload-${index}`
  uploads.set(document, await outsidePdf({ pages, words: `Appendix ${index}` }))
  const names = { id: document, title: `Appendix ${index}`, fileName: `appendix-${index}.pdf`, document }
  return { ...names, kind: 'pdf', size: '1.2 MB', what: 'PDF', alternativeText: '', address: '', gaps: [], pictures: [] }
}

/** Papers in turn written here, of about 16 pages, and uploaded, of `pages` pages. */
async function mixed(papers: number, pages: number, startPage: number): Promise<PackInput> {
  const entries: PackEntry[] = []
  for (let index = 0; index < papers; index += 1) {
    const isUpload = index % 2 === 1
    const tree = isUpload ? emptyPaper : samplePaper(startPage + index * 100, 15)
    const paper = {
      facts: [['Report author', 'Ifan Rees']] as const,
      tree,
      files: isUpload ? [await upload(startPage + index, pages)] : [],
    }
    const words = { id: `item-${index}`, number: String(index + 1), title: `Report ${index + 1} on the areas`, lead: 'Mared Pugh' }
    entries.push({ ...words, purpose: 'Decision', status: 'Attached', depth: 1, part: 1, paper })
  }
  return { ...frontOfPack, startPage, entries }
}

/** Measures packs of written and uploaded papers, start of the process and all; a supplement is searched for words of Part 2 as well. */
export async function mixedPackBench(): Promise<readonly Figure[]> {
  const { report } = await typesetPack(await mixed(60, 19, 1), packLimits, open)
  if (report.pages < 1000) throw new Error(`The sample has only ${report.pages} pages`)
  const seconds = report.milliseconds / 1000
  const gigabytes = report.peakMegabytes / 1024
  const more = await mixed(2, 20, 1001)
  const started = performance.now()
  const supplement = await typesetPack(more, packLimits, open)
  await findForbidden(supplement.pdf, ['The preferred bidder is Heronfield Marigold Trust'])
  const after = (performance.now() - started) / 1000
  return [
    alone('pack of 60 papers, half uploaded, 1,000 pages', 's', seconds, 'at most 15 s', seconds <= 15),
    alone('peak memory of that pack', 'GB', gigabytes, 'at most 1.2 GB', gigabytes <= 1.2),
    alone('supplement of a written and an uploaded paper, searched', 's', after, 'at most 3 s', after <= 3),
  ]
}
