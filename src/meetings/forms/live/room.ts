import { z } from 'zod'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import {
  choice,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  text,
  ticked,
  uuid,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { movements } from '../../rules/come-and-go.ts'
import { decisionMatters, decisionTypes } from '../../rules/decision.ts'
import type { DecisionInput } from '../decision.ts'

const line = () => text(60)
const taken = z.object({ item: optionalUuid(), withoutResolution: optionalText(500) })
const minutes = z.object({ item: uuid(), minutes: optionalWholeNumber(1, 600) })
const movement = z.object({ line: line(), movement: choice(movements) })
const apologies = z.object({ line: line(), sent: ticked() })
const deputy = z.object({ line: line(), person: uuid(), agreed: ticked(), onlyAttends: ticked() })
const chair = z.object({ person: uuid() })
const note = z.object({ item: optionalUuid(), text: longText(10_000) })
const noteOnly = z.object({ note: uuid() })
const view = z.object({ item: uuid(), person: uuid(), sent: choice(['in_writing', 'by_phone']), text: longText(10_000) })
const audience = z.object({ name: optionalText(200), number: optionalWholeNumber(0, 10_000) })
const decision = z.object({
  item: optionalUuid(),
  type: choice(decisionTypes),
  text: longText(10_000),
  functionKey: optionalText(60),
  matter: choice(decisionMatters),
  referredTo: optionalText(300),
  consensusSought: ticked(),
  minorityView: optionalLongText(5000),
  ofBody: optionalText(40),
})

/** Reads which item is taken; undefined ends the one that is on. */
export const parseTaken = (body: FormBody) => parseForm(taken, body)
/** Reads the minutes set aside for an item; undefined: none. */
export const parseMinutesPlanned = (body: FormBody) => parseForm(minutes, body)
/** Reads who comes or goes. */
export const parseMovement = (body: FormBody) => parseForm(movement, body)
/** Reads whose apologies came. */
export const parseApologies = (body: FormBody) => parseForm(apologies, body)
/** Reads who came in whose place. */
export const parseDeputy = (body: FormBody) => parseForm(deputy, body)
/** Reads who takes the chair. */
export const parseChair = (body: FormBody) => parseForm(chair, body)
/** Reads what was said; without an item it belongs to the one that was on. */
export const parseItemNote = (body: FormBody) => parseForm(note, body)
/** Reads which note is taken back. */
export const parseNoteOnly = (body: FormBody) => parseForm(noteOnly, body)
/** Reads the view of an absent member. */
export const parseAbsentView = (body: FormBody) => parseForm(view, body)
/** A form that says nothing but that its button was pressed. */
export const parseNothing = (): Result<undefined, FieldProblem> => succeed(undefined)

/** Reads who of the public is there: a name, or how many. */
export function parseAudience(body: FormBody): Result<{ readonly name: string; readonly number: number }, FieldProblem> {
  const parsed = parseForm(audience, body)
  if (!parsed.ok) return parsed
  const { name, number } = parsed.value
  if (name !== undefined) return succeed({ name, number: 1 })
  if (number === undefined) return { ok: false, problems: [{ field: 'number', code: 'nobody-of-the-public' }] }
  return succeed({ name: '', number })
}

const unsaid = { proposer: undefined, seconder: undefined, votesFor: undefined, votesAgainst: undefined, abstained: undefined } as const

/** Reads a decision that the meeting reached without a vote; votes are taken on motions. */
export function parseAgreed(body: FormBody): Result<DecisionInput, FieldProblem> {
  const parsed = parseForm(decision, body)
  if (!parsed.ok) return parsed
  return succeed({ ...parsed.value, ...unsaid, method: 'consensus', castingVoteUsed: false, interests: undefined, at: undefined })
}
