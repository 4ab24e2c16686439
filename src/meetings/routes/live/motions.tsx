import { Hono } from 'hono'
import type { FieldProblem, Result } from '#platform/result.ts'
import { postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { callRoll, castVote } from '../../commands/motion/cast-vote.ts'
import { closeVote, openVote, recordAmendedText, recordCasting, recordConsensus, recordHands } from '../../commands/motion/decide-motion.ts'
import { putMotion } from '../../commands/motion/put-motion.ts'
import { askRecordedVote, recordMinorityView, turnUpward, withdrawMotion } from '../../commands/motion/turn-motion.ts'
import {
  parseAmended,
  parseCasting,
  parseConsensus,
  parseHands,
  parseMinority,
  parseMotion,
  parseMotionOnly,
  parseRoll,
  parseUpward,
  parseVote,
} from '../../forms/live/motion.ts'
import type { MeetingsNeeds } from '../../needs.ts'
import { MotionsPart } from '../../pages/live/motions-part.tsx'
import { findMotionsView } from '../../queries/live/motions-view.ts'
import { guardedMotion } from '../../queries/motions.ts'
import { motionProblemWords } from '../../words/motion.ts'
import { type EntryCommand, liveActAt } from './act.ts'
import { formId, refusedState } from './form-state.ts'
import { type AskedLive, drawers } from './parts.ts'

/** Motions and votes at a meeting that runs (G9, M8, M9). */
export function liveMotionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  drawers.motions = drawMotions
  const put = <Input,>(
    name: string,
    act: string,
    verb: 'record' | 'attend',
    parse: (body: FormBody) => Result<Input, FieldProblem>,
    perform: EntryCommand<Input>,
    form: (body: FormBody) => string = formId(name, 'motion'),
  ): void =>
    liveActAt(app, needs, `/meetings/:id/live/motions/${name}`, {
      ...{ act, verb, part: 'motions', form, parse },
      perform: (doer, meeting, head, input) => perform(needs, doer, meeting, head, input),
    })
  put('put', 'put-motion', 'record', parseMotion, putMotion, () => 'motion-put') // keep motion
  put('amend', 'put-amendment', 'record', (body) => parseMotion({ ...body, amends: postedText(body.motion) }), putMotion) // keep motion
  put('consensus', 'consensus', 'record', parseConsensus, recordConsensus) // keep motion
  put('hands', 'show-of-hands', 'record', parseHands, recordHands) // keep motion
  put('open', 'open-vote', 'record', parseMotionOnly, openVote) // keep motion
  put('close', 'close-vote', 'record', parseMotionOnly, closeVote) // keep motion
  put('casting', 'casting-vote', 'record', parseCasting, recordCasting) // keep motion
  put('amended', 'amended-words', 'record', parseAmended, recordAmendedText) // keep motion
  put('upward', 'turn-upward', 'record', parseUpward, turnUpward, upwardForm) // keep motion
  put('withdraw', 'withdraw-motion', 'record', parseMotionOnly, withdrawMotion) // keep motion
  put('minority', 'minority-view', 'record', parseMinority, recordMinorityView) // keep motion
  put('roll', 'call-roll', 'record', parseRoll, callRoll) // keep motion
  put('ask', 'ask-recorded-vote', 'attend', parseMotionOnly, askRecordedVote) // ask-recorded motion
  put('vote', 'vote', 'attend', parseVote, castVote) // cast vote
  return app
}

/** As the page names the button of one body and one way of going there. */
function upwardForm(body: FormBody): string {
  const to = postedText(body.to)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return `upward-${postedText(body.type)}-${to}-${postedText(body.motion)}`
}

async function drawMotions(asked: AskedLive) {
  const { reader, meeting, standing, visit } = asked
  const keeps = asked.may(guardedMotion({ sight: 'members', body: meeting.body, meeting: meeting.id }), 'keep')
  const view = await findMotionsView(reader, meeting.id, { standing, keeps, actor: visit.actor }, visit.now)
  if (!view) return <p>Nothing to show.</p>
  const first = { item: view.form?.current ?? '', matter: 'neither', type: 'resolve' }
  return (
    <MotionsPart
      visit={visit}
      meeting={meeting.id}
      view={view}
      keeps={keeps}
      form={(id) => refusedState(asked, id, id === 'motion-put' ? first : {}, motionProblemWords)}
      refused={asked.refused?.form}
    />
  )
}
