import { findMailingList, findPeopleToTell, findPostHolders, type Recipient } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { defaultMailChoice, findMailChoices, type MailChoice } from '#platform/mail/mail-choice.ts'
import { type Addressee, type ConcernedItem, concernOf, type Listed, mergeLists, type Occasion } from '../rules/addressees.ts'
import { findEntries, findItemConcerns, findLists, type ListEntry } from './lists.ts'
import { findJointBodies, type Meeting } from './meeting.ts'

/** What people are told of, and what lists look at. */
export interface News {
  readonly occasion: Occasion
  /** Items that it is about: the lists of their areas, and their own, hear of it. */
  readonly items: readonly ConcernedItem[]
  /** Whether nobody but those who read Part 2 may hear of it, for example a corrected paper of Part 2. */
  readonly hidden?: boolean
}

/** The name under which the board's own list is shown and kept. */
export const OWN_LIST = 'Members and officers'

type Person = Omit<Recipient, 'role'>
const hasFullSight = ({ role }: Pick<Recipient, 'role'>): boolean => role !== 'observer'

/** Who is told, once each, and by which lists (M7). Reads addresses, so only a clerk or the system gets any. */
export async function findAddressees(reader: Reader, meeting: Meeting, news: News): Promise<readonly Addressee[]> {
  const own = await findOwnList(reader, meeting)
  const fullSight = new Set(own.filter(hasFullSight).map(({ person }) => person))
  const members = own.filter((one) => (news.hidden || news.occasion === 'circulation' ? hasFullSight(one) : true))
  const found: (Person & { readonly list: string; readonly belongs: boolean; readonly entry?: ListEntry })[] = [
    ...members.map((one) => ({ ...one, list: OWN_LIST, belongs: true })),
    ...(await findListed(reader, meeting, news, fullSight)).map((one) => ({ ...one, belongs: false })),
  ]
  const choices = await findMailChoices(
    reader,
    found.flatMap(({ account }) => account ?? []),
  )
  const choiceOf = (account: string | undefined): MailChoice => choices.get(account ?? '') ?? defaultMailChoice
  const listed = found.map(({ person, name, email, account, list, belongs, entry }): Listed => {
    const outside = entry?.kind === 'outside'
    return {
      person: outside ? undefined : person,
      entry: outside ? entry.id : undefined,
      token: outside ? entry.token : undefined,
      account,
      name,
      email,
      list,
      belongs,
      fullSight: fullSight.has(person),
      choice: choiceOf(account),
    }
  })
  return mergeLists(listed, news.occasion)
}

/** Everybody of the body, and of those that meet jointly, once each. */
async function findOwnList(reader: Reader, meeting: Meeting): Promise<readonly Recipient[]> {
  const found = new Map<string, Recipient>()
  for (const body of [meeting.body, ...(await findJointBodies(reader, meeting.id))]) {
    for (const one of await findMailingList(reader, body, meeting.heldOn)) if (!found.has(one.person)) found.set(one.person, one)
  }
  return [...found.values()]
}

const withoutLists: ReadonlySet<Occasion> = new Set(['call', 'change', 'circulation'])

/** Those on lists that this concerns. */
async function findListed(reader: Reader, meeting: Meeting, news: News, fullSight: ReadonlySet<string>) {
  if (withoutLists.has(news.occasion)) return []
  const concerns = await findItemConcerns(reader, meeting.id)
  const items = news.items.map((item) => ({ ...item, areas: concerns.get(item.id)?.areas ?? [] }))
  const found: (Person & { readonly list: string; readonly entry: ListEntry })[] = []
  for (const list of await findLists(reader, meeting.body)) {
    const own = [...concerns].filter(([, { lists }]) => lists.includes(list.id)).map(([item]) => item)
    const concern = concernOf({ ...list, items: own }, items, news.hidden ? 'members' : meeting.sight)
    if (concern === 'nobody') continue
    for (const entry of await findEntries(reader, [list.id]))
      for (const one of await findBehind(reader, entry, meeting.heldOn))
        if (concern === 'everybody' || fullSight.has(one.person)) found.push({ ...one, list: list.name, entry })
  }
  return found
}

/** The people behind an entry on a day. */
export async function findBehind(reader: Reader, entry: ListEntry, onDay: Temporal.PlainDate): Promise<readonly Person[]> {
  switch (entry.kind) {
    case 'outside':
      return [{ person: entry.id, name: entry.name, email: entry.email, account: undefined }]
    case 'person':
      return findPeopleToTell(reader, entry.person === undefined ? [] : [entry.person])
    case 'post':
      return findPeopleToTell(reader, await findPostHolders(reader, { title: entry.post, organisation: entry.organisation }, onDay))
    default:
      return (await findMailingList(reader, entry.ofBody ?? '', onDay)).filter(
        ({ role }) => (role === 'observer') === (entry.kind === 'observers'),
      )
  }
}

/** The items of a meeting that are out, for news of the meeting as a whole. */
export async function findItemsOut(reader: Reader, meeting: string): Promise<readonly ConcernedItem[]> {
  const rows = await reader
    .selectFrom('meetings.agenda_item as i')
    .innerJoin('meetings.item_content as c', 'c.item', 'i.id')
    .select(['i.id', 'c.sight'])
    .where('i.meeting', '=', meeting)
    .where('i.sight', '<>', 'draft')
    .execute()
  return rows.map(({ id, sight }) => ({ id, sight: sight as ConcernedItem['sight'] }))
}
