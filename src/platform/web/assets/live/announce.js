// Words for people who do not look at the screen: one region for the whole page, filled only when something is worth a word.
let region

/** Says a sentence to assistive technology, once. */
export function announce(words) {
  if (words === '') return
  region ??= makeRegion()
  if (region.textContent !== words) region.textContent = words
}

function makeRegion() {
  const made = document.createElement('div')
  made.className = 'govuk-visually-hidden'
  made.setAttribute('role', 'status')
  document.body.append(made)
  return made
}
