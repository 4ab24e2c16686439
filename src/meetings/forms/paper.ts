import { z } from 'zod'
import { moneyInWords } from '#platform/money.ts'
import { longestMarkdown } from '#platform/paper/markdown-limits.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import {
  choice,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  parseForm,
  text,
  ticked,
  uuid,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { optionalMoney } from '#platform/web/money-field.ts'
import { disciplines } from '../rules/paper.ts'
import { budgetKinds, type ReportFields, reportFacts, reportParts } from '../rules/report.ts'

const partLength = 20_000
const facts = Object.fromEntries(reportFacts.map((name) => [name, optionalText(300)]))
const parts = Object.fromEntries(reportParts.map((name) => [name, optionalLongText(partLength)]))

const short = optionalText(500)
const budget = {
  budgetSum: optionalMoney().transform((pence) => (pence === undefined ? undefined : moneyInWords(pence))),
  budgetName: short,
  budgetKind: optionalChoice(budgetKinds),
  budgetSource: short,
  budgetPayer: short,
  budgetSavings: short,
}

const paperForm = z.object({
  title: text(200),
  body: optionalLongText(longestMarkdown),
  reason: optionalLongText(1000),
  version: version(),
  ...facts,
  ...parts,
  ...budget,
})

/** What an author saves: the template's fields and the text as Markdown. */
export interface PaperInput {
  readonly title: string
  readonly fields: ReportFields
  /** Markdown; '' for none. */
  readonly body: string
  /** Why a published paper is corrected; undefined for a first version. */
  readonly reason: string | undefined
  /** Of the draft. */
  readonly version: number
}

/** Reads the author's form (M4). */
export function parsePaper(body: FormBody): Result<PaperInput, FieldProblem> {
  const parsed = parseForm(paperForm, body)
  if (!parsed.ok) return parsed
  const { title, body: written, reason, version: from, ...rest } = parsed.value as typeof parsed.value & Readonly<Record<string, unknown>>
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as ReportFields
  return { ok: true, value: { title, fields, body: written ?? '', reason, version: from } }
}

/** Reads who writes the paper of an item. */
export function parseStart(body: FormBody): Result<{ readonly title: string; readonly author: string }, FieldProblem> {
  return parseForm(z.object({ title: text(200), author: uuid() }), body)
}

/** Reads which checks are asked; those that override are named again. */
export function parseAsk(
  body: FormBody,
): Result<{ readonly discipline: (typeof disciplines)[number]; readonly checker: string; readonly overrides: boolean }, FieldProblem> {
  return parseForm(z.object({ discipline: choice(disciplines), checker: text(200), overrides: ticked() }), body)
}

/** Reads what a checker answered. */
export function parseAnswer(body: FormBody): Result<
  {
    readonly discipline: (typeof disciplines)[number]
    readonly verdict: 'cleared' | 'returned' | 'withdrawn'
    readonly note: string | undefined
  },
  FieldProblem
> {
  return parseForm(
    z.object({ discipline: choice(disciplines), verdict: choice(['cleared', 'returned', 'withdrawn']), note: optionalLongText(2000) }),
    body,
  )
}

/** Reads a consent to a late paper. */
export function parseConsent(
  body: FormBody,
): Result<{ readonly consenter: string; readonly person: string; readonly reason: string }, FieldProblem> {
  return parseForm(z.object({ consenter: text(120), person: text(200), reason: longText(1000) }), body)
}

/** Reads why a cleared paper goes back to its author. */
export function parseReturn(body: FormBody): Result<{ readonly note: string }, FieldProblem> {
  return parseForm(z.object({ note: longText(1000) }), body)
}
