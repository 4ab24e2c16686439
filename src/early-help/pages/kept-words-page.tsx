import type { JSX } from 'hono/jsx/jsx-runtime'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'

/** What was typed where nobody may write, or may no longer: given back, so that it can be taken elsewhere. */
export function KeptWordsPage({ visit, typed }: { readonly visit: Visit; readonly typed: readonly string[] }): JSX.Element {
  return (
    <Page visit={visit} title="Nothing was saved" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="form">
      <PageHead
        title="Nothing was saved"
        lead="This is not open to you, or not any more. What you typed stands below: copy it if you need it."
      />
      {typed.map((words) => (
        <TypedWords words={words} />
      ))}
      <p class="govuk-body">
        If the agreement was withdrawn, speak with whoever leads. If a child is in danger now, call 999, and social care.
      </p>
    </Page>
  )
}
