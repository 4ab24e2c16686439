import { writeAs } from '#platform/database/session.ts'
import type { Typeset } from '#platform/documents/pdf/pack-input.ts'
import { hold } from '#platform/documents/references.ts'
import { withReport } from '../queries/pack-report.ts'
import type { PackFile } from '../queries/publications.ts'
import { asSystem, type Failure, type PackNeeds } from './making.ts'
import type { PackStart } from './pack-input.ts'
import { tellAuthorsOfReplaced } from './tell-authors.ts'
import { tellClerksOfFailure } from './tell-clerks.ts'

/** Keeps why a file was not made, and tells the clerks. */
export async function keepFailure(
  needs: PackNeeds,
  now: Temporal.Instant,
  meeting: string,
  file: PackFile,
  failure: Failure,
): Promise<void> {
  await writeAs(needs.db, asSystem(now), async (tx) => {
    await tx
      .updateTable('meetings.pack_file')
      .set({ state: 'failed', problem: failure.words })
      .where('publication', '=', file.publication)
      .where('edition', '=', file.edition)
      .execute()
    // What exactly was found may be exempt: it is kept with the full edition, which only those with full sight can read.
    if (failure.detail.length > 0) {
      const report = withReport({ findings: failure.detail })
      await tx
        .updateTable('meetings.pack_file')
        .set({ report })
        .where('publication', '=', file.publication)
        .where('edition', '=', 'full')
        .execute()
    }
    await tellClerksOfFailure(needs, tx, now, meeting, file.publication)
  })
}

/** Keeps a file that was made, and where its papers stand. A file that was withdrawn meanwhile is dropped. */
export async function keepFile(
  needs: PackNeeds,
  now: Temporal.Instant,
  file: PackFile,
  start: PackStart,
  { pdf, report }: Typeset,
): Promise<void> {
  const { sha256 } = await needs.documents.put(pdf, 'application/pdf')
  // Every page but those of Part 2 has a number, front sheet and agenda included; Part 2 runs E1, E2 and on.
  const exempt = Object.values(report.ranges).map(({ last }) => (last.startsWith('E') ? Number(last.slice(1)) : 0))
  const nextExempt = Math.max(start.exemptPage, ...exempt.map((page) => page + 1))
  await writeAs(needs.db, asSystem(now), async (tx) => {
    const kept = await tx
      .updateTable('meetings.pack_file')
      .set({
        state: 'ready',
        document: sha256,
        pages: report.pages,
        problem: '',
        next_page: start.page + report.pages - (nextExempt - start.exemptPage),
        next_exempt_page: file.edition === 'full' ? nextExempt : null,
        report: withReport({
          step: 'ready',
          replacedCharacters: report.replacedCharacters,
          files: report.files,
          milliseconds: report.milliseconds,
          peakMegabytes: report.peakMegabytes,
        }),
      })
      .where('publication', '=', file.publication)
      .where('edition', '=', file.edition)
      .where('state', '=', 'waiting')
      .where('sight', '<>', 'draft') // withdrawn while it was made: the file is dropped
      .executeTakeFirst()
    if (kept.numUpdatedRows === 0n) return
    // What an earlier try found in the public edition is found no more.
    if (file.edition === 'public')
      await tx
        .updateTable('meetings.pack_file')
        .set({ report: withReport({ findings: [] }) })
        .where('publication', '=', file.publication)
        .where('edition', '=', 'full')
        .execute()
    await hold(tx, sha256, 'meetings.publication', file.publication)
    // The full edition holds every paper: each author is told once.
    if (file.edition === 'full') await tellAuthorsOfReplaced(needs, tx, report.replacedCharacters)
    for (const [version, range] of Object.entries(report.ranges)) {
      await tx
        .updateTable('meetings.published_paper')
        .set({ first_page: range.first, last_page: range.last })
        .where('publication', '=', file.publication)
        .where('paper_version', '=', version)
        .where('first_page', '=', '')
        .execute()
    }
  })
}
