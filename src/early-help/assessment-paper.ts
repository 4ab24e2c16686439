import type { DocumentInput, DocumentSection } from '#platform/documents/pdf/pack-input.ts'
import { typesetDocument } from '#platform/documents/pdf/typeset-pack.ts'
import { type Block, type Run, run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { AssessmentPageProps } from './pages/assessment-page.tsx'
import type { Known, KnownSources } from './queries/known.ts'
import type { Dissent } from './queries/putting-right.ts'
import { type ReadLine, readLines } from './rules/answer-words.ts'
import type { Answer, FormDefinition, FormLine, FormPart } from './rules/assessment-form.ts'
import { mayStandFor } from './rules/withheld.ts'
import { notHere, verdictPills } from './words/assessment.ts'
import { evidenceWords } from './words/casework.ts'
import { ended } from './words/sentences.ts'

const limits = { megabytes: 1000, seconds: 30 }
/** An edition on paper. */
export interface PaperEdition {
  readonly partnership: string
  readonly large: boolean
  readonly madeAt: Temporal.Instant
}

const paragraph = (text: string, strong = false): Block => ({ type: 'paragraph', content: [run(text, strong ? { strong: true } : {})] })
const heading = (text: string): Block => ({ type: 'heading', level: 1, content: [run(text)] })
const paragraphs = (words: string): readonly Block[] =>
  words
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one) => paragraph(one))
const table = (columns: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  type: 'table',
  align: columns.map(() => 'start' as const),
  rows: [columns, ...rows].map((cells) => cells.map((words): readonly Run[] => [run(words)])),
})
// A cell of a table on paper is one line of sentences.
const inOneLine = (words: string): string =>
  words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at, all) => (at < all.length - 1 ? ended(line) : line))
    .join(' ')
const section = (title: string, blocks: readonly Block[], ruled = 0): DocumentSection => ({
  number: '',
  title,
  tree: { version: 1, blocks },
  ruled,
})

const front = (edition: PaperEdition, title: string, date: string, label: string) => ({
  ...{ partnership: edition.partnership, board: 'Early help', title, date, place: '', contact: '', label, lists: [] },
  large: edition.large,
})

/** A version of the form with nothing in it, to be filled in by hand: the same questions in the same words as on the screen. */
export function emptyPaper(definition: FormDefinition, edition: PaperEdition): DocumentInput {
  const date = definition.startsOn
    ? `Version ${definition.number}, from ${dayInWords(definition.startsOn)}`
    : `Version ${definition.number}, draft`
  return {
    ...front(edition, definition.name, date, 'To be filled in with the family'),
    noticeLines: ['Answering is free. Any question can be left open, and “did not want to say” is an answer.'],
    facts: [],
    sections: [
      section('Number and days', [paragraph('Number of the assessment; started on; sent to the co-ordinator on')], 2),
      ...definition.parts.flatMap((part) => [
        section(part.title, part.hint === '' ? [] : [paragraph(part.hint)]),
        ...part.lines.filter(({ inside }) => inside === undefined).map((line) => emptyLine(line, part)),
      ]),
      section(
        'Does this capture your views and give a way forward?',
        [paragraph('Each of the family for themselves, in their own words')],
        6,
      ),
      section('Signed as accurate', [paragraph('Name, signature and day: of the family, and of the lead')], 4),
    ],
  }
}

function emptyLine(line: FormLine, part: FormPart): DocumentSection {
  const on = part.lines.find(({ field }) => field === line.shownIf)
  const only = on
    ? `Only after “${on.options
        .filter(([code]) => line.shownCodes.includes(code))
        .map(([, words]) => words)
        .join('” or “')}” above`
    : ''
  const words = [only, line.hint].filter((one) => one !== '').map((one) => paragraph(one))
  const columns = part.lines.filter(({ inside }) => inside === line.field)
  if (line.kind === 'repeat') return section('', [heading(line.label), paragraph(columns.map(({ label }) => label).join('; '))], 10)
  if (line.options.length > 0)
    return section('', [
      heading(line.label),
      ...words,
      { type: 'list', ordered: false, items: line.options.map(([, said]) => ({ content: [run(said)], lists: [] })) },
    ])
  return section('', [heading(line.label), ...words], line.kind === 'long' || line.kind === 'record' ? 6 : 1)
}

/** An assessment as it was made, in the words of its own version of the form; what is not open to whoever prints is not in it. */
export function filledPaper(
  all: Omit<AssessmentPageProps, 'visit' | 'readers'> & {
    readonly known: KnownSources
    readonly dissents: readonly Dissent[]
    /** Everybody who is the one of the family for whom it is printed; undefined where it is for nobody of them: then nothing goes on it that is withheld from anybody. */
    readonly reader: readonly string[] | undefined
  },
  edition: PaperEdition,
): DocumentInput {
  const { assessment, definition, answers, around, open, known } = all
  const parts = definition.parts.map((part) =>
    section(part.title, open.has(part.class) ? filledPart(part, answers, known) : [paragraph('Not open to whoever printed this.')]),
  )
  const views = around.views.flatMap((one) => [
    paragraph(
      `${one.name ?? 'Somebody of the family'}: ${verdictPills[one.verdict as keyof typeof verdictPills][1]}, ${dayInWords(one.saidOn)}`,
      true,
    ),
    ...paragraphs(one.words),
  ])
  const against = all.dissents
    .filter(({ class: part, withheldFrom }) => part === 'assessment' && mayStandFor(withheldFrom, all.reader))
    .flatMap((one) => [paragraph(`${one.who}, ${dayInWords(one.saidOn)}, about “${one.about}”`, true), ...paragraphs(one.words)])
  const signed = around.signatures.map((one) =>
    paragraph(`${one.name}, ${dayInWords(one.signedOn)}. ${evidenceWords[one.evidence as keyof typeof evidenceWords]}.`),
  )
  return {
    ...front(
      edition,
      `Assessment ${assessment.number}`,
      dayInWords(assessment.startedOn),
      assessment.takenBack ? 'Taken back, begun by mistake' : assessment.completedAt ? `Version ${assessment.revision}` : 'Being made',
    ),
    noticeLines: ['This is about a family. Keep it where nobody else reads it.'],
    facts: [
      ['Started on', dayInWords(assessment.startedOn)],
      ['Sent to the co-ordinator on', assessment.sentOn ? dayInWords(assessment.sentOn) : 'Not sent'],
      ['Form', `Version ${definition.number}`],
    ],
    sections: [
      ...parts,
      section(
        'Does this capture their views and give a way forward?',
        views.length > 0 ? views : [paragraph('Nothing is recorded, or nothing of it is open to whoever printed this.')],
      ),
      ...(against.length > 0 ? [section('Somebody says that this is wrong', against)] : []),
      section('Signed as accurate', signed.length > 0 ? signed : [paragraph('Nobody has signed yet.')]),
    ],
  }
}

const filledPart = (part: FormPart, answers: readonly Answer[], known: KnownSources): readonly Block[] =>
  readLines(part.lines, answers).flatMap((read) => [
    heading(read.line.label),
    ...filledLine(read, read.line.source && known.get(read.line.source)),
  ])

function filledLine(read: ReadLine, known: Known | undefined): readonly Block[] {
  if (read.kind === 'record') {
    const apart = read.line.source && notHere[read.line.source]
    return [
      known && known.rows.length > 0
        ? table(
            known.columns,
            known.rows.map((cells) => cells.map((words) => inOneLine(words) || 'Not recorded')),
          )
        : paragraph('Nothing is recorded, or nothing of it is open to whoever printed this.'),
      ...(apart ? [paragraph(apart)] : []),
    ]
  }
  if (read.kind === 'rows')
    return read.rows.length > 0
      ? [
          table(
            read.columns.map(({ label }) => label),
            read.rows,
          ),
        ]
      : [paragraph('Not answered')]
  return read.words === '' ? [paragraph('Not answered')] : paragraphs(read.words)
}

/** Sets it as an accessible PDF. @throws ChildFailed where it takes too long */
export async function paperPdf(document: DocumentInput, edition: PaperEdition): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array((await typesetDocument(document, { ...limits, madeAt: edition.madeAt })).pdf)
}
