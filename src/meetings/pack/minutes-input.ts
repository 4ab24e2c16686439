import type { DocumentInput, DocumentSection } from '#platform/documents/pdf/pack-input.ts'
import { run } from '#platform/paper/tree.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import type { MinutesForPrint } from '../queries/minutes-files.ts'
import { givenWords } from '../words/filed-file.ts'
import { minutesStateWords } from '../words/minutes.ts'
import { hiddenMinuteWords } from '../words/part-two.ts'

/** Turns minutes that may be read into what the typesetter prints. */
export function minutesInput({ meeting, minutes, version, parts, filed }: MinutesForPrint): DocumentInput {
  const isFull = [...version.sections, ...filed].some(({ category }) => category !== 'public')
  return {
    partnership: '',
    board: [meeting.body, ...meeting.joint].map(({ name }) => name).join(' and '),
    title: 'Minutes',
    date: weekdayInWords(meeting.heldOn),
    place: '',
    contact: '',
    label: `${minutesStateWords[minutes.state].word}${isFull ? ', with items not for the public' : ''}`,
    noticeLines: minutes.signedBy === '' ? [] : [`Signed by ${minutes.signedBy}.`],
    facts: [],
    lists: [],
    sections: [...parts.map(sectionOf), ...filedSection(filed)],
  }
}

/** A section as it is, or in its place that it is not for the public. */
function sectionOf(part: MinutesForPrint['parts'][number]): DocumentSection {
  if (part.kind === 'section') return { number: part.section.number, title: part.section.heading, tree: part.section.tree }
  const said = { type: 'paragraph', content: [run(hiddenMinuteWords(part))] } as const
  return { number: '', title: part.title, tree: { version: 1, blocks: [said] } }
}

/** What was read out or shown, by its titles: the files themselves are opened where the minutes are read on the web. */
function filedSection(filed: MinutesForPrint['filed']): readonly DocumentSection[] {
  if (filed.length === 0) return []
  const items = filed.map((file) => ({ content: [run(`${file.title}. ${givenWords(file)}. Under ${file.under}.`)], lists: [] }))
  return [{ number: '', title: 'Filed with these minutes', tree: { version: 1, blocks: [{ type: 'list', ordered: false, items }] } }]
}
