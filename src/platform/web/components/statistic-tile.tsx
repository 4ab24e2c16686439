import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PageLink } from '../page.tsx'
import type { StatusMeaning } from './status-pill.tsx'

/** One figure of a page. */
export interface StatisticTileProps {
  readonly label: string
  /** The figure as words, for example '3' or '£4.1m'; 'Not known' where there is none, never a made-up 0. */
  readonly figure: string
  /** What it is a part of, for example 'of 18 open'. */
  readonly of?: string | undefined
  /** The bar below: parts with what they mean, and the same in words. */
  readonly bar?:
    | { readonly label: string; readonly parts: readonly { readonly amount: number; readonly meaning: StatusMeaning }[] }
    | undefined
  /** One line of context. */
  readonly context?: string | undefined
  readonly link?: PageLink | undefined
}

/** Tiles in a row; at most four a page. */
export function StatisticTiles({ tiles }: { readonly tiles: readonly StatisticTileProps[] }): JSX.Element {
  return (
    <ul class="gt-tiles">
      {tiles.map((tile) => (
        <StatisticTile {...tile} />
      ))}
    </ul>
  )
}

/** A label, a figure with its 'of', one bar and one line of context. */
export function StatisticTile({ label, figure, of, bar, context, link }: StatisticTileProps): JSX.Element {
  return (
    <li class="gt-tile">
      <h2 class="gt-tile__label">
        {link ? (
          <a class="govuk-link" href={link.href}>
            {label}
          </a>
        ) : (
          label
        )}
      </h2>
      <p class="gt-tile__figure">
        {figure} {of && <small>{of}</small>}
      </p>
      {bar && <Bar {...bar} />}
      {context && <p class="gt-tile__context">{context}</p>}
    </li>
  )
}

function Bar({ label, parts }: NonNullable<StatisticTileProps['bar']>): JSX.Element {
  const sum = parts.reduce((total, { amount }) => total + amount, 0)
  const drawn = parts.filter(({ amount }) => amount > 0 && sum > 0)
  const starts = drawn.map((_, index) => drawn.slice(0, index).reduce((total, { amount }) => total + (amount / sum) * 200, 0))
  return (
    <svg class="gt-tile__bar" viewBox="0 0 200 8" preserveAspectRatio="none" role="img" aria-label={label}>
      {drawn.map(({ amount, meaning }, index) => {
        const start = starts[index] ?? 0
        const gap = index > 0 ? 1.5 : 0
        return <rect class={`gt-fill--${meaning}`} x={start + gap} width={Math.max(0, (amount / sum) * 200 - gap)} height="8" />
      })}
    </svg>
  )
}
