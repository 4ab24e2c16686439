import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { type Paper, run } from '#platform/paper/tree.ts'
import { dayInWords, instantInWords, weekdayInWords } from '#platform/time/words.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { Publication } from '../queries/publications.ts'
import type { ToldOne } from '../queries/told.ts'
import { publicationName } from './publication.ts'
import { toldDetail, toldState } from './told.ts'

/** The certificate of despatch in words: the page, the table for spreadsheets and the PDF show the same. */
export interface Proof {
  readonly title: string
  readonly made: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const columns = ['Name', 'Address', 'By which list', 'Despatched', 'How', 'What became of it'] as const

/** Words the certificate of one publication. */
export function proofOf(meeting: Meeting, publication: Publication, told: readonly ToldOne[], now: Temporal.Instant): Proof {
  const instant = publication.timeKnown ? instantInWords(publication.publishedAt) : dayInWords(publication.publishedOn)
  const returned = told.filter(({ way, state }) => way === 'email' && (state === 'bounced' || state === 'refused')).length
  return {
    title: `${publicationName(publication)}, ${weekdayInWords(meeting.heldOn)}`,
    made: `As it stood on ${instantInWords(now)}. The lines are added when something is sent, and never changed.`,
    facts: [
      ['Published', instant],
      ['On the public page', publication.sight === 'public' ? `From the same moment, ${instant}` : 'Not at all: it is for members'],
      ...(publication.withdrawnAt
        ? [['Withdrawn', `${instantInWords(publication.withdrawnAt)}, because: ${publication.withdrawnReason}`] as const]
        : []),
      ['Told', `${told.filter(({ way }) => way === 'email').length} by mail at once`],
      ['Came back', String(returned)],
    ],
    columns,
    rows: told.map((one) => [
      one.name,
      one.email,
      one.lists.join(', ') || 'Members and officers',
      instantInWords(one.at),
      `${toldState(one).word}${one.hasCalendar && one.way === 'email' ? ', with a calendar entry' : ''}`,
      toldDetail(one),
    ]),
  }
}

/** The certificate as a document to print. */
export function proofDocument(proof: Proof, board: string, partnership: string): DocumentInput {
  const cell = (text: string) => [run(text === '' ? '–' : text)]
  const table: Paper = {
    version: 1,
    blocks: [
      {
        type: 'table',
        align: proof.columns.map(() => 'start' as const),
        rows: [proof.columns.map((heading) => [run(heading)]), ...proof.rows.map((row) => row.map(cell))],
      },
    ],
  }
  return {
    partnership,
    board,
    title: 'Proof of despatch',
    date: proof.title,
    place: '',
    contact: '',
    label: proof.made,
    noticeLines: [],
    facts: proof.facts,
    lists: [],
    sections: [{ number: '', title: 'Who was told', tree: table }],
  }
}
