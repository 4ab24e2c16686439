import { z } from 'zod'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { day, optionalDay, optionalTime } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  text,
  ticked,
  uuid,
  uuids,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** Whom a course can be mandatory for. */
export const trainedRoles = ['practitioner', 'co-ordinator', 'governance', 'lead'] as const
/** Of what kind a course is. */
export const courseKinds = ['training', 'briefing', 'event'] as const
/** Whether what was learnt was used. */
export const usedCodes = ['often', 'once', 'not-yet'] as const

const courseFields = { name: text(200), kind: choice(courseKinds), summary: longText(4000), competencies: uuids() }
const courseForm = z.object(courseFields)
const courseChangeForm = z.object({ ...courseFields, version: version() })
const competencyFields = { name: text(200), words: longText(2000) }
const competencyForm = z.object(competencyFields)
const competencyChangeForm = z.object({ ...competencyFields, version: version() })
const endForm = z.object({ endsOn: day(), source: text(500) })
const ruleForm = z.object({
  ...{ offerHours: wholeNumber(1, 720), smallestGroup: wholeNumber(3, 20), laterMonths: wholeNumber(1, 24) },
  ...{ startsOn: day(), source: text(500) },
})
const mandatoryForm = z.object({
  ...{ course: uuid(), role: choice(trainedRoles), refreshMonths: optionalWholeNumber(1, 120), source: text(500), startsOn: day() },
})
const needForm = z.object({
  ...{ organisation: uuid(), competency: uuid(), people: wholeNumber(1, 100_000), evidence: longText(2000), foundOn: day() },
  course: optionalUuid(),
})
const scheduleForm = z.object({ name: text(200), source: optionalText(500) })
const sessionFields = {
  ...{ district: text(200), venue: optionalText(500), heldOn: optionalDay(), startsAt: optionalTime(), endsAt: optionalTime() },
  ...{ capacity: optionalWholeNumber(1, 5000), administrator: text(200), isPublic: ticked() },
}
const sessionForm = z.object({ course: uuid(), ...sessionFields })
const changeForm = z.object({ ...sessionFields, cancelledBecause: optionalLongText(500), version: version() })
const dayForm = z.object({ before: wholeNumber(1, 5), now: wholeNumber(1, 5) })
const laterForm = z.object({ now: wholeNumber(1, 5), used: choice(usedCodes) })

/** A course, and what one can do after it. */
export type CourseInput = z.output<typeof courseForm>
/** A course as it is worded anew. */
export type CourseChange = z.output<typeof courseChangeForm>
/** A competency as it is worded anew. */
export type CompetencyChange = z.output<typeof competencyChangeForm>
/** From which day a course is mandatory no more, and who decided it. */
export type EndInput = z.output<typeof endForm>
/** What is decided for training, from a day on. */
export type TrainingRuleInput = z.output<typeof ruleForm>
/** A competency. */
export type CompetencyInput = z.output<typeof competencyForm>
/** Which course is mandatory for whom from when. */
export type MandatoryInput = z.output<typeof mandatoryForm>
/** What an agency lacks. */
export type NeedInput = z.output<typeof needForm>
/** A schedule, which is a draft at first. */
export type ScheduleInput = z.output<typeof scheduleForm>
/** A session as it is planned. */
export type SessionInput = z.output<typeof sessionForm>
/** A session as it is changed. */
export type SessionChange = z.output<typeof changeForm>
/** What whoever attended says of it. */
export type EvaluationInput =
  | { readonly stage: 'day'; readonly before: number; readonly now: number }
  | { readonly stage: 'later'; readonly now: number; readonly used: (typeof usedCodes)[number] }

/** Reads a course. */
export const parseCourse = formOf(courseForm)
/** Reads a competency. */
export const parseCompetency = formOf(competencyForm)
/** Reads a course that is worded anew. */
export const parseCourseChange = formOf(courseChangeForm)
/** Reads a competency that is worded anew. */
export const parseCompetencyChange = formOf(competencyChangeForm)
/** Reads from when a course is mandatory no more. */
export const parseEnd = formOf(endForm)
/** Reads what is decided for training. */
export const parseTrainingRule = formOf(ruleForm)
/** Reads which course is mandatory. */
export const parseMandatory = formOf(mandatoryForm)
/** Reads what an agency lacks. */
export const parseNeed = formOf(needForm)
/** Reads a schedule. */
export const parseSchedule = formOf(scheduleForm)

const inOrder = <Fields extends { readonly startsAt?: Temporal.PlainTime | undefined; readonly endsAt?: Temporal.PlainTime | undefined }>(
  parsed: Result<Fields, FieldProblem>,
): Result<Fields, FieldProblem> => {
  if (!parsed.ok) return parsed
  const { startsAt, endsAt } = parsed.value
  if (endsAt && !startsAt) return fail({ field: 'startsAt', code: 'required' })
  return startsAt && endsAt && Temporal.PlainTime.compare(endsAt, startsAt) <= 0
    ? fail({ field: 'endsAt', code: 'ends-before-it-starts' })
    : parsed
}
/** Reads a session; an end needs a start before it. */
export const parseSession = (body: FormBody): Result<SessionInput, FieldProblem> => inOrder(parseForm(sessionForm, body))
/** Reads a session that is changed. */
export const parseSessionChange = (body: FormBody): Result<SessionChange, FieldProblem> => inOrder(parseForm(changeForm, body))
/** Reads the ids of bookings of whoever attended. */
export const parseAttendance = formOf(z.object({ attended: uuids() }))

/** Reads what somebody says on the day, or months later. */
export function parseEvaluation(stage: 'day' | 'later'): (body: FormBody) => Result<EvaluationInput, FieldProblem> {
  return (body) => {
    if (stage === 'day') {
      const parsed = parseForm(dayForm, body)
      return parsed.ok ? { ok: true, value: { stage, ...parsed.value } } : parsed
    }
    const parsed = parseForm(laterForm, body)
    return parsed.ok ? { ok: true, value: { stage, ...parsed.value } } : parsed
  }
}
