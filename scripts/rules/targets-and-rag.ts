import { drawn, type Exact, exactOf, judgeRag, type Polarity, type TargetRule, targetOf } from '#performance/public.ts'
import type { RulesKind, Worked } from './kind.ts'

const POLARITIES = new Map<string, Polarity>([
  ['higher is better', 'higher'],
  ['lower is better', 'lower'],
  ['none', 'none'],
])

type Given = Readonly<Record<string, unknown>>

function isRagCase(list: string, given: Given): boolean {
  return /(^|\.)rag_cases$/.test(list) || 'rag' in given || ('value' in given && 'target' in given)
}

/** A figure of the file, exact as it is written there; null where there is none, undefined where it is no figure. */
function figure(value: unknown): Exact | null | undefined {
  if (value === null || value === undefined) return null
  return typeof value === 'number' || typeof value === 'string' ? (exactOf(String(value)) ?? undefined) : undefined
}

function ruleOf(given: Given): TargetRule | null {
  const [value, percent, points] = [figure(given.target_value), figure(given.change_percent), figure(given.change_points)]
  if (value) return { kind: 'value', value }
  if (points) return { kind: 'points', points }
  return percent ? { kind: 'relative', percent } : null
}

function workIndicator(given: Given): Worked {
  const baseline = figure(given.baseline)
  const rule = ruleOf(given)
  if (baseline === undefined) return { problem: 'its baseline is no figure' }
  if (rule === null) return { problem: 'it has none of target_value, change_percent and change_points as a figure' }
  const answer = targetOf(rule, baseline)
  return { computed: { target: answer.state === 'set' && answer.target.kind === 'value' ? drawn(answer.target.value) : null } }
}

function workRag(given: Given): Worked {
  const polarity = POLARITIES.get(String(given.polarity).trim().toLowerCase())
  const [target, value, percent] = [figure(given.target), figure(given.value), figure(given.tolerance_percent)]
  if (polarity === undefined) return { problem: `its polarity is none of: ${[...POLARITIES.keys()].join('; ')}` }
  if (target === undefined || value === undefined || percent === undefined)
    return { problem: 'its target, value or tolerance_percent is no figure' }
  const known = value === null ? ({ state: 'missing' } as const) : ({ state: 'value', value } as const)
  const tolerance = percent === null ? null : ({ kind: 'share', percent } as const)
  const { colour } = judgeRag(polarity, target === null ? null : { kind: 'value', value: target }, tolerance, known)
  return { computed: { rag: colour } }
}

/** Targets as change from a baseline (lists of indicators answer `target`) and colours by rule (lists of `rag_cases` answer `rag`). */
export const targetsAndRag: RulesKind = {
  answerKeys: (list, given) => (isRagCase(list, given) ? ['rag'] : ['target']),
  work: (given, list) => (isRagCase(list, given) ? workRag(given) : workIndicator(given)),
}
