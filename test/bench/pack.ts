import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackInput, Typeset } from '#platform/documents/pdf/pack-input.ts'
import { samplePaper } from '#platform/documents/pdf/testing/sample-pack.ts'
import { typesetPack } from '#platform/documents/pdf/typeset-pack.ts'
import { packData } from '#platform/documents/pdf/typst-data.ts'
import { againstFloor, alone, type Figure, median } from './figure.ts'

/** What stands on the front of every pack that is measured. */
export const frontOfPack: Omit<PackInput, 'entries'> = {
  partnership: 'Goldenvale Partnership for Children',
  board: 'Goldenvale Joint Commissioning Board',
  title: 'Agenda and papers',
  date: 'Tuesday 24 February 2026, 2 pm',
  place: 'Council Chamber, Goldenvale',
  contact: 'Clerk to the board: clerk@example.org',
  label: 'Public pack',
  startPage: 1,
  startExemptPage: 1,
  noticeLines: ['The meeting may be filmed.'],
}

/** A pack of written papers of about ten pages each; every paper is different, so that nothing is laid out once for two. */
function written(papers: number): PackInput {
  return {
    ...frontOfPack,
    entries: Array.from({ length: papers }, (_, index) => ({
      id: `item-${index}`,
      number: String(index + 1),
      title: `Report ${index + 1} on the areas`,
      purpose: 'Decision',
      lead: 'Mared Pugh',
      status: 'Attached' as const,
      depth: 1,
      part: 1 as const,
      paper: { facts: [['Report author', 'Ifan Rees']] as const, tree: samplePaper(index * 100, 10) },
    })),
  }
}

/** Milliseconds of the bare compile as a whole process. */
async function bare(folder: string): Promise<number> {
  const started = performance.now()
  const script = fileURLToPath(new URL('pack-floor.ts', import.meta.url))
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf'), MALLOC_ARENA_MAX: '1' }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, folder], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error('The floor failed')
  return performance.now() - started
}

async function hundredPages(): Promise<Figure> {
  const input = written(10)
  const folder = await mkdtemp(join(tmpdir(), 'pack-floor-'))
  try {
    await writeFile(join(folder, 'text.json'), JSON.stringify(packData(input, false).data))
    await writeFile(join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${folder}</dir></fontconfig>`)
    const floors: number[] = []
    const packs: number[] = []
    // The first pair warms the disk; floor and product take turns, so that both see the same machine.
    for (let round = 0; round < 6; round += 1) {
      const floor = await bare(folder)
      const { report } = await typesetPack(input)
      if (report.pages < 100) throw new Error(`The sample has only ${report.pages} pages`)
      if (round === 0) continue
      floors.push(floor)
      packs.push(report.milliseconds)
    }
    return againstFloor(
      'pack of 100 written pages',
      'ms',
      median(floors),
      median(packs),
      'at most 3 times the bare compile',
      (ratio) => ratio <= 3,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function thousandPages(): Promise<Figure[]> {
  const { report }: Typeset = await typesetPack(written(100))
  if (report.pages < 1000) throw new Error(`The sample has only ${report.pages} pages`)
  const seconds = report.milliseconds / 1000
  const gigabytes = report.peakMegabytes / 1024
  return [
    alone('pack of 1,000 written pages', 's', seconds, 'at most 15 s', seconds <= 15),
    alone('peak memory of a pack of 1,000 written pages', 'GB', gigabytes, 'at most 1.2 GB', gigabytes <= 1.2),
  ]
}

/** Measures the making of packs, start of the process and all, floor first. */
export async function packBench(): Promise<Figure[]> {
  return [await hundredPages(), ...(await thousandPages())]
}
