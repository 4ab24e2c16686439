import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'
import { Input } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { identityPaths } from '../paths.ts'
import { IdentityForm, NewPasswordField } from './parts.tsx'

/** Asks for the address of a forgotten password. */
export function ForgottenPasswordPage({ visit, form }: { readonly visit: Visit; readonly form: FormState }): JSX.Element {
  return (
    <Page visit={visit} title="Forgotten password" width="form" problems={form.problems}>
      <PageHead
        title="Forgotten password"
        lead="We send you a link to choose a new one. You still need your authenticator app to sign in."
      />
      <IdentityForm visit={visit} action={identityPaths.forgottenPassword} button="Send the link">
        <Input
          id="email"
          name="email"
          type="email"
          label={{ text: 'Email address of your account' }}
          value={form.value('email')}
          autocomplete="username"
          spellcheck={false}
          errorMessage={form.error('email')}
        />
      </IdentityForm>
    </Page>
  )
}

/** The same answer, whether or not there is such an account. */
export function LinkSentPage({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page visit={visit} title="Look at your mail" width="form">
      <PageHead title="Look at your mail" />
      <p class="govuk-body-l">
        If there is an account with that address, a link to choose a new password is on its way. It works for 1 hour.
      </p>
      <p class="govuk-body">
        Nothing after ten minutes? Look in the junk folder, and check that you entered the address your board writes to.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={identityPaths.forgottenPassword}>
          Enter another address
        </a>
      </p>
    </Page>
  )
}

/** Chooses a new password by a mailed link. */
export function ResetPasswordPage(props: { readonly visit: Visit; readonly form: FormState; readonly token: string }): JSX.Element {
  const { visit, form } = props
  return (
    <Page visit={visit} title="Choose a new password" width="form" problems={form.problems}>
      <PageHead title="Choose a new password" lead="Every device that is signed in to your account will be signed out." />
      <IdentityForm visit={visit} action={identityPaths.resetPassword} button="Change password" hidden={{ token: props.token }}>
        <NewPasswordField form={form} />
      </IdentityForm>
    </Page>
  )
}

/** A mailed link that does not hold: used, replaced by a newer one, too old, or cut off by a mail program. */
export function LinkEndedPage({
  visit,
  purpose,
}: {
  readonly visit: Visit
  readonly purpose: 'invitation' | 'password-reset'
}): JSX.Element {
  return (
    <Page visit={visit} title="This link no longer works" width="form">
      <PageHead title="This link no longer works" />
      <p class="govuk-body-l">
        It was used already, a newer one was sent, or it is too old. Check that you opened the whole link from the newest mail.
      </p>
      <p class="govuk-body">
        {purpose === 'invitation'
          ? 'Did you set up your account already? Then sign in. If not, have a new link sent to you.'
          : 'You can have a new link sent to you.'}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={identityPaths.forgottenPassword}>
            Send me a new link
          </a>
        </li>
        <li>
          <a class="govuk-link" href={identityPaths.signIn}>
            Sign in
          </a>
        </li>
      </ul>
    </Page>
  )
}
