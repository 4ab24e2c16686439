import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Prose } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'

const cookies = [
  {
    name: 'goldenthread.session_token',
    when: 'When you sign in',
    purpose: 'Keeps you signed in',
    ends: 'When you sign out, or after a time without use',
  },
  {
    name: 'goldenthread.two_factor',
    when: 'Between password and code',
    purpose: 'Remembers whose code we are waiting for',
    ends: 'After a few minutes',
  },
  {
    name: 'goldenthread.form',
    when: 'When you open a page with a form',
    purpose: 'Makes sure that a form comes from you',
    ends: 'When you close the browser',
  },
] as const

/** Which cookies there are; none of them needs consent. */
export function CookiesPage({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page visit={visit} title="Cookies" description="The cookies of this site: only those it cannot work without.">
      <PageHead
        title="Cookies"
        lead="We set only the cookies without which signing in and forms would not work. None of them follows you."
      />
      <DataTable
        caption="Cookies of this site"
        narrow="stack"
        columns={[{ heading: 'Name' }, { heading: 'Set' }, { heading: 'Purpose' }, { heading: 'Ends' }]}
        rows={cookies.map(({ name, when, purpose, ends }) => ({ cells: [name, when, purpose, ends] }))}
      />
      <Prose>
        <p>
          Over a secure connection their names start with <code>__Secure-</code> or <code>__Host-</code>, which lets browsers protect them
          better. Scripts cannot read any of them.
        </p>
        <p>If you only read, no cookie is set at all. That is why we do not ask for your consent.</p>
      </Prose>
    </Page>
  )
}
