import type { JSX } from 'hono/jsx/jsx-runtime'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { measurePaths, scorecardPaths } from '../paths.ts'
import type { FrozenScorecard, SinceFrozen } from '../queries/frozen.ts'

/** What has become of the measures of a frozen scorecard since; the scorecard itself stays as it was shown. */
export function SincePage(props: {
  readonly visit: Visit
  readonly frozen: FrozenScorecard
  readonly since: readonly SinceFrozen[]
}): JSX.Element {
  const { visit, frozen, since } = props
  const crumbs = [
    { text: 'Boards', href: '/boards' },
    { text: frozen.body.name, href: `/boards/${frozen.body.slug}` },
    { text: frozen.title, href: scorecardPaths.frozen(frozen.id) },
  ]
  return (
    <Page visit={visit} title={`Since then: ${frozen.title}`} breadcrumbs={crumbs} description="What has become of the measures since.">
      <PageHead caption={frozen.title} title="What has become of these measures since" lead="The scorecard stays as it was shown." />
      {since.length === 0 ? (
        <EmptyState title="Nothing has changed" text="Every measure is kept, defined and figured as it was shown." />
      ) : (
        <ul class="gt-list">
          {since.map(({ measure, title, said }) => (
            <li>
              <a class="govuk-link" href={measurePaths.measure(measure)}>
                {title}
              </a>
              {said.map((one) => (
                <p>{one}</p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
