import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, supervisionPaths } from '../paths.ts'
import type { findPosts } from '../queries/posts.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { postRoleWords } from '../words/casework.ts'
import { hubNavigation } from './hub-frame.tsx'

/** Who has a post in early help today. */
export function PostsPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly posts: Awaited<ReturnType<typeof findPosts>>
  readonly areas: ReadonlyMap<string, string>
  readonly mayKeep: boolean
  /** Localities without a co-ordinator in which a request waits; none for whoever is not told. */
  readonly unheard: readonly string[]
}): JSX.Element {
  const { visit, relations, posts, areas, mayKeep, unheard } = props
  const title = 'Posts in early help'
  return (
    <Page visit={visit} title={title} breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead title={title} lead="A post opens no family by itself: only a family’s agreement, or an approved decision to share, does." />
      {hubNavigation(visit, relations)}
      {unheard.length > 0 && (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            <strong>{`Requests for help wait where nobody co-ordinates: ${unheard.join(', ')}.`}</strong>
          </p>
          <p class="govuk-body">
            {mayKeep
              ? 'Give somebody the post of a co-ordinator of that locality. They read then what was asked.'
              : 'An administrator gives somebody the post of a co-ordinator of that locality.'}
          </p>
        </div>
      )}
      {mayKeep && (
        <a class="govuk-button" href={familyPaths.newPost()}>
          Give a post
        </a>
      )}
      {mayKeep && (
        <p class="govuk-body">
          <a class="govuk-link" href={supervisionPaths.agency()}>
            Who supervises whom, and the standards of agencies
          </a>
        </p>
      )}
      {mayKeep && (
        <p class="govuk-body">
          <a class="govuk-link" href={familyPaths.driftRules()}>
            From when on work drifts
          </a>
        </p>
      )}
      {posts.length === 0 ? (
        <EmptyState title="Nobody has a post yet" text="Give one to whoever begins to work in early help." />
      ) : (
        <DataTable
          caption="Posts today"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Who' },
            { heading: 'For' },
            { heading: 'Post' },
            { heading: 'Since' },
            ...(mayKeep ? [{ heading: 'End', hiddenHeading: true }] : []),
          ]}
          rows={posts.map((post) => ({
            cells: [
              post.name,
              post.organisationName,
              `${postRoleWords[post.role as keyof typeof postRoleWords]}${post.area === null ? '' : `, ${areas.get(post.area) ?? ''}`}`,
              dayInWords(post.startsOn),
              ...(mayKeep
                ? [
                    <a class="govuk-link" href={familyPaths.endPost(post.id)}>
                      End<span class="govuk-visually-hidden">{` the post of ${post.name}`}</span>
                    </a>,
                  ]
                : []),
            ],
          }))}
        />
      )}
    </Page>
  )
}
