import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#platform/database/session.ts'
import { speckled } from '#platform/documents/pdf/testing/outside-pdfs.ts'
import { countHolders } from '#platform/documents/references.ts'
import { findLogo, logoAddress } from '#platform/partnership-logo.ts'
import { htmlFaults } from '#test/support/html.ts'
import { openRooms } from './testing/rooms.ts'

const rooms = await openRooms()
const visitor = rooms.acting(undefined)
const current = () => readAs(rooms.db, visitor, findLogo)
const words = { alternativeText: 'Northbrook, a heron over water' }
const picture = { name: 'mark.png', bytes: speckled() }

test('O1: an administrator sets the mark; it is drawn anew, served under a name of its own, and held', async () => {
  assert.equal((await rooms.send('/admin/logo', words, picture, 'siddiqui')).status, 403)
  assert.equal((await rooms.send('/admin/logo', words, picture)).status, 401)
  assert.equal(await current(), undefined)
  assert.equal((await rooms.send('/admin/logo', words, picture, 'lowe')).status, 303)
  const logo = await current()
  assert.ok(logo)
  assert.deepEqual([logo.mediaType, logo.width, logo.height, logo.alternativeText], ['image/png', 300, 400, words.alternativeText])
  assert.equal(await countHolders(rooms.ownerDb, logo.document), 1)
  assert.equal((await rooms.get(logoAddress(logo))).status, 200)
  assert.equal((await rooms.get('/partnership/0123456789abcdef0123.png')).status, 404)
  const form = await rooms.get('/admin/logo', 'lowe')
  assert.match(form.text, /enctype="multipart\/form-data"/)
  assert.deepEqual(await htmlFaults(form.text), [])
})

test('X5: a file that is no picture, one that is too large and a mark without words are refused in words; what stands stays', async () => {
  const before = await current()
  const refused = async (file: { name: string; bytes: Uint8Array }, fields = words) => {
    const { status, text } = await rooms.send('/admin/logo', fields, file, 'lowe')
    assert.equal(status, 422)
    return text
  }
  assert.match(await refused({ name: 'mark.png', bytes: Buffer.from('<svg onload="alert(1)"/>') }), /not a picture that can be used/)
  assert.match(await refused({ name: 'mark.png', bytes: Buffer.from('%PDF-1.7') }), /not a picture that can be used/)
  assert.match(await refused({ name: 'mark.png', bytes: Buffer.alloc(1_200_000, 7) }), /larger than 1 MB/)
  assert.match(await refused(picture, { alternativeText: ' ' }), /Say in words what the mark shows/)
  assert.deepEqual(await current(), before)
})

test('O1: words can be changed without a new picture, and the mark can be taken away', async () => {
  const before = await current()
  assert.equal((await rooms.post('/admin/logo', { alternativeText: 'A heron' }, 'lowe')).status, 303)
  assert.deepEqual(await current(), { ...before, alternativeText: 'A heron' })
  assert.equal((await rooms.post('/admin/logo', { ...words, remove: 'yes' }, 'lowe')).status, 303)
  assert.equal(await current(), undefined)
  assert.equal(await countHolders(rooms.ownerDb, before?.document ?? ''), 0)
})
