import { element } from './element.ts'
import { words } from './words.ts'

/** A question with one line to fill in. */
export interface Question {
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly value: string
  /** Why an answer cannot be taken; '' when it can. */
  refuse(answer: string): string
}

let asked = 0

/** Asks in a dialog of the page, which keeps the focus and gives it back. The answer is trimmed; undefined when it was cancelled. */
export function ask({ title, label, hint, value, refuse }: Question): Promise<string | undefined> {
  asked += 1
  const id = `gt-ask-${asked}`
  const field = element('input', { class: 'govuk-input', id: `${id}-field`, type: 'text', value, 'aria-describedby': `${id}-hint` })
  const problem = element('p', { class: 'govuk-error-message', id: `${id}-problem`, role: 'alert' })
  const cancel = element('button', { type: 'button', class: 'govuk-button govuk-button--secondary' }, words.cancel)
  const form = element(
    'form',
    { method: 'dialog', novalidate: true },
    element('h2', { class: 'govuk-heading-m', id: `${id}-title` }, title),
    element('label', { class: 'govuk-label', for: `${id}-field` }, label),
    element('div', { class: 'govuk-hint', id: `${id}-hint` }, hint),
    problem,
    field,
    element('div', { class: 'govuk-button-group' }, element('button', { class: 'govuk-button' }, words.use), cancel),
  )
  const dialog = element('dialog', { class: 'gt-ask', 'aria-labelledby': `${id}-title` }, form)
  let answer: string | undefined
  form.addEventListener('submit', (event) => {
    const given = field.value.trim()
    const refusal = refuse(given)
    problem.textContent = refusal
    if (refusal === '') answer = given
    else event.preventDefault()
  })
  cancel.addEventListener('click', () => dialog.close())
  document.body.append(dialog)
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(answer)
    })
    dialog.showModal()
    field.select()
  })
}
