/*
 * Runs in a process of its own, sealed and under limits, by Node alone: reads the Word file `in` in the folder it is given, leaves text.json.
 * The file was counted before it came here, and is counted again.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { countZip } from '../count-zip.ts'
import { treeFromHtml } from './html-to-tree.ts'
import { type Loss, lossesIn } from './losses.ts'

const folder = process.argv[2] ?? ''
const bytes = readFileSync(join(folder, 'in'))
const { parts, names } = await countZip(bytes)
const losses: Loss[] = lossesIn(parts.get('word/document.xml') ?? '', names)
const options = {
  includeEmbeddedStyleMap: false,
  externalFileAccess: false,
  styleMap: [
    "p[style-name='Title'] => h1:fresh",
    "p[style-name='Subtitle'] => p:fresh",
    "p[style-name='Caption'] => p.caption:fresh",
    "p[style-name='caption'] => p.caption:fresh",
    "p[style-name='Quote'] => p:fresh",
    "p[style-name='Numbered Paragraph'] => p.numbered:fresh",
    "p[style-name='Recommendation'] => p.recommendation:fresh",
    "r[style-name='Strong'] => strong",
    "r[style-name='Emphasis'] => em",
  ],
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
}
const { value } = await mammoth.convertToHtml({ buffer: bytes }, options)
writeFileSync(join(folder, 'text.json'), JSON.stringify({ tree: treeFromHtml(value, losses), losses }))
