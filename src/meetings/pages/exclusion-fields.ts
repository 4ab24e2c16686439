import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { ExcludedPaper } from '../rules/public-exclusion.ts'
import { excludedPaperWords } from '../words/part-two.ts'

/** Papers that a resolution can name beside whole items; no field where none is exempt for itself. */
export function paperBoxes(papers: readonly ExcludedPaper[]): readonly FieldSpec[] {
  if (papers.length === 0) return []
  return [
    {
      kind: 'boxes',
      name: 'papers',
      label: 'For which papers alone?',
      hint: 'Each is exempt for itself, under an item that everybody hears. What is noted of that item while the public is out goes into the part of the minutes that is not public',
      options: papers.map((paper) => ({ value: paper.id, text: capitalised(excludedPaperWords(paper)) })),
    },
  ]
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
