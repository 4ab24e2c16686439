/** A search in the database's own language, taken apart as far as that makes it faster. */
export interface AskedQuery {
  /** As the database wrote it; '' where nothing is left to search for. */
  readonly text: string
  /** Whether something must not be there: what a heading has is then not enough to know that the whole has it. */
  readonly leavesOut: boolean
  /** Where words must stand together: what every text that has them has as well. Undefined where nothing must, and where it is too tangled to say. */
  readonly needs: { readonly words: string; readonly pairs: readonly Pair[] } | undefined
}

/** Two words after each other, and how far the second stands behind the first: 1 where nothing lies between, at most 4. */
export interface Pair {
  readonly first: string
  readonly gap: number
  readonly next: string
}

const tokens = /'(?:[^'\\]|''|\\[\s\S])*'(?::[*A-D]+)?|<(?:-|\d+)>|[&|!()]/gu
const isFollowedBy = (token: string): boolean => token.startsWith('<')

/** Reads a `tsquery` as PostgreSQL prints it, for example `'head' <2> 'servic' & !'train'`. */
export function readQuery(text: string): AskedQuery {
  const found: readonly string[] = text.match(tokens) ?? []
  const leavesOut = found.includes('!')
  const pairs = found.flatMap((token, at) => (isFollowedBy(token) ? [pairAt(found, at)] : []))
  const clear = pairs.filter((pair) => pair !== undefined)
  const isTangled = found.includes('|') || found.includes('(') || clear.length < pairs.length
  const words = found.map((token) => (isFollowedBy(token) ? '&' : token)).join(' ')
  return { text, leavesOut, needs: isTangled || clear.length === 0 ? undefined : { words, pairs: clear } }
}

function pairAt(found: readonly string[], at: number): Pair | undefined {
  const [first, next] = [found[at - 1] ?? '', found[at + 1] ?? '']
  const gap = found[at] === '<->' ? 1 : Number(found[at]?.slice(1, -1))
  // The beginning of a word, and a word that must not be there, stand beside no other.
  if (!first.endsWith("'") || !next.endsWith("'") || found[at - 2] === '!' || gap < 1 || gap > 4) return undefined
  return { first: wordOf(first), gap, next: wordOf(next) }
}

const wordOf = (token: string): string => token.slice(1, -1).replaceAll("''", "'").replaceAll('\\\\', '\\')
