/*
 * The floor of the pack: the same words through the bare compiler, with no look, tags, numbers, bookmarks or claim.
 * Run by Node alone in a process of its own: pack-floor.ts FOLDER, where FOLDER holds text.json; leaves bare.pdf, prints the pages.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFonts } from '../../src/platform/documents/pdf/fonts.ts'

const template = `
#let data = json("text.json")
#set text(font: ("Inter", "Noto Sans Symbols 2", "Noto Sans Math", "Noto Emoji"), size: 10.5pt)
#let words(it) = if type(it) == str { it } else { it.map(one => if type(one) == str { one } else if "t" in one { one.t } else if "s" in one { one.s }).join() }
#let points(it) = list(..it.items.map(one => { words(one.c); for below in one.l { points(below) } }))
#for entry in data.open + data.exempt {
  pagebreak(weak: true)
  heading(entry.title)
  for it in entry.nodes {
    if it.k == "h" { heading(level: it.level, words(it.t)) }
    if it.k == "p" { par(words(it.t)) }
    if it.k == "l" { points(it) }
    if it.k in ("r", "n") { list(..it.items.map(words)) }
    if it.k == "t" { table(columns: it.columns.len(), ..it.head.map(words), ..it.cells.map(words)) }
  }
}`
const folder = process.argv[2] ?? ''
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: readFonts() }] })
const document = compiler.compile({ mainFileContent: template }).result
if (!document) throw new Error('The floor did not compile')
writeFileSync(join(folder, 'bare.pdf'), compiler.pdf(document, { pdfTags: false }))
process.stdout.write(String(document.numOfPages))
