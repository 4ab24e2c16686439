import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  choices,
  field,
  formOf,
  longText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  postedText,
  text,
  ticked,
  uuid,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { ListedPart, StepKind } from '../rules/risk-list.ts'
import { underspendRules, weighings } from '../rules/risk-list.ts'
import { anySum, optionalSum, sumAboveNothing } from './pence.ts'

const listForm = z.object({
  ...{ title: text(200), firstYear: wholeNumber(2000, 2100), lastYear: optionalWholeNumber(2000, 2100) },
  ...{ underspend: choice(underspendRules), underspendClause: optionalText(200) },
})
const versionForm = z.object({ version: version() })
const endForm = z.object({ lastYear: wholeNumber(2000, 2100), version: version() })
const stepFields = { clause: text(200), authority: text(200), above: optionalSum() }
const stepForms = {
  own_lines: z.object(stepFields),
  cover_from_lines: z.object({ ...stepFields, line: uuid(), upTo: sumAboveNothing() }),
  draw_on_risk_pool: z.object({ ...stepFields, upTo: sumAboveNothing() }),
  first_part_to: z.object({ ...stepFields, partner: uuid(), upTo: optionalSum() }),
  share: z.object({
    ...{ ...stepFields, upTo: optionalSum(), weighedBy: choice(weighings), withFenced: ticked(), midYear: choice(['days', 'plan']) },
    ...{ kinds: choices(['cash', 'staff', 'in_kind', 'net_of_charges']), excessTo: optionalUuid() },
  }),
  refer: z.object({ ...stepFields, referTo: uuid() }),
} as const

/** A list as it is typed, without its steps. */
export type RiskListInput = z.output<typeof listForm>
/** A step as it is typed. */
export interface StepInput {
  readonly kind: StepKind
  readonly clause: string
  readonly authority: string
  readonly above: bigint | undefined
  readonly upTo?: bigint | undefined
  readonly line?: string
  readonly partner?: string
  readonly referTo?: string
  readonly weighedBy?: (typeof weighings)[number]
  readonly withFenced?: boolean
  readonly midYear?: 'days' | 'plan'
  readonly kinds?: readonly ('cash' | 'staff' | 'in_kind' | 'net_of_charges')[]
  readonly excessTo?: string | undefined
  readonly parts: readonly ListedPart[]
}

/** Reads the form of a list. */
export const parseRiskList = formOf(listForm)
/** Reads which version is put in force. */
export const parseVersion = formOf(versionForm)
/** Reads the last year of a list. */
export const parseEndOfList = formOf(endForm)

/** A part of a hundred in hundredths of a percent: '37.5' is 3750; nothing typed: null. */
export const percent = (): z.ZodType<number | null> =>
  field<number | null>((posted) => {
    const typed = postedText(posted).trim().replace(/\s*%$/, '')
    if (typed === '') return { value: null }
    const found = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typed)
    const value = found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : Number.NaN
    return value <= 10_000 ? { value } : { code: 'percent-expected' }
  })

/** Reads a step of a kind; of one that shares, the part and the cap of each partner stand in fields of their own. */
export function parseStep(kind: StepKind, partners: readonly string[]): (body: FormBody) => Result<StepInput, FieldProblem> {
  return (body) => {
    const parsed = parseForm(stepForms[kind] as z.ZodType<Omit<StepInput, 'kind' | 'parts'>>, body)
    if (!parsed.ok) return parsed
    if (kind !== 'share') return succeed({ ...parsed.value, kind, parts: [] })
    const parts = partners.map((partner) => {
      const read = parseForm(z.object({ [`share-${partner}`]: percent(), [`cap-${partner}`]: optionalSum() }), body)
      return read.ok
        ? {
            partner,
            share: read.value[`share-${partner}`] as number | null,
            cap: (read.value[`cap-${partner}`] as bigint | undefined) ?? null,
          }
        : read
    })
    const wrong = parts.find((part): part is Exclude<typeof part, ListedPart> => 'ok' in part)
    if (wrong && !wrong.ok) return fail(...wrong.problems)
    const isFixed = parsed.value.weighedBy === 'fixed'
    return succeed({
      ...parsed.value,
      kind,
      parts: (parts as ListedPart[]).map((part) => ({ ...part, share: isFixed ? (part.share ?? 0) : null })),
    })
  }
}

const variationForm = z.object({
  ...{ contribution: optionalUuid(), partner: optionalUuid(), source: optionalText(200), amount: anySum(), line: uuid() },
  ...{ leavesOn: optionalDay(), why: longText(500), decision: uuid() },
})
/** A variation as it is typed. */
export type VariationInput = z.output<typeof variationForm>
/** Reads the form of a variation. */
export const parseVariation = formOf(variationForm)

const settleForm = z.object({ complete: ticked(), decision: optionalUuid(), version: version() })
/** That a year is closed, and how what was referred is shared by a decision: pence by partner. */
export type SettleInput = z.output<typeof settleForm> & { readonly decided: ReadonlyMap<string, bigint> }
/** Reads that a year is closed; of what was referred, the part of each partner stands in a field of its own. */
export function parseSettle(partners: readonly string[]): (body: FormBody) => Result<SettleInput, FieldProblem> {
  return (body) => {
    const parsed = parseForm(settleForm, body)
    if (!parsed.ok) return parsed
    const decided = new Map<string, bigint>()
    for (const partner of partners) {
      if (postedText(body[`part-${partner}`]).trim() === '') continue
      const part = parseForm(z.object({ [`part-${partner}`]: anySum() }), body)
      if (!part.ok) return part
      decided.set(partner, part.value[`part-${partner}`] ?? 0n)
    }
    return succeed({ ...parsed.value, decided })
  }
}

const reopenForm = z.object({ why: longText(500), decision: uuid() })
/** Why a statement is taken back, and by whose authority. */
export type ReopenInput = z.output<typeof reopenForm>
/** Reads why a statement is taken back. */
export const parseReopen = formOf(reopenForm)
