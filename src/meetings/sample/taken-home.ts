import { readAs } from '#platform/database/session.ts'
import { answerForPartner } from '../commands/ratification/answer-for-partner.ts'
import { askPartners } from '../commands/ratification/ask-partners.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { findDecisionsOf } from '../queries/decisions.ts'
import { findPartners } from '../queries/ratification-partners.ts'
import { answerVersion, findTakenHome } from '../queries/ratifications.ts'
import type { RatificationAnswer, RatificationPurpose } from '../rules/ratification.ts'
import type { AskedPartner } from '../rules/taken-home.ts'
import { doerOn, done, type PlayedMeeting } from './play.ts'

/** A partner's answer: beginning of its name, what it said, which of its bodies, days after the meeting, and the words that go with it. */
type SampleAnswer = readonly [partner: string, answer: RatificationAnswer, ownBody: string, after: number, words?: string]

/** What partners were asked about a decision of a meeting, and what they said. */
interface SampleAsk {
  /** Words of the decision. */
  readonly about: string
  readonly purpose: RatificationPurpose
  /** Beginnings of the names of the partners; undefined: all. */
  readonly partners: readonly string[] | undefined
  /** Days after the meeting by which they answer. */
  readonly due: number
  readonly answers: readonly SampleAnswer[]
}

/** The plan with one named lead for each action binds nobody by itself: two of five have agreed, one wants changes. */
export const planTakenHome: SampleAsk = {
  about: 'one named lead',
  purpose: 'ratify',
  partners: ['Northbrook County Council', 'Northbrook Police', 'Northbrook Integrated', 'Northbrook Community Health', 'Fenmarsh'],
  due: 175,
  answers: [
    ['Northbrook Police', 'agreed', 'Chief officers’ board', 20],
    ['Northbrook Integrated', 'agreed', 'Children’s committee of the integrated care board', 41],
    ['Fenmarsh', 'agreed_with_changes', 'Cabinet', 62, 'That the lead for housing be named jointly with the county.'],
  ],
}

/** A request to all agencies: reply by reply. */
export const requestToAll: SampleAsk = {
  about: 'whether it wants a quorum',
  purpose: 'reply',
  partners: undefined,
  due: 91,
  answers: [
    ['Northbrook Police', 'agreed', 'Chief officers’ board', 25],
    ['Fenmarsh', 'agreed', 'Cabinet', 33],
    ['Southmoor', 'declined', 'Leader of the council', 47, 'The council has no view on the chair and leaves it to the others.'],
  ],
}

/** Asks the partners about a decision of a meeting, as its clerk, who enters what they say on their word. */
export async function takeHome(needs: MeetingsNeeds, play: PlayedMeeting, meeting: string, ask: SampleAsk): Promise<void> {
  const clerk = doerOn(play.clerk, play.heldOn.add({ days: 7 }), '10:00')
  const { decision, partners } = await readAs(needs.db, clerk, async (reader) => ({
    decision: (await findDecisionsOf(reader, meeting)).find(({ text }) => text.includes(ask.about))?.id ?? '',
    partners: await findPartners(reader, play.body, clerk.today),
  }))
  const chosen = partners.filter(({ name }) => ask.partners?.some((begin) => name.startsWith(begin)) ?? true)
  const input = { rule: 'all' as const, needed: undefined, class: undefined, startsOn: undefined, version: 0 }
  const asked = { ...input, purpose: ask.purpose, partners: chosen.map(({ organisation }) => organisation) }
  done('ask partners', await askPartners(needs, clerk, decision, { ...asked, dueOn: play.heldOn.add({ days: ask.due }) }))
  for (const answer of ask.answers) await enter(needs, play, decision, answer)
}

async function enter(
  needs: MeetingsNeeds,
  play: PlayedMeeting,
  decision: string,
  [begin, answer, ownBody, after, words]: SampleAnswer,
): Promise<void> {
  const clerk = doerOn(play.clerk, play.heldOn.add({ days: after + 2 }), '11:00')
  const home = (await readAs(needs.db, clerk, (reader) => findTakenHome(reader, [decision], clerk.today))).get(decision)
  const partner: AskedPartner | undefined = home?.partners.find(({ name }) => name.startsWith(begin))
  if (!home || !partner) throw new Error(`The sample asked no partner called ${begin}.`)
  const given = { answer, ownBody, answeredOn: play.heldOn.add({ days: after }), reference: undefined, words }
  const evidence = 'An extract of its minutes, sent to the clerk by mail.'
  done(
    'answer for a partner',
    await answerForPartner(needs, clerk, partner.id, { ...given, evidence, version: answerVersion(home, partner) }),
  )
}
