import type { Block, Paper } from '#platform/paper/tree.ts'
import { run } from '#platform/paper/tree.ts'

/** The parts of the report template (M4), in the order in which a paper prints them. `recommendations` has one a line. */
export const reportParts = [
  'summary',
  'recommendations',
  'reasons',
  'background',
  'options',
  'consultation',
  'policyContext',
  'previousDecisions',
  'legal',
  'financial',
  'equality',
  'risk',
  'timetable',
  'backgroundPapers',
  'appendices',
] as const
/** One part of the template that prints as a section. */
export type ReportPart = (typeof reportParts)[number]

/** The facts at the head of a report. */
export const reportFacts = ['reportOf', 'contact', 'purpose', 'area', 'circulation'] as const
/** One fact at the head. */
export type ReportFact = (typeof reportFacts)[number]

/** What an author fills in beside the body text; what is missing was left empty. Paragraphs are divided by an empty line. */
export type ReportFields = Readonly<Partial<Record<ReportPart | ReportFact, string>>>

/** Reads stored fields; anything unknown is left out. */
export function readFields(stored: unknown): ReportFields {
  if (typeof stored !== 'object' || stored === null) return {}
  const known: readonly string[] = [...reportFacts, ...reportParts]
  return Object.fromEntries(
    Object.entries(stored).filter(([name, value]) => known.includes(name) && typeof value === 'string' && value !== ''),
  )
}

/** The recommendations of a report, one a line, without the letters that somebody may have typed before them. */
export function recommendationsOf(fields: ReportFields): readonly string[] {
  const lines = (fields.recommendations ?? '').split('\n').map((line) => line.trim().replace(/^(?:[a-z]\)|\([a-z]\)|[-*•])\s+/i, ''))
  return lines.filter((line) => line !== '')
}

/**
 * The whole text of a report as one tree: summary, recommendations (lettered), the author's own text, then the other sections.
 * @param headings - the words of each section
 */
export function assembleReport(fields: ReportFields, body: Paper, headings: Readonly<Record<ReportPart, string>>): Paper {
  const opening = reportParts.slice(0, 2).flatMap((part) => sectionOf(part, fields, headings))
  const rest = reportParts.slice(2).flatMap((part) => sectionOf(part, fields, headings))
  return { version: 1, blocks: [...opening, ...body.blocks, ...rest] }
}

function sectionOf(part: ReportPart, fields: ReportFields, headings: Readonly<Record<ReportPart, string>>): readonly Block[] {
  const heading: Block = { type: 'heading', level: 1, content: [run(headings[part])] }
  if (part === 'recommendations') {
    const items = recommendationsOf(fields)
    if (items.length === 0) return []
    // Letters run out after 26; more than that prints as a numbered list, and nothing is lost.
    if (items.length > 26)
      return [heading, { type: 'list', ordered: true, items: items.map((item) => ({ content: [run(item)], lists: [] })) }]
    return [heading, { type: 'recommendations', items: items.map((item) => [run(item)]) }]
  }
  const paragraphs = paragraphsOf(fields[part] ?? '')
  return paragraphs.length === 0 ? [] : [heading, ...paragraphs]
}

function paragraphsOf(text: string): readonly Block[] {
  const parts = text.split(/\n\s*\n/).map((part) => part.replaceAll(/\s+/g, ' ').trim())
  return parts.filter((part) => part !== '').map((part) => ({ type: 'paragraph', content: [run(part)] }))
}
