import { findContact } from '#governance/public-data.ts'
import type { Writer } from '#platform/database/session.ts'
import type { ReplacedCharacter } from '#platform/documents/pdf/pack-input.ts'
import { sendLater } from '#platform/mail/mail.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { meetingPaths } from '../paths.ts'
import { replacedMail } from '../words/mails.ts'

/** Tells the authors of papers in which characters were replaced, one mail a paper. Replacements elsewhere stand on the publication's page. */
export async function tellAuthorsOfReplaced(needs: MeetingsNeeds, tx: Writer, replaced: readonly ReplacedCharacter[]): Promise<void> {
  const byVersion = Map.groupBy(
    replaced.filter(({ item }) => item !== ''),
    ({ item }) => item,
  )
  if (byVersion.size === 0) return
  const papers = await tx
    .selectFrom('meetings.paper_version as v')
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select(['v.id as version', 'p.id', 'p.author', 'm.held_on as heldOn'])
    .where('v.id', 'in', [...byVersion.keys()])
    .execute()
  for (const { version, id, author, heldOn } of papers) {
    const contact = await findContact(tx, author)
    if (!contact?.email) continue
    const characters = (byVersion.get(version) ?? []).map(({ character }) => character)
    const words = replacedMail(heldOn, characters.slice(0, 50), needs.config.publicUrl + meetingPaths.paper(id))
    await sendLater(needs.outbox, tx, { to: contact.email, ...words, about: { type: 'paper', id } })
  }
}
