import { addItem } from '#meetings/commands/agenda/add-item.ts'
import { callMeeting } from '#meetings/commands/meeting/call-meeting.ts'
import { createMeeting } from '#meetings/commands/meeting/create-meeting.ts'
import { doerAt, itemInput, meetingInput, value } from '#meetings/testing/arrange.ts'
import { recordClient } from '#meetings/testing/record-app.ts'
import { buildRecordBoard, type RecordBoard, type SeatedPerson } from '#meetings/testing/record-board.ts'
import { newId } from '#platform/database/ids.ts'
import type { ActorId, Database } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Needs } from '#src/needs.ts'
import { addAccount, type SignInDetails } from '../support/client.ts'
import type { TestHouse } from '../support/house.ts'

/** Somebody who can sign in, with their line in the list of a meeting. */
export interface Attending extends SignInDetails {
  readonly person: string
  readonly account: ActorId
  readonly field: string
}

/** A board whose meetings are in progress. */
export interface BusyBoard {
  readonly clerk: SignInDetails
  /** Present, with a vote each. */
  readonly voters: readonly Attending[]
  /** Comes and goes. */
  readonly wanderer: SeatedPerson
}

/** A meeting in progress: quorate, an item taken, a recorded vote open. */
export interface RunningMeeting {
  readonly id: string
  readonly board: BusyBoard
  readonly item: string
  readonly motion: string
}

/** Puts so many meetings into progress now, 25 to a board, by the commands and forms of the product. */
export async function beginMeetings(house: TestHouse, count: number): Promise<readonly RunningMeeting[]> {
  const boards = Array.from({ length: Math.ceil(count / 25) }, () => beginBoard(house))
  const begun: RunningMeeting[] = []
  for (const [index, board] of boards.entries()) begun.push(...(await meetingsOf(house, await board, Math.min(25, count - 25 * index))))
  return begun
}

type BuiltBoard = BusyBoard & { readonly built: RecordBoard; readonly clerkAccount: ActorId }

async function beginBoard(house: TestHouse): Promise<BuiltBoard> {
  const built = await buildRecordBoard(house.ownerDb)
  const [first, second, third, wanderer] = built.seats
  if (!first || !second || !third || !wanderer) throw new Error('The board has too few seats.')
  const clerk = await withAccount(house, built.clerk.person, built.clerk.name)
  const voters: Attending[] = []
  for (const { person, name, field } of [first, second, third]) voters.push({ ...(await withAccount(house, person, name)), person, field })
  return { built, clerk, clerkAccount: clerk.account, voters, wanderer }
}

/** The people of a test board have numbers for accounts; whoever signs in needs a real one. */
async function withAccount(house: TestHouse, person: string, name: string): Promise<SignInDetails & { readonly account: ActorId }> {
  const details = await addAccount(house, name)
  await house.ownerDb.updateTable('governance.person').set({ account: details.account }).where('id', '=', person).execute()
  return details
}

async function meetingsOf({ needs, ownerDb }: TestHouse, board: BuiltBoard, count: number): Promise<readonly RunningMeeting[]> {
  const now = Temporal.Now.instant()
  const begun: RunningMeeting[] = []
  for (let at = 0; at < count; at += 1) begun.push(await beginMeeting(needs, ownerDb, board, now))
  return begun
}

async function beginMeeting(needs: Needs, ownerDb: Database, board: BuiltBoard, now: Temporal.Instant): Promise<RunningMeeting> {
  const early = doerAt(board.clerkAccount, now.subtract({ hours: 24 * 60 }).toString())
  const { id } = value(
    await createMeeting(needs, early, board.built.body, meetingInput(dayOf(now).toString(), { title: `Meeting ${newId()}` })),
  )
  const { id: item } = value(await addItem(needs, early, id, itemInput('The clinic')))
  value(await callMeeting(needs, early, id, 1))
  // As if its pack had gone out.
  await ownerDb.updateTable('meetings.agenda_item').set({ sight: 'public' }).where('meeting', '=', id).execute()
  await ownerDb.updateTable('meetings.item_content').set({ sight: 'public' }).where('meeting', '=', id).execute()
  const clerk = recordClient(needs, board.clerkAccount, now.toString())
  const post = async (path: string, fields: Readonly<Record<string, string>> = {}): Promise<void> => {
    const { status, text } = await clerk.post(`/meetings/${id}/${path}`, fields)
    if (status !== 303)
      throw new Error(`${path} answered ${status}: ${text.match(/(error-summary|refusal)[\s\S]{0,600}/)?.[0] ?? text.slice(0, 300)}`)
  }
  await post('attendance/start')
  const present = Object.fromEntries(board.voters.map(({ field }) => [`status_${field}`, 'present']))
  await post('attendance', { mark: '', ...present, status_chair: 'present', chairWho: 'chair' })
  await post('live/item', { item })
  await post('live/motions/put', { item, text: 'That the clinic open on Tuesdays.', type: 'resolve', matter: 'neither' })
  const { id: motion } = await ownerDb.selectFrom('meetings.motion').select('id').where('meeting', '=', id).executeTakeFirstOrThrow()
  await post('live/motions/open', { motion })
  return { id, board, item, motion }
}
