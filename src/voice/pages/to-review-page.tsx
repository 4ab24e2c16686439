import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { voicePaths } from '../paths.ts'
import type { View } from '../queries/views.ts'
import { whoseWords } from '../words/voice.ts'

/** Words that wait for another person than who entered them (S3; handbook plans 7). */
export function ToReviewPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly views: readonly View[]
}): JSX.Element {
  const { visit, board, views } = props
  return (
    <Page
      visit={visit}
      title={`Words to check: ${board.name}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Voices', href: voicePaths.ofBoard(board.slug) },
      ]}
      width="workspace"
    >
      <PageHead
        title="Words to check"
        caption={board.name}
        lead="Clear words only where nobody can be known by them: no names, no addresses, no school, nothing that happened to one family alone."
      />
      {views.length === 0 && <EmptyState title="Nothing waits" text="Words appear here as soon as somebody enters them." />}
      {views.map((view, index) => (
        <Card
          id={`words-${index + 1}`}
          title={`${index + 1}. ${whoseWords[view.whose]}${view.ages === null ? '' : `, ${view.ages}`}`}
          lead={view.themeName ?? undefined}
        >
          <blockquote class="gt-voice">
            <TypedWords words={view.words} />
          </blockquote>
          <div class="govuk-button-group">
            {view.enteredBy === visit.actor ? (
              <p class="gt-quiet">You entered these words. Another person checks them.</p>
            ) : (
              <PostButton
                visit={visit}
                action={voicePaths.view(view.id, 'clear')}
                text="Clear"
                about={`words ${index + 1}`}
                look="primary"
                fields={{ version: view.version }}
              />
            )}
            <a class="govuk-link" href={voicePaths.view(view.id, 'withhold')}>
              Withhold<span class="govuk-visually-hidden"> words {index + 1}</span>
            </a>
          </div>
        </Card>
      ))}
    </Page>
  )
}
