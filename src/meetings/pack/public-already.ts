import { readAs } from '#platform/database/session.ts'
import { type Finding, findForbidden } from '#platform/documents/pdf/scan.ts'
import { digestOfWords, findClearedDigests, findPublishedDocuments } from '../queries/cleared-sentences.ts'
import { isWholeSentence } from '../rules/cleared-sentence.ts'
import { asSystem, asVisitor, type PackNeeds } from './making.ts'

/** What a body published this long ago is not looked through for a sentence: the clerk can still confirm it. */
const mostDocuments = 24

/**
 * What of the findings still keeps a public file back. A whole sentence does not where somebody named said that it is not confidential, or where it
 * can be read in something that the body has published already; titles, names and sums always do.
 */
export async function withoutPublicSentences(
  needs: PackNeeds,
  now: Temporal.Instant,
  of: { readonly meeting: string; readonly body: string },
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  if (!findings.some(({ phrase }) => isWholeSentence(phrase))) return findings
  const cleared = await readAs(needs.db, asSystem(now), (as) => findClearedDigests(as, of.meeting))
  const open = findings.filter(({ phrase }) => !(isWholeSentence(phrase) && cleared.has(digestOfWords(phrase))))
  const known = await publishedAlready(needs, now, of.body, new Set(open.map(({ phrase }) => phrase).filter(isWholeSentence)))
  return open.filter(({ phrase }) => !known.has(phrase))
}

/** Which sentences stand on pages that everybody can open, asked as a visitor. */
async function publishedAlready(
  needs: PackNeeds,
  now: Temporal.Instant,
  body: string,
  sought: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  if (sought.size === 0) return known
  const documents = await readAs(needs.db, asVisitor(now), (as) => findPublishedDocuments(as, body, mostDocuments))
  for (const document of documents) {
    const left = [...sought].filter((sentence) => !known.has(sentence))
    if (left.length === 0) break
    const found = await findForbidden(await needs.documents.open(document), left).catch(() => [])
    // What stands in properties or bookmarks alone nobody has read.
    for (const { phrase, place } of found) if (place === 'text') known.add(phrase)
  }
  return known
}
