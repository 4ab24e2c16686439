import type { JSX } from 'hono/jsx/jsx-runtime'

/** Something that a person must do. */
export interface AttentionItem {
  readonly text: string
  readonly href: string
  /** How many; a '!' stands where there is nothing to count. */
  readonly count?: number | undefined
  /** Why it stands where it does, for example 'Late'; undefined leaves it out. */
  readonly reason?: string | undefined
}

/** What must be done first, above everything else; nothing at all when there is nothing to do. */
export function AttentionStrip({
  title,
  items,
  most = Number.POSITIVE_INFINITY,
}: {
  readonly title: string
  readonly items: readonly AttentionItem[]
  /** How many stand open; the rest folds. */
  readonly most?: number
}): JSX.Element | null {
  if (items.length === 0) return null
  // One that would fold alone stands open, too: it needs no more room than what would fold it.
  const open = items.length <= most + 1 ? items : items.slice(0, most)
  const rest = items.slice(open.length)
  return (
    <section class="gt-attention" aria-labelledby="attention">
      <h2 class="gt-attention__title" id="attention">
        {title}
      </h2>
      <Items items={open} />
      {rest.length > 0 && (
        <details class="gt-attention__rest">
          <summary>{rest.length} more</summary>
          <Items items={rest} />
        </details>
      )}
    </section>
  )
}

function Items({ items }: { readonly items: readonly AttentionItem[] }): JSX.Element {
  return (
    <ul class={items.some(({ reason }) => reason) ? 'gt-attention__list gt-attention__list--ordered' : 'gt-attention__list'}>
      {items.map(({ text, href, count, reason }) => (
        <li>
          <span class="gt-attention__count" aria-hidden="true">
            {count ?? '!'}
          </span>
          <a class="govuk-link" href={href}>
            {text}
          </a>
          {reason && <span class="gt-attention__reason">{reason}</span>}
        </li>
      ))}
    </ul>
  )
}
