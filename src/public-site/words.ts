import { dayInWords, timeInWords } from '#platform/time/words.ts'

const states: Readonly<Record<string, string>> = {
  planned: 'Planned',
  called: 'Called',
  in_progress: 'Taking place now',
  ended: 'Held',
  abandoned: 'Abandoned: not enough members came',
  cancelled: 'Cancelled',
  rescheduled: 'Moved to another day',
}

/** A meeting's state in words. */
export function meetingStateInWords(state: string): string {
  return states[state] ?? state
}

const publications: Readonly<Record<string, string>> = {
  pack: 'Pack',
  supplement: 'Supplement',
  correction: 'Correction',
  minutes: 'Minutes',
  release: 'Released from Part 2',
}

/** What came out, in words: 'Supplement 2'; packs and first minutes carry no number. */
export function publicationInWords(kind: string, number: number): string {
  const name = publications[kind] ?? kind
  if (kind === 'release' && number > 1) return `${name}, number ${number}`
  return kind === 'supplement' || number > 1 ? `${name} ${number}` : name
}

/** A consultation in a line of news: what is asked and until when, what came of it, or which one is not held. */
export function consultationInWords(event: {
  readonly words: string
  readonly heldOn: Temporal.PlainDate
  readonly change: 'published' | 'withdrawn' | 'outcome'
  readonly asked: { readonly lastDay: Temporal.PlainDate }
}): string {
  const { words, heldOn, change, asked } = event
  if (change === 'outcome') return `What came of the consultation: ${words}`
  if (change === 'withdrawn') return `Consultation: ${words}`
  return `Consultation: ${words}, ${dayInWords(heldOn)} to ${dayInWords(asked.lastDay)}`
}

/** When a meeting begins and ends: '2pm to 4.15pm', '2pm', or that it is not recorded. */
export function timesInWords(startsAt: string | null, endsAt: string | null): string {
  const said = (time: string): string => timeInWords(Temporal.PlainTime.from(time))
  if (startsAt === null) return endsAt === null ? 'time not recorded' : `start not recorded, closed ${said(endsAt)}`
  return endsAt === null ? said(startsAt) : `${said(startsAt)} to ${said(endsAt)}`
}

/** How far away a day is: 'today', 'tomorrow', 'in 12 days'. */
export function daysUntilInWords(today: Temporal.PlainDate, day: Temporal.PlainDate): string {
  const { days } = today.until(day, { largestUnit: 'days' })
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}

/** How far a meeting is prepared, as facts of its card. */
export function preparationInWords(readiness: { readonly items: number; readonly papersOut: number; readonly papersToFollow: number }) {
  const { items, papersOut, papersToFollow } = readiness
  if (items === 0) return [{ label: 'Agenda', value: 'Not out yet' }]
  const papers = papersOut + papersToFollow
  return [
    { label: 'Items', value: `${items}` },
    ...(papers > 0
      ? [{ label: 'Papers', value: papersToFollow === 0 ? `${papers}` : `${papersOut} of ${papers}, the rest to follow` }]
      : []),
  ]
}

/** How late something is: '24 days late'. */
export function daysLateInWords(days: number): string {
  if (days === 0) return 'Late'
  return days === 1 ? '1 day late' : `${days} days late`
}

const bases: Readonly<Record<string, string>> = {
  by_post: 'by post',
  independent: 'independent',
  appointed: 'appointed',
  elected: 'elected',
  nominated: 'nominated by the members',
  agreed: 'agreed by the group',
}

/** Who chairs, and how the person came to it. */
export function chairInWords(name: string, basis: string | null): string {
  const how = basis === null ? undefined : bases[basis]
  return how === undefined ? name : `${name}, ${how}`
}

/** Whether the public may come, in words. */
export function accessInWords(access: string): string {
  return access === 'public' ? 'Open to the public' : 'Not open to the public'
}
