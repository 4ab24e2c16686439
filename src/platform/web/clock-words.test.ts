import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeInWords } from '#platform/time/words.ts'

const inBrowser = (await import(new URL('./assets/live/clock-words.js', import.meta.url).href)) as {
  readonly timeInWords: (at: Date) => string
}

test('X6: the live page writes the time of what waits to be sent as every other page writes times', () => {
  for (let minute = 0; minute < 24 * 60; minute++) {
    const time = { hour: Math.floor(minute / 60), minute: minute % 60 }
    const written = inBrowser.timeInWords(new Date(2026, 2, 2, time.hour, time.minute))
    assert.equal(written, timeInWords(Temporal.PlainTime.from(time)))
  }
  assert.equal(inBrowser.timeInWords(new Date(2026, 2, 2, 14, 35)), '2.35pm')
})
