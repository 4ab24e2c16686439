/** Kinds of case audit. */
export const caseAuditKinds = ['single-agency', 'multi-agency', 'voice'] as const
/** One of them. */
export type CaseAuditKind = (typeof caseAuditKinds)[number]

/** One question with how many cases stood at each grade, the best grade first. */
export interface CaseItem {
  readonly question: string
  readonly counts: readonly number[]
}

/** Reads lines like 'Was the child seen alone? | 4, 5, 1'; undefined where a line cannot be read or counts another number of grades. */
export function readCaseItems(typed: string, grades: number): readonly CaseItem[] | undefined {
  const items = typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): CaseItem | undefined => {
      const at = line.lastIndexOf('|')
      const question = line.slice(0, at).trim()
      const figures = line
        .slice(at + 1)
        .split(',')
        .map((one) => one.trim())
      if (at < 1 || question === '' || question.length > 300 || figures.length !== grades || !figures.every((one) => /^\d{1,5}$/.test(one)))
        return undefined
      return { question, counts: figures.map(Number) }
    })
  return items.length === 0 || items.length > 60 || items.includes(undefined) ? undefined : items.filter((item) => item !== undefined)
}

/** Compares a question with the same one of the audit before: of those graded, how many stood at the best two thirds of the grades; undefined: not asked. */
export function sameQuestion(items: readonly CaseItem[], question: string): CaseItem | undefined {
  return items.find((one) => one.question.trim().toLowerCase() === question.trim().toLowerCase())
}
