import type { Terms } from '#governance/public.ts'
import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { type Paper, run } from '#platform/paper/tree.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import type { KeptCertificate } from '../queries/exempt-copies.ts'
import { type CertificateOfDestruction, type DestructionRule, destructionDue, type ExemptCopy } from '../rules/exempt-copy.ts'

/** 'Copy 3 on paper', 'Electronic copy'. */
export function copyName({ kind, number }: Pick<ExemptCopy, 'kind' | 'number'>): string {
  return kind === 'printed' ? `Copy ${number} on paper` : 'Electronic copy'
}

/** What became of a copy, in a word. */
export function becameWords(ended: ExemptCopy['ended']): string {
  return ended === 'destroyed' ? 'Destroyed' : ended === 'handed_back' ? 'Handed back' : 'Outstanding'
}

/** How the copies of a meeting stand together: '30 copies, 29 of them outstanding'; undefined while none is recorded. */
export function copiesInWords(copies: readonly Pick<ExemptCopy, 'ended'>[]): string | undefined {
  if (copies.length === 0) return undefined
  const outstanding = copies.filter(({ ended }) => ended === null).length
  const all = copies.length === 1 ? '1 copy' : `${copies.length} copies`
  if (outstanding === 0) return `${all}, none outstanding.`
  return outstanding === copies.length ? `${all}, all outstanding.` : `${all}, ${outstanding} of them outstanding.`
}

/** Copies of one kind, counted: '29 electronic copies', '1 copy on paper'. */
export function copiesOfKind(kind: ExemptCopy['kind'], count: number): string {
  const noun = count === 1 ? 'copy' : 'copies'
  return kind === 'printed' ? `${count} ${noun} on paper` : `${count} electronic ${noun}`
}

/** How it is known that somebody has a copy. */
export const evidenceWords: Readonly<Record<ExemptCopy['evidence'], string>> = {
  told: 'Told of the pack, and may read it',
  opened: 'Opened the full pack',
  by_hand: 'Handed over on paper',
}

/** The rule of the terms in a sentence; '' where they state none. */
export function destructionRuleWords(rule: DestructionRule | null | undefined): string {
  if (!rule || rule.destroyed === 'never') return ''
  if (rule.destroyed === 'end-of-meeting') return 'Copies handed out are destroyed at the end of the meeting.'
  return `Copies handed out are destroyed within ${rule.days ?? 'some'} days of the meeting.`
}

/** Puts a certificate together from what is recorded. Items stand in it as everybody may read them. */
export function certificateOf(from: {
  readonly board: string
  readonly heldOn: Temporal.PlainDate
  readonly confidentiality: Terms['confidentiality'] | undefined
  readonly items: readonly { readonly number: string; readonly publicTitle: string }[]
  readonly copies: readonly ExemptCopy[]
}): CertificateOfDestruction {
  const { board, heldOn, confidentiality, items, copies } = from
  const rule = confidentiality?.value
  return {
    ...{ board, heldOn: heldOn.toString(), rule: destructionRuleWords(rule) },
    source: rule && confidentiality?.source ? JSON.stringify(confidentiality.source) : '',
    dueOn: destructionDue(rule, heldOn)?.toString() ?? '',
    items: items.map(({ number, publicTitle }) => `${number} ${publicTitle}`),
    copies: copies.map((copy) => ({
      ...{ copy: copyName(copy), name: copy.name, handed: instantInWords(copy.handedAt), became: becameWords(copy.ended) },
      ...{ when: copy.endedAt ? instantInWords(copy.endedAt) : '', words: copy.words },
    })),
    outstanding: copies.filter(({ ended }) => ended === null).map(({ name }) => name),
  }
}

/** What stands in a certificate above the list of copies. */
export function certificateFacts({ inputs, madeBy, madeAt }: KeptCertificate): readonly (readonly [label: string, value: string])[] {
  return [
    ['Meeting', `${inputs.board}, ${dayInWords(Temporal.PlainDate.from(inputs.heldOn))}`],
    ['Items', inputs.items.join('; ') || 'None is exempt any more'],
    ['Rule of the terms', inputs.rule || 'They state none'],
    ...(inputs.dueOn === '' ? [] : [['Last day', dayInWords(Temporal.PlainDate.from(inputs.dueOn))] as const]),
    ['Outstanding', inputs.outstanding.length === 0 ? 'None' : inputs.outstanding.join(', ')],
    ['Drawn up', `${instantInWords(madeAt)} by ${madeBy}`],
    ['Record copy', recordCopy],
  ]
}

/** What is said of the record copy, wherever copies are destroyed. */
export const recordCopy =
  'Kept by the clerk with the record of the meeting. It is never destroyed with the copies: it stays as long as the law and the retention schedule ask.'

const columns = ['Copy', 'Holder', 'Handed out', 'What became of it', 'When', 'Confirmed in these words'] as const

/** The list of copies as a table. */
function certificateTable({ copies }: CertificateOfDestruction): {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  return { columns, rows: copies.map(({ copy, name, handed, became, when, words }) => [copy, name, handed, became, when, words]) }
}

/** The certificate as a document to print. */
export function certificateDocument(certificate: KeptCertificate, partnership: string): DocumentInput {
  const { inputs, number } = certificate
  const table = certificateTable(inputs)
  const cell = (text: string) => [run(text === '' ? '–' : text)]
  const tree: Paper = {
    version: 1,
    blocks: [
      {
        type: 'table',
        align: table.columns.map(() => 'start' as const),
        rows: [table.columns.map((heading) => [run(heading)]), ...table.rows.map((row) => row.map(cell))],
      },
    ],
  }
  return {
    ...{ partnership, board: inputs.board, title: 'Certificate of destruction' },
    ...{ date: `Meeting of ${dayInWords(Temporal.PlainDate.from(inputs.heldOn))}`, place: '', contact: '', label: `Certificate ${number}` },
    ...{ noticeLines: [], facts: certificateFacts(certificate), lists: [] },
    sections: [{ number: '', title: 'Copies', tree }],
  }
}
