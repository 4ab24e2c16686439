import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { isLoopback, readConfig } from './config.ts'
import { readSecrets } from './secrets.ts'

test('without any setting: loopback, port 3000, an embedded database in .data', () => {
  const config = readConfig({ PORT: '' })
  assert.deepEqual(
    [config.port, config.host, config.publicUrl, config.database.kind],
    [3000, '127.0.0.1', 'http://127.0.0.1:3000', 'embedded'],
  )
  assert.ok(config.data.endsWith('/.data') && Object.isFrozen(config))
  assert.deepEqual([config.sample, config.now, config.smtpUrl, config.trustedProxy], ['automatic', undefined, undefined, []])
})

test('every wrong setting is answered with a sentence', () => {
  assert.throws(
    () => readConfig({ PORT: 'x', GOLDENTHREAD_SAMPLE: 'yes', SMTP_URL: 'http://a' }),
    /PORT must be a number\.\n.*SMTP_URL must be an address.*\n.*SAMPLE must be on or off\./,
  )
  assert.throws(() => readConfig({ PORT: '70000' }), /PORT must be 0 to 65535/)
  assert.throws(() => readConfig({ DATABASE_URL: 'postgresql://a@b/c' }), /together, or neither/)
  assert.throws(() => readConfig({ GOLDENTHREAD_NOW: 'noon' }), /GOLDENTHREAD_NOW must be an instant/)
  assert.throws(() => readConfig({ PUBLIC_URL: 'ftp://x' }), /PUBLIC_URL must be an address/)
})

test('an address of the public site loses its last slash; a mail server may name the sender', () => {
  const config = readConfig({
    PUBLIC_URL: 'https://boards.example/',
    SMTP_URL: 'smtp://m.example?from=clerk@boards.example',
    TRUSTED_PROXY: '10.0.0.1, ::1',
  })
  assert.deepEqual(
    [config.publicUrl, config.mailFrom, config.trustedProxy],
    ['https://boards.example', 'clerk@boards.example', ['10.0.0.1', '::1']],
  )
  assert.equal(readConfig({ PUBLIC_URL: 'https://boards.example' }).mailFrom, 'no-reply@boards.example')
})

test('loopback is told from the rest', () => {
  assert.deepEqual(['127.0.0.1', '::1', 'localhost', '0.0.0.0', '127.0.0.1.example', '10.0.0.1'].map(isLoopback), [
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test('secrets are made once, for their owner alone, and a damaged file is not replaced', () => {
  const data = mkdtempSync(join(tmpdir(), 'secrets-'))
  const made = readSecrets(data)
  assert.deepEqual(readSecrets(data), made)
  assert.equal(statSync(join(data, 'secrets.json')).mode & 0o777, 0o600)
  assert.match(made.firstAdministratorCode, /^([0-9a-f]{5}-){3}[0-9a-f]{5}$/)
  writeFileSync(join(data, 'secrets.json'), '{')
  assert.throws(() => readSecrets(data), /put it back from a backup/)
  rmSync(data, { recursive: true })
})

test('X4: documents lie on disk, or in a bucket whose five settings are all there', () => {
  const all = {
    DOCUMENTS_S3_ENDPOINT: 'https://s3.example',
    DOCUMENTS_S3_BUCKET: 'boards',
    DOCUMENTS_S3_REGION: 'eu-west-2',
    DOCUMENTS_S3_ACCESS_KEY: 'key',
    DOCUMENTS_S3_SECRET_KEY: 'secret',
  }
  assert.deepEqual(readConfig({ DOCUMENTS_S3_ENDPOINT: '' }).documents, { kind: 'disk' })
  assert.deepEqual(readConfig(all).documents, {
    kind: 's3',
    place: { endpoint: 'https://s3.example', bucket: 'boards', region: 'eu-west-2', accessKey: 'key', secretKey: 'secret' },
  })
  const { DOCUMENTS_S3_SECRET_KEY: _, ...withoutSecret } = all
  assert.throws(() => readConfig(withoutSecret), /S3-compatible store, but DOCUMENTS_S3_SECRET_KEY is not set/)
  assert.throws(
    () => readConfig({ DOCUMENTS_S3_SECRET_KEY: 'hush hush' }),
    (error: Error) => /without spaces/.test(error.message) && !error.message.includes('hush'),
  )
  assert.throws(() => readConfig({ DOCUMENTS_S3_BUCKET: 'boards' }), /DOCUMENTS_S3_ENDPOINT and DOCUMENTS_S3_REGION and .* are not set/)
  for (const endpoint of ['s3.example', 'https://s3.example/boards', 'https://key@s3.example', 'ftp://s3.example', 'https://s3.example?x'])
    assert.throws(() => readConfig({ ...all, DOCUMENTS_S3_ENDPOINT: endpoint }), /DOCUMENTS_S3_ENDPOINT must be an address without a path/)
  for (const bucket of ['a/b', '..', 'Boards', 'x'])
    assert.throws(() => readConfig({ ...all, DOCUMENTS_S3_BUCKET: bucket }), /DOCUMENTS_S3_BUCKET must be the name of a bucket/)
})
