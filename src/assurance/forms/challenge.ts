import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  email,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  postedText,
  text,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const fields = {
  title: text(200),
  text: longText(4000),
  raisedBy: text(200),
  meeting: optionalUuid(),
  addresseeOffice: text(200),
  addressee: optionalUuid(),
  owner: optionalUuid(),
}
const created = z.object({ ...fields, raisedOn: day(), milestoneOn: optionalDay() })
const changed = z.object({ ...fields, version: version() })

/** A challenge as it is entered in the log. */
export type ChallengeInput = z.output<typeof created>
/** A challenge as it is corrected. */
export type ChallengeChange = z.output<typeof changed>

/** Reads a new challenge. */
export const parseChallenge = formOf(created)
/** Reads a correction. */
export const parseChallengeChange = formOf(changed)
/** Reads the response. */
export const parseChallengeResponse = formOf(z.object({ response: longText(4000), respondedOn: day(), version: version() }))
/** Reads the impact, with what shows it. */
export const parseImpact = formOf(z.object({ impact: longText(4000), evidence: longText(2000), impactOn: day(), version: version() }))
/** Reads at which meeting it was closed. */
export const parseChallengeClosing = formOf(z.object({ closedOn: day(), meeting: optionalUuid(), version: version() }))
/** Reads the words of a letter. */
export const parseLetter = formOf(z.object({ text: longText(8000), version: version() }))
/** Reads the answer to a letter. */
export const parseAnswer = formOf(z.object({ answer: optionalLongText(4000), answeredOn: day(), version: version() }))

const sending = z.object({ sentTo: text(300), sentHow: choice(['e-mail', 'post', 'by hand']), sentOn: day(), version: version() })

/** How a letter goes out. `email` is the address it is mailed to by this house; undefined where somebody sends it otherwise. */
export type SendingInput = z.output<typeof sending> & { readonly email: string | undefined }

/** Reads how a letter goes out. */
export function parseSending(body: FormBody): Result<SendingInput, FieldProblem> {
  const read = parseForm(sending, body)
  if (!read.ok || read.value.sentHow !== 'e-mail') return read.ok ? { ok: true, value: { ...read.value, email: undefined } } : read
  const mailed = parseForm(z.object({ email: email() }), body)
  return mailed.ok ? { ok: true, value: { ...read.value, email: mailed.value.email } } : mailed
}

/** At most so many steps. */
export const LADDER_STEPS = 4

const step = z.object({
  who: text(200),
  toWhom: text(200),
  copiedTo: optionalText(200),
  waitDays: wholeNumber(1, 366),
  dayMode: choice(['calendar', 'working']),
  letter: longText(8000),
})

/** A ladder as it is entered. */
export type LadderInput = readonly z.output<typeof step>[]

/** Reads a board's own ladder: the steps in which somebody is named, in their order. */
export function parseLadder(body: FormBody): Result<LadderInput, FieldProblem> {
  const steps: z.output<typeof step>[] = []
  const problems: FieldProblem[] = []
  for (let number = 1; number <= LADDER_STEPS; number += 1) {
    if (postedText(body[`who${number}`]).trim() === '' && postedText(body[`toWhom${number}`]).trim() === '') continue
    const names = ['who', 'toWhom', 'copiedTo', 'waitDays', 'dayMode', 'letter'] as const
    const read = parseForm(step, Object.fromEntries(names.map((name) => [name, body[`${name}${number}`]])) as FormBody)
    if (read.ok) steps.push(read.value)
    else problems.push(...read.problems.map((problem) => ({ ...problem, field: `${problem.field}${number}` })))
  }
  const [first, ...more] = problems
  if (first) return { ok: false, problems: [first, ...more] }
  return steps.length === 0 ? { ok: false, problems: [{ field: 'who1', code: 'ladder-expected' }] } : { ok: true, value: steps }
}
