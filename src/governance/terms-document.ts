import type { DocumentInput, DocumentSection, FrontLogo } from '#platform/documents/pdf/pack-input.ts'
import { type FileOpener, typesetDocument } from '#platform/documents/pdf/typeset-pack.ts'
import type { Block, Paper } from '#platform/paper/tree.ts'
import { run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { TermsVersion } from './queries/terms.ts'
import { describeTerms, type RuleDescription } from './rules/describe.ts'
import type { MemberDemand, TermsSeat } from './rules/terms/membership.ts'
import type { Terms } from './rules/terms/terms.ts'
import { memberDemandWords, votesOnWords } from './rules/terms/wording.ts'

/** The terms as a document to print: every rule in plain words with its source, what they leave open said as such (G4). */
export function termsDocument(version: TermsVersion): DocumentInput {
  const { terms, number } = version
  const rules = describeTerms(terms)
  const silent = rules.filter(({ status }) => status === 'not-stated')
  const spoken = rules.filter(({ status }) => status !== 'not-stated')
  const sections: DocumentSection[] = [
    { number: '', title: 'Seats', tree: seatsOf(version) },
    ...(terms.composition
      ? [{ number: '', title: 'Who must be on it', tree: listOf(terms.composition.map((one) => demandLine(terms, one))) }]
      : []),
    ...spoken.map((rule, index) => ({ number: String(index + 1), title: rule.title, tree: treeOf(rule) })),
    ...(silent.length === 0
      ? []
      : [{ number: '', title: 'What these terms do not state', tree: listOf(silent.map(({ title }) => title)) }]),
  ]
  return {
    partnership: '',
    board: terms.body.name,
    title: 'Terms of reference',
    date: `In force from ${dayInWords(version.startsOn)}`,
    place: '',
    contact: '',
    label: `Version ${number}, made from the rules`,
    noticeLines: terms.purpose.value === null ? [] : [terms.purpose.value],
    facts: terms.sources.map(
      ({ title, date }) => ['Source', date === null ? title : `${title}, ${dayInWords(Temporal.PlainDate.from(date))}`] as const,
    ),
    lists: [],
    sections,
  }
}

function demandLine({ sources }: Terms, { source, note, ...demand }: MemberDemand): string {
  const title = sources.find(({ id }) => id === source?.id)?.title
  const written = title === undefined ? undefined : `${title}${source?.section === undefined ? '' : `, ${source.section}`}`
  return [memberDemandWords(demand), note && `${note}.`, written && `Source: ${written}.`].filter(Boolean).join(' ')
}

const sentence = (text: string): Block => ({ type: 'paragraph', content: [run(text)] })

function listOf(lines: readonly string[]): Paper {
  return { version: 1, blocks: [{ type: 'list', ordered: false, items: lines.map((line) => ({ content: [run(line)], lists: [] })) }] }
}

function treeOf({ demands, standing, source, readings, note }: RuleDescription): Paper {
  const blocks: Block[] = [
    ...demands.map(sentence),
    ...(standing === null ? [] : [sentence(standing)]),
    ...readings.map((reading) => sentence(`${reading.source}: ${reading.text}`)),
    ...(note === null ? [] : [sentence(note)]),
    ...(source === null ? [] : [sentence(`Source: ${source}.`)]),
  ]
  return { version: 1, blocks: blocks.length === 0 ? [sentence('Nothing more is said.')] : blocks }
}

function seatsOf({ terms }: TermsVersion): Paper {
  const head = ['Seat', 'Places', 'Takes part as', 'Held by'].map((title) => [run(title)])
  const rows = terms.seats.map((seat) => [
    [run(seat.name)],
    [run(String(seat.places))],
    [run(`${votingWords[seat.voting]}${votesOnWords(seat, terms.functions.value)}`)],
    [run([seat.organisation ?? seat.sector ?? 'Anybody admitted', ...seatAsks(seat)].join('. '))],
  ])
  if (rows.length === 0) return { version: 1, blocks: [sentence('The terms name no seats.')] }
  return { version: 1, blocks: [{ type: 'table', align: ['start', 'end', 'start', 'start'], rows: [head, ...rows] }] }
}

/** What the terms ask of whoever holds a seat, and for how long. */
function seatAsks({ statutoryRole, capacity, termMonths }: TermsSeat): readonly string[] {
  return [
    ...(statutoryRole === undefined ? [] : [`By law: ${statutoryRole}`]),
    ...(capacity === null ? [] : [capacity]),
    ...(termMonths === null ? [] : [`Term of ${termMonths} months`]),
  ]
}

const votingWords = {
  voting: 'Voting member',
  non_voting: 'Member without a vote',
  observer: 'Observer, may speak',
  adviser: 'Adviser',
  invited: 'Invited',
} as const

const MOST_KEPT = 50
const kept = new Map<string, Promise<Uint8Array>>()

/** The partnership's own mark, and who gives its picture. */
export interface TermsMark {
  /** Undefined for none. */
  readonly logo: FrontLogo | undefined
  readonly open: FileOpener
}

/**
 * The terms as tagged PDF, under the partnership's own mark as packs are. An adopted version never changes, so that its file is set once a process
 * and mark, and kept; many at once ask for one setting.
 */
export function termsPdf(version: TermsVersion, { logo, open }: TermsMark): Promise<Uint8Array> {
  const key = `${version.id} ${logo?.document ?? ''} ${logo?.alternativeText ?? ''}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = typesetDocument({ ...termsDocument(version), logo }, { megabytes: 1000, seconds: 30 }, open).then(({ pdf }) => pdf)
  if (version.state === 'adopted' && kept.size < MOST_KEPT) kept.set(key, made)
  made.catch(() => kept.delete(key))
  return made
}
