import { meetingPaths, recordPaths, yearPaths } from '#meetings/paths.ts'
import { dayInWords } from '#platform/time/words.ts'
import { clipped } from '#thread/public.ts'
import type { BoardView } from '../queries/board.ts'
import { daysUntilInWords } from '../words.ts'

/** Something that is coming or was decided, with when. */
export interface NewsItem {
  readonly when: string
  readonly text: string
  readonly href: string
}

/** What anybody wants to know first of a board: when it meets, what it asks, what it decided and what came out. */
export function boardNews(view: Pick<BoardView, 'coming' | 'consultations' | 'decisions' | 'publications'>, today: Temporal.PlainDate) {
  const { coming, consultations, decisions, publications } = view
  const [next, decided] = [coming[0], decisions[0]]
  const minutes = publications.find(({ kind, withdrawnAt }) => kind === 'minutes' && withdrawnAt === null)
  const open = consultations.filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, today) <= 0)
  return [
    ...(next ? [{ when: sentence(daysUntilInWords(today, next.heldOn)), ...meetingNews(next, view) }] : []),
    ...open.slice(0, 2).map(({ slug, id, title, endsOn }) => ({
      when: `Until ${dayInWords(endsOn.subtract({ days: 1 }))}`,
      text: `Have your say: ${title}`,
      href: yearPaths.consultation(slug, id),
    })),
    ...(decided
      ? [{ when: dayInWords(decided.decidedOn), text: `Decided: ${clipped(decided.text, 90)}`, href: recordPaths.decision(decided.id) }]
      : []),
    ...(minutes
      ? [
          {
            when: dayInWords(minutes.publishedOn),
            text: `Minutes of the meeting of ${dayInWords(minutes.heldOn)}`,
            href: recordPaths.minutes(minutes.meeting),
          },
        ]
      : []),
  ] satisfies readonly NewsItem[]
}

function meetingNews(
  { id, heldOn }: BoardView['coming'][number],
  { publications }: Pick<BoardView, 'publications'>,
): Omit<NewsItem, 'when'> {
  const isOut = publications.some(({ meeting, kind, withdrawnAt }) => meeting === id && kind === 'pack' && withdrawnAt === null)
  return {
    text: `Meeting of ${dayInWords(heldOn)}${isOut ? ': agenda and papers' : ', agenda not out yet'}`,
    href: meetingPaths.meeting(id),
  }
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
