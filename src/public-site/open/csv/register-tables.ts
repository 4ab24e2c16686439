import { findDisputes, findScheme, listSharingAgreements } from '#governance/public-data.ts'
import { findPlan, listConsultations } from '#meetings/public-data.ts'
import { moneyInWords } from '#platform/money.ts'
import type { BoardTable } from './board-table.ts'

const day = (on: Temporal.PlainDate | null | undefined): string => on?.toString() ?? ''
const words = (code: string): string => code.replaceAll(/[_-]/g, ' ')

/** What boards keep in registers of their own: who may decide what, agreements, disputes, consultations, the forward plan. */
export const registerTables = {
  delegations: {
    title: 'Delegations',
    about: 'a function that a board gave to somebody, and that is in force today',
    header: ['board', 'function', 'how far', 'given to', 'held by', 'up to', 'terms', 'given by', 'first day', 'last day is before'],
    rowsOf: async (reader, board, today) =>
      (await findScheme(reader, board.id, today))
        .filter(({ state }) => state === 'in-force')
        .map((one) => [
          ...[one.of.name, one.functionName, one.may, one.to.name, one.to.heldBy.map(({ name }) => name).join('; ')],
          ...[one.limit === undefined ? '' : moneyInWords(one.limit), one.conditions, one.givenBy, day(one.startsOn), day(one.endsOn)],
        ]),
  },
  'sharing-agreements': {
    title: 'Information sharing agreements',
    about: 'an agreement between agencies on the information that they share',
    header: ['board', 'title', 'data', 'purpose', 'lawful basis', 'parties', 'signed by', 'state', 'first day', 'review by'],
    rowsOf: async (reader, board, today) =>
      (await listSharingAgreements(reader, today, [board.id])).map((one) => [
        ...[one.of.name, one.title, one.data, one.purpose, one.lawfulBasis, one.parties.map(({ name }) => name).join('; ')],
        one.parties.flatMap(({ name, signedOn }) => (signedOn ? [`${name} on ${day(signedOn)}`] : [])).join('; '),
        ...[words(one.state), day(one.startsOn), day(one.reviewOn)],
      ]),
  },
  disputes: {
    title: 'Disputes',
    about: 'what a board could not agree on, with the views and how far it was taken',
    header: ['board', 'subject', 'majority view', 'minority view', 'raised on', 'taken to', 'settled on', 'how'],
    rowsOf: async (reader, board) =>
      (await findDisputes(reader, board.id))
        .filter(({ body }) => body.id === board.id)
        .map((one) => [
          ...[one.body.name, one.subject, one.majorityView, one.minorityView, day(one.raisedOn)],
          ...[one.steps.map(({ who, answer }) => (answer === '' ? who : `${who}: ${answer}`)).join('; ')],
          ...[day(one.settledOn), words(one.settledHow)],
        ]),
  },
  consultations: {
    title: 'Consultations',
    about: 'a consultation with the days on which it is open and what came of it',
    header: [
      'board',
      'title',
      'what is asked',
      'who asks',
      'who is asked',
      'first day',
      'closed from',
      'decided on',
      'outcome',
      'not held because',
    ],
    rowsOf: async (reader, board) =>
      (await listConsultations(reader, board.id)).map((one) => [
        ...[board.name, one.title, one.summary, one.askedBy, one.audience, day(one.startsOn), day(one.endsOn)],
        ...[day(one.decidesOn), one.outcome, one.withdrawnReason],
      ]),
  },
  'forward-plan': {
    title: 'Forward plans',
    about: 'a matter that is on the forward plan of a board and not over',
    header: ['board', 'title', 'summary', 'purpose', 'lead', 'meeting', 'due from', 'due before', 'put forward', 'state'],
    rowsOf: async (reader, board, today) =>
      (await findPlan(reader, board.id, today.toZonedDateTime('Europe/London').toInstant()))
        .filter(({ state, isBeforeMinutes }) => state === 'accepted' && !isBeforeMinutes)
        // One for each meeting, of which the days that are not announced are nobody's to read.
        .filter(({ dueMeeting, heldOn }) => dueMeeting === null || heldOn !== null)
        .map((one) => [
          board.name,
          one.title,
          one.summary,
          words(one.purpose),
          one.lead,
          day(one.heldOn),
          day(one.dueFrom),
          day(one.dueUntil),
          one.nominatedAt.toString(),
          words(one.state),
        ]),
  },
} as const satisfies Readonly<Record<string, BoardTable>>
