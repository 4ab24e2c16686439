import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordAnswer } from './record-app.ts'
import type { SeatedPerson } from './record-board.ts'
import { openScene, type RecordScene } from './record-scene.ts'

/** A ballot paper as a voter's page shows it. */
export interface DrawnPaper {
  /** Sixteen signs as posted, and in groups as shown. */
  readonly receipt: string
  readonly shown: string
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  idOf(name: string): string
}

/** A receipt as a voter wrote it down, and what they chose. */
export interface KeptReceipt {
  readonly voter: SeatedPerson
  readonly receipt: string
  readonly choice: string
}

/** A board that elects, and what tests of elections do again and again. */
export interface ElectionScene extends RecordScene {
  readonly seats: readonly [SeatedPerson, SeatedPerson, SeatedPerson, SeatedPerson, SeatedPerson]
  /** Calls an election as the clerk; its address. */
  call(fields: Readonly<Record<string, string>>): Promise<string>
  candidatesOf(election: string): Promise<ReadonlyMap<string, string>>
  paperOf(voter: SeatedPerson, election: string): Promise<DrawnPaper>
  /** Opens a paper and hands it in; keeps its receipt. */
  vote(voter: SeatedPerson, election: string, choice: string): Promise<RecordAnswer>
  receiptsOf(election: string): readonly KeptReceipt[]
  /** Deletes every key, as when data come from a backup. */
  loseKeys(): Promise<void>
}

const now = '2014-03-03T10:00:00Z'

/** Opens a scene for one test file. */
export async function openElections(): Promise<ElectionScene> {
  const scene = await openScene()
  const { board, at, ownerDb, needs } = scene
  const [fay, gus, hal, ivy, jo] = board.seats
  assert.ok(fay && gus && hal && ivy && jo)
  const kept = new Map<string, KeptReceipt[]>()

  const call: ElectionScene['call'] = async (fields) => {
    const answer = await at(board.clerk.account, now).post(`/boards/${board.slug}/elections/new`, fields)
    assert.equal(answer.status, 303, answer.text.slice(0, 400))
    return answer.location
  }
  const paperOf: ElectionScene['paperOf'] = async (voter, election) => {
    const { text } = await at(voter.account, now).get(`${election}/ballot`)
    const [, receipt = ''] = /name="receipt" value="(\w+)"/.exec(text) ?? []
    const choices = [...text.matchAll(/type="radio" value="([0-9a-f-]{36})".*?<label[^>]*>\s*(.*?)\s*<\/label>/gs)].map(
      ([, id = '', name = '']) => ({ id, name }),
    )
    const shown = receipt.replaceAll(/(.{4})(?=.)/g, '$1-')
    return { receipt, shown, choices, idOf: (name) => choices.find((one) => one.name === name)?.id ?? '' }
  }
  const vote: ElectionScene['vote'] = async (voter, election, choice) => {
    const paper = await paperOf(voter, election)
    const answer = await at(voter.account, now).post(`${election}/ballot`, { choice: paper.idOf(choice), receipt: paper.receipt })
    if (answer.status === 200) kept.set(election, [...(kept.get(election) ?? []), { voter, receipt: paper.shown, choice }])
    return answer
  }
  const candidatesOf: ElectionScene['candidatesOf'] = async (election) => {
    const rows = await ownerDb
      .selectFrom('meetings.election_candidate')
      .select(['id', 'name'])
      .where('election', '=', election.split('/').at(-1) ?? '')
      .execute()
    return new Map(rows.map(({ id, name }) => [name, id]))
  }
  return {
    ...scene,
    seats: [fay, gus, hal, ivy, jo],
    call,
    candidatesOf,
    paperOf,
    vote,
    receiptsOf: (election) => kept.get(election) ?? [],
    loseKeys: () => rm(join(needs.config.data, 'ballot-keys'), { recursive: true }),
  }
}

/** An election of the chair in which these stand and the ballot is open. */
export async function callBallot(scene: ElectionScene, candidates: readonly SeatedPerson[]): Promise<string> {
  const election = await scene.call({ post: 'chair' })
  for (const one of candidates) {
    const answer = await scene.at(one.account, now).post(`${election}/nominate`, { person: one.person })
    assert.equal(answer.status, 303, answer.text.slice(0, 400))
  }
  const opened = await scene.at(scene.board.clerk.account, now).post(`${election}/open`, { version: '1' })
  assert.equal(opened.status, 303, opened.text.slice(0, 400))
  return election
}
