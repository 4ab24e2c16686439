import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalWholeNumber,
  parseForm,
  text,
  ticked,
  uuid,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { Birth } from '../rules/birth.ts'
import { identifierKinds, isSound, plainIdentifier } from '../rules/identifiers.ts'
import { factKinds } from '../words/people.ts'

const whole = { name: text(200), part: choice(['child', 'parent', 'other']), bornOn: optionalDay(), bornMonth: optionalWholeNumber(1, 12) }
const memberForm = z.object({
  ...{ ...whole, bornYear: optionalWholeNumber(1900, 2199), dueOn: optionalDay(), hasResponsibility: ticked(), isAnother: ticked() },
})
const changeForm = z.object({
  ...{ ...whole, bornYear: optionalWholeNumber(1900, 2199), dueOn: optionalDay(), hasResponsibility: ticked(), version: version() },
  ...{ nameWas: choice(['same', 'changed', 'corrected']), changedOn: optionalDay() },
})

/** Somebody of a family as entered. */
export interface MemberInput {
  readonly name: string
  readonly part: 'child' | 'parent' | 'other'
  readonly birth: Birth
  readonly hasResponsibility: boolean
  /** True where whoever enters them was warned and says that it is another person. */
  readonly isAnother: boolean
}
/** Somebody of a family as changed. */
export interface MemberChange extends Omit<MemberInput, 'isAnother'> {
  readonly version: number
  /** Whether the former name was theirs, or a mistake. */
  readonly nameWas: 'same' | 'changed' | 'corrected'
  readonly changedOn: Temporal.PlainDate | undefined
}

interface TypedBirth {
  readonly part: string
  readonly hasResponsibility: boolean
  readonly bornOn: Temporal.PlainDate | undefined
  readonly bornMonth: number | undefined
  readonly bornYear: number | undefined
  readonly dueOn: Temporal.PlainDate | undefined
}

function readBirth({ part, hasResponsibility, bornOn, bornMonth, bornYear, dueOn }: TypedBirth): Result<Birth, FieldProblem> {
  if (bornOn && dueOn) return fail({ field: 'dueOn', code: 'born-and-due' })
  if (bornYear !== undefined && (bornOn || dueOn)) return fail({ field: 'bornYear', code: 'born-twice' })
  if (bornMonth !== undefined && bornYear === undefined) return fail({ field: 'bornYear', code: 'month-without-year' })
  if (dueOn && part !== 'child') return fail({ field: 'dueOn', code: 'due-no-child' })
  if (hasResponsibility && part === 'child') return fail({ field: 'hasResponsibility', code: 'child-responsible' })
  if (bornOn) return succeed({ known: 'day', day: bornOn })
  if (dueOn) return succeed({ known: 'due', day: dueOn })
  if (bornYear === undefined) return succeed({ known: 'nothing' })
  return succeed(bornMonth === undefined ? { known: 'year', year: bornYear } : { known: 'month', year: bornYear, month: bornMonth })
}

/** Reads somebody of the family: a birth in one way only, a due date of a child only, and no parental responsibility of a child. */
export function parseMember(body: FormBody): Result<MemberInput, FieldProblem> {
  const parsed = parseForm(memberForm, body)
  if (!parsed.ok) return parsed
  const birth = readBirth(parsed.value)
  const { name, part, hasResponsibility, isAnother } = parsed.value
  return birth.ok ? succeed({ name, part, hasResponsibility, isAnother, birth: birth.value }) : birth
}

/** Reads a change of somebody: a name that changed has its day. */
export function parseMemberChange(body: FormBody): Result<MemberChange, FieldProblem> {
  const parsed = parseForm(changeForm, body)
  if (!parsed.ok) return parsed
  const birth = readBirth(parsed.value)
  const { name, part, hasResponsibility, version: seen, nameWas, changedOn } = parsed.value
  return birth.ok ? succeed({ name, part, hasResponsibility, version: seen, nameWas, changedOn, birth: birth.value }) : birth
}

/** Facts that were answered: of each kind a code, 'not-asked' or 'declined'; a kind that is not there stays as it is. */
export interface FactsInput {
  readonly answers: readonly { readonly kind: (typeof factKinds)[number]; readonly answer: string; readonly words: string }[]
  readonly source: string
  readonly knownOn: Temporal.PlainDate
}
const factsForm = z.object({
  ...(Object.fromEntries(
    factKinds.flatMap((kind) => [
      [kind, optionalText(60)],
      [`${kind}-words`, optionalText(500)],
    ]),
  ) as Record<string, z.ZodType<string | undefined>>),
  source: text(200),
  knownOn: day(),
})

/** Reads facts of somebody; words alone, without an answer, are refused beside them. */
export function parseFacts(body: FormBody): Result<FactsInput, FieldProblem> {
  const parsed = parseForm(factsForm, body)
  if (!parsed.ok) return parsed
  const { source, knownOn, ...typed } = parsed.value as { source: string; knownOn: Temporal.PlainDate } & Record<string, string | undefined>
  const wordsOnly = factKinds.find((kind) => typed[kind] === undefined && typed[`${kind}-words`] !== undefined)
  if (wordsOnly) return fail({ field: wordsOnly, code: 'answer-missing' })
  const answers = factKinds.flatMap((kind) => {
    const answer = typed[kind]
    return answer === undefined ? [] : [{ kind, answer, words: typed[`${kind}-words`] ?? '' }]
  })
  const told = answers.find(({ answer, words }) => words !== '' && (answer === 'not-asked' || answer === 'declined'))
  if (told) return fail({ field: `${told.kind}-words`, code: 'words-of-nothing' })
  const [first] = factKinds
  return answers.length > 0 ? succeed({ answers, source, knownOn }) : fail({ field: first, code: 'nothing-answered' })
}

const identifierForm = z.object({
  kind: choice(identifierKinds),
  value: text(60),
  provenance: choice(['traced', 'family', 'partner']),
  knownOn: day(),
})
/** A number of somebody. */
export type IdentifierInput = z.output<typeof identifierForm>

/** Reads an identifier without spaces and dashes; one whose check digit or letter is wrong is refused. */
export function parseIdentifier(body: FormBody): Result<IdentifierInput, FieldProblem> {
  const parsed = parseForm(identifierForm, body)
  if (!parsed.ok) return parsed
  const value = plainIdentifier(parsed.value.kind, parsed.value.value)
  if (!isSound(parsed.value.kind, value)) return fail({ field: 'value', code: `${parsed.value.kind}-unsound` })
  return value.length > 40
    ? fail({ field: 'value', code: 'too-long', details: { max: 40, over: value.length - 40 } })
    : succeed({ ...parsed.value, value })
}

const relationshipForm = z.object({
  ...{
    object: uuid(),
    type: text(60),
    responsibility: choice(['yes', 'no', 'not-asked', 'declined']),
    livesWith: choice(['yes', 'part', 'no', 'not-asked']),
  },
  ...{ contactRestriction: optionalLongText(1000), source: text(200), startsOn: optionalDay() },
})
/** What somebody is to somebody. */
export type RelationshipInput = z.output<typeof relationshipForm>
/** Reads what somebody is to somebody else of the family. */
export const parseRelationship = formOf(relationshipForm)

const addressForm = z.object({
  ...{
    kind: choice(['usual', 'other', 'none']),
    lines: optionalLongText(500),
    postcode: optionalText(10),
    startsOn: optionalDay(),
    source: text(200),
  },
})
/** Where somebody lives. */
export type AddressInput = z.output<typeof addressForm>
/** Reads an address; only whoever has no fixed address needs none. */
export function parseAddress(body: FormBody): Result<AddressInput, FieldProblem> {
  const parsed = parseForm(addressForm, body)
  if (parsed.ok && parsed.value.kind !== 'none' && parsed.value.lines === undefined)
    return fail({ field: 'lines', code: 'address-missing' })
  return parsed
}

const contactForm = z.object({
  kind: choice(['phone', 'mail', 'school', 'work']),
  value: text(300),
  startsOn: optionalDay(),
  source: text(200),
})
/** How somebody is reached. */
export type ContactInput = z.output<typeof contactForm>
/** Reads how somebody is reached. A number of a telephone has at least six digits. */
export function parseContact(body: FormBody): Result<ContactInput, FieldProblem> {
  const parsed = parseForm(contactForm, body)
  if (parsed.ok && parsed.value.kind === 'phone' && parsed.value.value.replaceAll(/\D/g, '').length < 6)
    return fail({ field: 'value', code: 'phone-short' })
  return parsed
}

const shieldForm = z.object({ shieldedFrom: uuid(), because: longText(1000) })
/** From whom somebody's addresses are withheld. */
export type ShieldInput = z.output<typeof shieldForm>
/** Reads from whom somebody's addresses are withheld. */
export const parseShield = formOf(shieldForm)
const mergeForm = z.object({ merged: uuid(), because: longText(1000) })
/** Who is the same person. */
export type MergeInput = z.output<typeof mergeForm>
/** Reads who was entered twice. */
export const parseMerge = formOf(mergeForm)
const knownAsForm = z.object({ name: text(200), startsOn: optionalDay() })
/** A name that somebody goes by. */
export type KnownAsInput = z.output<typeof knownAsForm>
/** Reads a name that somebody goes by. */
export const parseKnownAs = formOf(knownAsForm)
const endForm = z.object({ endsOn: day(), version: version() })
/** When something ended. */
export type EndInput = z.output<typeof endForm>
/** Reads when something ended. */
export const parseEnd = formOf(endForm)

const apartForm = z.object({ because: longText(1000) })
/** Why two who were read as one are two. */
export type ApartInput = z.output<typeof apartForm>
/** Reads it. */
export const parseApart = formOf(apartForm)
