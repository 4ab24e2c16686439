/** How many statements a connection keeps prepared at most; beyond it statements are planned anew each time. */
const MOST = 500
const names = new Map<string, string>()

/**
 * The name under which a connection keeps a reading statement prepared; undefined for what is not worth it. Policies make planning dearer than
 * running: a page asks the same few questions again and again.
 */
export function preparedName(text: string): string | undefined {
  if (!text.startsWith('select')) return undefined
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MOST) return undefined
  const name = `read_${names.size}`
  names.set(text, name)
  return name
}
