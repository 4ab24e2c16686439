import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { canCutNetwork, withPdfFromWord } from './pdf-from-word.ts'
import { wordFile, wordParagraph } from './testing/office-files.ts'
import { pdfOf } from './testing/pdf-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'converter-'))
after(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'in.docx')
writeFileSync(path, await wordFile(wordParagraph('Words')))
writeFileSync(join(folder, 'made.pdf'), await pdfOf(2))
const word = { name: 'Report.docx', size: 10, path, tooLarge: false }
let programs = 0
/** A program that takes what an office program takes: the folder follows --outdir. */
function program(lines: string): string {
  programs += 1
  const file = join(folder, `program${programs}`)
  writeFileSync(file, `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nout=$2\n${lines}\n`)
  chmodSync(file, 0o755)
  return file
}

test('M4: a configured program makes a PDF of a Word file, in a folder that is gone afterwards', async () => {
  const made = await withPdfFromWord(program(`env > "$out/env"; cp ${folder}/made.pdf "$out/in.pdf"`), word, async (pdf) => {
    assert.ok(existsSync(pdf.path))
    return pdf
  })
  assert.ok(made.ok)
  assert.equal(made.value.name, 'Report.pdf')
  assert.ok(!existsSync(made.value.path))
})

test('M4: a program that fails, makes nothing or does not exist is said to have failed', async () => {
  for (const one of [program('exit 3'), program('exit 0'), join(folder, 'nowhere'), program(`: > "$out/in.pdf"`)])
    assert.deepEqual(await withPdfFromWord(one, word, async () => 'used'), { ok: false, code: 'converter-failed' })
})

test('M4: the program sees nothing of the server’s settings, and no network where it can be taken away', async () => {
  process.env.GOLDENTHREAD_TEST_SECRET = 'secret'
  const server = createServer((_, answer) => answer.end('reached')).listen(0, '127.0.0.1')
  after(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const reach = `${process.execPath} -e "fetch('http://127.0.0.1:${port}').then(() => process.exit(0), () => process.exit(9))"`
  const made = await withPdfFromWord(
    program(`env | grep -q SECRET && exit 4; ${reach} && exit 5; cp ${folder}/made.pdf "$out/in.pdf"`),
    word,
    async () => 'used',
  )
  if (await canCutNetwork()) assert.deepEqual(made, { ok: true, value: 'used' })
})
