import { postedText } from '#platform/web/fields.ts'
import { emptyForm, type FieldWords, type FormBody, type FormState, formState } from '#platform/web/forms.ts'
import type { AskedLive } from './parts.ts'

/** The id of the form that was posted, where the page draws one for each record: what the form does, then the record that it names. */
export function formId(act: string, name: string): (body: FormBody) => string {
  return (body) => `${act}-${postedText(body[name])}`
}

/** A form as it stands: what stands in it at first, or what was typed where it was refused, in the words of its own subject. */
export function refusedState({ refused }: AskedLive, form: string, first: FormBody, words: FieldWords): FormState {
  return refused?.form === form ? formState(refused.body, refused.problems, words) : emptyForm(first)
}
