import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import type { NamedTarget } from '../queries/attachments.ts'

/** When a board last heard a child, as far as the reader may know. */
export interface HeardFacts {
  /** The latest matter that had a view of children before it was decided. */
  readonly matter: (NamedTarget & { readonly source: NamedTarget; readonly on: Temporal.PlainDate }) | undefined
  /** The latest event at which children were heard, whether or not it was brought to anything. */
  readonly event: NamedTarget | undefined
}

const link = ({ href, title }: NamedTarget): JSX.Element => (
  <a class="govuk-link" href={href}>
    {title}
  </a>
)

/** The answer in one sentence: on which day, about what, and in whose words. */
export function LastHeard({ heard }: { readonly heard: HeardFacts }): JSX.Element {
  const { matter, event } = heard
  return (
    <>
      {matter ? (
        <p class="govuk-body">
          <b>On {dayInWords(matter.on)}</b>, when it came to {link(matter)} with what children had said at {link(matter.source)}.
        </p>
      ) : (
        <p class="gt-missing">No decision or item on record had a view of children before it</p>
      )}
      {event?.on && (
        <p class="govuk-body">
          Children were last heard at {link(event)}, on {dayInWords(event.on)}.
        </p>
      )}
    </>
  )
}
