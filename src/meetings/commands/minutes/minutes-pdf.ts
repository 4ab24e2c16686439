import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { typesetDocument } from '#platform/documents/pdf/typeset-pack.ts'
import type { DocumentStore } from '#platform/documents/store.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import type { Minutes, MinutesVersion } from '../../queries/minutes.ts'
import type { RecordedMeeting } from '../../queries/record.ts'
import { minutesStateWords } from '../../words/minutes.ts'

/** One edition of the PDF: its document, or why there is none. */
export interface MinutesEdition {
  readonly edition: 'public' | 'full'
  /** sha-256; '' where setting failed. */
  readonly document: string
  readonly pages: number | null
  readonly problem: string
}

/** Sets the minutes as PDF: the public edition from public sections alone, and the full one where there is more. A failure never stops publishing. */
export async function typesetMinutes(
  documents: DocumentStore,
  meeting: RecordedMeeting,
  minutes: Minutes,
  version: MinutesVersion,
  madeAt: Temporal.Instant,
): Promise<readonly MinutesEdition[]> {
  const open = version.sections.filter(({ category }) => category === 'public')
  const editions = [{ edition: 'public' as const, sections: open }]
  const all = open.length === version.sections.length ? editions : [...editions, { edition: 'full' as const, sections: version.sections }]
  const made: MinutesEdition[] = []
  for (const { edition, sections } of all)
    made.push(await typeset(documents, documentOf(meeting, minutes, sections, edition), edition, madeAt))
  return made
}

async function typeset(
  documents: DocumentStore,
  input: DocumentInput,
  edition: MinutesEdition['edition'],
  madeAt: Temporal.Instant,
): Promise<MinutesEdition> {
  try {
    const { pdf, report } = await typesetDocument(input, { megabytes: 1000, seconds: 30, madeAt })
    const { sha256 } = await documents.put(pdf, 'application/pdf')
    return { edition, document: sha256, pages: report.pages, problem: '' }
  } catch (error) {
    return { edition, document: '', pages: null, problem: error instanceof Error ? error.message : String(error) }
  }
}

function documentOf(
  meeting: RecordedMeeting,
  minutes: Minutes,
  sections: MinutesVersion['sections'],
  edition: MinutesEdition['edition'],
): DocumentInput {
  const full = edition === 'full' ? ', with items not for the public' : ''
  return {
    partnership: '',
    board: meeting.body.name,
    title: 'Minutes',
    date: weekdayInWords(meeting.heldOn),
    place: '',
    contact: '',
    label: `${minutesStateWords[minutes.state].word}${full}`,
    noticeLines: minutes.signedBy === '' ? [] : [`Signed by ${minutes.signedBy}.`],
    facts: [],
    lists: [],
    sections: sections.map(({ number, heading, tree }) => ({ number, title: heading, tree })),
  }
}
