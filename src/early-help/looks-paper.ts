import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { type Block, run } from '#platform/paper/tree.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import type { PaperEdition } from './assessment-paper.ts'
import { type findLooks, MOST_LOOKS } from './queries/record.ts'
import { lookWords } from './words/casework.ts'

/**
 * The list of who looked, on paper for the family (E6, X2): the latest first, at most `MOST_LOOKS`, whoever asked whether somebody is involved among them.
 * It names the reference and nobody of the family.
 */
export function looksPaper(
  reference: string,
  looks: Awaited<ReturnType<typeof findLooks>>,
  edition: PaperEdition,
  today: Temporal.PlainDate,
): DocumentInput {
  const rows = looks.map(({ at, name, organisationName, what }) => [
    ...[instantInWords(at), name, organisationName, lookWords[what as keyof typeof lookWords]],
  ])
  const table: Block = {
    type: 'table',
    align: ['start', 'start', 'start', 'start'],
    rows: [['When', 'Who', 'For', 'What'], ...rows].map((cells) => cells.map((words) => [run(words)])),
  }
  return {
    ...{ partnership: edition.partnership, board: 'Early help', title: 'Who looked at our record', date: dayInWords(today), place: '' },
    ...{ contact: '', label: reference, lists: [], large: edition.large, noticeLines: [] },
    facts: [['Listed here', looks.length < MOST_LOOKS ? 'Every look until this day' : `The latest ${MOST_LOOKS} looks`]],
    sections: [
      { number: '', title: 'Each look, as it was written down when it happened', tree: { version: 1, blocks: [table] }, ruled: 0 },
    ],
  }
}
