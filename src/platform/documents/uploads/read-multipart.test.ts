import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from 'node:test'
import { PartsRefused, partLimits, readMultipart } from './read-multipart.ts'
import { isUploadedFile, type UploadedFile } from './uploaded-file.ts'

const boundary = 'line'
const type = `multipart/form-data; boundary=${boundary}`
const field = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = (name: string, fileName: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: application/pdf\r\n\r\n`
const end = `\r\n--${boundary}--\r\n`

function streamOf(...chunks: readonly (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const all = chunks.map((chunk) => (typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk))
  return new ReadableStream({
    pull(controller) {
      const next = all.shift()
      if (next) controller.enqueue(next)
      else controller.close()
    },
  })
}
const only = (entries: readonly (readonly [string, unknown])[]): UploadedFile => {
  const found = entries.map(([, value]) => value).find(isUploadedFile)
  assert.ok(found)
  return found
}

test('M4: a file goes to disk for us alone, its fields to memory, and nothing stays', async () => {
  const read = await readMultipart(
    streamOf(field('title', 'Café ☕'), fileHead('file', '../../etc/plan.pdf'), '%PDF-1.7', end),
    type,
    undefined,
  )
  const file = only(read.entries)
  assert.deepEqual(read.entries[0], ['title', 'Café ☕'])
  assert.deepEqual([file.name, file.size, file.tooLarge], ['plan.pdf', 8, false])
  assert.equal(readFileSync(file.path, 'utf8'), '%PDF-1.7')
  assert.equal(statSync(dirname(file.path)).mode & 0o777, 0o700)
  await read.discard()
  assert.ok(!existsSync(dirname(file.path)))
})

test('M4: a form without a chosen file says so', async () => {
  const read = await readMultipart(streamOf(fileHead('file', ''), end), type, undefined)
  const file = only(read.entries)
  assert.deepEqual([file.name, file.size], ['', 0])
  await read.discard()
})

test('X5: a file of exactly the limit is kept, one byte more is not, and the fields around it are', async () => {
  const limits = { ...partLimits, file: 100 }
  for (const size of [100, 101, 5000]) {
    const body = () =>
      streamOf(
        field('before', 'a'),
        fileHead('file', 'x.pdf'),
        new Uint8Array(size).fill(65),
        `\r\n${field('after', 'b')}--${boundary}--\r\n`,
      )
    const read = await readMultipart(body(), type, undefined, limits)
    const file = only(read.entries)
    assert.equal(file.tooLarge, size > 100)
    assert.equal(file.path === '', size > 100)
    assert.deepEqual(
      read.entries.filter(([, value]) => typeof value === 'string'),
      [
        ['before', 'a'],
        ['after', 'b'],
      ],
    )
    await read.discard()
  }
})

test('X5: 300 MB leave memory flat, with and without a length, and nothing on disk', async () => {
  const chunk = new Uint8Array(256 * 1024).fill(66)
  for (const declared of [300 * 1024 * 1024, undefined]) {
    let left = 1200
    let highest = 0
    const before = process.memoryUsage().rss
    const head = new TextEncoder().encode(field('title', 'kept') + fileHead('file', 'huge.pdf'))
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(head),
      pull(controller) {
        highest = Math.max(highest, process.memoryUsage().rss)
        if (left-- > 0) controller.enqueue(chunk)
        else {
          controller.enqueue(new TextEncoder().encode(end))
          controller.close()
        }
      },
    })
    const read = await readMultipart(body, type, declared)
    assert.equal(only(read.entries).tooLarge, true)
    assert.deepEqual(read.entries[0], ['title', 'kept'])
    await read.discard()
    const grown = Math.round((highest - before) / 1024 / 1024)
    assert.ok(grown < 120, `grew by ${grown} MB`)
  }
})

test('X5: a body beyond what is read is cut, and says that it is too large', async () => {
  const limits = { ...partLimits, body: 10_000 }
  const refused = readMultipart(
    streamOf(fileHead('file', 'x.pdf'), new Uint8Array(6000), new Uint8Array(20_000), end),
    type,
    undefined,
    limits,
  )
  await assert.rejects(refused, (error) => error instanceof PartsRefused && error.reason === 'too-large')
})

test('X5: a form cut off anywhere is refused and never hangs', async () => {
  const whole = Buffer.from(`${field('title', 'words')}${fileHead('file', 'x.pdf')}content${end}`)
  const cuts = Array.from({ length: whole.length - 6 }, (_, at) => at)
  const outcomes = await Promise.all(
    cuts.map((at) =>
      readMultipart(streamOf(whole.subarray(0, at)), type, undefined).then(
        (read) => read.discard().then(() => at),
        () => -1,
      ),
    ),
  )
  assert.deepEqual(
    outcomes.filter((at) => at !== -1),
    [],
  )
})

test('X5: too many fields, too many files, no boundary and no form are refused', async () => {
  const many = Array.from({ length: 3001 }, (_, index) => field(`f${index}`, 'x')).join('')
  const files = Array.from({ length: 7 }, () => `${fileHead('file', 'x.pdf')}a\r\n`).join('')
  for (const [body, kind] of [
    [many + end, type],
    [files + end, type],
    ['x', 'multipart/form-data'],
    ['', type],
    ['rubbish', type],
  ] as const)
    await assert.rejects(readMultipart(streamOf(body), kind, undefined), PartsRefused)
  await assert.rejects(readMultipart(null, type, undefined), PartsRefused)
})
