import path from 'node:path'
import { build } from 'esbuild'
import type { Generator } from '../generate.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Bundles the editor of texts for the browser, so that the server needs no bundler. */
export const generator: Generator = {
  name: 'editor',
  files: async () => new Map([['src/platform/web/assets/generated/editor.js', await bundle()]]),
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/platform/paper/editor/start.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'error',
    // The decoder of entities made for pages sets innerHTML, which trusted types refuse; the one made for workers holds a table.
    conditions: ['worker'],
  })
  return outputFiles[0]?.text ?? ''
}
