// npm run leave-sample -- --yes: empties database and documents for ever and leaves the house ready for real work.
import { systemClock } from '#platform/time/clock.ts'
import { readConfig } from '#src/config.ts'
import { removeEverything } from '#src/start/first-data.ts'
import { openHouse, openServer } from '#src/start/house-database.ts'
import { openDocuments } from '#src/start/house-documents.ts'
import { readSampleState, writeSampleState } from '#src/start/sample.ts'

try {
  const config = readConfig(process.env)
  const server = await openServer(config)
  try {
    const before = await openHouse(server)
    const state = await readSampleState(before).finally(() => before.destroy())
    if (state !== 'loaded' && state !== 'loading') throw new Error('This database holds no sample: nothing was changed.')
    if (!process.argv.includes('--yes')) {
      throw new Error(
        `Everything in ${config.database.kind === 'embedded' ? config.data : 'the database'} will be deleted: the sample's boards, meetings, people and papers, and whatever was added to them. ` +
          'There is no way back. If you mean it: npm run leave-sample -- --yes',
      )
    }
    await removeEverything({ server, documents: openDocuments(config) }, config.data)
    const db = await openHouse(server)
    await writeSampleState(db, systemClock, 'left').finally(() => db.destroy())
    console.log('The sample is gone. npm start now prints the code by which the first administrator begins.')
  } finally {
    await server.stop()
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
