import { globSync, readFileSync, statSync } from 'node:fs'

/** Marks of the Crown that nobody but central government may show: its typeface, the crown, the crest. */
const MARKS = ['GDS Transport', 'M33.1,9.8c.2-.1.3-.3', 'M421.5 142.8V.1l-50.7', 'govuk-crest']

/** What we serve holds none of the Crown's marks. */
export async function brandGate(): Promise<readonly string[]> {
  const problems: string[] = []
  for (const path of globSync('src/platform/web/assets/**/*')) {
    if (!statSync(path).isFile() || /\.test\.tsx?$/.test(path)) continue
    const content = readFileSync(path, 'latin1')
    for (const mark of MARKS) if (content.includes(mark) || path.includes(mark)) problems.push(`${path} holds '${mark}'.`)
  }
  return problems
}
