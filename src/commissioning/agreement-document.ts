import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { type Block, type Paper, run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Variation } from './queries/agreement-change.ts'
import type { Chapter } from './queries/agreement-parts.ts'
import type { Agreement } from './queries/agreements.ts'
import type { LegalField } from './rules/agreement.ts'
import { agreementStateWords, partWords } from './words/agreement.ts'

/** What an agreement is made of, for its document. */
export interface AgreementParts {
  readonly agreement: Agreement
  readonly board: { readonly name: string }
  readonly fields: readonly LegalField[]
  readonly texts: ReadonlyMap<string, string>
  readonly chapters: readonly Chapter[]
  readonly scope: readonly { readonly title: string; readonly isIn: boolean; readonly why: string }[]
  readonly variations: readonly Variation[]
}

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [run(text)] })
const paragraphs = (text: string): readonly Block[] =>
  text
    .split(/\n{2,}/)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map(paragraph)
const heading = (text: string): Block => ({ type: 'heading', level: 1, content: [run(text)] })
const points = (texts: readonly string[]): Block => ({
  ...{ type: 'list', ordered: false, items: texts.map((text) => ({ content: [run(text)], lists: [] })) },
})
const paper = (blocks: readonly Block[]): Paper => ({ version: 1, blocks })
const chapterParts = [
  ['scope', 'Scope'],
  ['performance', 'Performance'],
  ['finance', 'Finance'],
  ['resources', 'Resources'],
  ['decisionMaking', 'Decision making'],
  ['riskShare', 'Risk share'],
] as const

/** An agreement as a document to be set: its parties and signatures, what its law demands in writing, its chapters, its scope and its variations (C4). */
export function agreementDocument(parts: AgreementParts, partnership: string): DocumentInput {
  const { agreement, board, fields, texts, chapters, scope, variations } = parts
  const sections: readonly (readonly [title: string, blocks: readonly Block[]])[] = [
    ['What it is about', paragraphs(agreement.summary)],
    ['Parties and signatures', agreement.parties.length === 0 ? [] : [points(agreement.parties.map(partyInWords))]],
    ...fields.map(
      ({ key, name, asks, source }) =>
        [name, paragraphs(texts.get(key) ?? (source === '' ? '' : `Not written yet. ${asks} (${source}).`))] as const,
    ),
    ...chapters.map(
      (chapter) =>
        [
          `Chapter ${chapter.position}: ${chapter.title}`,
          [
            paragraph(`Lead commissioner: ${chapter.leadName}.`),
            ...chapterParts.flatMap(([key, label]) => (chapter[key] === '' ? [] : [heading(label), ...paragraphs(chapter[key])])),
          ],
        ] as const,
    ),
    [
      'Services in and out of scope',
      scope.length === 0
        ? []
        : [points(scope.map(({ title, isIn, why }) => `${title}: ${isIn ? 'in scope' : 'out of scope'}${why === '' ? '' : `. ${why}`}`))],
    ],
    ['Variations', variations.length === 0 ? [] : [points(variations.map(variationInWords))]],
  ]
  return {
    partnership: partnership === board.name ? '' : partnership,
    ...{ board: board.name, title: agreement.title, place: '', contact: '', noticeLines: [], lists: [] },
    date: `In effect from ${dayInWords(agreement.startsOn)}`,
    label: `${agreement.basisName}: ${agreementStateWords[agreement.state].word.toLowerCase()}`,
    facts: factsOf(agreement),
    sections: sections.filter(([, blocks]) => blocks.length > 0).map(([title, blocks]) => ({ number: '', title, tree: paper(blocks) })),
  }
}

const factsOf = (agreement: Agreement): readonly (readonly [string, string])[] => [
  ...(agreement.reference === '' ? [] : [['Reference', agreement.reference] as const]),
  ['Rests on', agreement.basisSource === '' ? 'No law of its own' : agreement.basisSource],
  ['Host', agreement.hostName],
  ['Pool manager', agreement.managerName === '' ? 'None named' : agreement.managerName],
  ['Last day', agreement.endsOn === undefined ? 'Until it is ended' : dayInWords(agreement.endsOn.subtract({ days: 1 }))],
  ['Next review', agreement.reviewOn === undefined ? 'Not settled' : dayInWords(agreement.reviewOn)],
]

function partyInWords(party: Agreement['parties'][number]): string {
  const signed =
    party.signedOn === undefined ? 'not signed' : `signed on ${dayInWords(party.signedOn)} by the ${party.signedBy.toLowerCase()}`
  return `${party.name}, ${partWords[party.part].toLowerCase()} from ${dayInWords(party.startsOn)}: ${signed}.`
}

function variationInWords({ number, what, startsOn, signedOn, signedBy }: Variation): string {
  return `Variation ${number} from ${dayInWords(startsOn)}: ${what} ${signedOn === undefined ? 'Not signed.' : `Signed on ${dayInWords(signedOn)}, ${signedBy}.`}`
}
