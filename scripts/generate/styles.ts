import path from 'node:path'
import { compile } from 'sass'
import type { Generator } from '../generate.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Compiles the style sheet of all pages. */
export const generator: Generator = {
  name: 'styles',
  files: async () => new Map([['src/platform/web/assets/generated/app.css', compileStyles()]]),
}

function compileStyles(): string {
  const { css } = compile(path.join(root, 'src/platform/web/assets/styles/app.scss'), {
    loadPaths: [path.join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
    // Served with its charset, so it needs no mark of its own.
    charset: false,
  })
  return `${css}\n`
}
