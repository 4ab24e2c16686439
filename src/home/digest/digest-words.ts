import { disputePath, newReportPath, requestPath, settleDutyPath } from '#governance/paths.ts'
import { meetingPaths, partTwoPaths } from '#meetings/paths.ts'
import { mayBeMailed, waitingInWords, waitingPath } from '#meetings/public.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Work } from '../queries/work.ts'
import { protocolDutyInWords, reportDueInWords, reviewDutyInWords } from '../words.ts'
import type { DigestFacts } from './digest-lines.ts'

type Waiting = Omit<DigestFacts['between'][number], 'address'> & { readonly path: string }

/** What My work shows besides papers, actions and minutes, for a mail: subjects are left out, because a mail travels far. */
export function workInWords(work: Work, today: Temporal.PlainDate): readonly Waiting[] {
  return [
    ...promisedInWords(work),
    ...betweenInWords(work, today),
    ...partTwoInWords(work),
    ...missedInWords(work),
    ...tasksInWords(work, today),
    ...voicesInWords(work),
    ...work.commissioning.map(({ text, href, dueOn }) => ({ words: text, dueOn, path: href })),
  ]
}

function promisedInWords({ promised, reports }: Work): readonly Waiting[] {
  return [
    ...promised.map((duty) => ({
      words: protocolDutyInWords(duty),
      dueOn: duty.closesOn,
      path: settleDutyPath(duty.slug, duty.duty, duty.year),
    })),
    ...reports.map((due) => ({ words: reportDueInWords(due), dueOn: due.dueOn, path: newReportPath(due.slug, due.relation) })),
  ]
}

const disputeWords = {
  answer: 'A dispute that was taken to you waits for an answer',
  'take-up': 'A dispute waits to be taken to its first step',
  'decide-again': 'A dispute waits to be decided again',
  chase: 'A dispute was not answered in time',
} as const

function betweenInWords({ requests, disputes }: Work, today: Temporal.PlainDate): readonly Waiting[] {
  const isLate = (day: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(day, today) < 0
  return [
    ...requests.map(({ kind, other, dueOn, slug, id }) => ({
      words:
        kind === 'chase-request'
          ? `Late: ${other} has not answered your board, due by ${dayInWords(dueOn)}`
          : `${isLate(dueOn) ? 'Late: answer' : 'Answer'} ${other}, due by ${dayInWords(dueOn)}`,
      dueOn,
      path: requestPath(slug, id),
    })),
    ...disputes.map(({ kind, board, dueOn, slug, id }) => ({
      words: `${disputeWords[kind]}: ${board}`,
      dueOn,
      path: disputePath(slug, id),
    })),
  ]
}

function tasksInWords({ waiting }: Work, today: Temporal.PlainDate): readonly Waiting[] {
  const mailed = waiting.filter(mayBeMailed)
  return mailed.map((task) => ({ words: waitingInWords(task, today), dueOn: task.dueOn, path: waitingPath(task) }))
}

function voicesInWords({ voices }: Work): readonly Waiting[] {
  return voices.map(({ count, text, href, dueOn }) => ({ words: count === undefined ? text : `${count} ${text}`, dueOn, path: href }))
}

function partTwoInWords({ copies, reviews }: Work): readonly Waiting[] {
  return [
    ...copies.map(({ id, heldOn }) => ({
      words: `Confirm that your exempt papers of ${dayInWords(heldOn)} are destroyed`,
      dueOn: undefined,
      path: partTwoPaths.copy(id),
    })),
    ...reviews.map((matter) => ({
      words: reviewDutyInWords(matter),
      dueOn: matter.reviewOn ?? undefined,
      path: partTwoPaths.matter(matter.meeting, matter.item),
    })),
  ]
}

function missedInWords({ missed, bodies }: Work): readonly Waiting[] {
  return missed.flatMap(({ body, count }) => {
    const board = bodies.find(({ id }) => id === body)
    const words = `${count === 1 ? '1 standing item was' : `${count} standing items were`} missed: ${board?.name ?? ''}`
    return board ? [{ words, dueOn: undefined, path: `${meetingPaths.plan(board.slug)}#missed` }] : []
  })
}
