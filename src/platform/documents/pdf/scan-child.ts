/*
 * Runs in a process of its own, under limits, by Node alone: reads in.pdf and phrases.json in the folder it is given, leaves findings.json.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPdf } from './scan-reader.ts'
import { rawWords } from './scan-streams.ts'
import type { WordsInPdf } from './scan-words.ts'
import { fold } from './scan-words.ts'

const folder = process.argv[2] ?? ''
const phrases = JSON.parse(readFileSync(join(folder, 'phrases.json'), 'utf8')) as string[]
const sought = phrases.map((phrase) => ({ phrase, folded: fold(phrase) }))
const found = new Map<string, object>()

function look({ place, page, words }: WordsInPdf): void {
  if (words === '') return
  const folded = fold(words)
  for (const one of sought)
    if (folded.includes(one.folded)) found.set(`${one.phrase}\n${place}\n${page}`, { phrase: one.phrase, place, page })
}

const pdf = readFileSync(join(folder, 'in.pdf'))
for (const words of rawWords(pdf)) look({ place: 'raw content', page: null, words })
for await (const words of readPdf(pdf)) look(words)
writeFileSync(join(folder, 'findings.json'), JSON.stringify([...found.values()]))
