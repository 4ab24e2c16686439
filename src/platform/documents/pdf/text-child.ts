/*
 * Runs in a process of its own, under limits, by Node alone: reads every .pdf in the folder it is given, leaves the words of their pages in texts.json.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'

const folder = process.argv[2] ?? ''
const texts: string[] = []
for (const name of readdirSync(folder).filter((one) => one.endsWith('.pdf'))) {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, name))), { verbosity: 0 })
    texts.push(...(await extractText(pdf, { mergePages: false })).text)
    await pdf.cleanup()
  } catch {
    // Damaged or locked: it has no words that could stand elsewhere.
  }
}
writeFileSync(join(folder, 'texts.json'), JSON.stringify(texts))
