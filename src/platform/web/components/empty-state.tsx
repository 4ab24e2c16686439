import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PageLink } from '../page.tsx'

/** What is not there yet, why, and what to do about it. */
export function EmptyState({
  title,
  text,
  action,
}: {
  readonly title: string
  readonly text: string
  readonly action?: PageLink | undefined
}): JSX.Element {
  return (
    <div class="gt-empty">
      <p class="gt-empty__title">{title}</p>
      <p>{text}</p>
      {action && (
        <p>
          <a class="govuk-link" href={action.href}>
            {action.text}
          </a>
        </p>
      )}
    </div>
  )
}
