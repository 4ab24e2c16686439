import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { partTwoPaths } from '../paths.ts'
import type { AgendaItem } from '../queries/agenda.ts'
import type { PaperSecrecy } from '../queries/paper-secrecy.ts'
import type { PaperRecord } from '../queries/papers.ts'
import { categoryWords, paragraphsInWords } from '../words/agenda.ts'
import { heldBackSentence } from '../words/part-two.ts'

/** Whether it is exempt, by its item or for itself, and the way to say so. */
export function WhoMayRead({
  item,
  paper,
  secrecy,
  mayCheck,
}: {
  readonly item: AgendaItem
  readonly paper: PaperRecord
  /** What is said of it where it is exempt for itself. */
  readonly secrecy: PaperSecrecy | undefined
  readonly mayCheck: boolean
}): JSX.Element {
  const words = secrecy
    ? `Exempt for itself: ${paragraphsInWords({ category: 'exempt', paragraphs: secrecy.paragraphs })}.`
    : item.category === 'public'
      ? paper.category === 'public'
        ? 'Everybody, once it is out, as its item.'
        : 'Members. Its item was released, and it was not.'
      : `Members. It is ${categoryWords[item.category].toLowerCase()} as its item: ${paragraphsInWords(item)}.`
  return (
    <Card title="Who may read it" id="who-reads">
      <p class="govuk-body">{words}</p>
      {secrecy && paper.category !== 'public' && (
        <p class="govuk-body">Everybody reads: “{heldBackSentence({ category: 'exempt', ...secrecy })}”</p>
      )}
      {mayCheck && paper.sight === 'draft' && item.category !== 'confidential' && (
        <p class="govuk-body">
          <a class="govuk-link" href={partTwoPaths.judgePaper(paper.id)}>
            Judge this paper for itself
          </a>
        </p>
      )}
    </Card>
  )
}
