import { addItem } from '#meetings/commands/agenda/add-item.ts'
import { callMeeting } from '#meetings/commands/meeting/call-meeting.ts'
import { createMeeting } from '#meetings/commands/meeting/create-meeting.ts'
import { clearPaper, consentToLatePaper, handIn } from '#meetings/commands/paper/check-paper.ts'
import { startPaper } from '#meetings/commands/paper/start-paper.ts'
import { writePaper } from '#meetings/commands/paper/write-paper.ts'
import { publishMeeting } from '#meetings/commands/publish/publish-pack.ts'
import { doerAt, draftOf, exemptInput, itemInput, meetingInput, paperInput, value, versionOf } from '#meetings/testing/arrange.ts'
import type { YearBoard } from './board.ts'

/** How the paper of a meeting comes: in time, or late with none, one or both of the consents that the terms name. */
export type PaperFate = 'in-time' | 'late-alone' | 'late-with-one' | 'late-with-both'

/** A meeting on its day, its pack out. */
export interface PreparedMeeting {
  readonly id: string
  readonly heldOn: Temporal.PlainDate
  readonly items: readonly string[]
  readonly paper: string
  /** False: it went out when the consents that were missing had come. */
  readonly wasOutAtOnce: boolean
}

const consents = [
  ['Assistant director or deputy', 'Philippa Rigby'],
  ['Chair or deputy chair', 'Helen Marsh'],
] as const

/** Prepares the meeting of a month: four items, one of them exempt, one with a paper that comes as it comes. */
export async function prepareMonth(board: YearBoard, month: number, fate: PaperFate): Promise<PreparedMeeting> {
  const { needs } = board.house
  const heldOn = secondTuesday(month)
  const at = (days: number, time: string) => `${heldOn.subtract({ days }).toString()}T${time}:00Z`
  const clerk = doerAt(board.clerk.account, at(40, '09:00'))
  const input = meetingInput(heldOn.toString(), { access: 'private', endsAt: Temporal.PlainTime.from('16:00') })
  const { id } = value(await createMeeting(needs, clerk, board.body, input))
  const titles = ['How the plan goes', 'A key worker for every child', 'An evening clinic']
  const items: string[] = []
  for (const [index, title] of titles.entries())
    items.push(
      value(await addItem(needs, clerk, id, itemInput(`${title}, ${month}`, { reportStatus: index === 0 ? 'attached' : 'verbal' }))).id,
    )
  items.push(value(await addItem(needs, clerk, id, exemptInput(`The offer of Starling House, ${month}`, 'A commercial matter'))).id)
  value(await callMeeting(needs, clerk, id, 1))
  const asked = { title: titles[0] ?? '', author: board.author.person }
  const { id: paper } = value(await startPaper(needs, clerk, id, items[0] ?? '', asked))
  const author = doerAt(board.author.account, at(fate === 'in-time' ? 20 : 7, '10:00'))
  value(
    await writePaper(
      needs,
      author,
      paper,
      paperInput(asked.title, '#. Nine in ten families were visited.', await draftOf(needs, author, paper)),
    ),
  )
  value(await handIn(needs, author, paper))
  const late = doerAt(board.clerk.account, at(7, '11:00'))
  value(await clearPaper(needs, late, paper))
  const given = fate === 'late-with-both' ? 2 : fate === 'late-with-one' ? 1 : 0
  for (const [consenter, person] of consents.slice(0, given))
    value(await consentToLatePaper(needs, late, paper, { consenter, person, reason: 'The figures came on Monday.' }))
  const publish = async () =>
    publishMeeting(needs, late, id, { version: await versionOf(needs, late, id), breachReason: undefined, breachApprover: undefined })
  const first = await publish()
  if (!first.ok) {
    for (const [consenter, person] of consents.slice(given))
      value(await consentToLatePaper(needs, late, paper, { consenter, person, reason: 'Asked again an hour later.' }))
    value(await publish())
  }
  return { id, heldOn, items, paper, wasOutAtOnce: first.ok }
}

function secondTuesday(month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year: 2026, month: 3, day: 1 }).add({ months: month })
  return first.add({ days: ((9 - first.dayOfWeek) % 7) + 7 })
}
