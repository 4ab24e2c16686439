import { describeRule, ruleNames } from '#governance/public.ts'
import type { DescribedFinding } from '../pages/compliance-page.tsx'
import { type ComplianceFacts, type ComplianceFinding, furtherRules, judgeCompliance } from '../rules/compliance.ts'

type FurtherRule = (typeof furtherRules)[number]

/** What is asked of every board, whatever its terms state. */
const further: Readonly<Record<FurtherRule, { readonly title: string; readonly demands: string }>> = {
  seats: { title: 'Seats', demands: 'Every place that the terms give is filled.' },
  composition: {
    title: 'Who must be on the board',
    demands: 'Those whom the law or the terms name are members, and at the meetings where that is asked.',
  },
  'seat-terms': { title: 'Terms of members', demands: 'Nobody stays on beyond the term of the seat.' },
  presided: {
    title: 'Who took the chair',
    demands: 'The chair presides, else the deputy chair, else somebody elected for the meeting, from its beginning to its end.',
  },
  'remote-attendance': {
    title: 'Remote attendance',
    demands: 'Whoever joins by remote link is counted, and votes, only where the law and the terms let them.',
  },
  sharing: { title: 'Sharing agreements', demands: 'Each agreement on information is reviewed by its day.' },
  reports: { title: 'Reports to other boards', demands: 'Each report that the board owes another is made by its day.' },
  registers: { title: 'Registers of interests', demands: 'Each member looks their register of interests through every year.' },
  duties: { title: 'Duties under protocols', demands: 'What a protocol with other boards asks of this one is done within its window.' },
  yearly: {
    title: 'Duties of every year',
    demands: 'Reports, self-assessments and annual meetings are done in their months, or it is said why not.',
  },
  'notice-law': { title: 'Notice by law', demands: '' },
}

function isFurther(rule: ComplianceFinding['rule']): rule is FurtherRule {
  return furtherRules.some((one) => one === rule)
}

/** Judges a board's facts, each finding with what the rule demands and where it is written. */
export function describedFindings(facts: ComplianceFacts): readonly DescribedFinding[] {
  const days = new Map(facts.meetings.map(({ id, heldOn }) => [id, heldOn]))
  return judgeCompliance(facts, ruleNames).map((finding) => {
    const meetings = finding.meetings.flatMap((id) => {
      const heldOn = days.get(id)
      return heldOn ? [{ id, heldOn }] : []
    })
    if (isFurther(finding.rule)) {
      const source = { 'notice-law': facts.noticeLaw?.source, 'remote-attendance': facts.presenceLaw?.source }[finding.rule as string]
      const demands = finding.rule === 'notice-law' ? (facts.noticeLaw?.demands ?? '') : further[finding.rule].demands
      return { finding, title: further[finding.rule].title, demands, source, meetings }
    }
    const { title, demands, source } = describeRule(facts.terms, finding.rule)
    return { finding, title, demands: demands.join(' '), source: source ?? undefined, meetings }
  })
}
