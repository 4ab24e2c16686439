import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'
import { Input } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { identityPaths } from '../paths.ts'
import { inFours } from '../rules/codes.ts'
import { IdentityForm, NewPasswordField } from './parts.tsx'
import { QrCode } from './qr-code.tsx'

/** An invitation as its pages show it. */
export interface InvitationView {
  readonly token: string
  readonly name: string
  readonly email: string
  /** The seed for the authenticator app, in base 32. */
  readonly seed: string
  /** The same as an address that apps read from the picture. */
  readonly otpAddress: string
}

/** First step of accepting an invitation. */
export function InvitationPasswordPage(props: {
  readonly visit: Visit
  readonly form: FormState
  readonly invitation: InvitationView
}): JSX.Element {
  const { visit, form, invitation } = props
  return (
    <Page visit={visit} title="Set up your account" width="form" problems={form.problems}>
      <PageHead
        title="Set up your account"
        caption="Step 1 of 2: your password"
        lead={`Welcome, ${invitation.name}. You will sign in with ${invitation.email}.`}
      />
      <IdentityForm visit={visit} action={identityPaths.invitation} button="Continue" hidden={{ token: invitation.token }}>
        <input type="hidden" name="username" value={invitation.email} autocomplete="username" />
        <NewPasswordField form={form} />
      </IdentityForm>
    </Page>
  )
}

/** Second step of accepting an invitation: the authenticator app. */
export function InvitationAppPage(props: {
  readonly visit: Visit
  readonly form: FormState
  readonly invitation: InvitationView
}): JSX.Element {
  const { visit, form, invitation } = props
  return (
    <Page visit={visit} title="Connect an authenticator app" width="form" problems={form.problems}>
      <PageHead
        title="Connect an authenticator app"
        caption="Step 2 of 2: your phone"
        lead="Each time you sign in, an app on your phone shows a short code. A stolen password alone then opens nothing."
      />
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        <li>
          Install an authenticator app, if you have none. Microsoft Authenticator, Google Authenticator and the password managers of most
          phones all work.
        </li>
        <li>In the app choose to add an account, and point the camera at this picture.</li>
        <li>Enter the 6 figures that the app then shows.</li>
      </ol>
      <div class="gt-connect">
        <QrCode text={invitation.otpAddress} label="QR code for your authenticator app. The same key stands beside it as text." />
        <div>
          <h2 class="govuk-heading-s">No camera at hand?</h2>
          <p class="govuk-body">Enter this key in the app instead. Capitals and spaces do not matter.</p>
          <p class="gt-key" id="key">
            {inFours(invitation.seed)}
          </p>
          <p class="govuk-body">Kind of code: time-based, 6 figures, 30 seconds.</p>
        </div>
      </div>
      <IdentityForm visit={visit} action={identityPaths.invitationCode} button="Finish" hidden={{ token: invitation.token }}>
        <Input
          id="code"
          name="code"
          label={{ text: 'Code from the app' }}
          hint={{ text: 'The 6 figures, for example 123 456' }}
          classes="govuk-input--width-10"
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          errorMessage={form.error('code')}
        />
      </IdentityForm>
      <p class="govuk-body">
        <a class="govuk-link" href={`${identityPaths.invitationWith(invitation.token)}&again=yes`}>
          Choose another password
        </a>
      </p>
    </Page>
  )
}
