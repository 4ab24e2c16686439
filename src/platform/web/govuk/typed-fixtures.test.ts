import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { officialFixtures, takesMarkup } from './testing/fixtures.ts'

// Deliberately odd data of the design system: options that no page of ours would give.
const odd = 6
const root = path.resolve(import.meta.dirname, '../../../..')

function literal(value: unknown, isMarkup = false, key = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${JSON.stringify(name)}: ${literal(inner, takesMarkup(name, key), name)}`)
      .join(', ')} }`
  }
  if (typeof value === 'string' && isMarkup) return value === '' ? 'undefined' : `T(${JSON.stringify(value)})`
  return JSON.stringify(value)
}

test('the generated types accept the official examples: an upgrade that changes an option shows here', () => {
  // Inside the project, so that imports and compiler options are its own; below .cache, so that nothing else sees it.
  const folder = path.join(root, '.cache', `fixtures-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  try {
    const lines = officialFixtures().map(
      ({ component, options }, index) => `export const f${index}: P['${component}'] = ${literal(options)}`,
    )
    const head = `import type { GovukParams as P } from '${root}/src/platform/web/govuk/generated/params.ts'\nimport { trusted as T } from '${root}/src/platform/web/govuk/html.ts'\n`
    writeFileSync(path.join(folder, 'all.ts'), `${head}${lines.join('\n')}\n`)
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: path.join(root, 'tsconfig.json'),
        compilerOptions: { typeRoots: [path.join(root, 'node_modules/@types')] },
        include: ['all.ts'],
      }),
    )
    const { stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' })
    const wrong = stdout.split('\n').filter((line) => line.includes('error TS'))
    assert.ok(wrong.length <= odd, wrong.join('\n'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
