import type { JSX } from 'hono/jsx/jsx-runtime'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'

/** Why a button did nothing, for acts without a form of their own. Nothing was changed. */
export function RefusalPage({
  visit,
  sentences,
  back,
}: {
  readonly visit: Visit
  readonly sentences: readonly string[]
  readonly back: string
}): JSX.Element {
  return (
    <Page visit={visit} title="This cannot be done as it stands">
      <PageHead title="This cannot be done as it stands" lead="Nothing was changed." />
      <ul class="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={back}>
          Go back
        </a>
      </p>
    </Page>
  )
}
