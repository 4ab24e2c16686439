import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'
import { Details, Input } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { identityPaths } from '../paths.ts'
import { IdentityForm, Notice, PresentPasswordField } from './parts.tsx'

/** The first step of signing in. */
export function SignInPage(props: {
  readonly visit: Visit
  readonly form: FormState
  readonly returnTo: string
  readonly notice: string | undefined
}): JSX.Element {
  const { visit, form } = props
  return (
    <Page visit={visit} title="Sign in" width="form" problems={form.problems}>
      <PageHead title="Sign in" lead="For members, clerks and officers. Public papers and minutes need no account." />
      <Notice text={props.notice} />
      <IdentityForm visit={visit} action={identityPaths.signIn} button="Continue" hidden={{ return: props.returnTo }}>
        <Input
          id="email"
          name="email"
          type="email"
          label={{ text: 'Email address' }}
          value={form.value('email')}
          autocomplete="username"
          spellcheck={false}
          errorMessage={form.error('email')}
        />
        <PresentPasswordField form={form} name="password" label="Password" />
      </IdentityForm>
      <p class="govuk-body">
        <a class="govuk-link" href={identityPaths.forgottenPassword}>
          I forgot my password
        </a>
      </p>
    </Page>
  )
}

/** The second step of signing in. */
export function SignInCodePage(props: { readonly visit: Visit; readonly form: FormState; readonly returnTo: string }): JSX.Element {
  const { visit, form } = props
  return (
    <Page visit={visit} title="Enter your code" width="form" problems={form.problems}>
      <PageHead
        title="Enter your code"
        caption="Sign in, step 2 of 2"
        lead="Open the authenticator app on your phone. It shows 6 figures for Goldenthread."
      />
      <IdentityForm visit={visit} action={identityPaths.signInCode} button="Sign in" hidden={{ return: props.returnTo }}>
        <Input
          id="code"
          name="code"
          label={{ text: 'Code' }}
          hint={{ text: 'The 6 figures, for example 123 456' }}
          classes="govuk-input--width-10"
          autocomplete="one-time-code"
          autocapitalize="none"
          spellcheck={false}
          errorMessage={form.error('code')}
        />
      </IdentityForm>
      <Details summaryText="I do not have my phone">
        <p class="govuk-body">
          Enter one of your recovery codes instead, for example k7wma-p3xen. Each works once; you were given ten when your account was set
          up.
        </p>
        <p class="govuk-body">
          Without phone and recovery codes, ask your administrator for a new invitation. Your account and everything in it stays.
        </p>
      </Details>
    </Page>
  )
}

/** Asks before signing out; only for who comes by the address, not by the button. */
export function SignOutPage({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page visit={visit} title="Sign out" width="form">
      <PageHead title="Sign out" lead="Sign out of Goldenthread on this device?" />
      <IdentityForm visit={visit} action={identityPaths.signOut} button="Sign out" />
    </Page>
  )
}
