import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField } from './components/csrf-field.tsx'
import type { FormBody } from './form-body.ts'
import { Button } from './govuk/components.tsx'
import { escapeText, rawMarkup } from './render.ts'
import type { Visit } from './visit.ts'

/** What was posted and could not be taken: shown, and sent again as it was by one button. */
export interface Unsent {
  /** Where it was posted to. */
  readonly action: string
  readonly fields: readonly (readonly [string, string])[]
  /** The token with which it came, where whoever sent it is signed out: it counts again once they, and nobody else, sign in. */
  readonly token?: string | undefined
  /** True where it brought files, which are chosen again. */
  readonly hadFiles?: boolean | undefined
}

/** Names of fields that never stand in a page. */
const secret = /pass|(?<!post)code|secret|token|otp|\bpin\b/i

/**
 * A form that can be sent again as it was. Undefined where it cannot: it brought a file, which a browser does not send twice by itself, or holds
 * something that only its owner should know. With the `token` of somebody who was signed out it is kept without its files: words are more than they.
 */
export function unsentOf(action: string, body: FormBody, token?: string): Unsent | undefined {
  const posted = Object.entries(body).filter(([name]) => name !== 'csrf')
  if (posted.some(([name]) => secret.test(name))) return undefined
  const fields = posted.flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
  const words = fields.filter((field): field is readonly [string, string] => typeof field[1] === 'string')
  const hadFiles = words.length < fields.length
  if (token !== undefined) return { action, fields: words, token, hadFiles }
  return hadFiles ? undefined : { action, fields: words }
}

/** The button that sends it again, and the words that were typed. An entry keeps its id, so that it counts once whatever became of the first. */
export function SendAgain({ visit, unsent }: { readonly visit: Visit; readonly unsent: Unsent }): JSX.Element {
  const typed = unsent.fields.map(([, value]) => value.trim()).filter((value) => /\s/.test(value))
  return (
    <>
      {unsent.hadFiles && <p class="govuk-body">Choose the file again after that: a browser does not keep it.</p>}
      <form method="post" action={unsent.action} enctype={unsent.hadFiles ? 'multipart/form-data' : undefined}>
        {unsent.token === undefined ? (
          <CsrfField visit={visit} />
        ) : (
          rawMarkup(`<input type="hidden" name="csrf" value="${escapeText(unsent.token)}">`)
        )}
        {unsent.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button text="Send it again" preventDoubleClick />
      </form>
      {typed.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What you typed</h2>
          {typed.map((words) => (
            <div class="govuk-inset-text gt-typed">{words}</div>
          ))}
        </>
      )}
    </>
  )
}
