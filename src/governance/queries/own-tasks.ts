import type { Reader } from '#platform/database/session.ts'
import type { OwnTask } from '../rules/own-task.ts'
import type { Standing } from '../rules/standing.ts'
import { findRegisterStandings } from './register-review.ts'
import { findSharingReviewsDue } from './sharing-agreements.ts'
import { findTermsVersion } from './terms.ts'
import { findTermsReviewStanding, findVersionsInForce } from './terms-reviews.ts'

/** Everything that waits for somebody as a member, chair or clerk, as far as they may see it. */
export async function findOwnTasks(reader: Reader, standing: Standing, today: Temporal.PlainDate): Promise<readonly OwnTask[]> {
  if (standing.person === undefined) return []
  const { id } = standing.person
  return [
    ...(await registerTasks(reader, id, today)),
    ...(await termsTasks(reader, standing, today)),
    ...(await sharingTasks(reader, standing, id, today)),
  ]
}

async function registerTasks(reader: Reader, person: string, today: Temporal.PlainDate): Promise<readonly OwnTask[]> {
  const standing = (await findRegisterStandings(reader, [person], today)).get(person)
  if (standing === undefined || standing.state === 'confirmed') return []
  return [{ kind: 'review-register', slug: '', board: '', number: 0, dueOn: standing.dueOn }]
}

/** Terms that are soon or late to be looked at again, for clerks and chairs. */
async function termsTasks(reader: Reader, { clerkOf, chairOf }: Standing, today: Temporal.PlainDate): Promise<readonly OwnTask[]> {
  const tasks: OwnTask[] = []
  for (const { body, slug, board, number } of await findVersionsInForce(reader, [...new Set([...clerkOf, ...chairOf])], today)) {
    const version = await findTermsVersion(reader, body, number)
    if (version === undefined) continue
    const { state, dueOn } = await findTermsReviewStanding(reader, version, today)
    if (state === 'soon' || state === 'overdue') tasks.push({ kind: 'review-terms', slug, board, number, dueOn })
  }
  return tasks
}

/** Sharing agreements that are soon or late to be looked at again, for their owners and for clerks of the boards that keep them: one line a board. */
async function sharingTasks(reader: Reader, { clerkOf }: Standing, person: string, today: Temporal.PlainDate): Promise<readonly OwnTask[]> {
  const due = await findSharingReviewsDue(reader, { person, clerkOf: [...clerkOf] }, today)
  return [...Map.groupBy(due, ({ of }) => of.id).values()].flatMap((ofBoard) => {
    const [first] = ofBoard.toSorted((a, b) => Temporal.PlainDate.compare(a.reviewOn, b.reviewOn))
    if (first === undefined) return []
    return [{ kind: 'review-sharing', slug: first.of.slug, board: first.of.name, number: ofBoard.length, dueOn: first.reviewOn } as const]
  })
}
