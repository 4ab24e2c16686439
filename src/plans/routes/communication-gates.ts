import type { Asked, BodySummary } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { demandOf } from '../permission.ts'
import {
  type Communication,
  type CommunicationItem,
  findCommunication,
  findCommunicationItem,
  guardedCommunication,
  guardedItem,
} from '../queries/communications.ts'
import { boardOf } from '../queries/plans.ts'
import { begin } from './gates.ts'

/** A request about a communication plan, with what whoever asks may do with it. */
export type AskedCommunication = Asked & {
  readonly communication: Communication
  readonly board: BodySummary
  readonly mayChange: boolean
  readonly mayKeep: boolean
}
/** A request about one thing of it. */
export type AskedItem = AskedCommunication & { readonly item: CommunicationItem }

async function about(asked: Asked, communication: Communication): Promise<AskedCommunication> {
  const board = await boardOf(asked.reader, communication.body, asked.visit.today)
  const may = (verb: 'change' | 'keep'): boolean => communication.closedOn === null && asked.may(guardedCommunication(communication), verb)
  return { ...asked, communication, board, mayChange: may('change'), mayKeep: may('keep') }
}

/** A communication plan; row-level security let it through, so that reading is settled. */
export const communicationGate: Gate<AskedCommunication> = async (reader, c) => {
  const asked = await begin(reader, c)
  return about(asked, await findCommunication(reader, asked.part('communication')))
}

/** One that is not closed, for whoever may do that with it. */
export function openCommunicationGate(verb: 'change' | 'keep'): Gate<AskedCommunication> {
  return async (reader, c) => {
    const asked = await communicationGate(reader, c)
    demandOf(asked.standing, asked.visit, guardedCommunication(asked.communication), verb)
    if (asked.communication.closedOn !== null) throw new NotFound('It was closed.')
    return asked
  }
}

/** One thing of a communication plan that is not closed, for whoever may do that with it. */
export function itemGate(verb: 'change' | 'report'): Gate<AskedItem> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const { item, communication } = await findCommunicationItem(reader, asked.part('item'))
    demandOf(asked.standing, asked.visit, verb === 'report' ? guardedItem(communication, item) : guardedCommunication(communication), verb)
    if (communication.closedOn !== null || item.calledOffOn !== null) throw new NotFound('It was closed or called off.')
    if (verb === 'change' && item.doneOn !== null) throw new NotFound('It was done.')
    return { ...(await about(asked, communication)), item }
  }
}
