import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import { choice, field, longText, optionalLongText, optionalUuid, parseForm, postedText, uuid, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { readReceipt } from '../rules/ballot.ts'
import { electedPosts, nominationAnswers, tieWays } from '../rules/election.ts'

const electionForm = z.object({
  post: choice(electedPosts),
  seat: optionalUuid(),
  meeting: optionalUuid(),
  nominationsUntil: optionalDay(),
  note: optionalLongText(2_000),
})
/** What an election is to, and where nominations end. */
export type ElectionInput = z.output<typeof electionForm>
/** Reads what an election is to. */
export const parseElection = (body: FormBody): Result<ElectionInput, FieldProblem> => parseForm(electionForm, body)

const nominationForm = z.object({ person: uuid(), nominatedBy: optionalUuid(), statement: optionalLongText(2_000) })
/** Who is nominated; by whom where the clerk writes it down. */
export type NominationInput = z.output<typeof nominationForm>
/** Reads a nomination. */
export const parseNomination = (body: FormBody): Result<NominationInput, FieldProblem> => parseForm(nominationForm, body)

const answerForm = z.object({ answer: choice(nominationAnswers) })
/** What a nominee answers. */
export type AnswerInput = z.output<typeof answerForm>
/** Reads what a nominee answers. */
export const parseNominationAnswer = (body: FormBody): Result<AnswerInput, FieldProblem> => parseForm(answerForm, body)

const stepForm = z.object({ version: version() })
/** A step of the clerk that says nothing but which version of the election it is about. */
export type StepInput = z.output<typeof stepForm>
/** Reads such a step. */
export const parseElectionStep = (body: FormBody): Result<StepInput, FieldProblem> => parseForm(stepForm, body)

/** What stands for 'none of them' on a paper: as long as a candidate's id, so that what is sent tells nothing by its size. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

const paperForm = z.object({
  choice: uuid(),
  receipt: field((posted) => {
    const value = readReceipt(postedText(posted))
    return value === undefined ? { code: 'receipt-broken' } : { value }
  }),
})
/** A paper as it is handed in. */
export type PaperInput = z.output<typeof paperForm>
/** Reads a ballot paper. */
export const parseBallotPaper = (body: FormBody): Result<PaperInput, FieldProblem> => parseForm(paperForm, body)

const tieForm = z.object({ way: choice(tieWays), elected: optionalUuid(), tieNote: longText(1_000), version: version() })
/** How a tie was settled, and for whom. */
export type TieInput = z.output<typeof tieForm>
/** Reads how a tie was settled. */
export const parseTie = (body: FormBody): Result<TieInput, FieldProblem> => parseForm(tieForm, body)

const callOffForm = z.object({ reason: longText(1_000), version: version() })
/** Why an election is called off. */
export type CallOffInput = z.output<typeof callOffForm>
/** Reads why an election is called off. */
export const parseCallOff = (body: FormBody): Result<CallOffInput, FieldProblem> => parseForm(callOffForm, body)
