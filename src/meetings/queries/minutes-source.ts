import type { Reader } from '#platform/database/session.ts'
import { checkTally } from '../rules/decision.ts'
import type { MinutedAction, MinutedAttendance, MinutedDecision, MinutedPerson } from '../rules/minutes-text.ts'
import { quorumLine } from '../words/attendance.ts'
import { votesWords } from '../words/decision.ts'
import { findActionsOf } from './actions.ts'
import { type AgendaItem, findAgenda, titleOf } from './agenda.ts'
import { type Attender, attendanceView, firstVerdict } from './attendance.ts'
import { findDecisionsOf, rightsAt } from './decisions.ts'
import type { MeetingGround } from './record.ts'

/** An item with what was recorded under it. */
export interface MinutedItem {
  readonly id: string
  readonly parent: string | null
  readonly title: string
  readonly presenter: string
  readonly category: AgendaItem['category']
  readonly decisions: readonly MinutedDecision[]
  readonly actions: readonly MinutedAction[]
}

/** Everything that minutes are generated from. */
export interface MinutesSource {
  readonly attendance: MinutedAttendance
  readonly items: readonly MinutedItem[]
  /** Recorded without an item. */
  readonly loose: { readonly decisions: readonly MinutedDecision[]; readonly actions: readonly MinutedAction[] }
}

/** Reads what was recorded of a meeting, as minutes take it. */
export async function findMinutesSource(reader: Reader, ground: MeetingGround): Promise<MinutesSource> {
  const meeting = ground.meeting.id
  const items = (await findAgenda(reader, meeting)).filter(({ withdrawnAt }) => withdrawnAt === undefined)
  const decisions = (await findDecisionsOf(reader, meeting)).map((decision) => {
    const rights = rightsAt(decision)
    const votes = votesWords(decision.votes, rights === undefined ? undefined : checkTally(decision.votes, rights))
    return { item: decision.item, minuted: { ...decision, votes } }
  })
  const actions = (await findActionsOf(reader, meeting)).map((action) => ({
    item: action.item,
    minuted: {
      id: action.id,
      text: action.text,
      leads: action.leads.map(({ name }) => name),
      due: action.dueWords,
    },
  }))
  const under = (item: string | null) => ({
    decisions: decisions.filter((one) => one.item === item).map(({ minuted }) => minuted),
    actions: actions.filter((one) => one.item === item).map(({ minuted }) => minuted),
  })
  return {
    attendance: attendanceOf(ground),
    items: items.map((item) => ({
      id: item.id,
      parent: item.parent,
      title: titleOf(item),
      presenter: item.content?.presenter ?? '',
      category: item.category,
      ...under(item.id),
    })),
    loose: under(null),
  }
}

function attendanceOf(ground: MeetingGround): MinutedAttendance {
  const view = attendanceView(ground)
  const verdict = firstVerdict(view)
  const person = (attender: Attender): MinutedPerson => {
    const deputy = attender.notes.find((note) => note.startsWith('acting as deputy for '))
    return {
      name: attender.name,
      capacity: attender.notes.includes('in the chair') && attender.capacity === 'Chair' ? '' : attender.capacity,
      chaired: attender.notes.includes('in the chair'),
      deputyFor: deputy?.replace(/^acting as deputy for | \(.*$/g, '') ?? '',
      remote: attender.remote,
      times: attender.times,
    }
  }
  const { apologies, withoutApology } = view
  const present = view.present.map(person).sort((a, b) => Number(b.chaired) - Number(a.chaired))
  return { present, inAttendance: view.inAttendance.map(person), apologies, withoutApology, quorum: verdict ? quorumLine(verdict) : '' }
}
