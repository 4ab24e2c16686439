import type { Reader } from '#platform/database/session.ts'
import { mayMark } from '../rules/induction.ts'
import type { OwnTask } from '../rules/own-task.ts'
import type { Standing } from '../rules/standing.ts'
import { findBodiesById } from './bodies.ts'
import { findApproving, findWaitingClaims } from './expenses.ts'
import { findInductions, findOwnInductions, findUnsigned } from './induction.ts'
import { findProtocols, type Protocol } from './protocols.ts'
import { findRegisterStandings } from './register-review.ts'
import { findSeatTermsToAsk } from './seat-terms.ts'
import { findSharingReviewsDue } from './sharing-agreements.ts'
import { findTermsVersion } from './terms.ts'
import { findTermsReviewStanding, findVersionsInForce } from './terms-reviews.ts'

/** Everything that waits for somebody as a member, chair or clerk, as far as they may see it. */
export async function findOwnTasks(reader: Reader, standing: Standing, today: Temporal.PlainDate): Promise<readonly OwnTask[]> {
  if (standing.person === undefined) return []
  const { id } = standing.person
  // Sent together: none waits for another.
  const tasks = await Promise.all([
    registerTasks(reader, id, today),
    joiningTasks(reader, id, today),
    termsTasks(reader, standing, today),
    seatTermTasks(reader, standing, today),
    inductingTasks(reader, standing, today),
    expenseTasks(reader, standing, today),
    sharingTasks(reader, standing, id, today),
    protocolTasks(reader, standing, today),
  ])
  return tasks.flat()
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

/** Terms of members that are over or end soon, for clerks: one line a board (G5). */
async function seatTermTasks(reader: Reader, { clerkOf }: Standing, today: Temporal.PlainDate): Promise<readonly OwnTask[]> {
  const terms = await findSeatTermsToAsk(reader, [...clerkOf], today)
  return (await findBodiesById(reader, [...terms.keys()], today)).flatMap(({ id, slug, name }) => {
    const standing = terms.get(id)
    if (standing === undefined) return []
    return [
      { kind: 'seat-terms', slug, board: name, number: standing.over.length + standing.soon.length, dueOn: standing.firstOn } as const,
    ]
  })
}

/** Steps of one's own induction that one can take oneself, and texts to sign. */
async function joiningTasks(reader: Reader, person: string, today: Temporal.PlainDate): Promise<readonly OwnTask[]> {
  const steps = (await findOwnInductions(reader, person, today)).flatMap(({ appointment, steps: all }): readonly OwnTask[] => {
    const open = all.filter(({ state, kind }) => state !== 'done' && mayMark(kind, 'self'))
    const [first] = open.map(({ dueOn }) => dueOn).toSorted(Temporal.PlainDate.compare)
    const { slug, name } = appointment.body
    return first === undefined ? [] : [{ kind: 'induction', slug, board: name, number: open.length, dueOn: first }]
  })
  const unsigned = Map.groupBy(await findUnsigned(reader, person, today), ({ body }) => body.id)
  const signing = [...unsigned.values()].map((texts): OwnTask => {
    const { slug = '', name = '' } = texts[0]?.body ?? {}
    return { kind: 'sign', slug, board: name, number: texts.length, dueOn: undefined }
  })
  return [...steps, ...signing]
}

/** Claims of one's own that came back, claims to settle for who is named to, and approved ones to pay for clerks; never one's own. */
async function expenseTasks(reader: Reader, { person, clerkOf }: Standing, today: Temporal.PlainDate): Promise<readonly OwnTask[]> {
  const waiting = await findWaitingClaims(reader)
  const own = waiting.filter((claim) => claim.person === person?.id && claim.state === 'returned').length
  const approving = await findApproving(reader)
  const boards = await findBodiesById(reader, [...new Set([...approving, ...clerkOf])], today)
  const tasks = boards.flatMap(({ id, slug, name }): readonly OwnTask[] => {
    const others = waiting.filter((claim) => claim.body === id && claim.person !== person?.id)
    const settle = approving.includes(id) ? others.filter(({ state }) => state === 'submitted').length : 0
    const pay = clerkOf.has(id) ? others.filter(({ state }) => state === 'approved').length : 0
    return [
      ...(settle > 0 ? [{ kind: 'settle-claims' as const, slug, board: name, number: settle, dueOn: undefined }] : []),
      ...(pay > 0 ? [{ kind: 'pay-claims' as const, slug, board: name, number: pay, dueOn: undefined }] : []),
    ]
  })
  return own > 0 ? [{ kind: 'claim-returned', slug: '', board: '', number: own, dueOn: undefined }, ...tasks] : tasks
}

/** Inductions that are late, for clerks. */
async function inductingTasks(reader: Reader, { clerkOf }: Standing, today: Temporal.PlainDate): Promise<readonly OwnTask[]> {
  const tasks: OwnTask[] = []
  for (const { id, slug, name } of await findBodiesById(reader, [...clerkOf], today)) {
    const late = (await findInductions(reader, id, today)).filter(({ steps }) => steps.some(({ state }) => state === 'late'))
    if (late.length > 0) tasks.push({ kind: 'inductions-late', slug, board: name, number: late.length, dueOn: undefined })
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

/** Days ahead from which the review of a protocol is asked for. */
const PROTOCOL_SOON = 28

/** Protocols to which a clerk's board is a party: those it has not signed, and those that are soon or late to be looked at again; one line a board of each. */
async function protocolTasks(reader: Reader, { clerkOf }: Standing, today: Temporal.PlainDate): Promise<readonly OwnTask[]> {
  const soon = today.add({ days: PROTOCOL_SOON })
  const isOver = ({ endsOn }: Protocol): boolean => endsOn !== undefined && Temporal.PlainDate.compare(endsOn, today) <= 0
  const open = (await findProtocols(reader, [...clerkOf])).filter((one) => !isOver(one))
  const boards = await findBodiesById(reader, [...clerkOf], today)
  return boards.flatMap(({ id, slug, name }): readonly OwnTask[] => {
    const own = open.filter(({ parties }) => parties.some(({ body }) => body.id === id))
    const unsigned = own.filter(({ parties }) => parties.some(({ body, signedOn }) => body.id === id && signedOn === undefined))
    const due = own.flatMap(({ reviewOn }) => (reviewOn && Temporal.PlainDate.compare(reviewOn, soon) <= 0 ? [reviewOn] : []))
    const [first] = due.toSorted(Temporal.PlainDate.compare)
    return [
      ...(first ? [{ kind: 'review-protocols' as const, slug, board: name, number: due.length, dueOn: first }] : []),
      ...(unsigned.length > 0 ? [{ kind: 'sign-protocols' as const, slug, board: name, number: unsigned.length, dueOn: undefined }] : []),
    ]
  })
}
