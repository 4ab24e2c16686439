import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { openDatabase } from '#platform/database/open.ts'
import { writeAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { diskStore } from '#platform/documents/disk-store.ts'
import { fixedClock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { readConfig } from '../config.ts'
import { removeEverything, removeHalfSample } from './first-data.ts'
import type { HouseServer } from './house-database.ts'
import { forgetSignIn, isEmptyHouse, keepSignIn, readSampleState, readSignIn, wantsSample, writeSampleState } from './sample.ts'

const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
const clock = fixedClock(now)

test('the sample loads only into an empty embedded database bound to loopback, or when asked', () => {
  const embedded = readConfig({})
  const outside = readConfig({ HOST: '0.0.0.0' })
  const external = readConfig({ DATABASE_URL: 'postgresql://a@b/c', DATABASE_OWNER_URL: 'postgresql://o@b/c' })
  const [on, off] = [readConfig({ HOST: '0.0.0.0', GOLDENTHREAD_SAMPLE: 'on' }), readConfig({ GOLDENTHREAD_SAMPLE: 'off' })]
  assert.deepEqual(
    [embedded, outside, external, on, off].map((config) => wantsSample(config, 'none', true)),
    [true, false, false, true, false],
  )
  assert.deepEqual(
    [embedded, on].map((config) => wantsSample(config, 'none', false)),
    [false, false],
  )
  assert.deepEqual(
    [embedded, on].map((config) => wantsSample(config, 'left', true)),
    [false, true],
  )
  assert.equal(wantsSample(on, 'loaded', true), false)
})

test('leaving the sample empties everything, and so does a sample cut short', async () => {
  const { db, urls, close } = await freshDatabase()
  const data = mkdtempSync(join(tmpdir(), 'gt-sample-'))
  const server: HouseServer = { url: urls.app, ownerUrl: urls.owner, ended: new Promise(() => {}), stop: async () => {} }
  const kept = { server, documents: diskStore(join(data, 'documents')) }
  assert.deepEqual([await readSampleState(db), await isEmptyHouse(db), await removeHalfSample(db, kept, data)], ['none', true, false])
  const entry = { actor: SYSTEM_ACTOR, act: 'sample.loaded', subjectType: 'sample', subject: newId(), content: '' }
  await writeAs(db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) => appendAudit(tx, entry))
  await writeSampleState(db, clock, 'loading')
  assert.equal(await isEmptyHouse(db), false)
  assert.equal(await removeHalfSample(db, kept, data), true)
  await close()
  const again = await openDatabase(urls.app)
  assert.deepEqual([await readSampleState(again), await isEmptyHouse(again)], ['none', true])
  await again.destroy()
  await removeEverything(kept, data)
  const third = await openDatabase(urls.app)
  await writeSampleState(third, clock, 'left')
  assert.equal(await readSampleState(third), 'left')
  await assert.rejects(sql`delete from casework.seal`.execute(third), /permission denied/)
  await third.destroy()
  rmSync(data, { recursive: true })
})

test('how to sign in as the people of the sample is kept for their owner alone', () => {
  const data = mkdtempSync(join(tmpdir(), 'gt-sign-in-'))
  const people = [{ name: 'Ada Thorne', role: 'clerk', email: 'ada.thorne@northbrook.example', password: 'x', totp: 'ABCDEFGH' }]
  assert.deepEqual(readSignIn(data), [])
  keepSignIn(data, people)
  assert.deepEqual(readSignIn(data), people)
  assert.equal(statSync(join(data, 'sample-sign-in.json')).mode & 0o777, 0o600)
  forgetSignIn(data)
  assert.deepEqual(readSignIn(data), [])
  rmSync(data, { recursive: true })
})
