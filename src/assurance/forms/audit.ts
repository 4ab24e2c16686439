import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  field,
  formOf,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  postedText,
  text,
  uuid,
  uuids,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { ToolkitScore } from '../rules/audit.ts'
import { caseAuditKinds, readCaseItems } from '../rules/case-audit.ts'

const broken = /[^\P{Cc}\n\t]/u

function linesOf(posted: unknown): readonly string[] | undefined {
  const typed = postedText(posted).replaceAll('\r\n', '\n')
  if (!typed.isWellFormed() || broken.test(typed)) return undefined
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** One standard a line: 'Title' or 'Title | question'. */
const standards = (): z.ZodType<readonly { readonly title: string; readonly question: string }[]> =>
  field((posted) => {
    const lines = linesOf(posted)
    if (lines === undefined || lines.length === 0 || lines.length > 60 || lines.some((line) => line.length > 600))
      return { code: 'standards-expected' }
    const value = lines.map((line) => {
      const [title = '', ...question] = line.split('|')
      return { title: title.trim(), question: question.join('|').trim() }
    })
    return value.some(({ title }) => title === '' || title.length > 300) ? { code: 'standards-expected' } : { value }
  })

/** One score a line: '0 Not met'. */
const scores = (): z.ZodType<readonly ToolkitScore[]> =>
  field((posted) => {
    const read = linesOf(posted)?.map((line) => /^(\d{1,2})\s+(\S.{0,100})$/.exec(line))
    if (read === undefined || read.length < 2 || read.length > 10 || read.some((one) => one === null)) return { code: 'scores-expected' }
    const value = read.map((one) => ({ score: Number(one?.[1]), label: one?.[2] ?? '' })).sort((one, other) => one.score - other.score)
    return new Set(value.map(({ score }) => score)).size === value.length ? { value } : { code: 'scores-expected' }
  })

/** Grades, the best first. */
const grades = (): z.ZodType<readonly string[]> =>
  field((posted) => {
    const lines = linesOf(posted)
    return lines === undefined || lines.length < 2 || lines.length > 8 || lines.some((line) => line.length > 60)
      ? { code: 'grades-expected' }
      : { value: lines }
  })

const toolkit = z.object({
  title: text(200),
  source: optionalText(300),
  scores: scores(),
  passMark: wholeNumber(0, 99),
  standards: standards(),
})
const round = z.object({ toolkit: uuid(), title: text(200), opensOn: day(), dueOn: day(), previous: optionalUuid() })
const caseAudit = z.object({
  ...{ kind: choice(caseAuditKinds), theme: text(200), sampleHow: longText(1000), sampleSize: wholeNumber(1, 9999), heldOn: day() },
  ...{ grades: grades(), items: longText(20_000), againOf: optionalUuid() },
})

/** A new version of a toolkit. */
export type ToolkitInput = z.output<typeof toolkit>
/** A new round. */
export type RoundInput = z.output<typeof round>

/** Reads a toolkit; the pass mark is one of its scores. */
export function parseToolkit(body: FormBody): Result<ToolkitInput, FieldProblem> {
  const read = parseForm(toolkit, body)
  if (read.ok && !read.value.scores.some(({ score }) => score === read.value.passMark))
    return { ok: false, problems: [{ field: 'passMark', code: 'pass-mark-unknown' }] }
  return read
}

/** Reads a new round. */
export const parseRound = formOf(round)
/** Reads which agencies are asked. */
export const parseAgencies = formOf(z.object({ organisations: uuids(), version: version() }))
/** Reads who answers for an agency, and who moderates. */
export const parseAgencyPeople = formOf(z.object({ lead: optionalUuid(), moderator: optionalUuid(), version: version() }))
/** Reads the report of a round. */
export const parseRoundReport = formOf(z.object({ summary: longText(8000), version: version() }))
/** Reads what an agency does about a standard. */
export const parseAuditAction = formOf(
  z.object({ text: longText(2000), lead: text(200), dueOn: day(), doneOn: optionalDay(), version: version() }),
)
/** Reads what a case audit taught. */
export const parseLearning = formOf(z.object({ learning: longText(8000), version: version() }))

/** What an agency says of one standard. */
export interface AnswerInput {
  readonly standard: string
  readonly score: number | undefined
  readonly evidence: string
  readonly link: string
}
/** What a peer makes of it. */
export interface ModerationInput {
  readonly standard: string
  readonly score: number | undefined
  readonly reason: string
}

const link = (): z.ZodType<string | undefined> =>
  field<string | undefined>((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { value: undefined }
    return /^https?:\/\/[^\s\p{Cc}]{1,500}$/u.test(typed) ? { value: typed } : { code: 'link-expected' }
  })

/** Reads the answers of an agency; fields carry the number of their standard. */
export function parseAnswers(
  keys: readonly string[],
  known: readonly ToolkitScore[],
  body: FormBody,
): Result<readonly AnswerInput[], FieldProblem> {
  const read = scored(keys, known, { evidence: optionalLongText(4000), link: link() }, body)
  return read.ok
    ? { ok: true, value: read.value.map(({ standard, score, evidence = '', link: to = '' }) => ({ standard, score, evidence, link: to })) }
    : read
}

/** Reads a moderation; fields carry the number of their standard. What has no score is left unmoderated. */
export function parseModeration(
  keys: readonly string[],
  known: readonly ToolkitScore[],
  body: FormBody,
): Result<readonly ModerationInput[], FieldProblem> {
  const read = scored(keys, known, { reason: optionalLongText(2000) }, body)
  return read.ok ? { ok: true, value: read.value.map(({ standard, score, reason = '' }) => ({ standard, score, reason })) } : read
}

/** A score for each standard, with further words; the names of the fields end with the place of their standard. */
function scored<Name extends string>(
  keys: readonly string[],
  known: readonly ToolkitScore[],
  words: Readonly<Record<Name, z.ZodType<string | undefined>>>,
  body: FormBody,
) {
  const each = { score: optionalChoice(known.map((one) => String(one.score))), ...words }
  const schema = z.object(
    Object.fromEntries(keys.flatMap((_, at) => Object.entries<z.ZodType>(each).map(([name, type]) => [`${name}${at}`, type]))),
  )
  const read = parseForm(schema, body)
  if (!read.ok) return read
  const values = read.value as Readonly<Record<string, string | undefined>>
  const wordsAt = (at: number) =>
    Object.fromEntries(Object.keys(words).map((name) => [name, values[`${name}${at}`]])) as Partial<Record<Name, string>>
  return { ok: true as const, value: keys.map((standard, at) => ({ ...wordsAt(at), standard, score: numberOf(values[`score${at}`]) })) }
}

const numberOf = (typed: string | undefined): number | undefined => (typed === undefined ? undefined : Number(typed))

/** A case audit with its questions read. */
export type CaseAuditInput = Omit<z.output<typeof caseAudit>, 'items'> & { readonly items: NonNullable<ReturnType<typeof readCaseItems>> }

/** Reads a case audit; no question counts more cases than the sample. */
export function parseCaseAudit(body: FormBody): Result<CaseAuditInput, FieldProblem> {
  const read = parseForm(caseAudit, body)
  if (!read.ok) return read
  const items = readCaseItems(read.value.items, read.value.grades.length)
  if (items === undefined) return { ok: false, problems: [{ field: 'items', code: 'items-expected' }] }
  const tooMany = items.some(({ counts }) => counts.reduce((sum, count) => sum + count, 0) > read.value.sampleSize)
  return tooMany ? { ok: false, problems: [{ field: 'items', code: 'more-than-sample' }] } : { ok: true, value: { ...read.value, items } }
}
