// npm run restore -- FILE [--replace [--yes]]: puts a backup in the place of an empty house, or with --replace of the one that is there.
import { createInterface } from 'node:readline/promises'
import { readConfig } from '#src/config.ts'
import { restoreHouse } from '#src/start/restore-house.ts'
import { breakOff, progressLine, theFile } from './backup/terminal.ts'

const words = process.argv.slice(2)
const signal = breakOff()
const line = progressLine()

async function confirm(question: string): Promise<boolean> {
  line.clear()
  console.error(question)
  if (words.includes('--yes')) return true
  if (!process.stdin.isTTY) {
    console.error('There is no way back. If you mean it, add --yes.')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question('There is no way back. Type yes to go on: ', { signal }).finally(() => terminal.close())
  return answer.trim().toLowerCase() === 'yes'
}

try {
  const file = theFile(words, ['--replace', '--yes'], 'npm run restore -- FILE [--replace [--yes]]')
  const manifest = await restoreHouse(readConfig(process.env), {
    file,
    replace: words.includes('--replace'),
    confirm,
    signal,
    progress: line.show,
  })
  line.clear()
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `Restored ${rows} rows and ${manifest.documents.count} documents, as of ${manifest.madeAt.slice(0, 19).replace('T', ' ')} UTC.`,
  )
  console.log('Everybody signs in anew. Mail that waited when the backup was made goes out at the next start, if SMTP_URL is set.')
  if (manifest.missing.length > 0) console.log(`${manifest.missing.length} documents were gone already when the backup was made.`)
} catch (error) {
  line.clear()
  console.error(signal.aborted ? 'Broken off: everything is as it was.' : (error as Error).message)
  process.exitCode = signal.aborted ? 130 : 2
}
