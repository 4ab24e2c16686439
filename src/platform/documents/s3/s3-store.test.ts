import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { NotFound } from '#platform/refusals.ts'
import { type DocumentStore, DocumentsUnreachable } from '../store.ts'
import { layLine } from '../testing/cutting-line.ts'
import { trialBucket } from '../testing/trial-stores.ts'
import { listObjects } from './objects.ts'
import { s3Client } from './requests.ts'
import { s3Store } from './s3-store.ts'

const trial = await trialBucket()
const { store, place } = trial
after(() => trial.stop())
const text = async (from: DocumentStore, sha256: string): Promise<string> => Buffer.from(await from.open(sha256)).toString()

test('X4: what the sweep set aside can be read, stays when it is held again, and goes for ever a day later', async () => {
  const [held, put, gone] = await Promise.all(['held', 'put', 'let go'].map((words) => store.put(Buffer.from(words), 'text/plain')))
  assert.ok(held && put && gone)
  const nobody = async (): Promise<boolean> => false
  const first = await trial.grow()
  for (const { sha256 } of [held, put, gone]) assert.equal(await store.remove(sha256, first, nobody), false)
  assert.equal(await text(store, held.sha256), 'held')
  assert.equal(await new Response(await store.stream(put.sha256)).text(), 'put')
  assert.deepEqual([await store.has(gone.sha256), await store.size(gone.sha256)], [true, 6])
  assert.equal(await store.remove(gone.sha256, first, nobody), false, 'not on the same night')
  const second = await trial.grow()
  await store.put(Buffer.from('put'), 'text/plain')
  assert.equal(await store.remove(held.sha256, second, async () => true), false)
  assert.equal(await store.remove(put.sha256, second, nobody), false)
  assert.equal(await store.remove(gone.sha256, second, nobody), true)
  assert.deepEqual([await text(store, held.sha256), await text(store, put.sha256)], ['held', 'put'])
  await assert.rejects(store.open(gone.sha256), NotFound)
})

test('X4: what else lies in the bucket is neither a document nor touched; pages follow each other', async () => {
  const { sha256 } = await store.put(Buffer.from('ours'), 'text/plain')
  await trial.put('notes/of others.txt', 'theirs')
  await trial.put('notes/third.txt', 'theirs')
  const client = s3Client(place)
  const all = (await Array.fromAsync(listObjects(client))).map(({ key }) => key)
  assert.deepEqual(
    (await Array.fromAsync(listObjects(client, 1))).map(({ key }) => key),
    all,
  )
  assert.deepEqual(
    all.filter((key) => key.startsWith('notes/')),
    ['notes/of others.txt', 'notes/third.txt'],
  )
  assert.ok(all.includes(`${sha256.slice(0, 2)}/${sha256}`))
  await store.keepOnly(new Set())
  const left = (await Array.fromAsync(listObjects(client))).map(({ key }) => key)
  assert.deepEqual(left, ['notes/of others.txt', 'notes/third.txt'])
})

test('X4: a wrong key, secret, bucket or address is told in words that name the setting, never the secret', async () => {
  const wrong = (change: Partial<typeof place>): Promise<void> => s3Store({ ...place, ...change }).reach()
  await assert.rejects(wrong({ bucket: 'nowhere' }), /has no bucket nowhere: make it, or correct DOCUMENTS_S3_BUCKET/)
  await assert.rejects(wrong({ accessKey: 'STRANGER' }), /does not know the access key/)
  await assert.rejects(wrong({ secretKey: 'a guessed secret' }), (error: Error) => {
    assert.match(error.message, /not this secret of it: look at DOCUMENTS_S3_ACCESS_KEY and DOCUMENTS_S3_SECRET_KEY/)
    return !JSON.stringify([error, error.message, error.stack, error.cause ?? '']).includes('guessed')
  })
  const line = await layLine(place.endpoint)
  await line.stop()
  await assert.rejects(wrong({ endpoint: line.endpoint }), /does not answer \(ECONNREFUSED\)/)
  const stranger = s3Store({ ...place, secretKey: 'wrong' })
  await assert.rejects(stranger.put(Buffer.from('not ours'), 'text/plain'), DocumentsUnreachable)
  await assert.rejects(
    s3Store({ ...place, bucket: 'nowhere' }).open('0'.repeat(64)),
    /has no bucket nowhere/,
    'not as if the document were gone',
  )
})

test('X4: a signed request is not led elsewhere', async (t) => {
  const asked: string[] = []
  const elsewhere = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.writeHead(307, { location: `${request.url}?again` }).end()
  }).listen(0, '127.0.0.1')
  t.after(() => elsewhere.close())
  await once(elsewhere, 'listening')
  const endpoint = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  await assert.rejects(s3Store({ ...place, endpoint }).open('0'.repeat(64)), /not in the region eu-west-2: look at DOCUMENTS_S3_REGION/)
  assert.equal(asked.length, 1)
})

test('X4: a line that is cut once is mended by trying again, up and down', async (t) => {
  const line = await layLine(place.endpoint)
  t.after(line.stop)
  const far = s3Store({ ...place, endpoint: line.endpoint })
  const bytes = Buffer.alloc(3_000_000, 'a long paper ')
  line.cut('up', 1_000_000, 1)
  const { sha256 } = await far.put(bytes, 'application/pdf')
  assert.ok(bytes.equals(await store.open(sha256)))
  line.cut('down', 1_000_000, 1)
  const again = s3Store({ ...place, endpoint: line.endpoint })
  assert.ok(bytes.equals(Buffer.from(await new Response(await again.stream(sha256)).arrayBuffer())))
})

test('X4: an upload that is cut for good fails in words, and no part of it is ever served', async (t) => {
  const line = await layLine(place.endpoint)
  t.after(line.stop)
  const far = s3Store({ ...place, endpoint: line.endpoint })
  const bytes = Buffer.alloc(3_000_000, 'a longer paper ')
  const { sha256 } = await store.put(bytes, 'application/pdf')
  await store.drop(sha256)
  line.cut('up', 1_000_000, 100)
  await assert.rejects(far.put(bytes, 'application/pdf'), /^Error: The document store at \S+ does not answer/)
  await assert.rejects(store.open(sha256))
  await assert.rejects(store.stream(sha256))
  await store.put(bytes, 'application/pdf')
  assert.ok(bytes.equals(await store.open(sha256)))
})
