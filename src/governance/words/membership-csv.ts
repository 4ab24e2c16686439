import type { SeatOnDay } from '../queries/membership.ts'

/** The membership as CSV with the headings that the import takes. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function membershipCsv(seats: readonly SeatOnDay[], votingLabels: Readonly<Record<string, string>>): string {
  const rows = seats.flatMap((seat) =>
    seat.places.map(({ holder }) => [
      seat.name,
      seat.category,
      seat.voting,
      holder?.person.name ?? '',
      '',
      holder?.onBehalfOf?.name ?? '',
      holder?.posts[0] ?? '',
      holder?.startsOn.toString() ?? '',
      holder ? (votingLabels[seat.voting] ?? '') : 'Vacant',
    ]),
  )
  const head = ['seat', 'category', 'voting', 'name', 'email', 'organisation', 'post', 'from', 'takes part as']
  return `${[head, ...rows].map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`
}

function cellOf(value: string): string {
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
