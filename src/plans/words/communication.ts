import type { FieldProblem } from '#platform/result.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { CommunicationAbout, ItemStanding, Reach, ReachTotal } from '../rules/communication.ts'
import { problemWords } from './problems.ts'

/** What a communication plan can belong to. */
export const communicationAboutWords: Readonly<Record<CommunicationAbout, string>> = {
  plan: 'Plan',
  procedure: 'Procedure or guidance',
  consultation: 'Consultation',
  strategy: 'Commissioning strategy',
}

/** Who reads it. */
export const communicationSightWords = { members: 'Members of the board', public: 'Everybody' } as const

/** How something of it stands. */
export const itemStandingWords: Readonly<Record<ItemStanding, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  planned: { word: 'Planned', meaning: 'neutral' },
  due: { word: 'Due', meaning: 'warning' },
  overdue: { word: 'Overdue', meaning: 'bad' },
  done: { word: 'Done', meaning: 'good' },
  'called-off': { word: 'Called off', meaning: 'neutral' },
}

const number = new Intl.NumberFormat('en-GB')

/** A number of what is counted: '1,200 people'. */
const countOf = (count: number, reachOf: string): string => `${number.format(count)} ${reachOf}`

/** How many it was to reach: 'About 200 people'; said too where nothing was expected. */
export function expectedInWords({ expected, reachOf }: Pick<Reach, 'expected' | 'reachOf'>): string {
  return expected === null ? 'No number expected' : countOf(expected, reachOf)
}

/** How many it reached, or why there is no number. */
export function cameInWords({ cameState, came, reachOf }: Reach): string {
  if (cameState === 'not-known') return 'Not known'
  return came === null ? 'Not counted yet' : countOf(came, reachOf)
}

/** What the reach of a whole plan comes to, of one thing that is counted. */
export function totalInWords({ reachOf, expected, came, counted, unknown, open }: ReachTotal): string {
  const reached = came === null ? `Nothing is counted in ${reachOf} yet` : `${countOf(came, reachOf)} reached, counted at ${times(counted)}`
  const parts = [
    expected === null ? '' : `${number.format(expected)} expected of what was done`,
    unknown === 0 ? '' : `the reach of ${unknown} is not known`,
    open === 0 ? '' : `${open} not counted yet`,
  ].filter(Boolean)
  return `${reached}${parts.length === 0 ? '' : `; ${parts.join('; ')}`}.`
}

const times = (count: number): string => (count === 1 ? 'one occasion' : `${count} occasions`)

const requiredWords: Readonly<Record<string, string>> = {
  owner: 'Choose a person, or write the post that owns it',
  ownerPost: 'Choose a person, or write the post that owns it',
  whoPost: 'Choose a person, or write the post that sees to it',
  aim: 'Say what is to be different once it was heard',
  audience: 'Say who is to hear it',
  message: 'Say what they are to hear',
  channel: 'Say how they hear it',
  because: 'Say why it is not done',
  learned: 'Say what was learned. Where nothing was, say so',
  came: 'Write how many were reached, or say that it is not known',
}

/** A sentence for every problem that communication plans can have beyond those of plans; undefined leaves it to the common words. */
export function communicationProblemWords(problem: FieldProblem): string | undefined {
  switch (problem.code) {
    case 'required':
      return requiredWords[problem.field] ?? problemWords(problem)
    case 'came-without-count':
      return 'There is a number here, and the answer above says there is none. Change one of the two'
    case 'still-to-do':
      return 'Something of it is still to be done. Say what came of it or call it off first'
    case 'settled-already':
      return 'It was done or called off already'
    case 'shown-already':
      return 'It is shown to them already'
    default:
      return problemWords(problem)
  }
}
