import { z } from 'zod'
import { readMarkdown } from '#platform/documents/markdown/read-markdown.ts'
import { emptyPaper, type Paper } from '#platform/paper/tree.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import {
  choice,
  longText,
  optionalLongText,
  optionalText,
  parseForm,
  postedText,
  text,
  ticked,
  uuid,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'

/** A section as edited. */
export interface EditedSection {
  readonly id: string
  readonly heading: string
  /** The order in which it was taken, from 1. */
  readonly position: number
  readonly tree: Paper
}

/** Minutes as edited. */
export interface MinutesInput {
  readonly sections: readonly EditedSection[]
  readonly reason: string
  readonly version: number
}

/** The texts of a form of minutes as they were read, by the names of their fields. */
export type ReadTexts = ReadonlyMap<string, Awaited<ReturnType<typeof readMarkdown>>>

const longestSection = 100_000
/** Together texts of this length are read on another thread, however short each is. */
const longTogether = 20_000

/** Reads the text of every section that a form holds, so that nobody waits for it while the minutes are held. */
export async function readTexts(body: FormBody): Promise<ReadTexts> {
  const posted = Object.keys(body)
    .filter((name) => name.startsWith('text_'))
    .map((name) => [name, postedText(body[name])] as const)
  const together = posted.reduce((sum, [, markdown]) => sum + markdown.length, 0)
  const texts = new Map<string, Awaited<ReturnType<typeof readMarkdown>>>()
  for (const [name, markdown] of posted) {
    // What is too long is refused by its field, unread.
    if (markdown.length > longestSection) continue
    texts.set(name, await readMarkdown(markdown, together > longTogether ? { shortest: 0 } : {}))
  }
  return texts
}

const sectionForm = z.object({ heading: text(300), position: wholeNumber(1, 999), text: optionalLongText(longestSection) })

/**
 * Reads the edited text of minutes; the fields of a section are named by its id. A section whose text was not sent is empty.
 * @param texts - what `readTexts` made of the same form
 * @param reasonNeeded - whether a new version must say why
 */
export function parseMinutes(
  body: FormBody,
  texts: ReadTexts,
  ids: readonly string[],
  reasonNeeded: boolean,
): Result<MinutesInput, FieldProblem> {
  const { sections, problems: found } = parseSections(body, texts, ids)
  const rest = parseForm(z.object({ reason: reasonNeeded ? text(500) : optionalText(500), version: version() }), body)
  const problems = [...found, ...(rest.ok ? [] : rest.problems)]
  const [first, ...more] = problems
  if (first) return fail(first, ...more)
  return rest.ok ? succeed({ sections, reason: rest.value.reason ?? '', version: rest.value.version }) : fail(...rest.problems)
}

function parseSections(
  body: FormBody,
  texts: ReadTexts,
  ids: readonly string[],
): { readonly sections: readonly EditedSection[]; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = []
  const sections = ids.flatMap((id): EditedSection[] => {
    const names = ['heading', 'position', 'text'] as const
    const parsed = parseForm(sectionForm, Object.fromEntries(names.map((name) => [name, postedText(body[`${name}_${id}`])])))
    if (!parsed.ok) {
      problems.push(...parsed.problems.map((problem) => ({ ...problem, field: `${problem.field}_${id}` })))
      return []
    }
    const { heading, position } = parsed.value
    const read = texts.get(`text_${id}`)
    if (!read) return [{ id, heading, position, tree: emptyPaper }]
    if (read.ok) return [{ id, heading, position, tree: read.value.paper }]
    problems.push({ field: `text_${id}`, code: 'paper', details: { sentence: read.problems[0].sentence } })
    return []
  })
  return { sections, problems }
}

/** Reads whether the clerk says that the chair has cleared the draft. */
export function parseCirculation(body: FormBody) {
  return parseForm(z.object({ cleared: ticked() }), body)
}

/** Reads which draft the chair has read. */
export function parseClearance(body: FormBody) {
  return parseForm(z.object({ version: version() }), body)
}

const approvalForm = z.object({
  meeting: uuid(),
  amendments: optionalLongText(400),
  amendmentsBy: optionalText(200),
  refused: optionalLongText(2000),
  signedBy: optionalText(200),
  departsReason: optionalLongText(1000),
  version: version(),
})

/** How minutes were approved, with the text as amended. */
export interface ApprovalInput extends z.output<typeof approvalForm> {
  readonly sections: readonly EditedSection[]
}

/** Reads at which meeting minutes were approved, how, and the text that was agreed; the fields of a section are named by its id. */
export function parseApproval(body: FormBody, texts: ReadTexts, ids: readonly string[]): Result<ApprovalInput, FieldProblem> {
  const parsed = parseForm(approvalForm, body)
  // Where the text was not sent along it stays as it is.
  const edited = parseSections(
    body,
    texts,
    ids.filter((id) => body[`text_${id}`] !== undefined),
  )
  const problems = [...(parsed.ok ? [] : parsed.problems), ...edited.problems]
  const [first, ...more] = problems
  if (first) return fail(first, ...more)
  return parsed.ok ? succeed({ ...parsed.value, sections: edited.sections }) : parsed
}

/** Reads who signed. */
export function parseSignature(body: FormBody) {
  return parseForm(z.object({ signedBy: text(200) }), body)
}

/** Reads whether the final text or the draft is published. */
export function parsePublishing(body: FormBody) {
  return parseForm(z.object({ which: choice(['final', 'draft']) }), body)
}

/** Reads why minutes are withdrawn. */
export function parseWithdrawal(body: FormBody) {
  return parseForm(z.object({ reason: longText(1000) }), body)
}
