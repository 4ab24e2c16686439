import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { Missing } from '#platform/web/components/prose.tsx'
import { Thread } from '#platform/web/components/thread.tsx'
import { threadPaths } from '#thread/paths.ts'
import { clipped } from '#thread/public.ts'
import type { BoardThread } from '#thread/public-data.ts'

/** The golden thread of one priority on the page of its board, with the way to the others and to what is missing. */
export function ThreadCard({ slug, view }: { readonly slug: string; readonly view: BoardThread }): JSX.Element {
  const others = view.priorities === 1 ? 'Its thread, and what is missing' : `All ${view.priorities} priorities, and what is missing`
  return (
    <Card
      id="thread"
      title={`Golden thread: ${clipped(view.priority.label, 80)}`}
      lead="How what families need, the plan and the decisions connect."
      link={{ text: others, href: threadPaths.board(slug) }}
    >
      <Thread
        label={`Golden thread of ${clipped(view.priority.label, 80)}`}
        stops={view.stops.map(({ word, node, count, plural, isHere }) => ({
          kind: word,
          text: clipped(node.label, 60),
          href: threadPaths.record(node.kind, node.id),
          ...(count > 1 ? { detail: `1 of ${count} ${plural}` } : {}),
          ...(isHere ? { here: true } : {}),
        }))}
      />
      <dl class="gt-together">
        {view.together.map(({ title, words, isMissing }) => (
          <div>
            <dt>{title}</dt>
            <dd>{isMissing ? <Missing>{words}</Missing> : words}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
