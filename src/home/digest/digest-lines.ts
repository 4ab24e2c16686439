import { dayInWords, weekdayInWords } from '#platform/time/words.ts'

/** What one person has to do or may want to know today; nothing in it names an item, a paper or an action, which may be in Part 2. */
export interface DigestFacts {
  readonly absences: readonly { readonly address: string }[]
  /** Open actions with the day by which they are due; null where none was set. */
  readonly actions: readonly { readonly dueTo: Temporal.PlainDate | null; readonly address: string }[]
  /** Papers that are not handed in, with the day of their meeting. */
  readonly papers: readonly { readonly heldOn: Temporal.PlainDate; readonly address: string }[]
  /** What waits for a clerk, worded without titles. */
  readonly clerking: readonly { readonly words: string; readonly heldOn: Temporal.PlainDate; readonly address: string }[]
  /** What waits for one as a member, a chair or a clerk of a board. */
  readonly own: readonly { readonly words: string; readonly dueOn: Temporal.PlainDate | undefined; readonly address: string }[]
  /** Answers that one owes for a partner. */
  readonly ratifications: readonly { readonly words: string; readonly dueOn: Temporal.PlainDate | undefined; readonly address: string }[]
  /** What waits between boards, about copies, reviews and what was missed, worded without titles. */
  readonly between: readonly { readonly words: string; readonly dueOn: Temporal.PlainDate | undefined; readonly address: string }[]
  /** Meetings that go on or are today. */
  readonly live: readonly { readonly board: string; readonly address: string }[]
  readonly returned: readonly { readonly heldOn: Temporal.PlainDate; readonly count: number; readonly address: string }[]
  readonly unread: readonly {
    readonly board: string
    readonly heldOn: Temporal.PlainDate
    readonly count: number
    readonly address: string
  }[]
  readonly news: readonly {
    readonly words: string
    readonly board: string
    readonly heldOn: Temporal.PlainDate
    readonly address: string
  }[]
}

/** A line of the daily summary. */
export interface DigestLine {
  readonly text: string
  readonly address: string
}

interface Ranked extends DigestLine {
  /** 0 a meeting today and answers that are asked for, 1 overdue, 2 with a day, 3 to read, 4 news. */
  readonly rank: number
  /** The day that presses; undefined where none does. */
  readonly day: Temporal.PlainDate | undefined
}

/** Days ahead from which an action is worth a line. */
const SOON = 7

/** The lines of the summary, what needs doing first at the top (X3): by urgency, and within it by day. */
export function digestLines(facts: DigestFacts, today: Temporal.PlainDate): readonly DigestLine[] {
  const isPast = (day: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(day, today) < 0
  const isSoon = (day: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(day, today.add({ days: SOON })) <= 0
  const lines: Ranked[] = [
    ...facts.live.map(({ board, address }) => ({ rank: 0, day: undefined, text: `A meeting you sit on is today: ${board}`, address })),
    ...facts.absences.map(({ address }) => ({ rank: 0, day: undefined, text: 'You are asked why you missed a meeting', address })),
    ...facts.actions.flatMap(({ dueTo, address }) => {
      if (dueTo === null || !isSoon(dueTo)) return []
      const due = dayInWords(dueTo)
      return [
        {
          rank: isPast(dueTo) ? 1 : 2,
          day: dueTo,
          text: isPast(dueTo) ? `An action you lead was due on ${due}` : `An action you lead is due on ${due}`,
          address,
        },
      ]
    }),
    ...facts.papers.map(({ heldOn, address }) => ({
      rank: 2,
      day: heldOn,
      text: `A paper of yours for ${weekdayInWords(heldOn)} is not handed in`,
      address,
    })),
    ...facts.clerking.map(({ words, heldOn, address }) => ({ rank: 2, day: heldOn, text: words, address })),
    ...facts.ratifications.map(({ words, dueOn, address }) => ({
      rank: dueOn !== undefined && isPast(dueOn) ? 1 : 2,
      day: dueOn,
      text: words,
      address,
    })),
    ...[...facts.own, ...facts.between]
      .filter(({ dueOn }) => dueOn === undefined || isSoon(dueOn))
      .map(({ words, dueOn, address }) => ({ rank: dueOn !== undefined && isPast(dueOn) ? 1 : 2, day: dueOn, text: words, address })),
    ...facts.returned.map(({ heldOn, count, address }) => ({
      rank: 2,
      day: heldOn,
      text: `${count === 1 ? '1 message' : `${count} messages`} for ${weekdayInWords(heldOn)} came back`,
      address,
    })),
    ...facts.unread.map(({ board, heldOn, count, address }) => ({
      rank: 3,
      day: heldOn,
      text: `${count === 1 ? '1 paper' : `${count} papers`} to read: ${board}, ${weekdayInWords(heldOn)}`,
      address,
    })),
    ...facts.news.map(({ words, board, heldOn, address }) => ({
      rank: 4,
      day: heldOn,
      text: `${words}: ${board}, ${weekdayInWords(heldOn)}`,
      address,
    })),
  ]
  return lines.toSorted((a, b) => a.rank - b.rank || byDay(a.day, b.day)).map(({ text, address }) => ({ text, address }))
}

function byDay(a: Temporal.PlainDate | undefined, b: Temporal.PlainDate | undefined): number {
  if (a === undefined || b === undefined) return 0
  return Temporal.PlainDate.compare(a, b)
}

/** The mail of the day. */
export function digestMail(
  lines: readonly DigestLine[],
  today: Temporal.PlainDate,
  { choice, stop }: { readonly choice: string; readonly stop: string },
): { readonly subject: string; readonly text: string } {
  const list = lines.map(({ text, address }) => `- ${text}\n  ${address}`).join('\n\n')
  return {
    subject: `Your boards on ${weekdayInWords(today)}`,
    text: `What needs doing first stands at the top.\n\n${list}\n\nYou chose one summary a day. Change that here: ${choice}\nStop it in one click: ${stop}\n`,
  }
}
