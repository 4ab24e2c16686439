import { findBodyInterests, findProtocols, findRelations, findReporting, findRequests, type Protocol } from '#governance/public-data.ts'
import { findElections, findSubmissionsOfBoard } from '#meetings/public-data.ts'
import type { BoardTable } from './board-table.ts'
import { boughtTables } from './bought-tables.ts'
import { purposeTables } from './purpose-tables.ts'
import { registerTables } from './register-tables.ts'

const day = (on: Temporal.PlainDate | null | undefined): string => on?.toString() ?? ''
const words = (code: string): string => code.replaceAll(/[_-]/g, ' ')

/** Public tables that OParl has no objects for, by the name in their address. Each record stands once, with the board that it comes from. */
export const boardTables = {
  relationships: {
    title: 'Relationships of boards',
    about: 'how one board stands to another today',
    header: ['board', 'relationship', 'other board', 'reports', 'source', 'first day'],
    rowsOf: async (reader, board, today) =>
      (await findRelations(reader, today, board.id))
        .filter(({ from }) => from.id === board.id)
        .map((one) => [one.from.name, words(one.kind), one.to.name, one.cadence, one.source, day(one.startsOn)]),
  },
  requests: {
    title: 'Requests between boards',
    about: 'a request, concern or question from one board to another, with its answer',
    header: ['from', 'to', 'kind', 'subject', 'words', 'asked on', 'due on', 'answer', 'answered on', 'withdrawn on', 'withdrawn because'],
    rowsOf: async (reader, board) =>
      (await findRequests(reader, board.id))
        .filter(({ from }) => from.id === board.id)
        .map((one) => [
          ...[one.from.name, one.to.name, words(one.kind), one.subject, one.words, day(one.askedOn), day(one.dueOn)],
          ...[one.answer, day(one.answeredOn), day(one.withdrawnOn), one.withdrawnBecause],
        ]),
  },
  protocols: {
    title: 'Protocols between boards',
    about: 'a duty that a protocol gives a board, with what was recorded of it by year',
    header: ['protocol', 'purpose', 'parties', 'signed by', 'first day', 'ends', 'board', 'duty', 'recorded'],
    rowsOf: async (reader, board) =>
      (await findProtocols(reader, [board.id])).flatMap((protocol) =>
        protocol.duties
          .filter(({ body }) => body.id === board.id)
          .map((duty) => [
            ...headOf(protocol),
            ...[board.name, duty.title],
            duty.outcomes.map(({ year, outcome, onDay }) => `${year}: ${outcome} on ${day(onDay)}`).join('; '),
          ]),
      ),
  },
  reports: {
    title: 'Reports between boards',
    about: 'a board that reports to another, and how that stands today',
    header: ['board', 'reports to', 'how often', 'last report', 'state', 'next due'],
    rowsOf: async (reader, board, today) =>
      (await findReporting(reader, today, board.id))
        .filter(({ relation }) => relation.from.id === board.id)
        .map(({ relation, last, state, dueOn }) => [
          ...[relation.from.name, relation.to.name, relation.cadence, day(last?.madeOn), words(state), day(dueOn)],
        ]),
  },
  'interests-register': {
    title: 'Register of interests',
    about: 'an interest that somebody on a board has registered and that holds today; sensitive ones are not in it',
    header: ['board', 'name', 'kind', 'nature', 'declared on', 'reviewed on', 'first day'],
    rowsOf: async (reader, board, today) =>
      (await findBodyInterests(reader, board.id, today))
        .filter(({ sensitive }) => !sensitive)
        .map((one) => [
          ...[board.name, one.person.name, words(one.kind), one.nature, day(one.declaredOn), day(one.reviewedOn), day(one.startsOn)],
        ]),
  },
  elections: {
    title: 'Elections',
    about: 'a candidate of an election whose result is published, with the votes; how anybody voted is secret',
    header: ['board', 'post', 'state', 'opened', 'ended', 'candidate', 'votes', 'elected', 'could vote'],
    rowsOf: async (reader, board) =>
      (await findElections(reader, board.id)).flatMap((one) =>
        (one.result?.votes ?? []).map(({ name, votes }) => [
          ...[board.name, one.seatName === '' ? words(one.post) : one.seatName, words(one.state), day(one.openedOn), day(one.endedOn)],
          ...[name, String(votes), one.result?.electedName === name ? 'yes' : 'no', String(one.result?.voters ?? '')],
        ]),
      ),
  },
  questions: {
    title: 'Questions and petitions',
    about: 'a question, petition or deputation that stands on a public agenda, with its answer',
    header: ['board', 'meeting date', 'kind', 'title', 'text', 'from', 'signatures', 'state', 'answer', 'answered by'],
    rowsOf: async (reader, board) =>
      (await findSubmissionsOfBoard(reader, board.id)).map(({ heldOn, ...one }) => [
        ...[board.name, day(heldOn), words(one.kind), one.title, one.text, one.shownName, String(one.signatures ?? '')],
        ...[words(one.state), one.answer, one.answeredBy],
      ]),
  },
  ...registerTables,
  ...purposeTables,
  ...boughtTables,
} as const satisfies Readonly<Record<string, BoardTable>>

/** The name of one of them. */
export type BoardTableName = keyof typeof boardTables

function headOf({ title, purpose, parties, startsOn, endsOn }: Protocol): readonly string[] {
  const signed = parties.filter(({ signedOn }) => signedOn !== undefined).map(({ body, signedOn }) => `${body.name} on ${day(signedOn)}`)
  return [title, purpose, parties.map(({ body }) => body.name).join('; '), signed.join('; '), day(startsOn), day(endsOn)]
}
