import { csvOf } from '#platform/csv.ts'
import { addresseeOf } from './pages/register-page.tsx'
import type { Recommendation } from './queries/recommendations.ts'
import { paragraphsInWords } from './rules/review.ts'
import { responseWords, sourceWords, stateWords } from './words/recommendation.ts'

const headings = [
  ...[
    'reference',
    'recommendation',
    'source kind',
    'source',
    'paragraphs',
    'made on',
    'to',
    'response due on',
    'response',
    'reason',
    'responded on',
  ],
  ...['actions', 'actions done', 'impacts', 'how it stands', 'closed on', 'why it was closed'],
]

/** The register as a spreadsheet: as the page shows it to the same reader. What is not recorded is an empty cell. */
export function registerCsv(recommendations: readonly Recommendation[]): string {
  return csvOf([
    headings,
    ...recommendations.map((one) => [
      ...[
        one.reference,
        one.text,
        sourceWords[one.sourceKind],
        one.source,
        paragraphsInWords(one.restsOn),
        one.madeOn.toString(),
        addresseeOf(one),
      ],
      ...[
        one.responseDueOn?.toString() ?? '',
        one.response ? responseWords[one.response] : '',
        one.responseReason,
        one.respondedOn?.toString() ?? '',
      ],
      ...[String(one.actions.length), String(one.actions.filter(({ doneOn }) => doneOn !== undefined).length), String(one.impacts)],
      ...[stateWords[one.state].word, one.closedOn?.toString() ?? '', one.closedBecause],
    ]),
  ])
}
