import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeWorkingFolder, sweepWorkingFolders } from './working-folder.ts'

const now = Temporal.Now.instant()
const place = mkdtempSync(join(tmpdir(), 'sweep-'))
test.after(() => rmSync(place, { recursive: true, force: true }))
const make = (name: string): string => {
  mkdirSync(join(place, name))
  writeFileSync(join(place, name, '0'), '%PDF-1.7')
  return join(place, name)
}

test('X5: what a killed process had half read is swept at the start; what a process still reads, and all else, stays', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  const living = make(`goldenthread-upload-${process.ppid}-abcdef`)
  const killed = make(`goldenthread-upload-${child.pid}-abcdef`)
  const unsaid = make('goldenthread-upload-uvwxyz')
  const others = [make('goldenthread-uploads'), make('somebody-elses')]
  symlinkSync(others[1] ?? '', join(place, `goldenthread-upload-${child.pid}-linked`))
  assert.equal(await sweepWorkingFolders(now, place), 1)
  assert.deepEqual(
    [living, killed, unsaid, ...others].map((folder) => existsSync(folder)),
    [true, false, true, true, true],
  )
  const yesterday = now.epochMilliseconds / 1000 - 25 * 60 * 60
  for (const folder of [living, unsaid]) utimesSync(folder, yesterday, yesterday)
  assert.equal(await sweepWorkingFolders(now, place), 2)
  assert.ok(existsSync(join(others[1] ?? '', '0')), 'a link is not followed')
})

test('X5: what a conversion or a limited child left when its process was killed is swept at the start too', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  const killed = [make(`goldenthread-convert-${child.pid}-abcdef`), make(`goldenthread-child-${child.pid}-abcdef`)]
  const unsaid = make('goldenthread-convert-abcdef')
  const living = make(`goldenthread-child-${process.ppid}-ghijkl`)
  const others = [make('goldenthread-abcdef'), make('goldenthread-elsewhere-1-abcdef')]
  assert.equal(await sweepWorkingFolders(now, place), 2)
  const yesterday = now.epochMilliseconds / 1000 - 25 * 60 * 60
  for (const folder of [unsaid, ...others]) utimesSync(folder, yesterday, yesterday)
  assert.equal(await sweepWorkingFolders(now, place), 1)
  assert.deepEqual(
    [...killed, unsaid, living, ...others].map((folder) => existsSync(folder)),
    [false, false, false, true, true, true],
  )
})

test('X5: a folder says whose it is', async () => {
  const folder = await makeWorkingFolder('upload')
  test.after(() => rmSync(folder, { recursive: true, force: true }))
  assert.match(folder, new RegExp(`goldenthread-upload-${process.pid}-\\w{6}$`))
})
