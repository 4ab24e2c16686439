import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import {
  choice,
  field,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  postedText,
  text,
  ticked,
  uuid,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { decisionMatters, decisionTypes } from '../../rules/decision.ts'
import { type VoteChoice, voteChoices } from '../../rules/electorate.ts'

const TEXT = 10_000
const VIEW = 5000

const motionForm = z.object({
  item: optionalUuid(),
  /** The motion that it amends. */
  amends: optionalUuid(),
  text: longText(TEXT),
  type: optionalChoice(decisionTypes),
  matter: choice(decisionMatters),
  functionKey: optionalText(60),
  commitsMoney: ticked(),
  referredTo: optionalText(300),
  proposer: optionalUuid(),
  seconder: optionalUuid(),
  /** Id of the body that would decide, or 'each': at a joint meeting only. */
  ofBody: optionalText(40),
})
const amendmentForm = motionForm.extend({ matter: field(() => ({ value: 'neither' as const })), amends: uuid() })
const motionOnly = z.object({ motion: uuid() })
const consensusForm = z.object({
  motion: uuid(),
  found: choice(['yes', 'no']),
  words: longText(VIEW),
  /** The words of the motion as amended, where it is an amendment that finds consensus. */
  amendedText: optionalLongText(TEXT),
  minorityView: optionalLongText(VIEW),
})
const handsForm = z.object({
  motion: uuid(),
  votesFor: wholeNumber(0, 1000),
  votesAgainst: wholeNumber(0, 1000),
  abstained: wholeNumber(0, 1000),
  minorityView: optionalLongText(VIEW),
})
const castingForm = z.object({ motion: uuid(), casting: choice(['for', 'against', 'unused']) })
const amendedForm = z.object({ motion: uuid(), amendedText: longText(TEXT) })
const upwardForm = z.object({ motion: uuid(), type: choice(['recommend', 'refer']), to: text(300) })
const minorityForm = z.object({ motion: uuid(), minorityView: longText(VIEW) })
const voteForm = z.object({ motion: uuid(), choice: choice(voteChoices) })

/** A motion or an amendment as moved. */
export type MotionInput = Omit<z.output<typeof motionForm>, 'ofBody'> & { readonly ofBody?: string | undefined }
/** What became of seeking consensus. */
export type ConsensusInput = z.output<typeof consensusForm>
/** Hands as counted. */
export type HandsInput = z.output<typeof handsForm>
/** The chair's casting vote; 'unused': the motion falls. */
export type CastingInput = z.output<typeof castingForm>
/** The words of a motion as amended. */
export type AmendedInput = z.output<typeof amendedForm>
/** The body that a matter goes to instead. */
export type UpwardInput = z.output<typeof upwardForm>
/** The view of those who did not agree. */
export type MinorityInput = z.output<typeof minorityForm>
/** One's own vote. */
export type VoteInput = z.output<typeof voteForm>

/** What a form about one motion names. */
export type MotionOnly = z.output<typeof motionOnly>

/** Reads the form of a motion; of an amendment only the words and the movers are its own. */
export function parseMotion(body: FormBody): Result<MotionInput, FieldProblem> {
  return parseForm(postedText(body.amends) === '' ? motionForm : amendmentForm, body)
}

/** Reads a form that only names a motion. */
export const parseMotionOnly = (body: FormBody): Result<MotionOnly, FieldProblem> => parseForm(motionOnly, body)
/** Reads what became of seeking consensus. */
export const parseConsensus = (body: FormBody): Result<ConsensusInput, FieldProblem> => parseForm(consensusForm, body)
/** Reads a show of hands. */
export const parseHands = (body: FormBody): Result<HandsInput, FieldProblem> => parseForm(handsForm, body)
/** Reads a casting vote. */
export const parseCasting = (body: FormBody): Result<CastingInput, FieldProblem> => parseForm(castingForm, body)
/** Reads the words of a motion as amended. */
export const parseAmended = (body: FormBody): Result<AmendedInput, FieldProblem> => parseForm(amendedForm, body)
/** Reads where a matter goes. */
export const parseUpward = (body: FormBody): Result<UpwardInput, FieldProblem> => parseForm(upwardForm, body)
/** Reads a minority view. */
export const parseMinority = (body: FormBody): Result<MinorityInput, FieldProblem> => parseForm(minorityForm, body)
/** Reads one's own vote. */
export const parseVote = (body: FormBody): Result<VoteInput, FieldProblem> => parseForm(voteForm, body)

/** A roll call: what was answered for each place, by `placeKey`; places without an answer are left out. */
export interface RollInput {
  readonly motion: string
  readonly answers: ReadonlyMap<string, VoteChoice>
}

const answerName = /^vote_([0-9a-f-]{36})_([1-9][0-9]{0,2})$/

/** Reads a roll call: one field a place, `vote_` with the seat and the number of the place. */
export function parseRoll(body: FormBody): Result<RollInput, FieldProblem> {
  const named = parseForm(motionOnly, body)
  if (!named.ok) return named
  const answers = new Map<string, VoteChoice>()
  for (const [name, posted] of Object.entries(body)) {
    const [, seat, place] = answerName.exec(name) ?? []
    const said = voteChoices.find((one) => one === postedText(posted))
    if (seat !== undefined && place !== undefined && said !== undefined) answers.set(`${seat}/${place}`, said)
  }
  if (answers.size === 0) return { ok: false, problems: [{ field: '', code: 'nobody-answered' }] }
  return { ok: true, value: { motion: named.value.motion, answers } }
}
