import { readAs } from '#platform/database/session.ts'
import type { Typeset } from '#platform/documents/pdf/pack-input.ts'
import { findForbidden } from '#platform/documents/pdf/scan.ts'
import { typesetPack } from '#platform/documents/pdf/typeset-pack.ts'
import { findMeeting } from '../queries/meeting.ts'
import { findPackFiles, type PackFile } from '../queries/publications.ts'
import { findForbiddenPhrases } from './forbidden.ts'
import { findExemptWords } from './forbidden-files.ts'
import { keepFailure, keepFile } from './keep-pack.ts'
import { asSystem, asVisitor, type Failure, type PackNeeds } from './making.ts'
import { type PackStart, packInput } from './pack-input.ts'
import { findPackSource } from './pack-source.ts'
import { findPackStart } from './pack-start.ts'
import { type Progress, progressOf } from './progress.ts'
import { withoutPublicSentences } from './public-already.ts'

// The compiler reserves about twice what it holds; an edition of 1,000 pages holds 1.1 GB.
const limits = { megabytes: 3000, seconds: 120 }

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
    if (!outcome) continue
    if ('words' in outcome) await keepFailure(needs, now, meeting, file, outcome)
    else await keepFile(needs, now, file, start, outcome)
  }
}

/** Undefined where nobody wants it any more. */
async function makeEdition(
  needs: PackNeeds,
  now: Temporal.Instant,
  meeting: string,
  file: PackFile,
  start: PackStart,
): Promise<Typeset | Failure | undefined> {
  const reader = file.edition === 'public' ? asVisitor(now) : asSystem(now)
  const progress = progressOf(needs, now, file)
  try {
    const source = await readAs(needs.db, reader, (as) => findPackSource(as, meeting, file.publication))
    const input = packInput(source, file.edition, start, needs.config.publicUrl)
    await progress.step('setting')
    const { signal, line } = progress
    const made = await typesetPack(input, { ...limits, madeAt: now, signal, say: line }, (document) => needs.documents.open(document))
    return file.edition === 'full' ? made : await checkPublic(needs, now, meeting, made, progress)
  } catch (error) {
    if (progress.signal.aborted) return undefined
    return { words: `The pack could not be made. ${error instanceof Error ? error.message : ''}`.trim(), detail: [] }
  }
}

/** Searches a public file, the pages of uploads included, for everything of Part 2; what is found keeps it back. */
async function checkPublic(
  needs: PackNeeds,
  now: Temporal.Instant,
  meeting: string,
  made: Typeset,
  progress: Progress,
): Promise<Typeset | Failure> {
  await progress.step('searching')
  const written = await readAs(needs.db, asSystem(now), (as) => findForbiddenPhrases(as, meeting))
  const brought = await findExemptWords(needs, now, meeting)
  const { body } = await readAs(needs.db, asSystem(now), (as) => findMeeting(as, meeting))
  const found = await findForbidden(made.pdf, [...new Set([...written, ...brought])])
  const findings = await withoutPublicSentences(needs, now, { meeting, body }, found)
  if (findings.length === 0) return made
  const pages = [...new Set(findings.map(({ page }) => page ?? 0))].filter((page) => page > 0)
  const where = pages.length === 0 ? '' : ` (page ${pages.join(', ')} of the file)`
  return {
    words: `The public pack was kept back: it holds words of an item in Part 2${where}. Look at the words: change the paper or the title, or say that a sentence is not confidential.`,
    detail: findings,
  }
}
