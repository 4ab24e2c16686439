import type { FieldProblem } from '#platform/result.ts'
import type { Lateness } from '../rules/late-papers.ts'
import type { Discipline, PaperState, Verdict } from '../rules/paper.ts'
import type { BudgetFact, BudgetKind, ReportFact, ReportHeadings, ReportPart } from '../rules/report.ts'

/** The facts of the budget. */
export const budgetWords: Readonly<Record<BudgetFact, string>> = {
  budgetSum: 'Sum that is committed',
  budgetName: 'Budget',
  budgetKind: 'Pooled or not',
  budgetSource: 'Where the money comes from',
  budgetPayer: 'Who pays',
  budgetSavings: 'Savings',
}

/** Advice beside the fields of the budget. */
export const budgetHints: Readonly<Partial<Record<BudgetFact, string>>> = {
  budgetSum: 'Over the whole time, for example £38,400',
  budgetName: 'For example, early help, year 2026/27',
  budgetSource: 'For example, a grant that ends in March',
  budgetPayer: 'Which organisations, each with its share',
  budgetSavings: 'What is saved by it, and when. Where nothing is, say so',
}

/** Whether partners' money is together. */
export const budgetKindWords: Readonly<Record<BudgetKind, string>> = {
  pooled: 'Pooled: one fund of several partners',
  aligned: 'Not pooled: each partner keeps its own budget, and they spend it together',
  single: 'Not pooled: the budget of one partner',
}

/** The sections of a report, and what prints within them. */
export const partWords: ReportHeadings = {
  ...budgetWords,
  ...budgetKindWords,
  summary: 'Summary',
  recommendations: 'Recommendations',
  reasons: 'Reasons for the recommendations',
  background: 'Background',
  options: 'Options considered',
  consultation: 'Consultation',
  policyContext: 'Policy context',
  previousDecisions: 'Previous decisions',
  legal: 'Legal implications',
  financial: 'Financial implications',
  equality: 'Equality and human rights',
  risk: 'Risk',
  timetable: 'Timetable for decisions',
  backgroundPapers: 'Background papers',
  appendices: 'Appendices',
}

/** Advice beside the field of a section. */
export const partHints: Readonly<Partial<Record<ReportPart, string>>> = {
  summary: 'What this is about and why it comes to this board, in a few sentences a busy member can repeat',
  recommendations: 'One a line, each starting with a verb. They are lettered for you',
  financial: 'What else it costs or saves, and what happens if it costs more',
  backgroundPapers: 'One a line, with where it can be read',
  appendices: 'One a line',
}

/** The facts at the head of a report. */
export const factWords: Readonly<Record<ReportFact, string>> = {
  reportOf: 'Report of',
  contact: 'Contact',
  purpose: 'Purpose',
  area: 'Area or wards',
  circulation: 'Circulation',
}

/** States of a paper. */
export const paperStateWords: Readonly<Record<PaperState, string>> = {
  draft: 'Being written',
  in_checking: 'Being checked',
  cleared: 'Cleared',
  published: 'Published',
  withdrawn: 'Withdrawn',
}

/** Who checks. */
export const disciplineWords: Readonly<Record<Discipline, string>> = {
  finance: 'Finance',
  legal: 'Legal',
  equality: 'Equality',
  lead: 'Lead officer',
}

/** What a checker answered. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  asked: 'Asked',
  cleared: 'Cleared',
  returned: 'Returned',
  withdrawn: 'Taken back',
}

/** How a paper stands against its deadline. */
export const latenessWords: Readonly<Record<Lateness, string>> = {
  'in-time': 'Handed in on time',
  late: 'Late',
  'not-handed-in': 'Not handed in yet',
  'not-judged': 'No deadline stated',
}

/** A sentence for a problem with a paper. */
export function paperProblemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  const discipline = disciplineWords[details.discipline as Discipline] ?? ''
  switch (code) {
    case 'text':
      return String(details.sentence ?? 'The text cannot be read')
    case 'not-writable':
      return 'This paper cannot be changed as it stands. A cleared paper goes back to its author first; a published one is corrected'
    case 'correction-reason-missing':
      return 'Say why the paper is corrected. The reason is published with it'
    case 'author-unknown':
      return 'Choose who writes the paper'
    case 'author-cannot-sign-in':
      return 'This person cannot sign in yet, so could not write the paper here. Choose somebody else, or ask an administrator to invite them'
    case 'handed-in-already':
      return 'This paper was handed in already'
    case 'nothing-written':
      return 'Nothing is written in this paper yet'
    case 'budget-missing':
      return `The item commits money, so the paper needs its budget information before it can be cleared. It lacks: ${details.missing}`
    case 'paper-names-line':
      return 'The paper commits money that partners hold together. Say on the page of its item which budget line of the fund pays, and how much'
    case 'paper-names-budget':
      return 'The paper commits money. Name the budget that pays: a line of a fund on the page of its item, or an own budget of an organisation on the page of the paper'
    case 'paper-budget-confirmed':
      return 'Nobody has confirmed yet that the money is there. Say which post confirmed it and when, at the own budget of the paper'
    case 'confirmation-half':
      return 'Say which post confirmed it and on which day, or leave both empty while nobody has'
    case 'paper-line-sum':
      return 'The budgets named for this paper do not add up to its sum. Put one or the other right'
    case 'sum-expected':
      return 'Enter a sum like 38400 or £38,400'
    case 'key-questions-unanswered':
      return details.count === 1
        ? 'One key question of this item is not answered yet. Its author answers it before the paper can be cleared'
        : `${details.count} key questions of this item are not answered yet. Their author answers them before the paper can be cleared`
    case 'check-unanswered':
      return `The ${discipline.toLowerCase()} check is not answered yet`
    case 'check-returned':
      return `The ${discipline.toLowerCase()} check returned this paper, and its advice overrides`
    case 'check-not-asked':
      return 'Nobody was asked for this check'
    case 'withdrawn-note-missing':
      return 'Say why the check or its advice is taken back'
    case 'return-note-missing':
      return 'Say what must change'
    case 'consenter-not-named':
      return 'Choose somebody whom the terms name'
    case 'consent-given-already':
      return 'This consent is recorded already'
    case 'glyphs-missing':
      return undefined
    case 'required':
      return field === 'title'
        ? 'Enter a title'
        : field === 'note'
          ? 'Say what must change'
          : field === 'reason'
            ? 'Enter a reason'
            : undefined
    default:
      return undefined
  }
}
