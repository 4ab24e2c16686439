import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { type Block, type Paper, run } from '#platform/paper/tree.ts'
import { instantInWords, weekdayInWords } from '#platform/time/words.ts'
import type { Breach, Certificate, Publication } from '../queries/publications.ts'
import type { ReadingBeside } from '../rules/certificate.ts'
import { publicationName, ruleInWords, verdictSentence } from './publication.ts'

/** One line of a notice certificate: the page and the PDF show the same. */
export interface NoticeFact {
  readonly label: string
  /** One or, where `isList`, one for each day. */
  readonly lines: readonly string[]
  readonly isList: boolean
  /** What of the dated rules it rests on, where a page can lead there. */
  readonly rests?: 'law' | 'holidays'
}

const day = (iso: string): string => weekdayInWords(Temporal.PlainDate.from(iso))

/** Whether the rule was kept, in two words. */
export const verdictWords = (state: Certificate['verdict']['state']): string =>
  state === 'met' ? 'Rule kept' : state === 'late' ? 'Rule broken' : 'Nobody can say'

/** What a notice certificate rests on, line by line (handbook governance 3.1). `breaches`: reasons given when it was published late. */
export function noticeFacts(certificate: Certificate, breaches: readonly Breach[]): readonly NoticeFact[] {
  const { inputs, verdict, madeAt, ruleKey } = certificate
  const one = (label: string, text: string): NoticeFact => ({ label, lines: [text], isList: false })
  const skipped = inputs.skipped.map((each) => `${day(each.day)}${each.holiday ? ` (${each.reason})` : ''}`)
  const breach =
    verdict.state === 'late' ? breaches.find((each) => each.ruleKey === ruleKey && each.ofBody === certificate.ofBody) : undefined
  const sent =
    inputs.sentAt === null ? `${day(inputs.sentOn)}; the time is not recorded` : instantInWords(Temporal.Instant.from(inputs.sentAt))
  return [
    one('The rule', `Out ${ruleInWords(inputs)}`),
    ...(inputs.source === '' ? [] : [{ ...one('Where it is written', inputs.source), rests: 'law' as const }]),
    ...(inputs.reading ? [one('Judged by', 'The rules in force on the day of the meeting')] : []),
    ...(inputs.beside ? [one('Other rules when notice fell due', besideWords(inputs.beside))] : []),
    one('Published', sent),
    one('Meeting', day(inputs.heldOn)),
    { label: 'Days counted', lines: inputs.counted.map(day), isList: true },
    skipped.length === 0 ? one('Days not counted', 'None') : { label: 'Days not counted', lines: skipped, isList: true },
    { ...one('Calendar', inputs.calendar), rests: 'holidays' },
    ...(inputs.laterNonWorkingDay
      ? [one('Arithmetic alone', `would allow ${day(inputs.laterNonWorkingDay)}, which is no working day`)]
      : []),
    ...(breach ? [one('Reason', breach.reason), one('Approved by', breach.approver)] : []),
    one('Certificate made', instantInWords(madeAt)),
  ]
}

/** What the rules of the day on which notice fell due asked, and how notice stood by them. */
function besideWords({ onDay, rule, source, verdict }: ReadingBeside): string {
  if (rule === null) return `On ${day(onDay)} no rule stated a day.`
  const written = source === '' ? '' : ` (${source})`
  const said = verdict === null ? '' : ` By these: ${verdictWords(verdict.state).toLowerCase()}. ${verdictSentence(verdict)}.`
  return `Those in force on ${day(onDay)} ask for something else: out ${ruleInWords(rule)}${written}.${said}`
}

/** What the certificates of a meeting are made into. */
export interface NoticeRecord {
  readonly heldOn: Temporal.PlainDate
  /** The boards at the table, the one that called first. */
  readonly boards: readonly { readonly id: string; readonly name: string }[]
  readonly certified: readonly { readonly publication: Publication; readonly certificates: readonly Certificate[] }[]
  readonly breaches: readonly Breach[]
}

/** The notice certificates of a meeting as a document to file: a section for each publication, and for each board at a joint table. */
export function noticeDocument({ heldOn, boards, certified, breaches }: NoticeRecord, partnership: string): DocumentInput {
  const [host] = boards
  const isJoint = boards.length > 1
  const sections = certified.flatMap(({ publication, certificates }) =>
    certificates.map((certificate) => {
      const board = boards.find(({ id }) => id === certificate.ofBody)?.name ?? ''
      const name = publicationName(publication)
      return {
        number: '',
        title: isJoint ? `${name}, by the rules of ${board}` : name,
        tree: certificateTree(certificate, publication.kind === 'pack' ? breaches : []),
      }
    }),
  )
  return {
    ...{ partnership, board: host?.name ?? '', title: 'Certificate of notice', date: `Meeting of ${weekdayInWords(heldOn)}` },
    ...{ place: '', contact: '', label: 'What the rule demanded, and what was done', noticeLines: [], lists: [], sections },
    facts: isJoint ? [['At the table', boards.map(({ name }) => name).join('; ')]] : [],
  }
}

function certificateTree(certificate: Certificate, breaches: readonly Breach[]): Paper {
  const { verdict } = certificate
  const said: Block = { type: 'paragraph', content: [run(`${verdictWords(verdict.state)}. ${verdictSentence(verdict)}.`)] }
  const rows = noticeFacts(certificate, breaches).map(({ label, lines }) => [[run(label)], [run(lines.join('; '))]])
  return {
    version: 1,
    blocks: [
      said,
      { type: 'table', headerColumn: true, align: ['start', 'start'], rows: [[[run('What was asked')], [run('What was found')]], ...rows] },
    ],
  }
}
