import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { sharedReading } from './shared-reading.ts'

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await setImmediate()
}

test('O2: nobody who shares a reading gets what was read before they asked, and many who ask together read twice at most', async () => {
  const steps = fc.array(fc.constantFrom('write', 'ask', 'finish', 'fail'), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const read = sharedReading<number>()
      let [written, begun, asked, refused] = [0, 0, 0, 0]
      const running: { readonly seen: number; readonly end: PromiseWithResolvers<number> }[] = []
      const answers: Promise<void>[] = []
      const begin = (): Promise<number> => {
        begun++
        const end = Promise.withResolvers<number>()
        running.push({ seen: written, end })
        return end.promise
      }
      const finish = (fails: boolean): void => {
        const one = running.shift()
        if (one) fails ? one.end.reject(new Error('lost')) : one.end.resolve(one.seen)
      }
      for (const step of taken) {
        if (step === 'write') written++
        else if (step === 'ask') {
          const least = written
          asked++
          const check = (got: number): void => assert.ok(got >= least, `read ${got}, ${least} was written before`)
          answers.push(
            read('visitors', begin).then(check, (error: Error) => {
              assert.equal(error.message, 'lost')
              refused++
            }),
          )
        } else finish(step === 'fail')
        assert.ok(running.length <= 1, 'one reading at a time')
        if (step !== 'ask') await settle()
      }
      await settle()
      while (running.length > 0) {
        finish(false)
        await settle()
      }
      await Promise.all(answers)
      assert.ok(begun <= asked && refused <= asked)
    }),
  )
  const read = sharedReading<number>()
  let begun = 0
  const one = async () => ++begun
  assert.deepEqual(
    await Promise.all(Array.from({ length: 10 }, () => read('day', one))),
    Array.from({ length: 10 }, () => 1),
  )
  assert.deepEqual(await Promise.all([read('day', one), read('another day', one)]), [2, 3], 'another key is another reading')
})
