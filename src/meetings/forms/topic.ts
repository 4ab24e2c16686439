import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { optionalLongText, parseForm, text, uuids, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'

const topicForm = { name: text(80), about: optionalLongText(2000) }
const newForm = z.object({ ...topicForm, startsOn: day() })
const changeForm = z.object({ ...topicForm, endsOn: optionalDay(), version: version() })

/** A new topic. */
export type NewTopicInput = z.output<typeof newForm>
/** A topic in other words, or with an end. */
export type TopicChangeInput = z.output<typeof changeForm>

/** Reads the form for a new topic. */
export function parseNewTopic(body: FormBody): Result<NewTopicInput, FieldProblem> {
  return parseForm(newForm, body)
}

/** Reads the form that changes a topic. */
export function parseTopicChange(body: FormBody): Result<TopicChangeInput, FieldProblem> {
  return parseForm(changeForm, body)
}

const chosenForm = z.object({ topics: uuids() })

/** The topics that were chosen for a matter; none is an answer. */
export type ChosenTopics = z.output<typeof chosenForm>

/** Reads which topics were chosen. */
export function parseChosenTopics(body: FormBody): Result<ChosenTopics, FieldProblem> {
  return parseForm(chosenForm, body)
}
