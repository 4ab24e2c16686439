import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { assessmentPaths, type FamilyStep, familyPaths } from '../paths.ts'
import { mayIn } from '../rules/access.ts'
import type { NextStep } from '../rules/next-step.ts'
import type { FamilyPageProps } from './family-page.tsx'

interface Way {
  readonly href: string
  readonly text: string
}

// The button, and in one sentence why it is next.
const nextWords: Readonly<Record<NextStep, readonly [(episode: string) => string, string, string]>> = {
  answer: [
    familyPaths.answerLead,
    'Answer',
    'You are asked to lead this family. Nobody leads without saying yes. Until you answer, you read only what stands here.',
  ],
  'ask-family': [
    (episode) => familyPaths.step(episode, 'agreement'),
    'Record what the family agrees to',
    'The family has not been asked yet. Until it agrees, nobody else reads anything.',
  ],
  'ask-again': [
    (episode) => familyPaths.step(episode, 'agreement'),
    'Record what the family agrees to',
    'The family took its agreement back. Ask again, or close the record.',
  ],
  'ask-lead': [(episode) => familyPaths.step(episode, 'lead'), 'Ask somebody to lead', 'The family agreed, and nobody leads yet.'],
  assess: [assessmentPaths.list, 'Begin the assessment', 'The family agreed, and nothing is assessed yet.'],
  'go-on': [assessmentPaths.list, 'Go on with the assessment', 'It was begun, and is not complete.'],
  'make-plan': [familyPaths.plan, 'Make the plan', 'The assessment is complete, and there is no plan yet.'],
  review: [familyPaths.plan, 'Review the plan', 'Its review is due now or within two weeks.'],
  renew: [familyPaths.renew, 'Ask again, and renew the agreement', 'The agreement ends soon, or ran out. It is never renewed by itself.'],
}

const stepWords: readonly (readonly [FamilyStep, string])[] = [
  ['agreement', 'Record what the family agrees to'],
  ['disagreement', 'Record that somebody else who may decide does not agree'],
  ['lead', 'Ask somebody to lead'],
  ['team', 'Open the family to a colleague'],
  ['sharing', 'Decide to share, or not to'],
  ['close', 'Close this record'],
]

function waysOf({ family, may, agreements, relations, mayReadPeople }: FamilyPageProps): readonly Way[] {
  const hasAgreement = agreements.some(({ isGiven, withdrawnAt }) => isGiven && !withdrawnAt)
  const isWorking = hasAgreement && mayReadPeople
  return [
    ...(isWorking && mayIn(relations, 'family', 'assess')
      ? [{ href: assessmentPaths.list(family.id), text: 'Assess together with the family' }]
      : []),
    ...(isWorking && mayIn(relations, 'family', 'plan-lead')
      ? [{ href: familyPaths.plan(family.id), text: 'Make the plan, and keep it' }]
      : []),
    ...stepWords
      .filter(([step]) => may.has(step) && (step !== 'disagreement' || hasAgreement))
      .map(([step, text]) => ({ href: familyPaths.step(family.id, step), text })),
  ]
}

/** What can be done with a family: the one step that is next with why it is, then what else is open to whoever looks. */
export function FamilySteps(props: FamilyPageProps): JSX.Element | null {
  const { family, next, reviewOn } = props
  if (family.closedOn) return null
  const [address, text, because] = next ? nextWords[next] : []
  const href = address?.(family.id)
  const others = waysOf(props).filter((way) => way.href !== href)
  if (href === undefined && others.length === 0) return null
  return (
    <Card title={href === undefined ? 'What can be done' : 'What is next'} id="steps">
      {href === undefined && reviewOn && <p class="govuk-body">{`The next review of the plan is due by ${dayInWords(reviewOn)}.`}</p>}
      {href !== undefined && (
        <>
          <p class="govuk-body">{because}</p>
          <a class="govuk-button" href={href}>
            {text}
          </a>
        </>
      )}
      {href !== undefined && others.length > 0 && <h3 class="govuk-heading-s">What else can be done</h3>}
      {others.length > 0 && (
        <ul class={href === undefined ? 'govuk-list govuk-list--spaced' : 'govuk-list govuk-list--spaced govuk-body-s'}>
          {others.map((way) => (
            <li>
              <a class="govuk-link" href={way.href}>
                {way.text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
