// npm run import-archive -- FILE: reads an archive that npm run export wrote into an installation in which nobody has done anything yet.
import { readConfig } from '#src/config.ts'
import { importHouse } from '#src/start/import-house.ts'
import { breakOff, progressLine, theFile } from './backup/terminal.ts'

const signal = breakOff()
const line = progressLine()
try {
  const file = theFile(process.argv.slice(2), [], 'npm run import-archive -- FILE')
  const manifest = await importHouse(readConfig(process.env), { file, signal, progress: line.show })
  line.clear()
  const records = manifest.kinds.reduce((sum, kind) => sum + kind.records, 0)
  console.log(
    `Read in ${records} records and ${manifest.documents.count} documents, as of ${manifest.madeAt.slice(0, 19).replace('T', ' ')} UTC.`,
  )
  console.log('Nobody has an account yet: the next start prints how to become the first administrator, who invites the others.')
  if (manifest.missing.length > 0) console.log(`${manifest.missing.length} documents were gone already when the archive was made.`)
} catch (error) {
  line.clear()
  console.error(signal.aborted ? 'Broken off: nothing was read in.' : (error as Error).message)
  process.exitCode = signal.aborted ? 130 : 2
}
