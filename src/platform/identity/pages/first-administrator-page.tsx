import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'
import { Input } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { identityPaths } from '../paths.ts'
import { IdentityForm } from './parts.tsx'

/** Makes the first account of an empty installation. */
export function FirstAdministratorPage({ visit, form }: { readonly visit: Visit; readonly form: FormState }): JSX.Element {
  return (
    <Page visit={visit} title="Set up the first administrator" width="form" problems={form.problems}>
      <PageHead
        title="Set up the first administrator"
        lead="Nobody has an account here yet. The first administrator then invites the others."
      />
      <IdentityForm visit={visit} action={identityPaths.firstAdministrator} button="Continue">
        <Input
          id="code"
          name="code"
          label={{ text: 'Code' }}
          hint={{ text: 'It was printed where Goldenthread was started' }}
          value={form.value('code')}
          autocomplete="off"
          spellcheck={false}
          errorMessage={form.error('code')}
        />
        <Input
          id="name"
          name="name"
          label={{ text: 'Your full name' }}
          value={form.value('name')}
          autocomplete="name"
          errorMessage={form.error('name')}
        />
        <Input
          id="email"
          name="email"
          type="email"
          label={{ text: 'Your email address' }}
          value={form.value('email')}
          autocomplete="username"
          spellcheck={false}
          errorMessage={form.error('email')}
        />
      </IdentityForm>
    </Page>
  )
}
