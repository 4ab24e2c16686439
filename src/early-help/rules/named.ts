/** A thing with its name and what it means, as they were typed; undefined: left empty. */
export interface TypedName {
  readonly name: string | undefined
  readonly means: string | undefined
}

/**
 * What is wrong with named things as they were typed, in their order; undefined where they are whole: as many as are needed, none left out, each with its meaning and a
 * name of its own. `at` counts from 1.
 */
export function namedProblem(
  typed: readonly TypedName[],
  least: number,
): { readonly at: number; readonly part: 'name' | 'means'; readonly code: 'few' | 'name' | 'means' | 'twice' } | undefined {
  const last = typed.findLastIndex(({ name, means }) => name !== undefined || means !== undefined) + 1
  for (const [index, { name, means }] of typed.slice(0, Math.max(last, least)).entries()) {
    const at = index + 1
    if (name === undefined) return { at, part: 'name', code: last < least ? 'few' : 'name' }
    if (means === undefined) return { at, part: 'means', code: 'means' }
    if (typed.slice(0, index).some((other) => other.name?.toLowerCase() === name.toLowerCase())) return { at, part: 'name', code: 'twice' }
  }
  return undefined
}
