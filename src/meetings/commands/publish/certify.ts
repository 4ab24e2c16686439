import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { BoardNotice, SentOut } from '../../queries/board-notices.ts'
import { certificateInputs, certificateVerdict, readingBeside } from '../../rules/certificate.ts'

/** What a certificate is about. */
export interface Certified {
  readonly meeting: { readonly id: string; readonly heldOn: Temporal.PlainDate }
  readonly publication: string
  readonly sent: SentOut
}

/**
 * Keeps a certificate of notice for each of these boards with what its verdict rests on; none where a board states no day. What was certified for a board
 * stays as it is.
 */
export async function certifyNotices(
  tx: Writer,
  { meeting, publication, sent }: Certified,
  notices: readonly BoardNotice[],
  madeAt: Temporal.Instant,
): Promise<void> {
  for (const { body, deadline, verdict, calendarName, beside } of notices) {
    const other = beside && readingBeside(beside.onDay, beside.deadline, beside.verdict)
    const inputs = certificateInputs(deadline, meeting.heldOn, sent, calendarName, other)
    if (!inputs || !verdict) continue
    await tx
      .insertInto('meetings.notice_certificate')
      .values({
        ...{ id: newId(), meeting: meeting.id, publication, of_body: body.id, rule_key: deadline.name, made_at: madeAt },
        inputs: JSON.stringify(inputs),
        verdict: JSON.stringify(certificateVerdict(verdict)),
      })
      .onConflict((clash) => clash.columns(['publication', 'rule_key', 'of_body']).doNothing())
      .execute()
  }
}
