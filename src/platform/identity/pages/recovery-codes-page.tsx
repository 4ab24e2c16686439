import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'
import { Button, WarningText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { identityPaths } from '../paths.ts'
import { IdentityForm, PresentPasswordField } from './parts.tsx'

/** Shows recovery codes the one time they can be seen. */
export function RecoveryCodesPage(props: {
  readonly visit: Visit
  readonly codes: readonly string[]
  readonly isNewAccount: boolean
}): JSX.Element {
  const title = props.isNewAccount ? 'Your account is ready' : 'Your new recovery codes'
  return (
    <Page visit={props.visit} title={title} width="form">
      <PageHead
        title={title}
        lead="Keep these recovery codes for the day you do not have your phone. Each signs you in once, in place of the app's code."
      />
      <WarningText text="They are not shown again. Print this page, or save them in your password manager." iconFallbackText="Important" />
      <ol class="gt-codes">
        {props.codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      {props.isNewAccount ? (
        <Button text="Sign in" href={identityPaths.signIn} />
      ) : (
        <Button text="I have kept them" href={identityPaths.account} />
      )}
    </Page>
  )
}

/** Asks for the password before new codes are made. */
export function RenewCodesPage({ visit, form }: { readonly visit: Visit; readonly form: FormState }): JSX.Element {
  return (
    <Page visit={visit} title="Make new recovery codes" width="form" problems={form.problems} breadcrumbs={accountCrumbs}>
      <PageHead title="Make new recovery codes" lead="You get ten new codes. The old ones stop working." />
      <IdentityForm visit={visit} action={identityPaths.recoveryCodes} button="Make new codes">
        <PresentPasswordField form={form} name="present" label="Your password" />
      </IdentityForm>
    </Page>
  )
}

/** The way back from the pages below one's account. */
export const accountCrumbs = [{ text: 'Your account', href: identityPaths.account }] as const
