import { newId } from '#platform/database/ids.ts'
import type { Acting, Writer } from '#platform/database/session.ts'
import { permit } from './permit.ts'
import { record } from './write-record.ts'

/** A deputy to whom the chair agreed in the room, for one meeting. */
export interface AgreedDeputy {
  readonly body: string
  readonly seat: string
  readonly place: number
  readonly person: string
  readonly meeting: string
  readonly heldOn: Temporal.PlainDate
  /** The chair who agreed. */
  readonly agreedBy: string
}

/**
 * Records inside somebody's transaction that the chair agreed to a deputy and that the core members were told (G7). An authorisation that is
 * there already is completed, otherwise there is one for that meeting.
 * @returns the authorisation's id
 */
export async function agreeDeputyForMeeting(tx: Writer, acting: Acting, input: AgreedDeputy): Promise<string> {
  const { actor } = await permit(tx, acting, { record: 'deputy-authorisation', verb: 'add', ties: { body: input.body } })
  const agreed = { agreed_by: input.agreedBy, members_told_on: input.heldOn }
  const known = await tx
    .selectFrom('governance.deputy_authorisation')
    .select('id')
    .where('seat', '=', input.seat)
    .where('place', '=', input.place)
    .where('person', '=', input.person)
    .where((where) => where.or([where('meeting', 'is', null), where('meeting', '=', input.meeting)]))
    .where('starts_on', '<=', input.heldOn)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', input.heldOn)]))
    .executeTakeFirst()
  const id = known?.id ?? newId()
  if (known) await tx.updateTable('governance.deputy_authorisation').set(agreed).where('id', '=', id).execute()
  else {
    const { seat, place, person, meeting, heldOn } = input
    const only = { meeting, starts_on: heldOn, ends_on: heldOn.add({ days: 1 }) }
    await tx
      .insertInto('governance.deputy_authorisation')
      .values({ id, seat, place, person, basis: 'agreed_by_chair', may_decide: false, ...agreed, ...only })
      .execute()
  }
  await record(tx, actor, 'deputy.agreed', 'deputy-authorisation', id, input)
  return id
}
