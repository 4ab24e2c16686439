import type { Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { bidPaths, pipelinePaths } from '../pipeline-paths.ts'
import type { CommissioningDuty } from '../rules/duty.ts'
import type { CaseWait } from '../rules/pipeline.ts'
import { criteriaThatWait } from '../rules/pipeline-criteria.ts'
import { findAwardsWithoutContract } from './awards.ts'
import { findCalls } from './bids.ts'
import { findPipelines, type Pipeline } from './pipelines.ts'

const asked: readonly (readonly [wait: CaseWait, words: (cases: string) => string])[] = [
  ['past-deadline', (cases) => `Past their deadline: ${cases}`],
  ['board-decides', (cases) => `The board decides on ${cases}`],
  ['deferral-over', (cases) => `Deferred until a day that has come: ${cases}`],
  ['deadline-soon', (cases) => `Deadline within four weeks: ${cases}`],
]
const ROUND_AHEAD = { days: 28 }

/** What waits in the pipelines of boards whose clerk one is: one line for a pipeline and kind, criteria that keep cases, awards without a contract, and rounds that close within four weeks (C8). */
export async function findPipelineDuties(
  reader: Reader,
  clerkOf: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly CommissioningDuty[]> {
  const pipelines = await findPipelines(reader, 'body', clerkOf, today)
  const awards = pipelines.length === 0 ? [] : await findAwardsWithoutContract(reader, clerkOf)
  return [...awards, ...pipelines.flatMap((pipeline) => [...waiting(pipeline), ...criteriaOpen(pipeline), ...closing(pipeline, today)])]
}

function waiting({ id, body, title, cases, casesAre }: Pipeline): readonly CommissioningDuty[] {
  return asked.flatMap(([wait, words]) => {
    const own = cases.filter(({ waits }) => waits === wait)
    if (own.length === 0) return []
    const [dueOn] = own.flatMap((one) => one.dueOn ?? one.standing.until ?? []).toSorted(Temporal.PlainDate.compare)
    return [
      {
        ...{ text: `${words(`${own.length} of ${cases.length} ${casesAre}`)}: ${title}`, href: `${pipelinePaths.pipeline(id)}#waiting` },
        ...{ body, dueOn },
      },
    ]
  })
}

const MOST_NAMED = 3

/** One line for a pipeline that names the criteria which keep its cases in their stages; a case that is deferred waits for its day and not for them. */
function criteriaOpen({ id, body, title, cases, casesAre }: Pipeline): readonly CommissioningDuty[] {
  const open = criteriaThatWait(cases.filter(({ standing }) => standing.status === 'in-stage'))
  if (open.length === 0) return []
  const named = open.slice(0, MOST_NAMED).map((one) => `${one.title} (${one.cases} of ${cases.length} ${casesAre})`)
  const more = open.length > MOST_NAMED ? `, and ${open.length - MOST_NAMED} more` : ''
  return [{ text: `Still to be met in ${title}: ${named.join(', ')}${more}`, href: pipelinePaths.pipeline(id), body }]
}

function closing({ id, body, title, rounds }: Pipeline, today: Temporal.PlainDate): readonly CommissioningDuty[] {
  const soon = today.add(ROUND_AHEAD)
  return rounds
    .filter(
      ({ opensOn, closesOn }) =>
        Temporal.PlainDate.compare(opensOn, today) <= 0 &&
        Temporal.PlainDate.compare(today, closesOn) <= 0 &&
        Temporal.PlainDate.compare(closesOn, soon) <= 0,
    )
    .map(({ number, closesOn }) => ({ text: `Round ${number} closes: ${title}`, href: pipelinePaths.pipeline(id), body, dueOn: closesOn }))
}

const TOLD_FOR = { days: 28 }

/** Calls that were withdrawn in the last four weeks after one's own providers had bid in them, with the reason (C8). */
export async function findWithdrawnCalls(
  reader: Reader,
  providers: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly CommissioningDuty[]> {
  if (providers.length === 0) return []
  return (await findCalls(reader, { bidOnBy: providers })).flatMap(({ id, title, body, withdrawnOn, withdrawnBecause }) =>
    withdrawnOn && Temporal.PlainDate.compare(withdrawnOn.add(TOLD_FOR), today) > 0
      ? [{ text: `A call you bid in is withdrawn: ${title}. ${withdrawnBecause}`, href: bidPaths.call(id), body }]
      : [],
  )
}

/** Calls for bids whose time has come, for each of the two who open them (C8). */
export async function findBidsToOpen(reader: Reader, person: string): Promise<readonly CommissioningDuty[]> {
  return (await findCalls(reader, { toOpenBy: person })).map(({ id, title, body, opensAt }) => ({
    text: `Open the bids with the other of you two: ${title}`,
    href: bidPaths.call(id),
    body,
    dueOn: dayOf(opensAt),
  }))
}
