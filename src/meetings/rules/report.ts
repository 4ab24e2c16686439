import { penceOf } from '#platform/money.ts'
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

/** The budget information that a report needs which commits money (C16), in the order in which it prints under 'financial'. */
export const budgetFacts = ['budgetSum', 'budgetName', 'budgetKind', 'budgetSource', 'budgetPayer', 'budgetSavings'] as const
/** One fact of the budget. `budgetSum` is a sum as `penceOf` reads it; `budgetKind` one of `budgetKinds`. */
export type BudgetFact = (typeof budgetFacts)[number]
/** Whether partners' money is together: in one pooled fund; each in its own budget, spent together; of one partner alone. */
export const budgetKinds = ['pooled', 'aligned', 'single'] as const
/** One of them. */
export type BudgetKind = (typeof budgetKinds)[number]

/** What an author fills in beside the body text; what is missing was left empty. Paragraphs are divided by an empty line. */
export type ReportFields = Readonly<Partial<Record<ReportPart | ReportFact | BudgetFact, string>>>

/** The words for everything that prints: headings of sections, names of the facts of the budget, and kinds of it. */
export type ReportHeadings = Readonly<Record<ReportPart | BudgetFact | BudgetKind, string>>

/** The facts of the budget that a report which commits money still lacks; a dash says nothing, but that nothing is saved may be said so. */
export function budgetMissing(fields: ReportFields): readonly BudgetFact[] {
  return budgetFacts.filter((name) => {
    const said = (fields[name] ?? '').trim()
    if (name === 'budgetSum') return (penceOf(said) ?? 0) === 0
    if (name === 'budgetKind') return !budgetKinds.some((kind) => kind === said)
    return name === 'budgetSavings' ? !/\p{L}/u.test(said) : !saysSomething(said)
  })
}

/** Whether words say something: a dash, 'n/a' or 'none' is no budget information (C16). */
export function saysSomething(text: string | undefined): boolean {
  const words = (text ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[.\s/-]/g, '')
  return words !== '' && !['na', 'none', 'nil', 'tbc', 'notapplicable'].includes(words)
}

/** Whether a published report says what it costs: by its budget information, or, as reports did before, in words. */
export function saysCost(fields: ReportFields): boolean {
  return budgetMissing(fields).length === 0 || saysSomething(fields.financial)
}

/** Reads stored fields; anything unknown is left out. */
export function readFields(stored: unknown): ReportFields {
  if (typeof stored !== 'object' || stored === null) return {}
  const known: readonly string[] = [...reportFacts, ...reportParts, ...budgetFacts]
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
export function assembleReport(fields: ReportFields, body: Paper, headings: ReportHeadings): Paper {
  const opening = reportParts.slice(0, 2).flatMap((part) => sectionOf(part, fields, headings))
  const rest = reportParts.slice(2).flatMap((part) => sectionOf(part, fields, headings))
  return { version: 1, blocks: [...opening, ...body.blocks, ...rest] }
}

function sectionOf(part: ReportPart, fields: ReportFields, headings: ReportHeadings): readonly Block[] {
  const heading: Block = { type: 'heading', level: 1, content: [run(headings[part])] }
  if (part === 'recommendations') {
    const items = recommendationsOf(fields)
    if (items.length === 0) return []
    // Letters run out after 26; more than that prints as a numbered list, and nothing is lost.
    if (items.length > 26)
      return [heading, { type: 'list', ordered: true, items: items.map((item) => ({ content: [run(item)], lists: [] })) }]
    return [heading, { type: 'recommendations', items: items.map((item) => [run(item)]) }]
  }
  const paragraphs = [...(part === 'financial' ? budgetBlocks(fields, headings) : []), ...paragraphsOf(fields[part] ?? '')]
  return paragraphs.length === 0 ? [] : [heading, ...paragraphs]
}

/** The budget as a list of its facts, those that are said. */
function budgetBlocks(fields: ReportFields, headings: ReportHeadings): readonly Block[] {
  const items = budgetFacts.flatMap((name) => {
    const said = fields[name] ?? ''
    const kind = name === 'budgetKind' ? budgetKinds.find((one) => one === said) : undefined
    return said === '' ? [] : [{ content: [run(`${headings[name]}: ${kind === undefined ? said : headings[kind]}`)], lists: [] }]
  })
  return items.length === 0 ? [] : [{ type: 'list', ordered: false, items }]
}

function paragraphsOf(text: string): readonly Block[] {
  const parts = text.split(/\n\s*\n/).map((part) => part.replaceAll(/\s+/g, ' ').trim())
  return parts.filter((part) => part !== '').map((part) => ({ type: 'paragraph', content: [run(part)] }))
}
