import { recordPaths } from '#meetings/paths.ts'
import { scorecardPaths } from '#performance/paths.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { StatisticTileProps } from '#platform/web/components/statistic-tile.tsx'
import { voicePaths } from '#voice/paths.ts'
import type { BoardView } from '../queries/board.ts'

/** The few figures of a board, each with its period, what it is compared with and its list; a figure about nothing is left out, never a 0 of 0. */
export function boardTiles(view: BoardView, today: Temporal.PlainDate): readonly StatisticTileProps[] {
  return [...measuresTile(view), ...actionsTile(view), ...carriedOutTile(view, today), ...heardTile(view)]
}

function measuresTile({ board, scorecard }: BoardView): readonly StatisticTileProps[] {
  if (scorecard === null) return []
  const { green, amber, red, none } = scorecard.counts
  const rows = scorecard.groups.flatMap(({ rows: inGroup }) => inGroup)
  const going = (mark: 'better' | 'worse'): number => rows.filter(({ direction }) => direction.mark === mark).length
  return [
    {
      label: 'Measures on track',
      figure: `${green}`,
      of: `of ${green + amber + red + none}`,
      bar: {
        label: `${green} on track, ${amber} at risk, ${red} off track, ${none} without a verdict`,
        parts: [
          { amount: green, meaning: 'good' },
          { amount: amber, meaning: 'warning' },
          { amount: red, meaning: 'bad' },
          { amount: none, meaning: 'neutral' },
        ],
      },
      context: `Latest figures: ${amber} at risk, ${red} off track. ${someOf(going('better'), 'improving')}, ${someOf(going('worse'), 'getting worse').toLowerCase()}`,
      link: { text: 'Scorecard', href: scorecardPaths.ofBoard(board.slug) },
    },
  ]
}

function actionsTile({ board, figures, past }: BoardView): readonly StatisticTileProps[] {
  const { open, overdue, before } = figures.actions(past[0]?.heldOn)
  if (open === 0) return []
  const late = overdue.length
  return [
    {
      label: 'Actions overdue',
      figure: `${late}`,
      of: `of ${open} open`,
      bar: {
        label: `${late} overdue, ${open - late} not`,
        parts: [
          { amount: late, meaning: 'bad' },
          { amount: open - late, meaning: 'neutral' },
        ],
      },
      context: before === undefined ? 'Today' : `Today; ${before.overdue} at the meeting of ${dayInWords(before.on)}`,
      link: { text: 'Overdue actions', href: `${recordPaths.boardActions(board.slug)}?view=overdue` },
    },
  ]
}

function carriedOutTile({ board, figures }: BoardView, today: Temporal.PlainDate): readonly StatisticTileProps[] {
  const { now, before } = figures.carriedOut
  if (now.all === 0) return []
  return [
    {
      label: 'Decisions carried out',
      figure: `${now.done}`,
      of: `of ${now.all} with actions`,
      bar: shareBar(now.done, now.all, 'carried out'),
      context: `Since ${dayInWords(today.subtract({ years: 1 }).add({ days: 1 }))}; ${ofBefore(before.done, before.all, 'in the year before')}`,
      link: { text: 'Decisions', href: recordPaths.boardDecisions(board.slug) },
    },
  ]
}

function heardTile({ board, heard }: BoardView): readonly StatisticTileProps[] {
  const { year, now, before } = heard
  if (now.total === 0) return []
  return [
    {
      label: 'Decisions that heard a view first',
      figure: `${now.before}`,
      of: `of ${now.total}`,
      bar: shareBar(now.before, now.total, 'with a view of children, families or staff before'),
      context: `In ${year} so far; ${ofBefore(before.before, before.total, `in ${year - 1}`)}`,
      link: { text: 'Voices heard', href: voicePaths.heard(board.slug, year) },
    },
  ]
}

const someOf = (count: number, what: string): string => `${count === 0 ? 'None' : count} ${what}`

const ofBefore = (some: number, all: number, when: string): string => (all === 0 ? `none ${when}` : `${some} of ${all} ${when}`)

function shareBar(some: number, all: number, what: string): StatisticTileProps['bar'] {
  return {
    label: `${some} of ${all} ${what}`,
    parts: [
      { amount: some, meaning: 'information' },
      { amount: all - some, meaning: 'neutral' },
    ],
  }
}
