import type { JSX } from 'hono/jsx/jsx-runtime'
import { DateText } from '#platform/web/components/date-text.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { AskedPartner, TakenHome } from '../rules/taken-home.ts'
import { forceWords, standingWords } from '../words/ratification.ts'
import { AnswersOfPartner } from './ratification-parts.tsx'

/** One partner's part in a decision: the words it was asked about, and everything it said. */
export function RatificationPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly home: TakenHome
  readonly partner: AskedPartner
  /** False for whoever answers for the partner and may not read the decision. */
  readonly readsDecision: boolean
  readonly mayAnswer: boolean
}): JSX.Element {
  const { visit, board, home, partner } = props
  const { word, meaning } = standingWords(home.purpose, partner.standing)
  const force = forceWords(home)
  return (
    <Page
      visit={visit}
      title={`${partner.name}: ${board.name}`}
      breadcrumbs={[
        { text: board.name, href: recordPaths.board(board.slug) },
        ...(props.readsDecision ? [{ text: 'The decision', href: recordPaths.decision(home.decision) }] : []),
      ]}
    >
      <PageHead title={partner.name} caption={`A decision of ${board.name}`} status={<StatusPill meaning={meaning}>{word}</StatusPill>} />
      <p class="govuk-body-l">{home.text.text}</p>
      {home.text.reason !== '' && <p>These words differ from those that were decided, because: {home.text.reason}</p>}
      {home.withdrawn && <p class="govuk-inset-text">The decision has been withdrawn: no answer is needed any more.</p>}
      <KeyFacts
        facts={[
          { label: 'Asked on', value: <DateText day={home.askedOn} /> },
          { label: 'Answer due by', value: <DateText day={home.dueOn} /> },
          ...(props.readsDecision ? [{ label: 'The decision', value: force.words }] : []),
        ]}
      />
      {props.mayAnswer && (
        <p>
          <a class="govuk-link" href={recordPaths.answerRatification(partner.id)}>
            {partner.standing.answer === 'pending' ? 'Answer' : 'Put the answer right'}
          </a>
        </p>
      )}
      <AnswersOfPartner home={home} partner={partner} />
    </Page>
  )
}
