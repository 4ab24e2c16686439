import type { Hono } from 'hono'
import { actsWith, form, formsWith, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import { postedText } from '#platform/web/fields.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { addAnswer, attachVoice, changeAnswer, endAttachment } from '../commands/answer.ts'
import { addEvent, changeEvent, showEvent } from '../commands/event.ts'
import { addResponse, describeExercise, dropResponse, publishSaid } from '../commands/said.ts'
import { addView, changeView, clearView, withholdView } from '../commands/view.ts'
import { parseAnswer, parseAttach, parseChangedAnswer } from '../forms/answer.ts'
import {
  parseAbout,
  parseChangedEvent,
  parseChangedView,
  parseEvent,
  parsePublish,
  parseResponse,
  parseShow,
  parseView,
  parseWithhold,
} from '../forms/source.ts'
import type { VoiceNeeds } from '../needs.ts'
import { voicePaths } from '../paths.ts'
import { problemWords } from '../words/problems.ts'
import { answerShape, attachShape } from './answer-shapes.ts'
import { eventShape, showShape } from './event-shapes.ts'
import { type AskedSource, answerGate, attachmentGate, boardGate, eventGate, saidGate, viewGate } from './gates.ts'
import { aboutShape, publishShape, responseShape, viewShape, withholdShape } from './said-shapes.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const said = '/boards/:slug/consultations/:consultation/said'

/** Recording what people said: the clerk of the board; checking words: clerk or chair, and never whoever entered them. */
export function writingRoutes(app: Hono<AppEnv>, needs: VoiceNeeds): void {
  eventRoutes(app, needs)
  saidRoutes(app, needs)
  sourceRoutes(app, needs)
  viewRoutes(app, needs)
}

function eventRoutes(app: Hono<AppEnv>, needs: VoiceNeeds): void {
  formAt(app, needs, '/boards/:slug/voices/events/new', boardGate('keep'), async (asked) =>
    form(await eventShape(asked, undefined), parseEvent, async (doer, input) =>
      leadTo(await addEvent(needs, doer, asked.body.id, input), ({ id }) => voicePaths.event(id)),
    ),
  )
  formAt(app, needs, '/voice-events/:event/edit', eventGate('keep'), async (asked) =>
    form(await eventShape(asked, asked.event), parseChangedEvent, async (doer, input) =>
      leadTo(await changeEvent(needs, doer, asked.event.id, input), () => asked.home),
    ),
  )
  formAt(app, needs, '/voice-events/:event/show', eventGate('keep'), async (asked) =>
    form(showShape(asked), parseShow, async (doer, input) => leadTo(await showEvent(needs, doer, asked.event.id, input), () => asked.home)),
  )
}

function saidRoutes(app: Hono<AppEnv>, needs: VoiceNeeds): void {
  formAt(app, needs, `${said}/about`, saidGate('keep'), async (asked) =>
    form(aboutShape(asked), parseAbout, async (doer, input) =>
      leadTo(await describeExercise(needs, doer, asked.consultation, input), () => asked.home),
    ),
  )
  formAt(app, needs, `${said}/responses`, saidGate('keep'), async (asked) =>
    form(await responseShape(asked), parseResponse, async (doer, input) =>
      leadTo(await addResponse(needs, doer, asked.consultation, input), () => asked.home),
    ),
  )
  actAt(
    app,
    needs,
    `${said}/responses/:response/drop`,
    saidGate('keep'),
    async (asked, doer) => leadTo(await dropResponse(needs, doer, asked.consultation, asked.part('response')), () => asked.home),
    ({ home }) => home,
  )
  formAt(app, needs, `${said}/publish`, saidGate('keep'), async (asked) =>
    form(publishShape(asked), parsePublish, async (doer, { version }) =>
      leadTo(await publishSaid(needs, doer, asked.consultation, version), () => asked.home),
    ),
  )
}

/** What can be added to an event and to a consultation alike. */
function sourceRoutes(app: Hono<AppEnv>, needs: VoiceNeeds): void {
  const sources: readonly (readonly [string, (verb: 'keep' | 'answer' | 'attach') => Gate<AskedSource>])[] = [
    ['/voice-events/:event', eventGate],
    [said, saidGate],
  ]
  for (const [at, gate] of sources) {
    formAt(app, needs, `${at}/views`, gate('keep'), async (asked) =>
      form(await viewShape(asked, undefined, asked), parseView, async (doer, input) =>
        leadTo(await addView(needs, doer, asked.source, input), () => asked.home),
      ),
    )
    formAt(app, needs, `${at}/answers`, gate('answer'), async (asked) =>
      form(await answerShape(asked, undefined, asked), parseAnswer, async (doer, input) =>
        leadTo(await addAnswer(needs, doer, asked.source, input), () => asked.home),
      ),
    )
    formAt(app, needs, `${at}/attach`, gate('attach'), async (asked) =>
      form(await attachShape(asked), parseAttach, async (doer, input) =>
        leadTo(await attachVoice(needs, doer, asked.source, input), () => asked.home),
      ),
    )
  }
}

function viewRoutes(app: Hono<AppEnv>, needs: VoiceNeeds): void {
  formAt(app, needs, '/voice-views/:view/edit', viewGate('change'), async (asked) =>
    form(await viewShape(asked, asked.view, asked), parseChangedView, async (doer, input) =>
      leadTo(await changeView(needs, doer, asked.view.id, input), () => asked.home),
    ),
  )
  actAt(
    app,
    needs,
    '/voice-views/:view/clear',
    viewGate('review'),
    async (asked, doer, body) =>
      leadTo(await clearView(needs, doer, asked.view.id, Number(postedText(body.version))), () => voicePaths.toReview(asked.body.slug)),
    ({ body }) => voicePaths.toReview(body.slug),
  )
  formAt(app, needs, '/voice-views/:view/withhold', viewGate('review'), async (asked) =>
    form(withholdShape(asked), parseWithhold, async (doer, input) =>
      leadTo(await withholdView(needs, doer, asked.view.id, input), () => voicePaths.toReview(asked.body.slug)),
    ),
  )
  formAt(app, needs, '/voice-answers/:answer/edit', answerGate, async (asked) =>
    form(await answerShape(asked, asked.answer, asked), parseChangedAnswer, async (doer, input) =>
      leadTo(await changeAnswer(needs, doer, asked.answer.id, input), () => asked.home),
    ),
  )
  actAt(
    app,
    needs,
    '/voice-attachments/:attachment/end',
    attachmentGate,
    async (asked, doer) => leadTo(await endAttachment(needs, doer, asked.attachment.id), () => asked.home),
    ({ home }) => home,
  )
}
