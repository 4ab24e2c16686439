// npm run import-national -- FOLDER: reads the published figures of all local authorities, as one downloads them, into an installation.
import { nationalReportLines } from '#performance/public-data.ts'
import { readConfig } from '#src/config.ts'
import { importNationalFolder } from '#src/start/import-national.ts'

try {
  const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const [folder] = folders
  if (folder === undefined || folders.length > 1) throw new Error('Say which folder holds the files: npm run import-national -- FOLDER')
  const { changed, report } = await importNationalFolder(readConfig(process.env), folder)
  if (!changed) console.log('These very files were read in before: nothing was changed. What was found then:')
  for (const line of nationalReportLines(report)) console.log(line)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
