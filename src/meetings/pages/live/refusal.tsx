import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'

/** Why something was refused whose form is gone: a vote that came after the close, a ruling on what was ruled on meanwhile. */
export function Refusal({ form }: { readonly form: FormState | undefined }): JSX.Element | null {
  if (form === undefined || form.problems.length === 0) return null
  return (
    <div class="gt-live-refusal" role="alert">
      {form.problems.map(({ text }) => (
        <p>{text}</p>
      ))}
    </div>
  )
}
