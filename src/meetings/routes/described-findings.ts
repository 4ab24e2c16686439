import { describeRule, ruleNames } from '#governance/public.ts'
import type { DescribedFinding } from '../pages/compliance-page.tsx'
import { type ComplianceFacts, judgeCompliance } from '../rules/compliance.ts'

/** Judges a board's facts, each finding with what the rule demands and where it is written. */
export function describedFindings(facts: ComplianceFacts): readonly DescribedFinding[] {
  const days = new Map(facts.meetings.map(({ id, heldOn }) => [id, heldOn]))
  return judgeCompliance(facts, ruleNames).map((finding) => {
    const meetings = finding.meetings.flatMap((id) => {
      const heldOn = days.get(id)
      return heldOn ? [{ id, heldOn }] : []
    })
    if (finding.rule === 'seats')
      return { finding, title: 'Seats', demands: 'Every place that the terms give is filled.', source: undefined, meetings }
    if (finding.rule === 'composition')
      return {
        finding,
        title: 'Who must be on the board',
        demands: 'Those whom the law or the terms name are members, and at the meetings where that is asked.',
        source: undefined,
        meetings,
      }
    if (finding.rule === 'seat-terms')
      return { finding, title: 'Terms of members', demands: 'Nobody stays on beyond the term of the seat.', source: undefined, meetings }
    if (finding.rule === 'reports')
      return {
        finding,
        title: 'Reports to other boards',
        demands: 'Each report that the board owes another is made by its day.',
        source: undefined,
        meetings,
      }
    if (finding.rule === 'sharing')
      return {
        finding,
        title: 'Sharing agreements',
        demands: 'Each agreement on information is reviewed by its day.',
        source: undefined,
        meetings,
      }
    const { title, demands, source } = describeRule(facts.terms, finding.rule)
    return { finding, title, demands: demands.join(' '), source: source ?? undefined, meetings }
  })
}
