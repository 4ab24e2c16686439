import assert from 'node:assert/strict'
import { newId } from '#platform/database/ids.ts'
import { exemptInput, itemInput } from './arrange.ts'
import { recordRules } from './record-board.ts'
import { MARKER, openScene, type RecordScene } from './record-scene.ts'

/** A word that stands in an exempt draft alone, so that it must be found nowhere else. */
export const CANARY = 'Wintergreen'

type Send = (
  clock: string,
  act: string,
  fields?: Readonly<Record<string, string>>,
) => Promise<{ readonly status: number; readonly text: string }>

/** A running meeting, with ways to act in it as its clerk at a clock time. */
interface Room {
  readonly id: string
  readonly items: readonly string[]
  readonly live: string
  time(clock: string): string
  readonly send: Send
}

/** A scene with the ways that tests of Part 2 use. */
interface PartTwoScene {
  readonly scene: RecordScene
  room(day: string): Promise<Room>
  publishedPaper(meeting: string, item: string, title: string): Promise<string>
}

/** Opens a scene for tests of Part 2. */
export async function openPartTwoScene(rules: Readonly<Record<string, unknown>> = recordRules): Promise<PartTwoScene> {
  const scene = await openScene(rules)
  const { board, ownerDb } = scene

  /** A running meeting with an open item, two exempt ones and a confidential one; its people have come. */
  const room: PartTwoScene['room'] = async (day) => {
    const confidential = itemInput(`A child of ${MARKER}`, { category: 'confidential', publicTitle: 'A case' })
    const items = [
      itemInput('Opening'),
      exemptInput(`The price of ${MARKER}`, 'A contract'),
      exemptInput(`Rent of ${MARKER}`, 'A lease'),
      confidential,
    ]
    const made = await scene.meetingWith(day, items)
    const time = (clock: string): string => `${day}T${clock}:00Z`
    const send: Send = (clock, act, fields = {}) =>
      scene.at(board.clerk.account, time(clock)).post(`/meetings/${made.id}/live/${act}`, { entry: newId(), ...fields })
    assert.equal((await send('14:00', 'start')).status, 303)
    for (const seat of [0, 1, 2]) assert.equal((await send('14:01', 'move', { line: scene.field(seat), movement: 'arrive' })).status, 303)
    return { ...made, time, send, live: `/meetings/${made.id}/live` }
  }

  /** A paper of an exempt item as members have it, with its text and a draft of a correction that nobody has cleared. */
  const publishedPaper: PartTwoScene['publishedPaper'] = async (meeting, item, title) => {
    const [id, version, draft] = [newId(), newId(), newId()]
    const base = { meeting, body: board.body, category: 'exempt' }
    const text = (words: string) => JSON.stringify({ version: 1, blocks: [{ type: 'paragraph', content: [{ text: words, marks: {} }] }] })
    const paper = { ...base, id, item, title, sight: 'members', author: board.author.person, state: 'published' }
    await ownerDb.insertInto('meetings.paper').values(paper).execute()
    const made = { ...base, paper: id, fields: '{}', made_by: board.author.account, made_at: Temporal.Instant.from('2014-01-02T10:00:00Z') }
    await ownerDb
      .insertInto('meetings.paper_version')
      .values([
        { ...made, id: version, sight: 'members', number: 1, state: 'published', tree: text(`${title} in full`) },
        { ...made, id: draft, sight: 'draft', number: 2, state: 'draft', reason: 'A sum', tree: text(`${CANARY} in a draft`) },
      ])
      .execute()
    return id
  }
  return { scene, room, publishedPaper }
}
