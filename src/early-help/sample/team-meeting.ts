import { lookAt } from '../commands/look.ts'
import { takeAction } from '../commands/plan-actions.ts'
import { printPlan, reviewPlan } from '../commands/plan-review.ts'
import { recordSigned } from '../commands/signed-copy.ts'
import { addItem, addNote, planMeeting, recordPresence, stepMeeting, writeMinutes } from '../commands/team-meeting.ts'
import { findTeamMeeting, type TeamMeeting } from '../queries/team-meeting.ts'
import { made, type PlanGround, planOf } from './plan.ts'

/** Meetings of the teams of two invented families: one with minutes, one that is planned, and a review; and a first meeting of the other. */
export async function loadTeamMeetingSample(ground: PlanGround): Promise<void> {
  const { casework, doer, amber, hazel, today } = ground
  const needs = { db: casework }
  const quist = (ago: number) => doer('quist', ago)
  const times = { startsAt: Temporal.PlainTime.from('15:30'), endsAt: Temporal.PlainTime.from('16:30'), version: undefined }
  const first = { heldOn: today.subtract({ days: 26 }), ...times, place: 'The nursery room of the school', isReview: false }
  const { id } = await made(planMeeting(needs, quist(27), amber, first))
  const of = { episode: amber, meeting: id }
  const read = (): Promise<TeamMeeting | undefined> =>
    lookAt(casework, quist(26), amber, 'plan', ({ tx }) => findTeamMeeting(tx, amber, id))
  await made(addItem(needs, quist(27), of, { title: 'How mornings go' }))
  await made(addItem(needs, quist(27), of, { title: 'What Wren wants us to know' }))
  const plan = await planOf(ground, quist(26), amber)
  const presence = (one: { member: string | null; relative: string | null }, at: number) => ({
    ...{ ...one, presence: at === 2 ? ('apologies' as const) : ('attended' as const), hasReport: at === 2 },
  })
  const people = [
    ...plan.who.team.map((one) => ({ member: one.id, relative: null })),
    ...plan.who.people.map((one) => ({ member: null, relative: one.id })),
  ]
  await made(recordPresence(needs, quist(26), of, people.map(presence)))
  await made(stepMeeting(needs, quist(26), of, 'start', 1))
  const items = (await read())?.items ?? []
  await made(
    addNote(needs, quist(26), { ...of, item: items[0]?.id ?? '' }, { words: 'Three mornings of five were calm. Mondays are hardest.' }),
  )
  await made(
    addNote(
      needs,
      doer('tennant', 26),
      { ...of, item: items[1]?.id ?? '' },
      { words: 'Wren drew the walk to school, with the dog in front.' },
    ),
  )
  const own = plan.who.team.find(({ person }) => person !== undefined)?.id ?? null
  const what = {
    what: 'Ring on Sunday evenings',
    who: { member: own, relative: null },
    dueOn: today.add({ days: 20 }),
    inRoom: undefined,
    version: undefined,
  }
  await made(takeAction(needs, quist(26), { ...of, need: plan.needs[0]?.id ?? '' }, what))
  await made(stepMeeting(needs, quist(26), of, 'end', 2))
  await made(writeMinutes(needs, quist(24), of, { minutes: 'We meet again before Christmas.', isApproved: false, version: 3 }))
  const line = { progress: 'better' as const, verdict: 'keep' as const, words: '' }
  await made(
    reviewPlan(needs, quist(3), amber, {
      ...{
        heldOn: today.subtract({ days: 3 }),
        summary: 'Everybody sees that mornings are calmer.',
        agreement: 'renews',
        agreementBecause: undefined,
        version: 1,
      },
      ...{ nextDueOn: today.add({ days: 60 }), lines: plan.needs.map((need) => ({ need: need.id, ...line })) },
    }),
  )
  await made(
    printPlan(needs, quist(2), amber, { who: { member: null, relative: plan.who.people[0]?.id ?? null }, edition: 'child', sure: false }),
  )
  await made(planMeeting(needs, quist(2), amber, { ...first, heldOn: today.add({ days: 16 }) }))
  await made(planMeeting(needs, doer('tennant', 0), hazel, { ...first, heldOn: today.add({ days: 9 }), place: '' }))
  await loadPrints(ground)
}

/** What the family Hazel was given on paper: a plan that came back signed, and one for a volunteer. */
async function loadPrints(ground: PlanGround): Promise<void> {
  const { casework, doer, hazel } = ground
  const needs = { db: casework }
  const { who } = await planOf(ground, doer('tennant', 0), hazel)
  const sam = who.team.find(({ person }) => person === undefined)?.id ?? null
  const mother = who.people.find(({ name }) => name === 'Rowan Hazel')?.id ?? null
  const forMother = await made(
    printPlan(needs, doer('tennant', 1), hazel, { who: { member: null, relative: mother }, edition: 'plain', sure: false }),
  )
  const signed = { signedOn: doer('tennant', 1).today, signedWords: 'Rowan signed it at the kitchen table. She keeps the paper.' }
  await made(recordSigned(needs, doer('tennant', 1), { episode: hazel, print: forMother.id }, { ...signed, file: undefined, version: 1 }))
  await made(printPlan(needs, doer('tennant', 0), hazel, { who: { member: sam, relative: null }, edition: 'large', sure: false }))
}
