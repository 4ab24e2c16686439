import { HtmlValidate } from 'html-validate'

const checker = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'attr-quotes': 'off',
    // The renderer writes hidden="" and checked="", which means the same.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    // The official password input asks phones not to capitalise.
    'input-attributes': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'require-csp-nonce': 'off',
    'require-sri': 'off',
    'no-inline-style': 'error',
    'no-redundant-role': 'off',
    'prefer-native-element': ['error', { exclude: ['region', 'table', 'row', 'rowgroup', 'columnheader', 'rowheader', 'cell', 'alert'] }],
  },
})

/** What is wrong with a page's HTML: one line a fault, none when it is sound. For unit tests on rendered pages. */
export async function htmlFaults(html: string): Promise<readonly string[]> {
  const { results } = await checker.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`))
}
