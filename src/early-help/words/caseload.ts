import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { CaseloadStanding, CaseloadState } from '../rules/caseload.ts'

const meanings: Readonly<Record<CaseloadState, StatusMeaning>> = { over: 'bad', at: 'warning', below: 'good', 'no-limit': 'neutral' }

/** A number of families in words. */
export const familiesWords = (count: number): string => (count === 1 ? 'one family' : `${count} families`)

/** How a caseload stands to its limit, as a status. */
export function caseloadWords({ state, limit, apart }: CaseloadStanding): readonly [StatusMeaning, string] {
  const words = {
    over: `Over the limit of ${limit} by ${apart}`,
    at: `At the limit of ${limit}`,
    below: `Room for ${apart} of ${limit}`,
    'no-limit': 'No limit set',
  }
  return [meanings[state], words[state]]
}

/** Before a family is handed on ('leads'), or taken ('lead'): how many the receiver leads, whether one more is too many, and whether they are away. */
export function loadWords(
  verb: 'lead' | 'leads',
  line: CaseloadStanding & { readonly families: number; readonly isAway: boolean; readonly backOn: Temporal.PlainDate | undefined },
): string {
  const { limit, families, isAway, backOn } = line
  const more = families + 1
  const room = limit === undefined ? '' : more > limit ? `; one more is over the limit of ${limit}` : ` of at most ${limit}`
  const away = !isAway ? '' : backOn ? `; away until ${dayInWords(backOn)}` : '; away, and nobody knows until when'
  return `${families === 0 ? `${verb} no family` : `${verb} ${familiesWords(families)}`}${room}${away}`
}
