import { Fragment } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, InsetText, PasswordInput } from '#platform/web/govuk/components.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { SHORTEST_PASSWORD } from '../rules/password.ts'

/** A form of identity with its one button; browsers leave the checking to us. */
export function IdentityForm(props: {
  readonly visit: Visit
  readonly action: string
  readonly button: string
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly children?: Children
}): JSX.Element {
  return (
    <form method="post" action={props.action} novalidate>
      <CsrfField visit={props.visit} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
      <Button text={props.button} preventDoubleClick />
    </form>
  )
}

/** The field of a password that is being chosen. */
export function NewPasswordField({ form }: { readonly form: FormState }): JSX.Element {
  return (
    <PasswordInput
      id="password"
      name="password"
      label={{ text: 'New password' }}
      hint={{ text: `At least ${SHORTEST_PASSWORD} characters. Three or four words that only you would put together work well.` }}
      autocomplete="new-password"
      errorMessage={form.error('password')}
    />
  )
}

/** The field of the password one has. */
export function PresentPasswordField({
  form,
  name,
  label,
}: {
  readonly form: FormState
  readonly name: string
  readonly label: string
}): JSX.Element {
  return <PasswordInput id={name} name={name} label={{ text: label }} autocomplete="current-password" errorMessage={form.error(name)} />
}

/** What happened just before; nothing without a sentence. */
export function Notice({ text }: { readonly text: string | undefined }): JSX.Element {
  return text === undefined ? <Fragment /> : <InsetText attributes={{ role: 'status' }} text={text} />
}
