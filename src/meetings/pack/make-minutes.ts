import { readAs, writeAs } from '#platform/database/session.ts'
import type { Typeset } from '#platform/documents/pdf/pack-input.ts'
import { findForbidden } from '#platform/documents/pdf/scan.ts'
import { typesetDocument } from '#platform/documents/pdf/typeset-pack.ts'
import { hold } from '#platform/documents/references.ts'
import { findLogo } from '#platform/partnership-logo.ts'
import { findMinutesToPrint } from '../queries/minutes-files.ts'
import { findPackFiles, type PackFile } from '../queries/publications.ts'
import { findForbiddenInMinutes } from './forbidden.ts'
import { keepFailure } from './keep-pack.ts'
import { asSystem, asVisitor, type Failure, type PackNeeds } from './making.ts'
import { minutesInput } from './minutes-input.ts'

const limits = { megabytes: 1000, seconds: 60 }

/**
 * Makes the files of published minutes that wait. The public edition is read as a visitor and searched for everything of Part 2 before it is
 * kept: a hit keeps it back, and the clerks are told (handbook governance 7). Made files stay untouched.
 */
export async function makeMinutes(needs: PackNeeds, meeting: string, publication: string): Promise<void> {
  const now = needs.clock.now()
  const files = await readAs(needs.db, asSystem(now), (reader) => findPackFiles(reader, meeting))
  for (const file of files.filter((one) => one.publication === publication && one.state === 'waiting')) {
    const outcome = await makeEdition(needs, now, meeting, file)
    if ('words' in outcome) await keepFailure(needs, now, meeting, file, outcome)
    else await keepFile(needs, now, file, outcome)
  }
}

async function makeEdition(needs: PackNeeds, now: Temporal.Instant, meeting: string, file: PackFile): Promise<Typeset | Failure> {
  const reader = file.edition === 'public' ? asVisitor(now) : asSystem(now)
  try {
    const found = await readAs(needs.db, reader, (as) => findMinutesToPrint(as, meeting, file.publication))
    if (!found) return { words: 'The minutes are no longer published, so no PDF was made of them.', detail: [] }
    const logo = await readAs(needs.db, reader, findLogo)
    const open = (document: string) => needs.documents.open(document)
    const made = await typesetDocument({ ...minutesInput(found), logo }, { ...limits, madeAt: now }, open)
    if (file.edition === 'full') return made
    const phrases = await readAs(needs.db, asSystem(now), (as) => findForbiddenInMinutes(as, found.meeting))
    const findings = await findForbidden(made.pdf, phrases)
    if (findings.length === 0) return made
    const pages = [...new Set(findings.flatMap(({ page }) => (page ? [page] : [])))]
    const where = pages.length === 0 ? '' : ` (page ${pages.join(', ')} of the file)`
    return {
      words: `The public PDF was kept back: it holds words of an item in Part 2${where}. Correct the minutes: they are published again with a new PDF.`,
      detail: findings,
    }
  } catch (error) {
    return { words: `The PDF could not be made. ${error instanceof Error ? error.message : ''}`.trim(), detail: [] }
  }
}

async function keepFile(needs: PackNeeds, now: Temporal.Instant, file: PackFile, { pdf, report }: Typeset): Promise<void> {
  const { sha256 } = await needs.documents.put(pdf, 'application/pdf')
  await writeAs(needs.db, asSystem(now), async (tx) => {
    const kept = await tx
      .updateTable('meetings.pack_file as f')
      .set({ state: 'ready', document: sha256, pages: report.pages, problem: '' })
      .where('f.publication', '=', file.publication)
      .where('f.edition', '=', file.edition)
      .where('f.state', '=', 'waiting')
      // Withdrawn while it was made: the file is dropped.
      .where('f.publication', 'in', (from) => from.selectFrom('meetings.publication').select('id').where('withdrawn_at', 'is', null))
      .executeTakeFirst()
    if (kept.numUpdatedRows > 0n) await hold(tx, sha256, `minutes-${file.edition}`, file.publication)
  })
}
