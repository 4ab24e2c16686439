import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '#platform/database/ids.ts'
import type { Client } from '../support/client.ts'
import type { RunningMeeting } from './fifty-meetings.ts'

/** One thing that somebody enters; sent again with the same id until it is acknowledged. */
export interface Entry {
  readonly id: string
  readonly act: 'arrive' | 'leave' | 'decision' | 'action' | 'note' | 'vote'
  readonly meeting: string
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  /** Of a vote: whose. */
  readonly voter?: string
}

/** What was sent and what was answered. */
export interface Ledger {
  readonly sent: Entry[]
  /** In the order of their answers. */
  readonly acknowledged: Entry[]
  /** How often an entry had to be sent again. */
  repeats: number
  /** Answers that said that something went wrong: on a machine that is far too busy a lock is waited for in vain. Not acknowledged, so sent again. */
  faults: number
  /** The longest that anybody waited for an answer of a server that was there: in milliseconds. */
  readonly waits: number[]
}

/** What is entered at a meeting, one thing after the other, counted from 0. */
export interface Hand {
  /** Whose browser sends it. */
  clientFor(at: number): Client
  next(at: number): Entry
}

/** Those who act at a meeting at once: the clerk, who writes the record down, and the members, of whom one votes after the other. */
export function handsAt(meeting: RunningMeeting, clerk: Client, voters: readonly Client[]): readonly Hand[] {
  return [
    { clientFor: () => clerk, next: (at) => clerksEntry(meeting, at) },
    { clientFor: (at) => voters[at % voters.length] ?? clerk, next: (at) => vote(meeting, at % voters.length) },
  ]
}

function clerksEntry(meeting: RunningMeeting, at: number): Entry {
  const id = newId()
  const move = { path: 'move', fields: { line: meeting.board.wanderer.field } }
  const kinds = [
    { act: 'arrive', ...move, fields: { ...move.fields, movement: 'arrive' } },
    { act: 'decision', path: 'decision', fields: { item: meeting.item, type: 'note', matter: 'neither', text: `That it be noted: ${id}` } },
    { act: 'note', path: 'note', fields: { item: meeting.item, text: `It was said: ${id}` } },
    { act: 'leave', ...move, fields: { ...move.fields, movement: 'leave' } },
    {
      ...{ act: 'action', path: 'action' },
      fields: { item: meeting.item, text: `Write the letter: ${id}`, lead1: `p-${meeting.board.wanderer.person}`, due: '1 March 2030' },
    },
  ] as const satisfies readonly Pick<Entry, 'act' | 'path' | 'fields'>[]
  const { act, path, fields } = kinds[at % kinds.length] ?? kinds[0]
  return { id, act, meeting: meeting.id, path, fields }
}

function vote(meeting: RunningMeeting, index: number): Entry {
  const choice = ['for', 'against', 'abstain'][Math.floor(Math.random() * 3)] ?? 'for'
  const voter = meeting.board.voters[index]?.person ?? ''
  return { id: newId(), act: 'vote', meeting: meeting.id, path: 'motions/vote', fields: { motion: meeting.motion, choice }, voter }
}

/** People who act until they are told to stop. */
export interface Writers {
  readonly ledger: Ledger
  /** Waits for so many more answers. @throws Error where somebody was refused */
  answered(more: number): Promise<void>
  /** Nobody sends anything again: for a test that has failed. */
  leave(): void
  /** Each finishes what is under way. */
  stop(): Promise<void>
}

/**
 * Lets every hand enter one thing after the other. Where the line breaks, the hand waits for `up` and sends the same entry again.
 * An answer that is neither a success nor a broken line ends everything with an error.
 */
export function startWriters(hands: readonly Hand[], up: () => Promise<void>): Writers {
  const ledger: Ledger = { sent: [], acknowledged: [], repeats: 0, faults: 0, waits: [] }
  let isStopping = false
  let hasLeft = false
  const act = async ({ clientFor, next }: Hand): Promise<void> => {
    for (let at = 0; !isStopping; at += 1) {
      const entry = next(at)
      ledger.sent.push(entry)
      while (!hasLeft && !(await send(clientFor(at), entry, ledger))) {
        ledger.repeats += 1
        await up()
      }
      ledger.acknowledged.push(entry)
    }
  }
  const all = Promise.all(hands.map(act))
  all.catch(() => {})
  return {
    ledger,
    answered: async (more) => {
      const enough = ledger.acknowledged.length + more
      while (ledger.acknowledged.length < enough) await Promise.race([sleep(5), all])
    },
    leave: () => {
      isStopping = true
      hasLeft = true
    },
    stop: async () => {
      isStopping = true
      await all
    },
  }
}

/** Whether the entry was acknowledged; not, where the line broke. */
async function send(client: Client, entry: Entry, ledger: Ledger): Promise<boolean> {
  const began = performance.now()
  const answer = await client
    .post(`/meetings/${entry.meeting}/live/${entry.path}`, { ...entry.fields, entry: entry.id })
    .catch(() => undefined)
  if (answer === undefined) return false
  ledger.waits.push(performance.now() - began)
  if (answer.status === 303) return true
  if (answer.status >= 500) {
    ledger.faults += 1
    return false
  }
  const words = /(error-summary|refusal)[\s\S]{0,500}/.exec(answer.text)?.[0] ?? answer.text.slice(0, 300)
  throw new Error(`${entry.act} answered ${answer.status}: ${words}`)
}
