import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import type { PageProblem } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'

/** A form on the live screen. */
export interface LiveFormProps {
  readonly visit: Visit
  readonly action: string
  /** Tells the form from every other on the page; the same each time the page is drawn, for example 'arrive-' and the line. */
  readonly id: string
  /** What is wrong with it; said above its fields. */
  readonly problems?: readonly PageProblem[] | undefined
  /** Hidden fields besides csrf and the entry. */
  readonly fields?: Readonly<Record<string, string | number>> | undefined
  readonly class?: string | undefined
  /** What an entry of it is called while it waits to be sent; default: the words of its button. */
  readonly label?: string | undefined
  readonly children?: Children
}

/**
 * A plain POST form whose entry has an id: sent twice it counts once. With the script it is answered in place, and kept on the device while
 * the line is down; without, a page answers.
 */
export function LiveForm({ visit, action, id, problems = [], fields = {}, class: look, label, children }: LiveFormProps): JSX.Element {
  return (
    <live-form id={`form-${id}`} label={label}>
      <form class={look ? `gt-live-form ${look}` : 'gt-live-form'} method="post" action={action}>
        <CsrfField visit={visit} />
        <input type="hidden" name="entry" value={crypto.randomUUID()} />
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
        <Problems problems={problems} />
        {children}
      </form>
    </live-form>
  )
}

function Problems({ problems }: { readonly problems: readonly PageProblem[] }): JSX.Element | null {
  if (problems.length === 0) return null
  return (
    <div class="gt-live-refusal" role="alert">
      {problems.map(({ text }) => (
        <p>{text}</p>
      ))}
    </div>
  )
}

/** A live form that is one button, as wide as a thumb. */
export function LiveButton(
  props: Omit<LiveFormProps, 'children'> & {
    readonly text: string
    /** Words for screen readers after the text, for example the person's name. */
    readonly about?: string | undefined
    readonly look?: 'primary' | 'secondary' | 'quiet' | undefined
  },
): JSX.Element {
  const { text, about, look = 'secondary', ...form } = props
  return (
    <LiveForm {...form}>
      <button type="submit" class={`gt-live-button gt-live-button--${look}`}>
        {text}
        {about && <span class="govuk-visually-hidden"> {about}</span>}
      </button>
    </LiveForm>
  )
}
