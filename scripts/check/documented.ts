import { sourceFiles } from './files.ts'

const EXPORT = /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type) (\w+)/

/** Every export has a sentence of documentation right above it. */
export async function documented(): Promise<readonly string[]> {
  return sourceFiles('{src,scripts,test}/**/*.{ts,tsx}')
    .filter(({ path }) => !/\.test\.tsx?$|^scripts\/generate\//.test(path))
    .flatMap(({ path, text }) => undocumented(text).map((name) => `${path}: ${name} has no sentence above it.`))
}

function undocumented(text: string): string[] {
  const lines = text.split('\n')
  const names: string[] = []
  for (const [at, line] of lines.entries()) {
    const name = EXPORT.exec(line)?.[1]
    if (name === undefined) continue
    let above = at - 1
    // A row of exports without a gap, and the signatures of one function, share the sentence above the first.
    while (/^\s*\/\/ biome-ignore|^export .*[^{]$/.test(lines[above] ?? '')) above--
    if (!(lines[above] ?? '').trimEnd().endsWith('*/')) names.push(name)
  }
  return names
}
