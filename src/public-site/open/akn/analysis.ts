import type { OpenDecision, OpenMeeting, OpenMotion } from '#meetings/public-data.ts'
import { el, type Xml } from './xml.ts'

/** One figure of a count. */
export interface CountedVotes {
  readonly concept: 'ayes' | 'noes' | 'abstentions'
  readonly words: string
  readonly value: number
}

/** The figures of a count that are known; none where nobody counted. */
export function countsOf(tally: {
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstained: number | null
}): readonly CountedVotes[] {
  const all = [
    { concept: 'ayes', words: 'for', value: tally.votesFor },
    { concept: 'noes', words: 'against', value: tally.votesAgainst },
    { concept: 'abstentions', words: 'abstained', value: tally.abstained },
  ] as const
  return all.flatMap(({ value, ...one }) => (value === null ? [] : [{ ...one, value }]))
}

/** Quorum as it was when decisions were taken, and every count, as metadata; undefined where neither is known. */
export function analysisOf(meeting: OpenMeeting): Xml | undefined {
  const shown = new Set(meeting.items.map(({ id }) => id))
  const here = <Row extends { readonly item: string | null }>(rows: readonly Row[]) =>
    rows.filter(({ item }) => item === null || shown.has(item))
  const decisions = here(meeting.decisions)
  const moved = here(meeting.motions)
  const loose = decisions.filter(({ id }) => !moved.some(({ decision }) => decision === id))
  const parts = [
    ...decisions.flatMap((decision, index) => quorumOf(decision, index + 1)),
    ...moved.flatMap((motion, index) => votingOf(`vot_${index + 1}`, motion, anchorOf(motion), motion.state)),
    ...loose.flatMap((decision, index) => votingOf(`vot_${moved.length + index + 1}`, decision, `#dec_${decision.id}`, 'carried')),
  ]
  return parts.length === 0 ? undefined : el('analysis', { source: '#board' }, el('parliamentary', {}, parts))
}

function anchorOf({ id, decision }: OpenMotion): string {
  return decision === null ? `#mot_${id}` : `#dec_${decision}`
}

function quorumOf({ id, quorum, quorumCounts }: OpenDecision, number: number): readonly Xml[] {
  if (quorum === null) return []
  const eId = `quo_${number}`
  const figures = quorumCounts.flatMap(({ have, need }, index) => [
    ...(need === null ? [] : [el('quorum', { eId: `${eId}__need_${index + 1}`, refersTo: '#needed', value: String(need) })]),
    ...(have === null ? [] : [el('count', { eId: `${eId}__have_${index + 1}`, refersTo: '#present', value: String(have) })]),
  ])
  // What the terms do not state has no figure; the schema wants one, so nothing is said of it.
  return figures.length === 0 ? [] : [el('quorumVerification', { eId, outcome: `#${quorum}`, href: `#dec_${id}` }, figures)]
}

function votingOf(eId: string, tally: Parameters<typeof countsOf>[0], href: string, outcome: string): readonly Xml[] {
  const counts = countsOf(tally)
  if (counts.length === 0) return []
  const figures = counts.map(({ concept, value }) =>
    el('count', { eId: `${eId}__${concept}`, refersTo: `#${concept}`, value: String(value) }),
  )
  return [el('voting', { eId, outcome: `#${outcome}`, href }, figures)]
}
