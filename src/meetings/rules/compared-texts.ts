import type { Block, Paper } from '#platform/paper/tree.ts'
import { run } from '#platform/paper/tree.ts'
import { assembleReport, type ReportFact, type ReportFields, type ReportHeadings, reportFacts } from './report.ts'

/** A version of a paper as one text, so that two can be compared: the facts at its head, a paragraph each, then the whole report. */
export function paperAsText(fields: ReportFields, tree: Paper, facts: Readonly<Record<ReportFact, string>>, parts: ReportHeadings): Paper {
  const head = reportFacts.flatMap((name): Block[] => {
    const said = fields[name]
    return said ? [{ type: 'paragraph', content: [run(`${facts[name]}: ${said}`)] }] : []
  })
  return { version: 1, blocks: [...head, ...assembleReport(fields, tree, parts).blocks] }
}

/** A version of minutes as one text: each section under its heading, whose own headings go one level down. */
export function minutesAsText(sections: readonly { readonly number: string; readonly heading: string; readonly tree: Paper }[]): Paper {
  const blocks = sections.flatMap(({ number, heading, tree }): readonly Block[] => [
    { type: 'heading', level: 1, content: [run([number, heading].filter((part) => part !== '').join(' ') || 'Minute')] },
    ...tree.blocks.map((block): Block => (block.type === 'heading' ? { ...block, level: Math.min(4, block.level + 1) } : block)),
  ])
  return { version: 1, blocks }
}
