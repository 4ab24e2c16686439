/*
 * Writes which characters our fonts hold, so that typesetting can start without opening them.
 * node --import tsx scripts/generate/glyphs.ts writes the file; with --check it only says whether the file is stale (exit 1).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import fontkit from '@pdf-lib/fontkit'
import { families, readFont } from '../../src/platform/documents/pdf/fonts.ts'

const target = new URL('../../src/platform/documents/pdf/generated/glyphs.ts', import.meta.url)

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

/** The text of the generated file. */
export function generateGlyphs(): string {
  const lines = Object.entries(families).map(([family, paths]) => `  ${family}: '${ranges(charactersOf(paths))}',`)
  return [
    '// Made by scripts/generate/glyphs.ts from the font files; do not edit.',
    '',
    '/** Characters of each font family: first character and how many follow without a gap, in base 36. */',
    'export const coverage = {',
    ...lines,
    '} as const',
    '',
  ].join('\n')
}

/** Writes the file. */
export function writeGlyphs(): void {
  writeFileSync(target, generateGlyphs())
}

/** Whether the file is what would be written now. */
export function glyphsAreFresh(): boolean {
  try {
    return readFileSync(target, 'utf8') === generateGlyphs()
  } catch {
    return false
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!process.argv.includes('--check')) writeGlyphs()
  else if (!glyphsAreFresh()) {
    console.error('The list of glyphs is stale: run node --import tsx scripts/generate/glyphs.ts')
    process.exitCode = 1
  }
}
