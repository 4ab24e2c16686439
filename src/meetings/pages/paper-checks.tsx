import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { type StatusMeaning, StatusPill } from '#platform/web/components/status-pill.tsx'
import { DrawnField, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { emptyForm } from '#platform/web/forms.ts'
import { Button, Details } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { PaperCheck, PaperRecord } from '../queries/papers.ts'
import { checksInForce, type Verdict } from '../rules/paper.ts'
import { disciplineWords, verdictWords } from '../words/paper.ts'

/** What a paper's checks need to be shown and asked for. */
export interface PaperChecksProps {
  readonly visit: Visit
  readonly paper: PaperRecord
  readonly checks: readonly PaperCheck[]
  readonly mayCheck: boolean
}

const verdictMeanings: Readonly<Record<Verdict, StatusMeaning>> = { asked: 'draft', cleared: 'good', returned: 'bad', withdrawn: 'neutral' }

/** Who was asked to look at a paper and what they said, with the forms to ask and to answer. */
export function PaperChecks({ visit, paper, checks, mayCheck }: PaperChecksProps): JSX.Element {
  const inForce = checksInForce(checks)
  const ask = meetingPaths.paperStep(paper.id, 'ask')
  const answer = meetingPaths.paperStep(paper.id, 'answer')
  const open = mayCheck && (paper.state === 'draft' || paper.state === 'in_checking')
  return (
    <Card title="Checks" id="checks">
      {inForce.length > 0 && (
        <dl class="gt-stacked">
          {inForce.map(({ discipline, overrides, verdict, checker, note }) => (
            <>
              <dt>
                {disciplineWords[discipline]}, advice that {overrides ? 'overrides' : 'informs'}
              </dt>
              <dd>
                <StatusPill meaning={verdictMeanings[verdict]}>{verdictWords[verdict]}</StatusPill>{' '}
                {[checker, note].filter((part) => part !== '').join(': ')}
              </dd>
            </>
          ))}
        </dl>
      )}
      {open && (
        <Details summaryText="Ask for a check">
          <form method="post" action={ask}>
            <CsrfField visit={visit} />
            <DrawnField
              field={{
                kind: 'radios',
                id: 'ask-discipline',
                name: 'discipline',
                label: 'Which check?',
                options: optionsOf(disciplineWords),
              }}
              form={emptyForm()}
            />
            <DrawnField field={{ kind: 'line', id: 'ask-checker', name: 'checker', label: 'Who checks?' }} form={emptyForm()} />
            <DrawnField
              field={{
                kind: 'tick',
                id: 'ask-overrides',
                name: 'overrides',
                label: 'Their advice overrides: a returned paper cannot be cleared',
              }}
              form={emptyForm()}
            />
            <Button text="Ask" classes="govuk-button--secondary" />
          </form>
        </Details>
      )}
      {open && inForce.length > 0 && (
        <Details summaryText="Record an answer">
          <form method="post" action={answer}>
            <CsrfField visit={visit} />
            <DrawnField
              field={{
                kind: 'select',
                id: 'answer-discipline',
                name: 'discipline',
                label: 'Check',
                options: optionsOf(disciplineWords).map((option) => ({ ...option })),
              }}
              form={emptyForm()}
            />
            <DrawnField
              field={{
                kind: 'select',
                id: 'answer-verdict',
                name: 'verdict',
                label: 'Answer',
                options: [
                  { value: 'cleared', text: 'Cleared' },
                  { value: 'returned', text: 'Returned' },
                  { value: 'withdrawn', text: 'Taken back: the check is not needed, or its advice no longer holds' },
                ],
              }}
              form={emptyForm()}
            />
            <DrawnField field={{ kind: 'lines', id: 'answer-note', name: 'note', label: 'Advice', rows: 3 }} form={emptyForm()} />
            <Button text="Record answer" classes="govuk-button--secondary" />
          </form>
        </Details>
      )}
    </Card>
  )
}
