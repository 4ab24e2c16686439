import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import type { ClosedRight } from '../queries/closed-right.ts'
import { classWords } from '../words/casework.ts'
import { rightEntitlementWords, rightSourceWords } from '../words/putting-right.ts'
import { recordInWords } from '../words/record-in-words.ts'

/** What is proposed of a closed record: what it says, what it shall say, and who wants it why. */
export function ProposalFacts({ right }: { readonly right: ClosedRight }): JSX.Element {
  const { record, shall, kind } = right
  return (
    <KeyFacts
      facts={[
        { label: 'What', value: `${rightSourceWords[right.source]}, ${classWords[right.class].toLowerCase()}` },
        { label: 'It says now', value: <span dir="auto">{record ? recordInWords(record) : right.said}</span> },
        ...(shall ? [{ label: 'It shall say', value: <span dir="auto">{recordInWords(shall)}</span> }] : []),
        { label: 'What is wrong, and how one knows', value: <span dir="auto">{right.wanted}</span> },
        ...(kind === 'asked'
          ? [
              { label: 'Asked by', value: right.asked_by },
              { label: 'They may ask because', value: rightEntitlementWords[right.entitled_by as keyof typeof rightEntitlementWords] },
            ]
          : [{ label: 'Asked by', value: 'Nobody: it was found' }]),
        { label: 'Proposed by', value: right.proposedBy },
        { label: 'Answered by', value: dayInWords(right.due_on) },
      ]}
    />
  )
}
