import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import type { MinutesForPrint } from '../queries/minutes-files.ts'
import { minutesStateWords } from '../words/minutes.ts'

/** Turns minutes that may be read into what the typesetter prints. */
export function minutesInput({ meeting, minutes, version }: MinutesForPrint): DocumentInput {
  const isFull = version.sections.some(({ category }) => category !== 'public')
  return {
    partnership: '',
    board: meeting.body.name,
    title: 'Minutes',
    date: weekdayInWords(meeting.heldOn),
    place: '',
    contact: '',
    label: `${minutesStateWords[minutes.state].word}${isFull ? ', with items not for the public' : ''}`,
    noticeLines: minutes.signedBy === '' ? [] : [`Signed by ${minutes.signedBy}.`],
    facts: [],
    lists: [],
    sections: version.sections.map(({ number, heading, tree }) => ({ number, title: heading, tree })),
  }
}
