import { type ActorId, type Database, readAs } from '#platform/database/session.ts'
import { succeed } from '#platform/result.ts'
import { approveMinutes } from '../commands/minutes/approve-minutes.ts'
import { publishMinutes } from '../commands/minutes/publish-minutes.ts'
import { nominateItem } from '../commands/plan/plan-item.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { findMinutes } from '../queries/minutes.ts'
import { holdElections } from './elections.ts'
import { hold, minute } from './hold.ts'
import { callJointly, holdJointly, jointItems } from './joint.ts'
import { askKeyQuestions } from './key-questions.ts'
import { keepLists } from './lists.ts'
import { decideBetweenMeetings } from './officer-decisions.ts'
import { destroyCopies, reviewAndRelease } from './part-two.ts'
import { doerOn, done, type PlayedMeeting, type Prepared, prepare, publishOn } from './play.ts'
import { autumnItems, comingItems, deliveryItems, type SampleItem, springItems, winterItems } from './present-year.ts'
import { bringQuestions, followMisses, keepRules, questionAuthors } from './questions.ts'
import { recordDecember2013 } from './record-december.ts'
import { recordFebruary2014 } from './record-february.ts'
import { settleStanding, showPlan } from './standing.ts'
import { planTakenHome, requestToAll, takeHome } from './taken-home.ts'
import { putShorterTime } from './terms-put.ts'
import { todaysItems } from './today.ts'
import { addTopics } from './topics.ts'
import { sendPapersOn } from './travels.ts'
import { planYearAhead } from './year.ts'

/** What the meetings' sample builds on: ids by slug and by key, and the accounts of those who act in it. */
export interface SampleGround {
  readonly bodies: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly accounts: { readonly clerk: ActorId; readonly otherClerk: ActorId; readonly author: ActorId; readonly member: ActorId }
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

const partnership = 'northbrook-childrens-partnership'

/**
 * Records the meetings of 2013 and 2014 with the owner's connection, and plays a present-day year through the commands that people use, as the
 * people who use them: row-level security holds here too.
 */
export async function loadMeetingsSample(needs: MeetingsNeeds, owner: Database, ground: SampleGround): Promise<void> {
  const body = bodyOf(ground, partnership)
  await owner.transaction().execute(async (tx) => {
    await recordDecember2013(tx, body)
    const author = ground.people.get('reid')
    if (author === undefined) throw new Error('The sample has no manager of the team around the child.')
    await recordFebruary2014(tx, body, { author, now: ground.now })
  })
  await askKeyQuestions(needs, doerOn(ground.accounts.clerk, ground.today.subtract({ days: 400 }), '10:00'), body)
  const { autumn, winter } = await playPartnership(needs, ground)
  const meeting = await playDeliveryBoard(needs, ground)
  const [sender, receiver] = [
    doerOn(ground.accounts.clerk, yesterday(ground), '09:00'),
    doerOn(ground.accounts.otherClerk, yesterday(ground), '12:00'),
  ]
  const way = {
    board: bodyOf(ground, 'women-and-childrens-delivery-board'),
    meeting,
    taken: winter.items[0] ?? '',
    waiting: autumn.items[0] ?? '',
  }
  await sendPapersOn(needs, sender, receiver, way)
  await playLocalGroup(needs, ground)
  await meetJointly(needs, ground)
  await planYearAhead(needs, sender, body, bodyOf(ground, 'women-and-childrens-delivery-board'))
  await settleStanding(needs, sender, body)
  await settleStanding(needs, receiver, bodyOf(ground, 'women-and-childrens-delivery-board'))
  await settleStanding(needs, sender, bodyOf(ground, 'east-local-area-group'))
  await showPlan(needs, sender, body)
  await showPlan(needs, receiver, bodyOf(ground, 'women-and-childrens-delivery-board'))
  const boards = { partnership: body, localGroup: bodyOf(ground, 'east-local-area-group') }
  await addTopics(owner)
  await decideBetweenMeetings(needs, {
    body,
    clerk: ground.accounts.clerk,
    director: ground.people.get('marsh') ?? '',
    today: ground.today,
  })
  await holdElections(needs, owner, { ...boards, clerk: ground.accounts.clerk, people: ground.people, today: ground.today })
}

const yesterday = ({ today }: SampleGround): Temporal.PlainDate => today.subtract({ days: 1 })

function bodyOf({ bodies }: SampleGround, slug: string): string {
  const id = bodies.get(slug)
  if (id === undefined) throw new Error(`The sample has no body ${slug}.`)
  return id
}

/** The Tuesday on or before a day: boards of the sample meet on Tuesdays. */
function tuesday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: (day.dayOfWeek + 5) % 7 })
}

/** The day, or the Friday before a weekend. */
function weekday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: Math.max(0, day.dayOfWeek - 5) })
}

function meetingOf(
  ground: SampleGround,
  slug: string,
  heldOn: Temporal.PlainDate,
  rest: Pick<PlayedMeeting, 'items' | 'place' | 'access'>,
): PlayedMeeting {
  const author = ground.people.get('haddad') ?? ''
  const clerk = slug.endsWith('delivery-board') ? ground.accounts.otherClerk : ground.accounts.clerk
  const times = { startsAt: '14:00', endsAt: '16:00' }
  return {
    body: bodyOf(ground, slug),
    clerk,
    author: { account: ground.accounts.author, person: author },
    heldOn,
    people: ground.people,
    ...times,
    ...rest,
  }
}

async function playPartnership(
  needs: MeetingsNeeds,
  ground: SampleGround,
): Promise<{ readonly autumn: Prepared; readonly winter: Prepared }> {
  const { today } = ground
  const hall = { place: 'Council chamber, County Hall, Northbrook', access: 'public' as const }
  const autumn = meetingOf(ground, partnership, tuesday(today.subtract({ days: 168 })), { ...hall, items: autumnItems })
  const winter = meetingOf(ground, partnership, tuesday(today.subtract({ days: 77 })), { ...hall, items: winterItems })
  const spring = meetingOf(ground, partnership, tuesday(today.add({ days: 18 })), { ...hall, items: springItems })
  const first = await playAndMinute(needs, autumn, { published: 15 })
  const late = { reason: 'The figures on waiting times arrived two days after they were due.', approver: 'Winston Clarke, chair' }
  const second = await playHeld(needs, winter, { published: 8, late })
  const clerk = doerOn(ground.accounts.clerk, winter.heldOn, '17:00')
  const { version } = await readAs(needs.db, clerk, async (reader) => (await findMinutes(reader, first.meeting)) ?? { version: 1 })
  const nothing = { amendments: undefined, amendmentsBy: undefined, refused: undefined, departsReason: undefined }
  const approval = { ...nothing, meeting: second.meeting, signedBy: 'Winston Clarke', version, sections: [] }
  done('approve minutes', await approveMinutes(needs, clerk, first.meeting, () => succeed(approval)))
  await minute(needs, winter, second, winter.heldOn.add({ days: 5 }))
  await publishMinutes(needs, doerOn(ground.accounts.clerk, winter.heldOn.add({ days: 6 }), '10:00'), first.meeting, 'final')
  await destroyCopies(needs, autumn, first, true)
  await destroyCopies(needs, winter, second, false)
  await reviewAndRelease(needs, autumn, first, [today.subtract({ days: 60 }), today.subtract({ days: 9 })])
  await takeHome(needs, autumn, first.meeting, planTakenHome)
  await takeHome(needs, winter, second.meeting, requestToAll)
  const next = await prepare(needs, spring, today.subtract({ days: 20 }))
  await keepLists(needs, doerOn(ground.accounts.clerk, today.subtract({ days: 5 }), '10:00'), spring.body, next)
  await publishOn(needs, spring, next.meeting, weekday(today.subtract({ days: 3 })))
  await planAhead(needs, ground, spring)
  const asking = doerOn(ground.accounts.clerk, ground.today.subtract({ days: 2 }), '10:00')
  await keepRules(needs, asking, spring.body, winter.heldOn)
  const member = doerOn(ground.accounts.member, ground.today.subtract({ days: 2 }), '11:00')
  await bringQuestions(needs, asking, member, next, ground.now)
  await questionAuthors(needs, member, doerOn(ground.accounts.author, ground.today.subtract({ days: 1 }), '15:00'), next.meeting)
  return { autumn: first, winter: second }
}

interface Publishing {
  /** Days before the meeting. */
  readonly published: number
  readonly late?: { readonly reason: string; readonly approver: string }
}

async function playAndMinute(needs: MeetingsNeeds, play: PlayedMeeting, when: Publishing): Promise<Prepared> {
  const prepared = await playHeld(needs, play, when)
  await minute(needs, play, prepared, play.heldOn.add({ days: 5 }))
  return prepared
}

async function playHeld(needs: MeetingsNeeds, play: PlayedMeeting, when: Publishing): Promise<Prepared> {
  const prepared = await prepare(needs, play, play.heldOn.subtract({ days: 30 }))
  await publishOn(needs, play, prepared.meeting, play.heldOn.subtract({ days: when.published }), when.late)
  await hold(needs, play, prepared, { marsh: 'pryce', dacosta: '', kendrick: '' })
  return prepared
}

/** What the forward plan holds beyond the meetings that are called. */
async function planAhead(needs: MeetingsNeeds, ground: SampleGround, spring: PlayedMeeting): Promise<void> {
  const body = bodyOf(ground, partnership)
  const clerk = doerOn(ground.accounts.clerk, ground.today.subtract({ days: 1 }), '10:00')
  const member = doerOn(ground.accounts.member, ground.today.subtract({ days: 1 }), '11:00')
  const summer = { ...spring, heldOn: tuesday(ground.today.add({ days: 103 })), items: [] }
  const { meeting } = await prepare(needs, summer, ground.today.subtract({ days: 1 }))
  const planned = { summary: undefined, lead: 'Leila Haddad', minutes: 30 }
  done(
    'plan',
    await nominateItem(needs, clerk, body, { ...planned, title: 'Annual report of the partnership', purpose: 'decision', meeting }),
  )
  done(
    'plan',
    await nominateItem(needs, clerk, body, {
      ...planned,
      title: 'Workshop: what families told us',
      purpose: 'planning',
      meeting: undefined,
    }),
  )
  done(
    'nominate',
    await nominateItem(needs, member, body, { ...planned, title: 'Free travel for young people', purpose: 'discussion', meeting }),
  )
}

/** Plays the delivery board. @returns its coming meeting */
async function playDeliveryBoard(needs: MeetingsNeeds, ground: SampleGround): Promise<string> {
  const slug = 'women-and-childrens-delivery-board'
  const room = { place: 'Committee room 2, County Hall', access: 'private' as const, items: deliveryItems }
  const play = meetingOf(ground, slug, tuesday(ground.today.subtract({ days: 21 })), room)
  const prepared = await prepare(needs, play, play.heldOn.subtract({ days: 20 }))
  const [played, whole] = await putShorterTime(needs, play, prepared, play.heldOn.subtract({ days: 19 }))
  await publishOn(needs, played, whole.meeting, play.heldOn.subtract({ days: 8 }))
  await hold(needs, played, whole, {})
  await minute(needs, played, whole, play.heldOn.add({ days: 6 }))
  const now = meetingOf(ground, slug, ground.today, { ...room, items: todaysItems })
  const called = await prepare(needs, now, ground.today.subtract({ days: 20 }))
  await publishOn(needs, now, called.meeting, weekday(ground.today.subtract({ days: 8 })))
  const next = meetingOf(ground, slug, tuesday(ground.today.add({ days: 19 })), { ...room, items: comingItems })
  return (await prepare(needs, next, ground.today.subtract({ days: 3 }))).meeting
}

/** The joint commissioning board calls a delivery board to its table: once in the past, and another board to a meeting that is to come. */
async function meetJointly(needs: MeetingsNeeds, ground: SampleGround): Promise<void> {
  const room = { place: 'Committee room 1, County Hall', access: 'public' as const, items: jointItems }
  const calls = (heldOn: Temporal.PlainDate, guest: string): PlayedMeeting => ({
    ...meetingOf(ground, 'joint-commissioning-board', heldOn, room),
    clerk: ground.accounts.otherClerk,
    jointBody: bodyOf(ground, guest),
  })
  await holdJointly(needs, calls(tuesday(ground.today.subtract({ days: 49 })), 'women-and-childrens-delivery-board'))
  await callJointly(needs, calls(tuesday(ground.today.add({ days: 75 })), 'east-local-area-group'), ground.today.subtract({ days: 4 }))
}

/** A local group whose terms ask for an explanation after one missed meeting and for a letter after two. */
async function playLocalGroup(needs: MeetingsNeeds, ground: SampleGround): Promise<void> {
  const room = { place: 'Community hall, Harbour Street', access: 'public' as const, items: groupItems }
  const earlier = meetingOf(ground, 'east-local-area-group', tuesday(ground.today.subtract({ days: 63 })), room)
  const later = meetingOf(ground, 'east-local-area-group', tuesday(ground.today.subtract({ days: 28 })), room)
  const missed = ['silent', '']
  const meetings: string[] = []
  for (const [index, play] of [earlier, later].entries()) {
    const prepared = await prepare(needs, play, play.heldOn.subtract({ days: 30 }))
    await publishOn(needs, play, prepared.meeting, play.heldOn.subtract({ days: 15 }))
    await hold(needs, play, prepared, { pryce: missed[index] ?? '' })
    meetings.push(prepared.meeting)
  }
  const clerk = doerOn(ground.accounts.clerk, later.heldOn.add({ days: 2 }), '10:00')
  await followMisses(needs, clerk, meetings[0] ?? '', ground.people.get('pryce') ?? '')
}

const groupItems: readonly SampleItem[] = [
  { title: 'What families in the east told us', purpose: 'discussion', presenter: 'Cllr Wendy Barton' },
  { title: 'Holiday clubs', purpose: 'information', presenter: 'Youth services' },
]
