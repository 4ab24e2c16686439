import type { Standing } from '#governance/public.ts'
import { meetingPaths, recordPaths } from '#meetings/paths.ts'
import { forceOfDecision } from '#meetings/public.ts'
import type { ActionDuty, MeetingLine, MeetingRecordView, MeetingView } from '#meetings/public-data.ts'
import { publicPaths } from '../../paths.ts'
import type { ApiShape } from './shapes.ts'

type Meeting = ApiShape<'Meetings'>['data'][number]
type State = Meeting['state']

/** What somebody is on a board, in the words of the access rules. */
export function rolesOn(standing: Standing, body: string): string[] {
  const roles = [
    ['clerk', standing.clerkOf],
    ['chair', standing.chairOf],
    ['member', standing.memberOf],
    ['deputy', standing.deputyOf],
    ['observer', standing.observerOf],
  ] as const
  return roles.filter(([, bodies]) => bodies.has(body)).map(([role]) => role)
}

/** Every board to which somebody belongs. */
export function boardsOf({ clerkOf, chairOf, memberOf, deputyOf, observerOf }: Standing): readonly string[] {
  return [...new Set([...clerkOf, ...chairOf, ...memberOf, ...deputyOf, ...observerOf])]
}

/** A board to which somebody belongs. */
export function boardAnswer(
  site: string,
  standing: Standing,
  { id, slug, name }: { readonly id: string; readonly slug: string; readonly name: string },
): ApiShape<'Boards'>['data'][number] {
  return { id, slug, name, roles: rolesOn(standing, id), web: `${site}${publicPaths.board(slug)}` }
}

const minutesOf = (time: string | null): string | null => (time === null ? null : time.slice(0, 5))

/** A meeting in a list. */
export function meetingLineAnswer(site: string, line: MeetingLine): Meeting {
  const { id, body, title, heldOn, startsAt, endsAt, place, state } = line
  return {
    ...{ id, board: body, title, place, heldOn: heldOn.toString(), startsAt: minutesOf(startsAt), endsAt: minutesOf(endsAt) },
    state: state as State,
    web: `${site}${meetingPaths.meeting(id)}`,
  }
}

/** A meeting with everything that its page shows of the agenda. */
export function meetingAnswer(site: string, { meeting, items, publications }: MeetingView): ApiShape<'Meeting'> {
  const { id, body, title, heldOn, startsAt, endsAt, place, state } = meeting
  const time = (at: Temporal.PlainTime | undefined): string | null => minutesOf(at?.toString() ?? null)
  return {
    ...{ id, board: body, title, place, state, heldOn: heldOn.toString(), startsAt: time(startsAt), endsAt: time(endsAt) },
    web: `${site}${meetingPaths.meeting(id)}`,
    boards: [body, ...meeting.joint],
    // As on the page: what is still being prepared stands with those who prepare it, at an address of its own.
    items: items
      .filter(({ sight }) => sight !== 'draft')
      .map((item) => ({
        id: item.id,
        number: item.number,
        title: item.title ?? item.publicTitle,
        isWhole: item.title !== null,
        presenter: item.presenter,
        purpose: item.purpose,
        category: item.category,
        paragraphs: [...item.paragraphs],
        urgent: item.urgent,
        withdrawn: item.withdrawn,
        withdrawnReason: item.withdrawnReason,
        papers: item.papers.map((paper) => ({ title: paper.title, firstPage: paper.first, lastPage: paper.last })),
        web: `${site}${meetingPaths.item(id, item.id)}`,
      })),
    publications: publications.map((one) => ({
      ...{ id: one.id, kind: one.kind, number: one.number, publishedOn: one.publishedOn },
      withdrawn: one.withdrawnAt !== null,
      withdrawnReason: one.withdrawnReason,
    })),
  }
}

/** The decisions of a meeting as its page shows them. */
export function decisionsAnswer(site: string, { decisions, homes }: MeetingRecordView): ApiShape<'Decisions'> {
  return {
    data: decisions.map((one) => ({
      ...{ id: one.id, meeting: one.meeting, board: one.ofBody, item: one.item, number: one.number, type: one.type, text: one.text },
      ...{ decidedOn: one.decidedOn.toString(), method: one.method, ...one.votes, category: one.category },
      force: forceOfDecision(one, homes.get(one.id))?.words ?? null,
      web: `${site}${recordPaths.decision(one.id)}`,
    })),
  }
}

/** The actions of a meeting as its page shows them. */
export function actionsAnswer(site: string, { actions }: MeetingRecordView): ApiShape<'Actions'> {
  return {
    data: actions.map((one) => ({
      ...{ id: one.id, meeting: one.meeting, board: one.ofBody, item: one.item, text: one.text, leads: one.leads.map(({ name }) => name) },
      ...{ due: one.dueWords, state: one.state, doneOn: one.doneOn?.toString() ?? null },
      web: `${site}${recordPaths.action(one.id)}`,
    })),
  }
}

/** Open actions that somebody leads. */
export function dutiesAnswer(site: string, duties: readonly ActionDuty[]): ApiShape<'Duties'> {
  return {
    data: duties.map(({ id, meeting, ofBody, text, dueWords, dueTo }) => ({
      ...{ id, meeting, board: ofBody, text, due: dueWords, dueTo: dueTo?.toString() ?? null },
      web: `${site}${recordPaths.action(id)}`,
    })),
  }
}
