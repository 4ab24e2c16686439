import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Children } from '../render.ts'

/** The main column and a narrow one beside it; on a phone one under the other, or the narrow one first. */
export function Columns(props: {
  readonly main: Children
  readonly aside: Children
  /** Puts the narrow column first on a phone, for the next meeting. */
  readonly asideFirst?: boolean | undefined
}): JSX.Element {
  return (
    <div class={props.asideFirst ? 'gt-columns gt-columns--aside-first' : 'gt-columns'}>
      <div class="gt-columns__main">{props.main}</div>
      <div class="gt-columns__aside">{props.aside}</div>
    </div>
  )
}
