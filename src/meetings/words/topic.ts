import type { FieldProblem } from '#platform/result.ts'

/** A sentence for what can be wrong with a topic. */
export function topicProblemWords({ code, field }: FieldProblem): string | undefined {
  switch (code) {
    case 'topic-without-letters':
      return 'Enter a name with letters or figures in it, other than “new”: the address of the topic is made of them'
    case 'topic-known':
      return 'There is a topic of that name, or one whose address would be the same'
    case 'topic-ends-before':
      return 'Enter a day after the first day of the topic'
    case 'required':
      return field === 'name' ? 'Enter a name' : undefined
    default:
      return undefined
  }
}
