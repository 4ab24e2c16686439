import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Acting, readAs, writeAs } from '#platform/database/session.ts'
import type { Typeset } from '#platform/documents/pdf/pack-input.ts'
import { findForbidden } from '#platform/documents/pdf/scan.ts'
import { typesetPack } from '#platform/documents/pdf/typeset-pack.ts'
import { hold } from '#platform/documents/references.ts'
import type { Clock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { withReport } from '../queries/pack-report.ts'
import { findPackFiles, type PackFile, type PackStep } from '../queries/publications.ts'
import { findForbiddenPhrases } from './forbidden.ts'
import { type PackStart, packInput } from './pack-input.ts'
import { findPackSource } from './pack-source.ts'
import { findPackStart } from './pack-start.ts'
import { tellAuthorsOfReplaced } from './tell-authors.ts'
import { tellClerksOfFailure } from './tell-clerks.ts'

/** What making packs needs: the clock says when the PDF was made. */
export type PackNeeds = MeetingsNeeds & { readonly clock: Clock }

/** Why a file was not made; `words` is a sentence that anybody may read, `detail` is for those with full sight. */
export interface Failure {
  readonly words: string
  readonly detail: readonly object[]
}

/** Somebody without an account: what a query shows them is what the public sees. */
export function asVisitor(now: Temporal.Instant): Acting {
  return { actor: undefined, now, today: dayOf(now) }
}

/** Goldenthread itself. */
export function asSystem(now: Temporal.Instant) {
  return { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
}

/**
 * Makes the files of a publication that wait. The public edition is read as a visitor and scanned for everything of Part 2 before it is kept:
 * a hit keeps it back, and the clerks are told (handbook governance 7). Made files stay untouched.
 * @throws Error where an earlier publication's pack, whose page numbers this one continues, is not made yet: the queue tries again
 */
export async function makePack(needs: PackNeeds, meeting: string, publication: string): Promise<void> {
  const now = needs.clock.now()
  const files = await readAs(needs.db, asSystem(now), (reader) => findPackFiles(reader, meeting))
  const waiting = files.filter((file) => file.publication === publication && file.state === 'waiting')
  if (waiting.length === 0) return
  const start = await readAs(needs.db, asSystem(now), (reader) => findPackStart(reader, meeting, publication))
  // The public edition first: the labels that the agenda shows are those that the public reads.
  for (const file of waiting.toSorted((a, b) => Number(b.edition === 'public') - Number(a.edition === 'public'))) {
    const outcome = await makeEdition(needs, now, meeting, file, start)
    if ('words' in outcome) await keepFailure(needs, now, meeting, file, outcome)
    else await keepFile(needs, now, file, start, outcome)
  }
}

async function makeEdition(
  needs: PackNeeds,
  now: Temporal.Instant,
  meeting: string,
  file: PackFile,
  start: PackStart,
): Promise<Typeset | Failure> {
  const reader = file.edition === 'public' ? asVisitor(now) : asSystem(now)
  const source = await readAs(needs.db, reader, (as) => findPackSource(as, meeting, file.publication))
  try {
    await sayStep(needs, now, file, 'setting')
    const made = await typesetPack(packInput(source, file.edition, start), { megabytes: 3000, seconds: 90, madeAt: now })
    if (file.edition === 'full') return made
    await sayStep(needs, now, file, 'searching')
    const phrases = await readAs(needs.db, asSystem(now), (as) => findForbiddenPhrases(as, meeting))
    const findings = await findForbidden(made.pdf, phrases)
    if (findings.length === 0) return made
    const pages = [...new Set(findings.map(({ page }) => page ?? 0))].filter((page) => page > 0)
    const where = pages.length === 0 ? '' : ` (page ${pages.join(', ')} of the file)`
    return {
      words: `The public pack was kept back: it holds words of an item in Part 2${where}. Change the paper or the title, then publish again.`,
      detail: findings,
    }
  } catch (error) {
    return { words: `The pack could not be made. ${error instanceof Error ? error.message : ''}`.trim(), detail: [] }
  }
}

/** Says how far the making of a file is, for whoever looks at the publication's page meanwhile. */
async function sayStep(needs: PackNeeds, now: Temporal.Instant, file: PackFile, step: PackStep): Promise<void> {
  await writeAs(needs.db, asSystem(now), (tx) =>
    tx
      .updateTable('meetings.pack_file')
      .set({ report: withReport({ step }) })
      .where('publication', '=', file.publication)
      .where('edition', '=', file.edition)
      .where('state', '=', 'waiting')
      .execute(),
  )
}

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

async function keepFile(
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
        report: withReport({ step: 'ready', replacedCharacters: report.replacedCharacters, milliseconds: report.milliseconds }),
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
