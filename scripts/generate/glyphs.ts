import fontkit from '@pdf-lib/fontkit'
import { families, readFont } from '#platform/documents/pdf/fonts.ts'
import type { Generator } from '../generate.ts'

/** Characters that every file of a family holds. */
function charactersOf(paths: readonly string[]): number[] {
  const sets = paths.map((path) => new Set(fontkit.create(readFont(path)).characterSet))
  return [...(sets[0] ?? [])].filter((code) => sets.every((set) => set.has(code))).toSorted((a, b) => a - b)
}

function ranges(codes: readonly number[]): string {
  const found: { start: number; length: number }[] = []
  for (const code of codes) {
    const last = found.at(-1)
    if (last && last.start + last.length === code) last.length += 1
    else found.push({ start: code, length: 1 })
  }
  return found.map(({ start, length }) => (length > 1 ? `${start.toString(36)}-${length.toString(36)}` : start.toString(36))).join(',')
}

function content(): string {
  const lines = Object.entries(families).map(([family, paths]) => `  ${family}: '${ranges(charactersOf(paths))}',`)
  return [
    '// Made by npm run generate -- glyphs from the font files; do not edit.',
    '',
    '/** Characters of each font family: first character and how many follow without a gap, in base 36. */',
    'export const coverage = {',
    ...lines,
    '} as const',
    '',
  ].join('\n')
}

/** Writes which characters our fonts hold, so that typesetting can start without opening them. */
export const generator: Generator = {
  name: 'glyphs',
  files: async () => new Map([['src/platform/documents/pdf/generated/glyphs.ts', content()]]),
}
