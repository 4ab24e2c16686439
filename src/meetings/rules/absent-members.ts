/** Somebody who holds a place of a seat. */
interface Holder {
  readonly id: string
  readonly name: string
}

/** The members of a meeting as far as being absent goes: who holds its seats on its day, and the stays recorded so far. */
export interface Membership {
  readonly membership: {
    readonly seats: readonly {
      readonly voting: string
      readonly places: readonly { readonly holder?: { readonly person: Holder } | null | undefined }[]
    }[]
  }
  readonly attendance: { readonly stays: readonly { readonly person: string | null; readonly to: Temporal.Instant | null }[] }
}

/** Who holds a seat of a member, voting or not, on the day of the meeting and is not in the room now (M8): those whose view can be attached to an item. */
export function absentMembers({ membership, attendance }: Membership): readonly Holder[] {
  const here = new Set(attendance.stays.filter(({ to }) => to === null).map(({ person }) => person))
  const members = membership.seats.filter(({ voting }) => voting === 'voting' || voting === 'non_voting')
  const holders = members.flatMap(({ places }) => places.flatMap(({ holder }) => (holder ? [holder.person] : [])))
  return holders.filter(({ id }) => !here.has(id))
}
