import type { FieldProblem } from '#platform/result.ts'

const sentences: Readonly<Record<string, string>> = {
  'public-already': 'This is public already, and what was public stays public',
}

const required: Readonly<Record<string, string>> = {
  title: 'Give it a name',
}

/** A sentence for every problem that commissioning can have; undefined leaves it to the common words. */
export function problemWords({ code, field }: FieldProblem): string | undefined {
  return code === 'required' ? required[field] : sentences[code]
}
