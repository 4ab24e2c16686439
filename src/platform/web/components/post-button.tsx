import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Visit } from '../visit.ts'
import { CsrfField } from './csrf-field.tsx'

/** A form that is one button: move up, withdraw, confirm. */
export interface PostButtonProps {
  readonly visit: Visit
  readonly action: string
  readonly text: string
  /** Words for screen readers after the text, for example 'item 5a'. */
  readonly about?: string | undefined
  readonly look?: 'primary' | 'secondary' | 'warning' | 'link' | undefined
  /** Hidden fields besides csrf. */
  readonly fields?: Readonly<Record<string, string | number>> | undefined
}

const looks = {
  primary: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
  link: 'gt-link-button',
} as const

/** A POST form with its hidden fields and one button. */
export function PostButton({ visit, action, text, about, look = 'secondary', fields = {} }: PostButtonProps): JSX.Element {
  return (
    <form class="gt-post-button" method="post" action={action}>
      <CsrfField visit={visit} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      <button type="submit" class={looks[look]}>
        {text}
        {about && <span class="govuk-visually-hidden"> {about}</span>}
      </button>
    </form>
  )
}
