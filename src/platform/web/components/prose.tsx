import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Children } from '../render.ts'

/** Running text: headings, paragraphs, lists and tables without classes of their own, set for reading. */
export function Prose({ children }: { readonly children?: Children }): JSX.Element {
  return <div class="gt-prose">{children}</div>
}

/** A sentence for something that is not recorded or not known; never a made-up value. */
export function Missing({ children }: { readonly children: string }): JSX.Element {
  return <span class="gt-missing">{children}</span>
}

/** Words with the paragraphs and lines that were typed: an empty line begins a paragraph. */
export function TypedWords({ words }: { readonly words: string }): JSX.Element {
  return (
    <>
      {words.split(/\n{2,}/).map((paragraph) => (
        <p class="gt-typed">{paragraph}</p>
      ))}
    </>
  )
}
