import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { DrawnField, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { emptyForm, type FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { OutsideWords } from '../commands/outside.ts'
import { familyPaths } from '../paths.ts'
import { decisionWords, transitionWords } from '../words/movement.ts'

const notices = {
  ask: 'Somebody sent you something to read and to answer. To open it, ask for a code: it goes to the address to which the link was sent, and works once.',
  code: 'If this link is still good, a code is on its way to the address to which the link was sent. It works for some minutes.',
  wrong: 'That code is not right, or it was used, or it is too old. Look again at the latest mail, or ask for a new code.',
  over: 'This page was open for an hour and is closed now. Ask for a new code: nothing is lost on our side.',
} as const

/** The page of a link: it says nothing of whom it is about, whether the link is good or not. */
export function LinkPage({
  visit,
  token,
  step,
}: {
  readonly visit: Visit
  readonly token: string
  readonly step: keyof typeof notices
}): JSX.Element {
  return (
    <Page visit={visit} title="Open what was sent to you" width="form">
      <PageHead title="Open what was sent to you" lead={notices[step]} />
      {(step === 'code' || step === 'wrong') && (
        <form method="post" action={familyPaths.outside(token, 'open')} novalidate autocomplete="off">
          <CsrfField visit={visit} />
          <DrawnField field={{ kind: 'short', name: 'code', label: 'The code from the mail', hint: '8 digits' }} form={emptyForm()} />
          <Button text="Open" preventDoubleClick />
        </form>
      )}
      <PostButton
        visit={visit}
        action={familyPaths.outside(token, 'code')}
        text={step === 'ask' ? 'Send me a code' : 'Send me a new code'}
        look={step === 'code' ? 'secondary' : 'primary'}
      />
    </Page>
  )
}

/** The fields of an answer from outside. */
export function outsideShape(words: OutsideWords, token: string): FormShape {
  return {
    title: transitionWords[words.kind],
    breadcrumbs: [],
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'decision', label: 'Your answer', options: optionsOf(decisionWords) },
          { kind: 'lines', name: 'reason', label: 'Why?', hint: 'Needed unless you accept' },
          { kind: 'line', name: 'name', label: 'Your name and post' },
        ],
      },
    ],
    submit: 'Send the answer',
    first: {},
    cancel: familyPaths.outside(token),
  }
}

/** One transition for somebody without an account, with the form of the answer, or what was answered. */
export function OutsidePage(props: {
  readonly visit: Visit
  readonly token: string
  readonly key: string
  readonly words: OutsideWords
  readonly form: FormState
}): JSX.Element {
  const { visit, token, key, words, form } = props
  const shape = outsideShape(words, token)
  return (
    <Page visit={visit} title={shape.title} width="form" problems={form.problems}>
      <PageHead title={shape.title} caption={`${words.agency} to ${words.targetName}`} />
      <p class="govuk-body">
        {`Sent by ${words.sender} on `}
        <InstantText instant={words.sentAt} />. {words.isAgreed ? 'The family agrees to this.' : 'The family has not agreed to this.'}
      </p>
      <Card title="What you are asked" id="words">
        <TypedWords words={words.words} />
      </Card>
      {words.decision === null ? (
        <form method="post" action={familyPaths.outside(token, 'answer')} novalidate>
          <CsrfField visit={visit} />
          <input type="hidden" name="key" value={key} />
          {shape.groups[0]?.fields.map((field) => (
            <DrawnField field={field} form={form} />
          ))}
          <Button text={shape.submit} preventDoubleClick />
        </form>
      ) : (
        <div class="govuk-inset-text">{`Answered: ${decisionWords[words.decision as keyof typeof decisionWords]}. Thank you. The sender is told; you can close this page.`}</div>
      )}
    </Page>
  )
}
