import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { challengePaths } from '../paths.ts'
import type { Challenge, ChallengeStep } from '../queries/challenges.ts'
import { howWords } from '../words/challenge.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** A letter of the ladder: its words, how it went out, its answer. */
export function LetterPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly challenge: Challenge
  readonly step: ChallengeStep
  readonly mayWrite: boolean
}): JSX.Element {
  const { visit, board, challenge, step, mayWrite } = props
  const { letter, sentOn, answeredOn, answerDueOn, position } = step
  const link = (name: 'edit' | 'sent' | 'answer', text: string) => (
    <a class="govuk-link" href={challengePaths.letterStep(challenge.id, position, name)}>
      {text}
    </a>
  )
  return (
    <Page
      visit={visit}
      title={`Letter of step ${position}`}
      breadcrumbs={crumbsOf(
        board,
        { text: 'Log of challenge', href: challengePaths.log(board.slug) },
        { text: challenge.title, href: challengePaths.challenge(challenge.id) },
      )}
    >
      <PageHead
        title={`Letter of step ${position}`}
        caption={`Challenge ${challenge.number}: ${challenge.title}`}
        status={sentOn ? <StatusPill meaning="good">Sent</StatusPill> : <StatusPill meaning="draft">Draft</StatusPill>}
      />
      <KeyFacts
        facts={[
          { label: 'From', value: step.who },
          { label: 'To', value: letter?.sentTo || step.toWhom },
          ...(step.copiedTo === '' ? [] : [{ label: 'Copy to', value: step.copiedTo }]),
          {
            label: 'Sent',
            value: sentOn && `${dayInWords(sentOn)}, ${howWords[(letter?.sentHow || 'post') as keyof typeof howWords].toLowerCase()}`,
          },
          ...(sentOn ? [{ label: 'Answer due', value: answerDueOn && dayInWords(answerDueOn) }] : []),
          ...(answeredOn ? [{ label: 'Answered', value: dayInWords(answeredOn) }] : []),
        ]}
      />
      <Card title="The letter" id="letter" link={{ text: 'As PDF', href: challengePaths.letterPdf(challenge.id, position) }}>
        <TypedWords words={letter?.text ?? ''} />
      </Card>
      {letter && letter.answer !== '' && (
        <Card title="The answer" id="answer">
          <TypedWords words={letter.answer} />
        </Card>
      )}
      {mayWrite && (
        <div class="govuk-button-group">
          {!sentOn && link('edit', 'Change the words')}
          {!sentOn && link('sent', 'Send it, or record that it was sent')}
          {sentOn && !answeredOn && link('answer', 'Record the answer')}
        </div>
      )}
    </Page>
  )
}
