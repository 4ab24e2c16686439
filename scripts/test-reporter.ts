import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

/** Node's own sums, which we print in one line. */
const SUMS = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /

/** The file of a group of files; each of them is a suite in it, and has its own line. */
const GROUP = '.test.mjs'

function isFileOfGroup(event: TestEvent): event is TestEvent & { type: 'test:pass' | 'test:fail' } {
  return (event.type === 'test:pass' || event.type === 'test:fail') && event.data.nesting === 0 && event.data.file?.endsWith(GROUP) === true
}

/** Prints one line a file, what was measured, every failure in full, and the sum. */
// biome-ignore lint/style/noDefaultExport: node --test-reporter asks for one
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const failures: string[] = []
  const skipped: string[] = []
  for await (const event of source) {
    if (event.type === 'test:diagnostic' && !SUMS.test(event.data.message)) yield `    ${event.data.message}\n`
    if (event.type === 'test:pass' && event.data.skip) {
      skipped.push(`${event.data.name} (${event.data.skip})`)
    }
    if (event.type === 'test:fail' && (event.data.details.error as { failureType?: string }).failureType !== 'subtestsFailed') {
      const where = `${relative(process.cwd(), event.data.file ?? '')}:${event.data.line ?? ''}`
      const failure = `✖ ${event.data.name}\n  ${where}\n${inspect(event.data.details.error.cause ?? event.data.details.error, { depth: 4 })}\n`
      failures.push(failure)
      yield failure
    }
    if (event.type === 'test:stderr') yield event.data.message
    if (isFileOfGroup(event))
      yield `${event.type === 'test:pass' ? '✔' : '✖'} ${event.data.name}  ${Math.round(event.data.details.duration_ms)} ms\n`
    if (event.type === 'test:summary' && event.data.file !== undefined && !event.data.file.endsWith(GROUP)) {
      const { counts, duration_ms, file, success } = event.data
      yield `${success ? '✔' : '✖'} ${relative(process.cwd(), file)}  ${counts.passed}/${counts.tests}  ${Math.round(duration_ms)} ms\n`
    }
    if (event.type === 'test:summary' && event.data.file === undefined) {
      if (skipped.length > 0) yield `\nSkipped: ${skipped.join('; ')}\n`
      if (failures.length > 0) yield `\n${failures.length} failed, once more:\n\n${failures.join('\n')}`
      const { counts, duration_ms } = event.data
      yield `\n${counts.tests} tests: ${counts.passed} passed, ${counts.tests - counts.passed - counts.skipped} failed, ${counts.skipped} skipped, in ${(duration_ms / 1000).toFixed(1)} s\n`
    }
  }
}
