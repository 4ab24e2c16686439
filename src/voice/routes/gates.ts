import type { Guarded } from '#governance/public.ts'
import { type AskedBoard, askWith, withBody } from '#governance/public-data.ts'
import { type Consultation, findConsultation } from '#meetings/public-data.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { feedbackPaths, type SourceStep, voicePaths } from '../paths.ts'
import { guard } from '../permission.ts'
import { type Answer, type AnswerSource, findAnswer, guardedAnswer } from '../queries/answers.ts'
import { type Attachment, findAttachment } from '../queries/attachments.ts'
import { findEvent, guardedEvent, type VoiceEvent } from '../queries/events.ts'
import { type Feedback, findFeedback, guardedFeedback } from '../queries/feedback.ts'
import { type Exercise, findExercise, guardedExercise } from '../queries/said.ts'
import { findView, guardedView, type Source, type View } from '../queries/views.ts'

const { demandOf } = guard
const { begin, ofBoard } = askWith(guard)

/** A request about where people said something. */
export type AskedSource = AskedBoard & {
  readonly source: Source
  readonly title: string
  readonly home: string
  /** The address of a form that adds to it. */
  step(step: SourceStep): string
  readonly mayKeep: boolean
}
/** A request about an event. */
export type AskedEvent = AskedSource & { readonly event: VoiceEvent }
/** A request about what came in to a consultation; `exercise` is undefined where nothing did that one may know of. */
export type AskedSaid = AskedSource & { readonly consultation: Consultation; readonly exercise: Exercise | undefined }
/** A request about somebody's words. */
export type AskedView = AskedBoard & { readonly view: View; readonly home: string }
/** A request about an answer. */
export type AskedAnswer = AskedBoard & { readonly answer: Answer; readonly home: string }
/** A request about a complaint, a compliment or a rating. */
export type AskedFeedback = AskedBoard & { readonly feedback: Feedback; readonly home: string }
/** A request about to what a voice was brought. */
export type AskedAttachment = AskedBoard & { readonly attachment: Attachment; readonly home: string }

/** A board's voices in the matrix. */
export const voicesOf = (body: string): Guarded => ({ record: 'voices', state: 'any', ties: { body } })
/** The words of a board that wait to be checked. */
export const toReviewOf = (body: string): Guarded => ({ record: 'view', state: 'to-review', ties: { body } })

/** The register of complaints of a board in the matrix. */
export const feedbackOf = (body: string): Guarded => ({ record: 'feedback-register', state: 'any', ties: { body } })

/** A board, and a verb on its voices or on something else of it. */
export function boardGate(verb = 'read', guarded: (body: string) => Guarded = voicesOf): Gate<AskedBoard> {
  return (reader, c) => ofBoard(reader, c, guarded, verb)
}

/** An event, and a verb on it; row-level security let it through, so that reading is settled. */
export function eventGate(verb: 'read' | 'keep' | 'attach' | 'answer'): Gate<AskedEvent> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const event = await findEvent(reader, asked.part('event'))
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedEvent(event), verb)
    return {
      ...(await withBody(asked, event.body)),
      ...{ event, source: { kind: 'event', id: event.id, body: event.body }, title: event.title, home: voicePaths.event(event.id) },
      step: (step) => voicePaths.eventStep(event.id, step),
      mayKeep: asked.may(guardedEvent(event), 'keep'),
    }
  }
}

/** What people said to a consultation that one may see, and a verb on it. */
export function saidGate(verb: 'read' | 'keep' | 'attach' | 'answer'): Gate<AskedSaid> {
  return async (reader, c) => {
    const asked = await boardGate()(reader, c)
    const consultation = await findConsultation(reader, asked.body.id, asked.part('consultation'))
    const exercise = await findExercise(reader, consultation.id)
    const guarded = guardedExercise(exercise ?? { body: asked.body.id, sight: 'members' })
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guarded, verb)
    const { id, body } = consultation
    return {
      ...asked,
      ...{ consultation, exercise, source: { kind: 'consultation', id, body }, title: consultation.title },
      home: voicePaths.said(asked.body.slug, id),
      step: (step) => voicePaths.saidStep(asked.body.slug, id, step),
      mayKeep: asked.may(guarded, 'keep'),
    }
  }
}

/** Somebody's words, and a verb on them. */
export function viewGate(verb: 'change' | 'review'): Gate<AskedView> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const view = await findView(reader, asked.part('view'))
    demandOf(asked.standing, asked.visit, guardedView(view), verb)
    const board = await withBody(asked, view.source.body)
    return { ...board, view, home: homeOf(board.body.slug, view.source) }
  }
}

/** A complaint, a compliment or a rating, and a verb on it; row-level security let it through, so that reading is settled. */
export function feedbackGate(verb: 'read' | 'keep' | 'answer'): Gate<AskedFeedback> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const feedback = await findFeedback(reader, asked.part('feedback'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedFeedback(feedback), verb)
    return { ...(await withBody(asked, feedback.body)), feedback, home: feedbackPaths.one(feedback.id) }
  }
}

/** An answer, for whoever may change it. */
export const answerGate: Gate<AskedAnswer> = async (reader, c) => {
  const asked = await begin(reader, c)
  const answer = await findAnswer(reader, asked.part('answer'))
  demandOf(asked.standing, asked.visit, guardedAnswer(answer), 'change')
  const board = await withBody(asked, answer.source.body)
  return { ...board, answer, home: homeOf(board.body.slug, answer.source) }
}

/** To what a voice was brought, for whoever keeps the board's voices. */
export const attachmentGate: Gate<AskedAttachment> = async (reader, c) => {
  const asked = await begin(reader, c)
  const attachment = await findAttachment(reader, asked.part('attachment'))
  demandOf(asked.standing, asked.visit, voicesOf(attachment.source.body), 'keep')
  const board = await withBody(asked, attachment.source.body)
  return { ...board, attachment, home: homeOf(board.body.slug, attachment.source) }
}

function homeOf(slug: string, { kind, id }: AnswerSource): string {
  if (kind === 'feedback') return feedbackPaths.ofBoard(slug)
  return kind === 'event' ? voicePaths.event(id) : voicePaths.said(slug, id)
}
