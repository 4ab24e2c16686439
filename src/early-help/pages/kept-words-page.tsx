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
      <WhomToAsk />
    </Page>
  )
}

/** What stands where nobody may read, or may no longer: the same for a family that was theirs, that never was, or that there is not. */
export function NotOpenPage({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page visit={visit} title="This is not open to you" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="form">
      <PageHead title="This is not open to you" lead="There is no such page, or it is not for you to read, or not any more." />
      <p class="govuk-body">
        A record closes to you when the family withdraws its agreement, when your part with the family ends, or when you leave a post. What
        you saved before that is kept.
      </p>
      <WhomToAsk />
    </Page>
  )
}

function WhomToAsk(): JSX.Element {
  return (
    <p class="govuk-body">
      If the agreement was withdrawn, speak with whoever leads, or with the co-ordinator of the locality. If a child is in danger now, call
      999, and social care.
    </p>
  )
}
