import type { JSX } from 'hono/jsx/jsx-runtime'
import { csvOf } from '#platform/csv.ts'
import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { type Block, run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { PaperEdition } from '../assessment-paper.ts'
import { requestPaths } from '../paths.ts'
import type { Exemption, HeldRecord, RequestLine } from '../queries/access-request.ts'
import { readingSections } from '../rules/access-request.ts'
import { entryVerdictWords, markWords } from '../words/access-request.ts'
import { requestCrumbs } from './request-page.tsx'

/** What is given: by section, each entry with who entered it; what is not decided is not in it, and what is kept back is counted by its reason. */
interface Answer {
  readonly sections: readonly { readonly name: string; readonly entries: readonly AnsweredEntry[] }[]
  readonly keptBack: readonly string[]
}
interface AnsweredEntry {
  readonly title: string
  readonly by: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
}

/** What is given of what is held, by what is decided of each entry. */
export function answerOf({ entries, names }: HeldRecord, exemptions: readonly Exemption[]): Answer {
  const given = entries.flatMap(({ entry, decision }) => {
    if (!decision || decision.verdict === 'withhold') return []
    const marks = entry.marks.filter((mark) => mark === 'about-other' || mark === 'names-other').map((mark) => markWords[mark])
    const facts = decision.verdict === 'part' ? [{ label: 'In part', value: decision.given }] : entry.facts
    return [
      {
        section: entry.section,
        title: [entry.title, ...marks].join('. '),
        by: `${names.get(entry.author ?? '') ?? 'Nobody who is named'}${entry.at === '' ? '' : `, ${dayInWords(Temporal.PlainDate.from(entry.at.slice(0, 10)))}`}`,
        facts,
      },
    ]
  })
  const counts = exemptions.map(({ code, name }) => [name, entries.filter(({ decision }) => decision?.exemption === code).length] as const)
  return {
    sections: readingSections
      .map((name) => ({ name, entries: given.filter(({ section }) => section === name) }))
      .filter((section) => section.entries.length > 0),
    keptBack: counts.filter(([, n]) => n > 0).map(([name, n]) => `${n}, in whole or in part: ${name}`),
  }
}

/** The answer as it stands now, on a page. */
export function AnswerPage(props: {
  readonly visit: Visit
  readonly request: RequestLine
  readonly held: HeldRecord
  readonly exemptions: readonly Exemption[]
}): JSX.Element {
  const { visit, request, held, exemptions } = props
  const answer = answerOf(held, exemptions)
  const crumbs = [...requestCrumbs, { text: `Request by ${request.askedBy}`, href: requestPaths.one(request.id) }]
  return (
    <Page visit={visit} title="What is given" breadcrumbs={crumbs}>
      <PageHead title="What is given" caption={`About ${held.subjectName}, to ${request.askedBy}`} />
      {answer.sections.map(({ name, entries }, index) => (
        <Card title={name} id={`section-${index}`}>
          <Fold title={entries.length === 1 ? '1 entry' : `${entries.length} entries`} open={index === 0}>
            {entries.map(({ title, by, facts }) => (
              <>
                <h3 class="govuk-heading-s">{title}</h3>
                <KeyFacts facts={facts} />
                <p class="govuk-hint">{by}</p>
              </>
            ))}
          </Fold>
        </Card>
      ))}
      <Card title="Kept back" id="kept-back">
        {answer.keptBack.length === 0 ? (
          <p class="govuk-body">Nothing is kept back.</p>
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {answer.keptBack.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  )
}

/** The same on paper, to be given. */
export function answerPaper(
  request: RequestLine,
  held: HeldRecord,
  exemptions: readonly Exemption[],
  edition: PaperEdition,
): DocumentInput {
  const answer = answerOf(held, exemptions)
  const paragraph = (text: string): Block => ({ type: 'paragraph', content: [run(text)] })
  const section = (title: string, blocks: readonly Block[]) => ({ number: '', title, tree: { version: 1 as const, blocks }, ruled: 0 })
  return {
    ...{ partnership: edition.partnership, board: 'Early help', title: 'What is held about you', date: dayInWords(request.receivedOn) },
    ...{ place: '', contact: '', label: `About ${held.subjectName}`, lists: [], large: edition.large },
    noticeLines: ['This is about a family. Keep it where nobody else reads it.'],
    facts: [
      ['Asked by', request.askedBy],
      ['Received', dayInWords(request.receivedOn)],
    ],
    sections: [
      ...answer.sections.map(({ name, entries }) =>
        section(
          name,
          entries.flatMap(({ title, by, facts }): Block[] => [
            { type: 'heading', level: 1, content: [run(title)] },
            ...facts.map(({ label, value }) => paragraph(`${label}: ${value.replaceAll('\n', ' ')}`)),
            paragraph(by),
          ]),
        ),
      ),
      section('Kept back', answer.keptBack.length === 0 ? [paragraph('Nothing is kept back.')] : answer.keptBack.map(paragraph)),
    ],
  }
}

/** The worksheet as CSV: every entry with its marks and what is decided; not what it says. */
export function worksheetCsv({ entries, names }: HeldRecord): string {
  return csvOf([
    ['section', 'kind', 'record', 'entered', 'author', 'marks', 'decision', 'exemption', 'because'],
    ...entries.map(({ entry, decision }) => [
      ...[entry.section, entry.title, entry.record, entry.at, names.get(entry.author ?? '') ?? ''],
      entry.marks.map((mark) => markWords[mark]).join('; '),
      ...(decision ? [entryVerdictWords[decision.verdict], decision.exemption ?? '', decision.because] : ['', '', '']),
    ]),
  ])
}
