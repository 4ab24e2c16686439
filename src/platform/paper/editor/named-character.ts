/** What a page offers to make markup by; the libraries of the language do not know it yet. */
interface Markup {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string }
}

const reference = /^&[A-Za-z0-9]{1,31};$/
const rules = {
  createHTML: (text: string): string => {
    if (!reference.test(text)) throw new TypeError('Only the name of a character becomes markup here.')
    return text
  },
}
const policy = (globalThis as { readonly trustedTypes?: Markup }).trustedTypes?.createPolicy('named-character', rules) ?? rules

/**
 * The character that a name stands for in Markdown, as `hellip` does in `&hellip;`; false where no character has the name. The browser knows all
 * of them: a table of our own would be a tenth of what the editor weighs. Takes the place of the package of that name in the bundle.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  const text = `&${name};`
  if (!reference.test(text)) return false
  const element = document.createElement('template')
  element.innerHTML = policy.createHTML(text)
  const character = element.content.textContent ?? ''
  // Some names need no semicolon, so that `&notit;` reads as `¬it;`: that is no name.
  return character === text || (character.endsWith(';') && name !== 'semi') ? false : character
}
