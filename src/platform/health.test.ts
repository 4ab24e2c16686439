import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshDatabase } from './database/testing/fresh.ts'
import { trialBucket, trialDisk } from './documents/testing/trial-stores.ts'
import { healthRoutes } from './health.ts'
import { openLog } from './log.ts'

const stores = [trialDisk(), await trialBucket()]
after(() => Promise.all(stores.map((trial) => trial.stop())))
const { db } = await freshDatabase()

for (const trial of stores) {
  test(`X5, documents ${trial.name}: /readyz says whether they can be reached, and the log why; those who ask often do not make the store busy`, async () => {
    const lines: string[] = []
    const log = openLog('info', { write: (line: string) => void lines.push(line) })
    let looks = 0
    const documents = {
      reach: () => {
        looks += 1
        return trial.store.reach()
      },
    }
    const ready = async (app = healthRoutes({ db, documents, log })): Promise<readonly [number, string]> => {
      const answer = await app.request('/readyz')
      return [answer.status, await answer.text()]
    }
    const asked = healthRoutes({ db, documents, log })
    assert.deepEqual(await Promise.all([ready(asked), ready(asked), ready(asked)]), Array(3).fill([200, 'ready\n']))
    assert.equal(looks, 1)
    await trial.breakDown()
    assert.deepEqual(await ready(), [503, 'the document store does not answer\n'])
    assert.match(lines.join(''), /documents cannot be reached/)
    assert.equal((await healthRoutes({ db, documents, log }).request('/healthz')).status, 200)
  })
}
