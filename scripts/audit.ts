// npm run audit -- verify [--anchor=NUMBER:LINK]: recomputes the chain of the audit, whether the product runs or not.
import { type Anchor, type AuditReport, verifyAudit } from '#platform/database/audit-verify.ts'
import { withClient } from '#platform/database/roles.ts'
import { readConfig } from '#src/config.ts'
import { onServer } from '#src/start/own-server.ts'

const KINDS = {
  'missing-link': 'a link of the chain is missing',
  'broken-link': 'the link does not follow from the one before',
  'changed-row': 'the entry was changed after it was sealed',
  'missing-row': 'the sealed entry is gone',
  'missing-anchor': 'the chain does not hold the link that was kept outside',
} as const

function readAnchor(words: readonly string[]): Anchor | undefined {
  const given = words.find((word) => word.startsWith('--anchor='))
  if (given === undefined) return undefined
  const [, number, link] = /^--anchor=(\d+):([0-9a-f]{64})$/.exec(given) ?? []
  if (number === undefined || link === undefined)
    throw new Error('An anchor is a number, a colon and 64 hexadecimal digits, as an earlier run printed it.')
  return { number: BigInt(number), link }
}

function say(report: AuditReport): void {
  console.log(`${report.sealed} entries are sealed, ${report.unsealed} are not yet.`)
  if (report.last) console.log(`Last link, to be kept outside: ${report.last.number}:${report.last.link}`)
  for (const { kind, number, entry } of report.faults)
    console.log(`FAULT at ${number}: ${KINDS[kind]}${entry === undefined ? '' : ` (entry ${entry})`}`)
  console.log(report.faults.length === 0 ? 'The audit is whole.' : `The audit is NOT whole: ${report.faults.length} faults.`)
}

try {
  const words = process.argv.slice(2)
  if (words[0] !== 'verify') throw new Error('Say what to do: npm run audit -- verify [--anchor=NUMBER:LINK]')
  const anchor = readAnchor(words)
  const report = await onServer(readConfig(process.env), (url) => withClient(url, (client) => verifyAudit(client, anchor)))
  say(report)
  process.exitCode = report.faults.length === 0 ? 0 : 1
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
