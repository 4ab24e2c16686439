import { element } from './element.ts'
import { differing, labelOf, readFields, type TypedFields } from './typed-fields.ts'

/** What somebody else, or another tab, left on the server meanwhile. */
export interface Newer {
  /** Version of the record as it stands now. */
  readonly version: number
  /** Count of the kept draft as it stands now. */
  readonly revision: number
  readonly fields: TypedFields
  /** Who or what was faster, as a sentence. */
  readonly sentence: string
}

/** Shows both texts above the form and lets the person choose; nothing is overwritten before. */
export function showConflict(form: HTMLFormElement, newer: Newer, choose: (mine: boolean) => void): void {
  const mine = readFields(form)
  const names = differing(mine, newer.fields)
  const keep = element('button', { type: 'button', class: 'govuk-button' }, 'Keep what stands on this page')
  const take = element('button', { type: 'button', class: 'govuk-button govuk-button--secondary' }, 'Use the other text')
  const rows = names.map((name) =>
    element(
      'details',
      { class: 'govuk-details' },
      element(
        'summary',
        { class: 'govuk-details__summary' },
        element('span', { class: 'govuk-details__summary-text' }, `${labelOf(form, name)}: the other text`),
      ),
      element('div', { class: 'govuk-details__text gt-kept__other' }, newer.fields[name] || 'Nothing'),
    ),
  )
  const box = element(
    'section',
    { class: 'govuk-error-summary gt-kept__conflict', tabindex: '-1', 'aria-labelledby': 'gt-kept-title' },
    element('h2', { class: 'govuk-error-summary__title', id: 'gt-kept-title' }, newer.sentence),
    element('p', { class: 'govuk-body' }, 'Nothing was overwritten. Your words stand on this page. Choose which text to go on with.'),
    ...rows,
    element('div', { class: 'govuk-button-group' }, keep, take),
  )
  const settle = (isMine: boolean) => (): void => {
    box.remove()
    choose(isMine)
  }
  keep.addEventListener('click', settle(true))
  take.addEventListener('click', settle(false))
  form.prepend(box)
  box.focus()
}
