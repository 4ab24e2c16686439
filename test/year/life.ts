import fc from 'fast-check'
import { declareInterestAt } from '#meetings/commands/interest/declare-interest.ts'
import { ruleOnInterest } from '#meetings/commands/interest/rule-on-interest.ts'
import { comeAndGo } from '#meetings/commands/live/come-and-go.ts'
import { runLive } from '#meetings/commands/live/run-live.ts'
import { seatDeputy } from '#meetings/commands/live/seat-deputy.ts'
import { takeChair } from '#meetings/commands/live/take-chair.ts'
import type { EntryHead } from '#meetings/commands/live/take-entry.ts'
import { takeItem } from '#meetings/commands/live/take-item.ts'
import { actLive, decideLive } from '#meetings/commands/live/write-once.ts'
import { castVote } from '#meetings/commands/motion/cast-vote.ts'
import { closeVote, openVote, recordCasting, recordConsensus, recordHands } from '#meetings/commands/motion/decide-motion.ts'
import { putMotion } from '#meetings/commands/motion/put-motion.ts'
import { doerAt } from '#meetings/testing/arrange.ts'
import { newId } from '#platform/database/ids.ts'
import type { Result } from '#platform/result.ts'
import type { Actor, YearBoard } from './board.ts'
import type { PreparedMeeting } from './meeting.ts'

const kinds = [
  'arrive',
  'leave',
  'deputy',
  'chair',
  'item',
  'declare',
  'rule',
  'put',
  'consensus',
  'hands',
  'open',
  'cast',
  'close',
  'casting',
  'agree',
  'act',
] as const

/** One thing that happens at a meeting. `a` and `b` choose whom and what; the line may break before the answer, or before the request. */
export interface Happening {
  readonly kind: (typeof kinds)[number]
  readonly a: number
  readonly b: number
  /** 'answer-lost': sent again at once; 'sent-late': written now, sent after five more things, and then twice. */
  readonly line: 'good' | 'answer-lost' | 'sent-late'
}

const weights: Readonly<Record<Happening['kind'], number>> = {
  ...{ arrive: 8, leave: 2, deputy: 2, chair: 1, item: 4, declare: 2, rule: 2, put: 4, consensus: 2, hands: 2, open: 2, cast: 7, close: 3 },
  ...{ casting: 1, agree: 2, act: 1 },
}

/** Without the bias towards zero that helps to find edges of numbers: here a number only chooses. */
const number = fc.noBias(fc.nat(1000))

/** Whatever may happen. */
export const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.oneof(...kinds.map((kind) => ({ weight: weights[kind], arbitrary: fc.constant(kind) }))),
  a: number,
  b: number,
  line: fc.oneof(
    { weight: 8, arbitrary: fc.constant('good' as const) },
    { weight: 1, arbitrary: fc.constant('answer-lost' as const) },
    { weight: 1, arbitrary: fc.constant('sent-late' as const) },
  ),
})

const linked = (kind: Happening['kind'], a: number, b: number): Happening => ({ kind, a, b, line: 'good' })

/** A motion from its beginning to its end, with whatever comes between. */
const vote: fc.Arbitrary<readonly Happening[]> = fc
  .record({
    a: number,
    b: number,
    between: fc.array(happening, { maxLength: 2 }),
    choices: fc.array(number, { minLength: 6, maxLength: 10 }),
  })
  .map(({ a, b, between, choices }) => [
    linked('put', a, b),
    linked(b % 5 === 0 ? 'consensus' : b % 5 === 1 ? 'hands' : 'open', a, 1 + 4 * (b % 200)),
    ...choices.map((choice, place) => linked('cast', place, 4 * choice + 1 + (choice % 2))),
    ...between,
    linked('close', a, 1),
    linked('casting', a, b),
  ])

/** What happens at a meeting: by chance, with motions that are carried through. */
export const meetingLife: fc.Arbitrary<readonly Happening[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: happening.map((one) => [one]) }, { weight: 1, arbitrary: vote }), {
    minLength: 15,
    maxLength: 25,
  })
  .map((scenes) => scenes.flat())

/** What was acknowledged: the entry, and what it made. */
export interface Acknowledged {
  readonly kind: Happening['kind']
  readonly entry: string
  readonly outcome: string
}

type Send = () => Promise<Result<string, unknown>>

/** Lives one meeting, and hands back everything that was acknowledged. Whatever the rules refuse is refused, and changes nothing. */
export async function liveMeeting(
  board: YearBoard,
  meeting: PreparedMeeting,
  happenings: readonly Happening[],
): Promise<readonly Acknowledged[]> {
  const { needs } = board.house
  const acknowledged: Acknowledged[] = []
  const waiting: { readonly due: number; readonly send: () => Promise<void> }[] = []
  let now = Temporal.Instant.from(`${meeting.heldOn.toString()}T14:00:00Z`)
  const start = { id: newId(), act: 'start-meeting', happenedAt: now, content: {} }
  const begun = await runLive(needs, doerAt(board.clerk.account, now.toString()), meeting.id, start, 'in_progress')
  if (!begun.ok) throw new Error(JSON.stringify(begun.problems))
  const everybody = board.places.map((_, index): Happening => ({ kind: 'arrive', a: index, b: 0, line: 'good' }))
  for (const [index, one] of [...everybody.filter(({ a }) => a % 5 !== happenings.length % 5), ...happenings].entries()) {
    now = now.add({ seconds: 30 })
    const head = { id: newId(), act: acts[one.kind], happenedAt: now, content: {} }
    const send = await sending(board, meeting, one, head, () => now)
    const sendOnce = async (): Promise<void> => {
      const answer = await send().catch(() => undefined)
      if (answer?.ok) acknowledged.push({ kind: one.kind, entry: head.id, outcome: answer.value })
    }
    if (one.line === 'sent-late') waiting.push({ due: index + 5, send: sendOnce })
    else await sendOnce()
    if (one.line === 'answer-lost') await sendOnce()
    for (const late of waiting.filter(({ due }) => due === index)) {
      await late.send()
      await late.send()
    }
  }
  now = now.add({ minutes: 5 })
  const end = { id: newId(), act: 'end-meeting', happenedAt: now, content: {} }
  const ended = await runLive(needs, doerAt(board.clerk.account, now.toString()), meeting.id, end, 'ended')
  if (!ended.ok) throw new Error(JSON.stringify(ended.problems))
  for (const late of waiting) await late.send()
  return acknowledged
}

const acts: Readonly<Record<Happening['kind'], string>> = {
  arrive: 'come-and-go',
  leave: 'come-and-go',
  deputy: 'seat-deputy',
  chair: 'take-chair',
  item: 'take-item',
  declare: 'declare-interest',
  rule: 'rule-on-interest',
  put: 'put-motion',
  consensus: 'record-consensus',
  hands: 'record-hands',
  open: 'open-vote',
  cast: 'cast-vote',
  close: 'close-vote',
  casting: 'record-casting',
  agree: 'record-decision',
  act: 'record-action',
}

const pick = <Of>(list: readonly Of[], index: number): Of => {
  const one = list[index % list.length]
  if (one === undefined) throw new Error('There is nothing to pick from.')
  return one
}

/** What an act sends; it is made when it is written, and may be sent later, or again. */
async function sending(
  board: YearBoard,
  meeting: PreparedMeeting,
  { kind, a, b }: Happening,
  head: EntryHead,
  now: () => Temporal.Instant,
): Promise<Send> {
  const { needs, ownerDb } = board.house
  const place = pick(board.places, a)
  const doer = (actor: Actor) => doerAt(actor.account, now().toString())
  const clerk = () => doer(board.clerk)
  const item = pick(meeting.items, b)
  const motions = await ownerDb
    .selectFrom('meetings.motion')
    .select('id')
    .where('meeting', '=', meeting.id)
    .orderBy('number', 'desc')
    .execute()
  const motion = motions[b % 4 === 0 ? a % Math.max(1, motions.length) : 0]?.id ?? newId()
  const interests = await ownerDb.selectFrom('meetings.declared_interest').select('id').where('meeting', '=', meeting.id).execute()
  const interest = interests[a % Math.max(1, interests.length)]?.id ?? newId()
  const words = `That step ${a} be taken (${head.id.slice(-6)}).`
  const matter = pick(['neither', 'neither', 'neither', 'neither', 'neither', 'policy', 'resources'] as const, b)
  const functionKey = pick(['', '', 'strategies', '', 'targets', '', 'resources', 'priorities'] as const, a + b) || undefined
  const type = pick(['approve', 'resolve', 'note', 'request'] as const, a)
  const none = { commitsMoney: false, referredTo: undefined, amends: undefined }
  const nothing = {
    proposer: undefined,
    seconder: undefined,
    votesFor: undefined,
    votesAgainst: undefined,
    abstained: undefined,
    interests: undefined,
  }
  switch (kind) {
    case 'arrive':
      return () =>
        comeAndGo(needs, b % 2 ? clerk() : doer(place), meeting.id, head, {
          line: place.line,
          movement: b % 3 ? 'arrive' : 'arrive-remote',
        })
    case 'leave':
      return () => comeAndGo(needs, clerk(), meeting.id, head, { line: place.line, movement: 'leave' })
    case 'deputy': {
      const input = { line: place.line, person: pick(board.substitutes, b).person, agreed: b % 3 === 0, onlyAttends: false }
      return () => seatDeputy(needs, clerk(), meeting.id, head, input)
    }
    case 'chair':
      return () => takeChair(needs, clerk(), meeting.id, head, b % 2 ? board.chair.person : place.person)
    case 'item':
      return () => takeItem(needs, clerk(), meeting.id, head, item, 'Nobody of the public was there.')
    case 'declare': {
      const declared = { item, kind: b % 2 ? ('pecuniary' as const) : ('personal' as const), nature: 'A partner works there.' }
      const rest = { person: undefined, registerEntry: undefined, sensitive: false, dispensed: false }
      return () => declareInterestAt(needs, doer(place), meeting.id, head, { ...declared, ...rest })
    }
    case 'rule': {
      const ruling = { interest, consequence: b % 4 ? ('leave' as const) : ('stay' as const), ruling: 'Ruled in the room.' }
      return () => ruleOnInterest(needs, clerk(), meeting.id, head, ruling)
    }
    case 'put': {
      const movers =
        b % 3 ? { proposer: undefined, seconder: undefined } : { proposer: place.person, seconder: pick(board.places, a + 1).person }
      return () => putMotion(needs, clerk(), meeting.id, head, { ...none, ...movers, item, text: words, type, matter, functionKey })
    }
    case 'consensus': {
      const found = b % 3 ? ('yes' as const) : ('no' as const)
      return () =>
        recordConsensus(needs, clerk(), meeting.id, head, {
          motion,
          found,
          words: 'Asked around the table.',
          amendedText: undefined,
          minorityView: undefined,
        })
    }
    case 'hands':
      return () =>
        recordHands(needs, clerk(), meeting.id, head, {
          motion,
          votesFor: a % 9,
          votesAgainst: b % 4,
          abstained: b % 2,
          minorityView: undefined,
        })
    case 'open':
      return () => openVote(needs, clerk(), meeting.id, head, { motion })
    case 'cast':
      return () =>
        castVote(needs, doer(b % 7 === 0 ? pick(board.substitutes, a) : place), meeting.id, head, {
          motion,
          choice: pick(['for', 'for', 'against', 'abstain'] as const, b),
        })
    case 'close':
      return () => closeVote(needs, clerk(), meeting.id, head, { motion })
    case 'casting':
      return () => recordCasting(needs, clerk(), meeting.id, head, { motion, casting: pick(['for', 'against', 'unused'] as const, b) })
    case 'agree': {
      const decision = {
        item,
        type,
        text: words,
        functionKey,
        matter,
        referredTo: undefined,
        consensusSought: true,
        minorityView: undefined,
      }
      return () =>
        decideLive(needs, clerk(), meeting.id, head, {
          ...decision,
          ...nothing,
          method: 'consensus',
          castingVoteUsed: false,
          at: undefined,
        })
    }
    case 'act': {
      const leads = { lead1: { kind: 'person' as const, id: place.person }, lead2: undefined, lead3: undefined, leadOther: undefined }
      const action = { item, decision: undefined, text: words, ...leads, unconfirmed: false, due: 'by end December' }
      return () => actLive(needs, clerk(), meeting.id, head, action)
    }
  }
}
