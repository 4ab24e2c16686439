import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type CaseList, isRecord, type RulesKind } from './rules/kind.ts'
import { money } from './rules/money.ts'
import { notice } from './rules/notice.ts'
import { paymentMechanisms } from './rules/payment-mechanisms.ts'
import { quorum } from './rules/quorum.ts'
import { spc } from './rules/spc.ts'
import { targetsAndRag } from './rules/targets-and-rag.ts'

// npm run rules -- KIND FILE: works every case of a file of worked examples with the product's own rules, without a database.
// One JSON line a case on stdout; sentences on stderr. Ends with 0, with 1 if an answer differs, with 2 for an unknown kind or unreadable file.

const KINDS = new Map<string, RulesKind>([
  ['notice', notice],
  ['quorum', quorum],
  ['targets_and_rag', targetsAndRag],
  ['spc', spc],
  ['money', money],
  ['payment_mechanisms', paymentMechanisms],
])

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/** npm runs this in the project's folder: a path that is not there is looked for where npm was called. */
function found(path: string): string {
  const called = process.env.INIT_CWD
  return existsSync(path) || called === undefined ? path : resolve(called, path)
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(found(path), 'utf8'))
  } catch (error) {
    say(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
    return undefined
  }
}

/** Every list of cases below an object, named by its path; lists inside a case are inputs and not walked. */
function listsIn(content: unknown, path: readonly string[] = []): readonly CaseList[] {
  if (Array.isArray(content)) return content.length === 0 || content.some(isRecord) ? [{ name: path.join('.'), cases: content }] : []
  return isRecord(content) ? Object.entries(content).flatMap(([key, value]) => listsIn(value, [...path, key])) : []
}

/** Works one case, prints its line, and says whether its answers are as given; null where it carries none. */
function workCase(kind: RulesKind, list: string, index: number, given: unknown): boolean | null {
  const keys = kind.answerKeys(list, isRecord(given) ? given : {})
  const inputs = isRecord(given) ? Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key))) : {}
  const worked = isRecord(given) ? kind.work(inputs, list) : { problem: 'it is not an object' }
  const readable = 'computed' in worked
  const computed = readable ? worked.computed : Object.fromEntries(keys.map((key) => [key, null]))
  if (!readable) say(`Case ${index} of ${list} cannot be read: ${worked.problem}.`)
  const carried = isRecord(given) ? keys.filter((key) => key in given) : []
  const same = kind.same ?? isDeepStrictEqual
  const matches = isRecord(given) && carried.every((key) => same(computed[key], given[key]))
  const equal = !readable ? false : carried.length === 0 ? null : matches
  process.stdout.write(`${JSON.stringify({ list, index, computed, equal })}\n`)
  return equal
}

function run(kindName: string | undefined, path: string | undefined): number {
  const kind = kindName === undefined ? undefined : KINDS.get(kindName)
  if (kind === undefined || path === undefined) {
    say(`Say which rules to work and on which file: npm run rules -- KIND FILE, where KIND is one of ${[...KINDS.keys()].join(', ')}.`)
    return 2
  }
  const content = read(path)
  if (content === undefined) return 2
  const lists = [...listsIn(content), ...(isRecord(content) ? (kind.furtherLists?.(content) ?? []) : [])]
  if (lists.length === 0) {
    say(`${path} holds no list of cases.`)
    return 2
  }
  const results = lists.flatMap(({ name, cases }) => cases.map((given, index) => workCase(kind, name, index, given)))
  return results.includes(false) ? 1 : 0
}

// Whoever reads only the first lines, as `head` does, has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
process.exitCode = run(process.argv[2], process.argv[3])
