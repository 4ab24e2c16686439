import { sourceFiles } from './files.ts'

const LONGEST_FILE = 300
const LONGEST_README = 80
const VAGUE = /(^|\/)(utils?|helpers?|services?|repositories|managers?|types|models|index|misc|common)(\/|\.tsx?$)/
/** Written by a tool from another project's plan, and read by nobody. */
const EXEMPT = ['src/platform/migrations/0003-jobs.sql']

/** Sizes and names: no file over 300 lines, no domain README over 80, no vague names, no classes but errors and elements. */
export async function shape(): Promise<readonly string[]> {
  const problems: string[] = []
  for (const { path, text } of sourceFiles('{src,scripts,test}/**/*.{ts,tsx,sql,css,scss}')) {
    const lines = text.trimEnd().split('\n').length
    if (lines > LONGEST_FILE && !EXEMPT.includes(path)) problems.push(`${path} has ${lines} lines; ${LONGEST_FILE} is the limit.`)
    if (VAGUE.test(path)) problems.push(`${path} has a vague name: call it by what it does.`)
    if (!/\.tsx?$/.test(path)) continue
    for (const [, name, parent] of text.matchAll(/^(?:export )?(?:abstract )?class (\w+)(?: extends (\w+))?/gm)) {
      // String: the one run-time mark of trusted markup, which the macros ask for.
      if (!/Error$|Refused$|^HTMLElement$|^String$|^(NotFound|Forbidden|Conflict)$/.test(parent ?? ''))
        problems.push(`${path}: class ${name} is no error.`)
    }
    if (/@ts-(ignore|nocheck)/.test(text) && !path.startsWith('scripts/check/')) problems.push(`${path} silences the types.`)
  }
  for (const { path, text } of sourceFiles('src/*/README.md')) {
    const lines = text.trimEnd().split('\n').length
    if (lines > LONGEST_README) problems.push(`${path} has ${lines} lines; ${LONGEST_README} is the limit.`)
  }
  return problems
}
