import { createRequire } from 'node:module'
import { posix } from 'node:path'

const require = createRequire(import.meta.url)

/** A macro of a template; given its parameters (and the block between its tags) it returns markup. */
export type Macro = (parameters: object, caller?: () => unknown) => string

interface Environment {
  addFilter(name: string, filter: (value: unknown) => unknown): void
  getTemplate(
    name: string,
    eager: boolean,
  ): {
    getExported(context: object, done: (error: Error | null, exported: Record<string, Macro>) => void): void
  }
}

// The slim run time: no parser, no compiler, no eval, no file reads.
const nunjucks: {
  Environment: new (loaders: readonly object[], options: object) => Environment
  runtime: { makeKeywordArgs(words: object): object; markSafe(html: string): unknown }
} = require('nunjucks/browser/nunjucks-slim.js')
const templates: Readonly<Record<string, object>> = require('./generated/templates.cjs')

/** How the engine writes. */
export interface EngineOptions {
  /** Indents as the official templates do; for comparing with the fixtures only, because it damages `<pre>` and `<textarea>`. */
  readonly indent: boolean
}

/** Makes an engine for the precompiled templates; `macro(file, name)` is looked up once and kept. */
export function createEngine(options: EngineOptions): { macro(file: string, name: string): Macro } {
  const environment = new nunjucks.Environment([createLoader()], { autoescape: true, trimBlocks: true, lstripBlocks: true })
  if (!options.indent) environment.addFilter('indent', (value) => value)
  const known = new Map<string, Macro>()
  return {
    macro(file, name) {
      const key = `${file}#${name}`
      const macro = known.get(key) ?? loadMacro(environment, file, name)
      known.set(key, macro)
      return macro
    },
  }
}

/** Marks markup as safe in the engine's own terms; for the block of a macro that is called with one. */
export function safeBlock(html: string): unknown {
  return nunjucks.runtime.markSafe(html)
}

function loadMacro(environment: Environment, file: string, name: string): Macro {
  const found: { macro?: Macro | undefined } = {}
  environment.getTemplate(file, true).getExported({}, (error, exported) => {
    if (error) throw error
    found.macro = exported[name]
  })
  const { macro } = found
  if (!macro) throw new Error(`There is no macro ${name} in ${file}.`)
  const call = macro as (...args: unknown[]) => unknown
  return (parameters, caller) => String(caller ? call(parameters, nunjucks.runtime.makeKeywordArgs({ caller })) : call(parameters)).trim()
}

/** Hands Nunjucks compiled templates. One an engine: Nunjucks keeps its template cache on the loader. */
function createLoader(): object {
  return {
    async: false,
    on() {},
    isRelative: (file: string) => file.startsWith('./') || file.startsWith('../'),
    resolve: (from: string, to: string) => posix.join(posix.dirname(from), to),
    getSource(name: string) {
      const template = templates[name]
      return template ? { src: { type: 'code', obj: template }, path: name } : null
    },
  }
}
