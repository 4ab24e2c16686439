import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import { Page } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { scaleAnswers } from '../forms/voice.ts'
import { familyVoicePaths } from '../paths.ts'
import type { VoiceRule } from '../queries/voice.ts'

const whys = [
  ['why', 'Why this number? You can leave this empty.'],
  ['oneHigher', 'What would make it one higher? You can leave this empty.'],
] as const

/**
 * A child's own page on the practitioner's device: one question, the numbers as big buttons with words at both ends, and that one need not answer. It works by
 * touch, by keyboard and without scripts, and shows nothing else of the family.
 */
export function OwnReadingPage(props: {
  readonly visit: Visit
  readonly episode: string
  readonly name: string
  readonly rule: VoiceRule
  readonly form: FormState
}): JSX.Element {
  const { visit, episode, name, rule, form } = props
  const words: Readonly<Record<string, string>> = {
    '10': rule.highWords,
    '0': rule.lowWords,
    'did-not-want': 'I do not want to say',
    'not-asked': 'Not now: ask me another day',
  }
  const error = form.error('answer')
  return (
    <Page visit={visit} title={`${name}, ${rule.question}`} width="form" problems={form.problems}>
      <form method="post" action={visit.path} novalidate>
        <CsrfField visit={visit} />
        <fieldset class="gt-own" aria-describedby={error ? 'answer-error' : undefined}>
          <legend class="gt-own__question">
            <h1>
              <bdi>{name}</bdi>, {rule.question.charAt(0).toLowerCase() + rule.question.slice(1)}
            </h1>
          </legend>
          {error && (
            <p class="govuk-error-message" id="answer-error">
              {error.text}
            </p>
          )}
          {scaleAnswers.map((answer, index) => (
            <label class="gt-own__choice">
              <input
                type="radio"
                name="answer"
                id={index === 0 ? 'answer' : `answer-${answer}`}
                value={answer}
                checked={form.value('answer') === answer}
              />
              <span class="gt-own__number">{/^\d/.test(answer) ? answer : ''}</span> <span>{words[answer] ?? ''}</span>
            </label>
          ))}
        </fieldset>
        {whys.map(([field, label]) => (
          <div class="govuk-form-group">
            <label class="govuk-label gt-own__label" for={field}>
              {label}
            </label>
            <textarea class="govuk-textarea" id={field} name={field} rows={2}>
              {form.value(field)}
            </textarea>
          </div>
        ))}
        <fieldset class="gt-own">
          <legend class="gt-own__label">Who pressed the buttons?</legend>
          {form.error('help') && <p class="govuk-error-message">{form.error('help')?.text}</p>}
          {(
            [
              ['by-them', 'I did it myself'],
              ['with-help', 'Somebody helped me'],
            ] as const
          ).map(([value, text]) => (
            <label class="gt-own__choice gt-own__choice--small">
              <input
                type="radio"
                name="help"
                id={value === 'by-them' ? 'help' : 'help-2'}
                value={value}
                checked={form.value('help') === value}
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <div class="govuk-button-group">
          <Button text="This is my answer" preventDoubleClick />
          <a class="govuk-link" href={familyVoicePaths.section(episode)}>
            Go back
          </a>
        </div>
      </form>
    </Page>
  )
}
