import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Children } from '../render.ts'

/** One thing that happened, or will. */
export interface TimelineEvent {
  readonly title: Children
  /** When, in words or as a `DateText`. */
  readonly when: Children
  /** Who did it. */
  readonly who?: string | undefined
  readonly body?: Children
  /** 'done' and 'now' are filled, 'next' is hollow. Default: 'done'. */
  readonly state?: 'done' | 'now' | 'next' | undefined
}

/** Events as a line with stops, in the order given. */
export function Timeline({ events, label }: { readonly events: readonly TimelineEvent[]; readonly label: string }): JSX.Element {
  return (
    <ol class="gt-timeline" aria-label={label}>
      {events.map(({ title, when, who, body, state = 'done' }) => (
        <li class={`gt-timeline__event gt-timeline__event--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <p class="gt-timeline__title">{title}</p>
          <p class="gt-timeline__when">
            {when}
            {who && `, ${who}`}
          </p>
          {body !== undefined && <div class="gt-timeline__body">{body}</div>}
        </li>
      ))}
    </ol>
  )
}
