import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Children } from '../render.ts'

/** What folds: a part of a long page that most readers need only now and then. */
export interface FoldProps {
  /** What stands inside, so that nobody must open it to know. */
  readonly title: string
  /** Beside the title, for example a status. */
  readonly note?: Children
  /** Whether it stands open from the start: where something is left to do, or where it is short. */
  readonly open?: boolean | undefined
  readonly children?: Children
}

/** A part that opens with one press, without scripts; on paper it is always open. Stand several under one another in a flush card. */
export function Fold({ title, note, open = false, children }: FoldProps): JSX.Element {
  return (
    <details class="gt-fold" open={open}>
      <summary class="gt-fold__summary">
        <span class="gt-fold__title">{title}</span> {note}
      </summary>
      <div class="gt-fold__body">{children}</div>
    </details>
  )
}
