import path from 'node:path'
import { compile } from 'sass'
import { type GeneratedFile, writeGenerated } from './generated-file.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Compiles the style sheet of all pages. */
export function generateStyles(): readonly GeneratedFile[] {
  const { css } = compile(path.join(root, 'src/platform/web/assets/styles/app.scss'), {
    loadPaths: [path.join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  })
  return [{ path: 'src/platform/web/assets/generated/app.css', content: `${css}\n` }]
}

if (import.meta.main) {
  const checkOnly = process.argv.includes('--check')
  const stale = writeGenerated(generateStyles(), checkOnly)
  for (const file of stale) console.log(`${checkOnly ? 'stale' : 'written'}: ${file}`)
  process.exitCode = checkOnly && stale.length > 0 ? 1 : 0
}
