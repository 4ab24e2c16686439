/** How many statements a connection keeps prepared at most; beyond it statements are planned anew each time. */
const MOST = 800
/** Characters of the longest writing statement that is kept; longer ones bring many rows, and are hardly ever the same again. */
const LONGEST_INSERT = 1_500
const names = new Map<string, string>()

/**
 * The name under which a connection keeps a statement prepared that reads or adds a row; undefined for what is not worth it. Policies make planning dearer than
 * running: a page asks the same few questions again and again, and a page of early help writes that it was looked at.
 */
export function preparedName(text: string): string | undefined {
  if (!text.startsWith('select') && !(text.startsWith('insert') && text.length <= LONGEST_INSERT)) return undefined
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MOST) return undefined
  const name = `kept_${names.size}`
  names.set(text, name)
  return name
}
