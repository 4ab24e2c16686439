import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { identityPaths } from '../paths.ts'
import type { SessionLine } from '../queries/sessions.ts'
import { IdentityForm, NewPasswordField, Notice, PresentPasswordField } from './parts.tsx'
import { accountCrumbs } from './recovery-codes-page.tsx'

/** One's own account. */
export interface AccountView {
  readonly name: string
  readonly email: string
  readonly recoveryCodesLeft: number
  readonly sessions: readonly SessionLine[]
  readonly notice: string | undefined
}

/** One's own account: how one signs in, and where one is signed in. */
export function AccountPage({ visit, account }: { readonly visit: Visit; readonly account: AccountView }): JSX.Element {
  const others = account.sessions.filter((session) => !session.isThis).length
  return (
    <Page visit={visit} title="Your account" width="form">
      <PageHead
        title="Your account"
        lead="Your name and address come from the membership records. Ask your board's clerk to correct them."
      />
      <Notice text={account.notice} />
      <Card id="signing-in" title="Signing in">
        <KeyFacts facts={factsOf(account)} />
      </Card>
      <Card id="devices" title="Where you are signed in" lead="A device is signed out after 12 hours without use.">
        <DataTable
          caption="Devices that are signed in to your account"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Device' }, { heading: 'Signed in' }, { heading: 'Last used' }, { heading: 'Network address' }]}
          rows={account.sessions.map(rowOf)}
        />
        {others > 0 ? (
          <PostButton visit={visit} action={identityPaths.sessions} text="Sign out all other devices" />
        ) : (
          <p class="govuk-body">No other device is signed in.</p>
        )}
      </Card>
    </Page>
  )
}

function factsOf(account: AccountView) {
  const left = account.recoveryCodesLeft
  return [
    { label: 'Name', value: account.name },
    { label: 'Email address', value: account.email },
    { label: 'Password', value: 'Set', change: { href: identityPaths.password } },
    { label: 'Second step', value: 'Authenticator app connected' },
    {
      label: 'Recovery codes',
      value: left === 1 ? '1 left' : `${left} left`,
      change: { href: identityPaths.recoveryCodes, text: 'Make new' },
    },
  ]
}

function rowOf(session: SessionLine) {
  const device = session.isThis ? `${session.device} (this device)` : session.device
  return {
    cells: [
      device,
      <InstantText instant={session.signedInAt} />,
      <InstantText instant={session.lastUsedAt} />,
      session.address ?? 'Not known',
    ],
  }
}

/** Changes one's own password. */
export function ChangePasswordPage({ visit, form }: { readonly visit: Visit; readonly form: FormState }): JSX.Element {
  return (
    <Page visit={visit} title="Change your password" width="form" problems={form.problems} breadcrumbs={accountCrumbs}>
      <PageHead title="Change your password" lead="Your other devices will be signed out." />
      <IdentityForm visit={visit} action={identityPaths.password} button="Change password">
        <PresentPasswordField form={form} name="present" label="Present password" />
        <NewPasswordField form={form} />
      </IdentityForm>
    </Page>
  )
}
