import { readAs } from '#platform/database/session.ts'
import { buildBoard, type TestBoard } from '#test/support/board.ts'
import { openHouse, type TestHouse } from '#test/support/house.ts'
import { addItem } from '../commands/agenda/add-item.ts'
import { callMeeting } from '../commands/meeting/call-meeting.ts'
import { createMeeting } from '../commands/meeting/create-meeting.ts'
import { clearPaper, handIn } from '../commands/paper/check-paper.ts'
import { startPaper } from '../commands/paper/start-paper.ts'
import { openCorrection, writePaper } from '../commands/paper/write-paper.ts'
import { publishCorrection, publishMeeting } from '../commands/publish/publish-pack.ts'
import type { MeetingInput } from '../forms/meeting.ts'
import type { Doer } from '../needs.ts'
import { makePack } from '../pack/make-pack.ts'
import { findPackFiles, type PackFile } from '../queries/publications.ts'
import type { ItemInput } from '../rules/item.ts'
import { doerAt, draftOf, meetingInput, paperInput, value, versionOf } from './arrange.ts'

/** A house with one board, and the ways in which tests of preparing bring a meeting up to its pack. */
export interface PreparingScene extends TestHouse {
  readonly board: TestBoard
  /** The clerk, two weeks before anything is published. */
  readonly early: Doer
  /** The clerk on the day of publishing, which is in time for meetings from March on. */
  readonly later: Doer
  /** Plans and calls a meeting with these items. */
  meetingWith(
    day: string,
    items: readonly ItemInput[],
    more?: Partial<MeetingInput>,
  ): Promise<{ readonly id: string; readonly items: readonly string[] }>
  /** A paper that is written, handed in and cleared. */
  clearedPaper(meeting: string, item: string, title: string, body: string): Promise<string>
  /** Publishes what is ready, and makes its files. */
  publish(meeting: string): Promise<string>
  /** Corrects a published paper, publishes that and makes its files. */
  correct(paper: string, title: string, body: string): Promise<string>
  files(meeting: string): Promise<readonly PackFile[]>
}

/** Opens a scene for one test file. */
export async function openPreparing(): Promise<PreparingScene> {
  const house = await openHouse(Temporal.Instant.from('2014-02-14T10:00:00Z'))
  const { needs } = house
  const board = await buildBoard(house.ownerDb, 'strategic-partnership')
  const early = doerAt(board.clerk.account, '2014-01-20T10:00:00Z')
  const later = doerAt(board.clerk.account, '2014-02-14T10:00:00Z')
  const author = { ...early, actor: board.author.account }
  const meetingWith: PreparingScene['meetingWith'] = async (day, items, more = {}) => {
    const { id } = value(await createMeeting(needs, early, board.body, meetingInput(day, more)))
    const ids: string[] = []
    for (const item of items) ids.push(value(await addItem(needs, early, id, item)).id)
    value(await callMeeting(needs, early, id, 1))
    return { id, items: ids }
  }
  const clearedPaper: PreparingScene['clearedPaper'] = async (meeting, item, title, body) => {
    const { id } = value(await startPaper(needs, early, meeting, item, { title, author: board.author.person }))
    value(await writePaper(needs, author, id, paperInput(title, body, await draftOf(needs, author, id))))
    value(await handIn(needs, author, id))
    value(await clearPaper(needs, early, id))
    return id
  }
  const publish: PreparingScene['publish'] = async (meeting) => {
    const version = await versionOf(needs, later, meeting)
    const input = { version, breachReason: undefined, breachApprover: undefined }
    const { publication } = value(await publishMeeting(needs, later, meeting, input))
    await makePack(needs, meeting, publication)
    return publication
  }
  let corrections = 0
  const correct: PreparingScene['correct'] = async (paper, title, body) => {
    // Each an hour after the one before.
    corrections += 1
    const clerk = { ...later, now: later.now.add({ hours: corrections }) }
    const writer = { ...clerk, actor: board.author.account }
    value(await openCorrection(needs, writer, paper))
    const input = paperInput(title, body, await draftOf(needs, writer, paper), { reason: 'A sum was wrong' })
    value(await writePaper(needs, writer, paper, input))
    const { publication, meeting } = value(await publishCorrection(needs, clerk, paper))
    await makePack(needs, meeting, publication)
    return publication
  }
  const files = (meeting: string) => readAs(needs.db, later, (reader) => findPackFiles(reader, meeting))
  return { ...house, board, early, later, meetingWith, clearedPaper, publish, correct, files }
}
