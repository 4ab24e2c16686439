import { findParagraphList, findScheme } from '#governance/public-data.ts'
import type { ActorId } from '#platform/database/session.ts'
import { readAs } from '#platform/database/session.ts'
import { recordOfficerDecision } from '../commands/officer-decision/record-officer-decision.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { findOfficerDecision } from '../queries/officer-decisions.ts'
import { doerOn, done } from './play.ts'

/** What the director decides for the partnership between its meetings, by its delegation for urgent matters. */
export async function decideBetweenMeetings(
  needs: MeetingsNeeds,
  ground: { readonly body: string; readonly clerk: ActorId; readonly director: string; readonly today: Temporal.PlainDate },
): Promise<void> {
  const { body, clerk, director, today } = ground
  const on = (days: number) => doerOn(clerk, today.subtract({ days }), '15:00')
  const { delegation, paragraph } = await readAs(needs.db, on(60), async (reader) => ({
    delegation:
      (await findScheme(reader, body, today)).find(({ state, may, parent }) => state === 'in-force' && may === 'decide' && !parent)?.id ??
      '',
    paragraph: (await findParagraphList(reader, body, today))?.paragraphs.find(({ code }) => code.endsWith('.3'))?.code ?? '',
  }))
  const common = { delegation, decidedBy: director, consulted: 'The chair', interests: '', paragraphs: [], privateReason: '' }
  const winter = {
    ...{ ...common, decidedOn: today.subtract({ days: 45 }), pence: 1_850_000, category: 'public' as const },
    title: 'Childcare places while two family hubs are closed by flood',
    resolved: 'To pay for 62 places at four nurseries for six weeks, from the money set aside for co-operation.',
    reasons: 'Two hubs had to close on one day. Families on the early help list would have had no childcare before the next meeting.',
    options: 'To wait for the next meeting: too late. To offer places at the open hubs only: these had eleven.',
    background: [{ title: 'Report of the area manager on the closures', link: undefined }],
  }
  const first = done('record a decision by an officer', await recordOfficerDecision(needs, on(44), body, winter))
  const { version } = await readAs(needs.db, on(44), async (reader) => (await findOfficerDecision(reader, first, today)) ?? { version: 1 })
  const corrected = { id: first, version, reason: 'the sum was 18,500 pounds by mistake; the four nurseries ask 16,500 pounds.' }
  done('record it anew', await recordOfficerDecision(needs, on(43), body, { ...winter, pence: 1_650_000 }, corrected))
  const provider = {
    ...{ ...common, decidedOn: today.subtract({ days: 16 }), pence: 900_000, category: 'exempt' as const, paragraphs: [paragraph] },
    title: 'Support for a provider until the end of the quarter',
    resolved: 'To advance 9,000 pounds of the next payment to the provider, so that its sessions go on.',
    reasons: 'The provider told us of a shortage that passes with the next grant.',
    options: 'To let the sessions stop, or to move families to another provider in mid-term.',
    background: [],
    privateReason: 'The business of a provider that competes with others would be harmed, and nothing is lost to the public by waiting.',
  }
  if (paragraph !== '') done('record an exempt one', await recordOfficerDecision(needs, on(15), body, provider))
}
