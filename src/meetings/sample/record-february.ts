import { findCalendar, findTermsInForce } from '#governance/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { certificateInputs, certificateVerdict } from '../rules/certificate.ts'
import { deadlineOf, judge } from '../rules/deadlines.ts'
import { decemberMinutes } from './december-2013.ts'
import { februaryAgenda, type RecordedItem } from './february-2014.ts'
import { despatchDay, februaryDay, type MeetingRow, sometimeOn, treeOf } from './recorded.ts'

/** Records the agenda of 24 February 2014, its pages and its despatch. Returns the ids of the meeting and of the publication. */
export async function recordFebruary2014(
  tx: Writer,
  body: string,
  by: { readonly author: string; readonly now: Temporal.Instant },
): Promise<{ meeting: string; publication: string }> {
  const meeting = newId()
  const publication = newId()
  const row: MeetingRow = { meeting, body, sight: 'public' }
  const sent = sometimeOn(despatchDay)
  await tx
    .insertInto('meetings.meeting')
    .values({
      id: meeting,
      body,
      sight: 'public',
      kind: 'ordinary',
      held_on: februaryDay,
      starts_at: '14:00',
      place: 'The Exhibition Hall, Mill Road, Northbrook',
      access: 'public',
      state: 'called',
      called_at: sent,
    })
    .execute()
  await tx
    .insertInto('meetings.publication')
    .values({
      ...row,
      id: publication,
      kind: 'pack',
      number: 1,
      published_at: sent,
      published_on: despatchDay,
      time_known: false,
      actor: SYSTEM_ACTOR,
    })
    .execute()
  const ids = new Map<string, string>()
  for (const [index, item] of februaryAgenda.entries()) {
    const id = newId()
    ids.set(item.number, id)
    await tx
      .insertInto('meetings.agenda_item')
      .values({
        ...row,
        id,
        parent: parentOf(ids, item.number),
        position: index + 1,
        number: item.number,
        numbered_by_hand: true,
        public_title: item.title,
        purpose: 'not_stated',
        report_status: item.status,
        category: 'public',
      })
      .execute()
    await tx
      .insertInto('meetings.item_content')
      .values({ ...row, item: id, category: 'public', title: item.title })
      .execute()
    if (item.pages !== undefined) await recordPaper(tx, row, { item: id, recorded: item, publication, author: by.author })
  }
  await certify(tx, row, publication, by.now)
  return { meeting, publication }
}

/** '5a' stands under '5'; a number without a letter stands on its own. */
function parentOf(ids: ReadonlyMap<string, string>, number: string): string | null {
  return /[a-z]$/.test(number) ? (ids.get(number.replace(/[a-z]+$/, '')) ?? null) : null
}

async function recordPaper(
  tx: Writer,
  row: MeetingRow,
  about: { item: string; recorded: RecordedItem; publication: string; author: string },
): Promise<void> {
  const { item, recorded, publication, author } = about
  const paper = newId()
  const version = newId()
  const sent = sometimeOn(despatchDay)
  const text =
    recorded.paper ?? decemberMinutes.map(({ number, heading, text: words }) => `# ${number} ${heading}\n\n${words}`).join('\n\n')
  const [first = '', last = ''] = recorded.pages ?? []
  await tx
    .insertInto('meetings.paper')
    .values({ ...row, id: paper, item, category: 'public', title: recorded.title, author, state: 'published', submitted_at: sent })
    .execute()
  await tx
    .insertInto('meetings.paper_version')
    .values({
      ...row,
      id: version,
      paper,
      category: 'public',
      number: 1,
      fields: '{}',
      tree: JSON.stringify(treeOf(text)),
      state: 'published',
      made_by: SYSTEM_ACTOR,
      made_at: sent,
    })
    .execute()
  await tx
    .insertInto('meetings.published_paper')
    .values({ ...row, publication, paper_version: version, item, category: 'public', first_page: first, last_page: last })
    .execute()
}

/** The certificate by the terms of that day: the pack went out one working day late, and the source gives no reason. */
async function certify(tx: Writer, { meeting, body }: MeetingRow, publication: string, now: Temporal.Instant): Promise<void> {
  const calendar = await findCalendar(tx, 'england-and-wales')
  const deadline = deadlineOf('agendaOut', { terms: await findTermsInForce(tx, body, februaryDay), calendar }, februaryDay)
  const verdict = judge(deadline, { day: despatchDay }, despatchDay, calendar)
  const inputs = certificateInputs(deadline, februaryDay, { day: despatchDay, at: undefined }, calendar.name)
  if (verdict === undefined || inputs === undefined) throw new Error('The sample’s terms of 2014 state no notice.')
  const kept = { inputs: JSON.stringify(inputs), verdict: JSON.stringify(certificateVerdict(verdict)) }
  await tx
    .insertInto('meetings.notice_certificate')
    .values({ id: newId(), meeting, publication, rule_key: deadline.name, ...kept, made_at: now })
    .execute()
}
