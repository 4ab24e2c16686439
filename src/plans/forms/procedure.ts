import { z } from 'zod'
import { isUploadedFile, type UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  text,
  ticked,
  uuids,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { procedureKinds } from '../rules/procedure.ts'

const about = {
  kind: choice(procedureKinds),
  reference: optionalText(40),
  title: text(200),
  themes: optionalLongText(800),
  owner: optionalUuid(),
  ownerPost: optionalText(150),
  ownerOrganisation: optionalUuid(),
}
const procedureForm = z.object({ ...about, audience: choice(['public', 'members']), reviewOn: optionalDay() })
const changedProcedureForm = z.object({ ...about, version: version() })
const audienceForm = z.object({ organisations: uuids(), bodies: uuids(), version: version() })
const reviseForm = z.object({ changes: longText(1000) })
const writeForm = z.object({ text: optionalLongText(200_000), changes: optionalLongText(1000), version: version() })
const documentForm = z.object({ withdrawn: ticked(), version: version() })
const askForm = z.object({ consultees: longText(2000), dueOn: day() })
const opinionForm = z.object({ said: longText(4000), saidOn: day(), changed: optionalLongText(2000), version: version() })
const issueForm = z.object({ startsOn: day(), reviewOn: day(), version: version() })
const reviewForm = z.object({ reviewedOn: day(), outcome: longText(1000), nextOn: day() })
const withdrawForm = z.object({ withdrawnOn: day(), because: longText(500), version: version() })
const feedbackForm = z.object({ text: longText(2000) })
const answerForm = z.object({ answer: longText(2000), version: version() })

/** What is said of a procedure itself; `themes` are words, one a line. */
export type ProcedureInput = z.output<typeof procedureForm>
/** The same with the version that the form was made from. */
export type ChangedProcedureInput = z.output<typeof changedProcedureForm>
/** Whose people must read it. */
export type ProcedureAudienceInput = z.output<typeof audienceForm>
/** The text of a draft in Markdown. */
export type ProcedureTextInput = z.output<typeof writeForm>
/** A document of a draft; `withdrawn`: the one that is there is taken out. */
export type ProcedureDocumentInput = z.output<typeof documentForm> & { readonly file: UploadedFile | undefined }
/** Who is asked about a draft, one a line, and until when. */
export type ProcedureAskInput = z.output<typeof askForm>
/** What somebody said who was asked. */
export type ProcedureOpinionInput = z.output<typeof opinionForm>
/** From when a version holds. */
export type IssueInput = z.output<typeof issueForm>
/** What came of looking at it again. */
export type ProcedureReviewInput = z.output<typeof reviewForm>
/** From when nothing of it holds. */
export type WithdrawProcedureInput = z.output<typeof withdrawForm>
/** What the owner answers. */
export type FeedbackReplyInput = z.output<typeof answerForm>

/** Reads the form of a new procedure. */
export const parseProcedure = formOf(procedureForm)
/** Reads what is changed about one. */
export const parseChangedProcedure = formOf(changedProcedureForm)
/** Reads whose people must read it. */
export const parseProcedureAudience = formOf(audienceForm)
/** Reads what a new version is to change. */
export const parseReviseProcedure = formOf(reviseForm)
/** Reads the text of a draft. */
export const parseProcedureText = formOf(writeForm)
/** Reads who is asked about a draft. */
export const parseProcedureAsk = formOf(askForm)
/** Reads what somebody said who was asked. */
export const parseProcedureOpinion = formOf(opinionForm)
/** Reads from when a version holds. */
export const parseIssue = formOf(issueForm)
/** Reads what came of looking at it again. */
export const parseProcedureReview = formOf(reviewForm)
/** Reads from when nothing of it holds. */
export const parseWithdrawProcedure = formOf(withdrawForm)
/** Reads what somebody says of it. */
export const parseProcedureFeedback = formOf(feedbackForm)
/** Reads what the owner answers. */
export const parseFeedbackReply = formOf(answerForm)

/** Reads the form with a document. */
export function parseProcedureDocument(body: FormBody): Result<ProcedureDocumentInput, FieldProblem> {
  const parsed = parseForm(documentForm, body)
  return parsed.ok ? succeed({ ...parsed.value, file: isUploadedFile(body.file) ? body.file : undefined }) : parsed
}
