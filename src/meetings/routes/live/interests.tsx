import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import { declareInterestAt } from '../../commands/interest/declare-interest.ts'
import { ruleOnInterest, withdrawInterest } from '../../commands/interest/rule-on-interest.ts'
import { parseDeclared, parseInterestOnly, parseRuling } from '../../forms/live/declared-interest.ts'
import type { MeetingsNeeds } from '../../needs.ts'
import { InterestsPart } from '../../pages/live/interests-part.tsx'
import { guardedInterest } from '../../queries/declared-interests.ts'
import { findInterestsView } from '../../queries/live/interests-view.ts'
import { declaredInterestProblemWords } from '../../words/declared-interest.ts'
import { liveActAt } from './act.ts'
import { formId, refusedState } from './form-state.ts'
import { type AskedLive, drawers } from './parts.ts'

/** Interests at a meeting that runs: declared by members, ruled on by the chair, kept by the clerk (G13). */
export function liveInterestRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  drawers.interests = drawInterests
  const at = '/meetings/:id/live/interests'
  liveActAt(app, needs, `${at}/declare`, {
    ...{ act: 'declare-interest', verb: 'attend', part: 'interests', form: () => 'declare', parse: parseDeclared }, // declare declared-interest
    perform: (doer, meeting, head, input) => declareInterestAt(needs, doer, meeting, head, input),
  })
  liveActAt(app, needs, `${at}/rule`, {
    ...{ act: 'rule-on-interest', verb: 'attend', part: 'interests', form: formId('rule', 'interest'), parse: parseRuling }, // rule declared-interest
    perform: (doer, meeting, head, input) => ruleOnInterest(needs, doer, meeting, head, input),
  })
  liveActAt(app, needs, `${at}/withdraw`, {
    ...{
      act: 'withdraw-interest',
      verb: 'record',
      part: 'interests',
      form: formId('interest-withdraw', 'interest'),
      parse: parseInterestOnly,
    }, // keep declared-interest
    perform: (doer, meeting, head, input) => withdrawInterest(needs, doer, meeting, head, input),
  })
  return app
}

async function drawInterests(asked: AskedLive) {
  const { reader, meeting, standing, visit } = asked
  const guarded = guardedInterest({ sight: 'members', body: meeting.body, meeting: meeting.id })
  const keeps = asked.may(guarded, 'keep')
  const view = await findInterestsView(reader, meeting.id, standing, keeps, visit.now)
  if (!view) return <p>Nothing to show.</p>
  const rules = asked.may(guarded, 'rule')
  return (
    <InterestsPart
      visit={visit}
      meeting={meeting.id}
      view={view}
      keeps={keeps}
      mayRule={(person) => keeps || (rules && view.chair?.person === standing.person?.id && person !== standing.person?.id)}
      form={(id) => refusedState(asked, id, { item: view.current }, declaredInterestProblemWords)}
      refused={asked.refused?.form}
    />
  )
}
