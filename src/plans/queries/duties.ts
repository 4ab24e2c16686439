import { findBodiesById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { communicationPaths, dutyPaths, exceptionPaths, planPaths, reviewPaths, submissionPaths } from '../paths.ts'
import { presses } from '../rules/duty.ts'
import { dutyKindWords } from '../words/duty.ts'
import { findApprovalDuties } from './approvals.ts'
import { findCommunicationsDue } from './communications.ts'
import { findOpenExceptions } from './exceptions.ts'
import { findProcedureDuties } from './procedure-duties.ts'
import { findOwnAsks } from './reviews.ts'
import { findSubmissionsDue } from './submissions.ts'
import { dutyLines, listYearlyDuties } from './yearly-duties.ts'

/** Something of a plan that waits for somebody, in words. */
export interface PlanDuty {
  readonly text: string
  readonly href: string
  /** The board of the plan, or the one that it was put to. */
  readonly body: string
  /** Undefined where no day presses. */
  readonly day: Temporal.PlainDate | undefined
  readonly count: number | undefined
}

/** What waits for somebody: reviews that ask how their actions go, plans that were put to boards whose clerk they are, what these boards owe this year, and what is reported as off track. */
export async function findPlanDuties(
  reader: Reader,
  who: { readonly person: string | undefined; readonly clerkOf: readonly string[] },
  today: Temporal.PlainDate,
): Promise<readonly PlanDuty[]> {
  const asks = who.person === undefined ? [] : await findOwnAsks(reader, who.person)
  const approvals = await findApprovalDuties(reader, who.clerkOf, today)
  const exceptions = await findOpenExceptions(reader, who)
  const library = await findProcedureDuties(reader, who, today)
  const communications = await findCommunicationsDue(reader, who, today)
  const yearly = await findYearlyDue(reader, who.clerkOf, today)
  return [
    ...asks.map(({ round, body, title, dueOn, actions }) => ({
      text: `Say how what you lead goes: ${title}`,
      href: reviewPaths.round(round),
      body,
      day: dueOn,
      count: actions,
    })),
    ...approvals.map(({ plan, number, title, planItem, board }) => ({
      text:
        planItem === null ? `Put on the forward plan of ${board.name}: approval of ${title}` : `Record what ${board.name} said to ${title}`,
      href: planPaths.version(plan, number),
      body: board.id,
      day: undefined,
      count: undefined,
    })),
    ...exceptions.map(({ id, body, title, answeredOn }) => ({
      text: answeredOn === null ? `Off track, waits for the board: ${title}` : `Answered by the board, say what came of it: ${title}`,
      href: exceptionPaths.exception(id),
      body,
      day: undefined,
      count: undefined,
    })),
    ...library,
    ...communications.map(({ id, body, audience, title, plannedOn, doneOn }) => ({
      text: doneOn === null ? `Tell ${audience}: ${title}` : `Say how many heard it (${audience}): ${title}`,
      href: communicationPaths.item(id, 'report'),
      ...{ body, day: plannedOn, count: undefined },
    })),
    ...yearly,
    ...(await findSubmissionDuties(reader, who, today)),
  ]
}

/** What boards owe this year, overdue or due within a month, for those who keep it. */
async function findYearlyDue(reader: Reader, clerkOf: readonly string[], today: Temporal.PlainDate): Promise<readonly PlanDuty[]> {
  const lines = dutyLines(await listYearlyDuties(reader, clerkOf), today).filter((line) => presses(line, today))
  const boards = new Map(
    (lines.length === 0 ? [] : await findBodiesById(reader, [...new Set(lines.map(({ duty }) => duty.body))], today)).map((board) => [
      board.id,
      board.name,
    ]),
  )
  return lines.map(({ duty, window }) => ({
    text: `Record what became of it: ${dutyKindWords[duty.kind].toLowerCase()} of ${boards.get(duty.body) ?? 'a board'}`,
    href: dutyPaths.settle(duty.id, window.year),
    body: duty.body,
    day: window.closesOn,
    count: undefined,
  }))
}

/** What of submissions to national bodies waits: plans to be sent, questions to be answered, conditions to be met. */
async function findSubmissionDuties(
  reader: Reader,
  who: { readonly person: string | undefined; readonly clerkOf: readonly string[] },
  today: Temporal.PlainDate,
): Promise<readonly PlanDuty[]> {
  const { toSend, toAnswer, toMeet } = await findSubmissionsDue(reader, who, today)
  return [
    ...toSend.map(({ id, body, toName, title, dueOn }) => ({
      ...{ text: `Send to ${toName}: ${title}`, href: submissionPaths.submission(id), body, day: dueOn, count: undefined },
    })),
    ...toAnswer.map(({ query, body, toName, title, dueOn }) => ({
      ...{ text: `Answer ${toName} about ${title}`, href: submissionPaths.query(query), body, day: dueOn ?? undefined, count: undefined },
    })),
    ...toMeet.map(({ id, body, text, dueOn }) => ({
      ...{ text: `Meet the condition: ${text}`, href: submissionPaths.condition(id, 'met'), body, day: dueOn, count: undefined },
    })),
  ]
}
