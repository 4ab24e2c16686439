import type { DocumentInput, FrontLogo } from '#platform/documents/pdf/pack-input.ts'
import { type FileOpener, typesetDocument } from '#platform/documents/pdf/typeset-pack.ts'
import { run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Challenge, ChallengeStep } from './queries/challenges.ts'

const limits = { megabytes: 1000, seconds: 30 }

/** A letter of the ladder as a document to print (P8). */
export function letterDocument(challenge: Challenge, step: ChallengeStep): DocumentInput {
  const paragraphs = (step.letter?.text ?? '').split(/\n{2,}/).filter((one) => one.trim() !== '')
  return {
    ...{ partnership: '', board: challenge.bodyName, title: `Challenge ${challenge.number}: ${challenge.title}` },
    date: step.sentOn ? dayInWords(step.sentOn) : 'Draft, not sent',
    ...{ place: '', contact: '', label: `Step ${step.position} of the escalation ladder`, noticeLines: [] },
    facts: [
      ['From', step.who] as const,
      ['To', step.letter?.sentTo || step.toWhom] as const,
      ...(step.copiedTo === '' ? [] : [['Copy to', step.copiedTo] as const]),
      ...(step.answerDueOn ? [['Answer due', dayInWords(step.answerDueOn)] as const] : []),
    ],
    lists: [],
    sections: [
      {
        ...{ number: '', title: 'Letter' },
        tree: {
          version: 1,
          blocks: paragraphs.map((text) => ({ type: 'paragraph' as const, content: [run(text.replaceAll('\n', ' '))] })),
        },
      },
    ],
  }
}

/** The letter as an accessible PDF. */
export async function letterPdf(
  challenge: Challenge,
  step: ChallengeStep,
  {
    partnership,
    logo,
    madeAt,
    open,
  }: { readonly partnership: string; readonly logo: FrontLogo | undefined; readonly madeAt: Temporal.Instant; readonly open: FileOpener },
): Promise<Uint8Array> {
  const { pdf } = await typesetDocument({ ...letterDocument(challenge, step), partnership, logo }, { ...limits, madeAt }, open)
  return pdf
}
