import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { heldLabels, heldTitles } from '../words/held-words.ts'

/** A row of the record as the database hands it over for a request. */
export interface HeldRow {
  readonly source: string
  readonly record: string
  /** The record of the family in which it stands; null for what is said of a person in all of them. */
  readonly episode: string | null
  readonly content: Readonly<Record<string, unknown>>
  /** Shielded from whoever the record is about, or asks: it never left the database. */
  readonly isHidden: boolean
  readonly digest: string
}

/** Somebody of the family. */
export interface Relative {
  readonly id: string
  readonly name: string
}

/** What makes somebody look twice before an entry is given. */
export type EntryMark = 'about-other' | 'names-other' | 'shielded' | 'withheld-at-entry' | 'former'

/** An entry of the worksheet. */
export interface HeldEntry extends HeldRow {
  readonly section: string
  readonly title: string
  readonly at: string
  /** Who entered it; an id, null where the database did. */
  readonly author: string | null
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly marks: readonly EntryMark[]
}

/** The order in which a record is read, and which tables stand in it; what is new stands last and is not left out. */
const readingOrder: readonly (readonly [string, readonly string[]])[] = [
  ['Who it is about', ['person', 'family', 'person_name', 'person_fact', 'person_identifier', 'person_merge', 'person_unmerge']],
  ['Addresses and contacts', ['address', 'person_contact', 'address_shield']],
  ['Who belongs together', ['relationship']],
  ['What was asked for', ['episode', 'request']],
  [
    'Assessments',
    [
      'assessment',
      'assessment_child',
      'assessment_author',
      'assessment_part',
      'answer',
      'assessment_known',
      'contribution',
      'contributed_answer',
      'assessment_draft',
    ],
  ],
  [
    'What the family says',
    [
      'assessment_view',
      'assessment_signature',
      'statement',
      'statement_dispute',
      'scale_reading',
      'own_words',
      'drawing',
      'dissent',
      'child_asked',
    ],
  ],
  ['The plan', ['plan_version', 'plan_need', 'plan_action', 'plan_review', 'review_line', 'plan_print', 'signed_page', 'paper_sure']],
  ['The team and its meetings', ['team_member', 'lead_period', 'team_meeting', 'meeting_person', 'meeting_item', 'meeting_note']],
  [
    'Movement',
    [
      'tier_period',
      'level_of_need',
      'pause',
      'transition',
      'transition_words',
      'transition_event',
      'outcome',
      'adulthood',
      'advice',
      'closure',
      'closing_plan',
    ],
  ],
  ['Agreements', ['agreement', 'agreement_scope', 'agreement_stand']],
  ['Decisions to share', ['sharing_decision', 'access_grant']],
  ['What went to whom', ['disclosure']],
  ['Quality reviews', ['quality_review', 'quality_words', 'quality_action']],
  ['Supervision', ['supervision_decision', 'supervision_family']],
  ['Put right', ['rectification', 'restriction', 'restricted_reading', 'family_shield']],
  ['Who looked', ['look']],
  ['What records said before', ['former_version']],
]
const others = 'Other records'
/** Sections in the order in which a record is read. */
export const readingSections: readonly string[] = [...readingOrder.map(([name]) => name), others]

const technical = new Set([
  'id',
  'version',
  'transaction',
  'digest',
  'form_version',
  'field',
  'part',
  'class',
  'entered_by',
  'entered_at',
  'family',
  'episode',
  'assessment',
  'shielded_from',
  'withheld_from',
  'source',
  'seen_version',
])
const authors = ['entered_by', 'recorded_by', 'requested_by', 'changed_by', 'proposed_by', 'given_by', 'reviewer', 'saved_by', 'person']
const days = [
  'entered_at',
  'at',
  'changed_at',
  'recorded_at',
  'requested_at',
  'proposed_at',
  'starts_at',
  'saved_at',
  'given_on',
  'starts_on',
  'requested_on',
  'closed_on',
  'completed_at',
]
const told = (value: unknown): string => (typeof value === 'string' ? value : '')
const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
const inWords = (name: string): string => heldLabels[name] ?? capitalised(name.replaceAll('_', ' '))

/** What ids and codes mean. */
interface Known {
  /** What people, agencies and relatives are called, by id. */
  readonly names: ReadonlyMap<string, string>
  /** What can be answered to a question of the form, by version, question and code. */
  readonly options?: ReadonlyMap<string, string>
  /** What codes mean, by the part of a record in which they stand. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A day or a moment in words; nothing for an id that names nobody, which tells a reader nothing. */
function plainly(value: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayInWords(Temporal.PlainDate.from(value))
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)) return instantInWords(Temporal.Instant.from(value))
  return value
}

/** A value as it is read; empty where nothing stands there. Names stand for ids that are known, words for codes. */
function valueInWords(name: string, value: unknown, known: Known): string {
  if (value === null || value === undefined || value === '') return ''
  if (value === true) return 'Yes'
  if (value === false) return 'No'
  if (typeof value === 'string') return known.codes?.[name]?.[value] ?? known.names.get(value) ?? plainly(value)
  if (Array.isArray(value))
    return value
      .map((one) => valueInWords(name, one, known))
      .filter((one) => one !== '')
      .join('; ')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([inner]) => !technical.has(inner))
      .map(([inner, one]) => [inWords(inner), valueInWords(inner, one, known)] as const)
      .filter(([, words]) => words !== '')
      .map(([label, words]) => `${label}: ${words}`)
      .join('. ')
  return String(value)
}

/** What was chosen of a question of the form, in the words of the version of the form by which it was asked. */
function optionsInWords({ content }: HeldRow, value: unknown, { options }: { readonly options?: ReadonlyMap<string, string> }): string {
  return (Array.isArray(value) ? value : [])
    .map((code) => options?.get(`${content.form_version} ${content.field} ${code}`) ?? String(code))
    .join('; ')
}

/** Every id that stands anywhere in the rows, so that names are asked for once. */
export function idsIn(rows: readonly HeldRow[]): readonly string[] {
  const text = rows.map(({ content }) => JSON.stringify(content)).join(' ')
  return [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [])]
}

/**
 * What is held, in the order in which it is read, each entry with who entered it and with what makes one look twice. A mark never decides: a person does.
 * @param subject - whose record is asked for
 * @param names - what people, agencies and relatives are called, by id; what codes of dated lists are called, by code
 * @param options - what can be answered to a question of the form, by version, question and code
 */
export function readingEntries(
  rows: readonly HeldRow[],
  about: Known & { readonly subject: string; readonly relatives: readonly Relative[] },
): readonly HeldEntry[] {
  const sectionOf = new Map(readingOrder.flatMap(([name, sources]) => sources.map((source) => [source, name] as const)))
  return rows
    .map((row): HeldEntry => {
      const { kind } = row.content
      const listed = (name: string, value: unknown): string | undefined =>
        (row.source === 'person_fact' && name === 'code') || (row.source === 'relationship' && name === 'type')
          ? about.names.get(`${row.source === 'relationship' ? 'relationship' : kind} ${value}`)
          : undefined

      const facts = Object.entries(row.content)
        .filter(([name]) => !technical.has(name))
        .map(([name, value]) => ({
          name,
          label: inWords(name),
          value:
            row.source === 'answer' && name === 'codes'
              ? optionsInWords(row, value, about)
              : (listed(name, value) ?? valueInWords(name, value, about)),
        }))
        .filter(({ value }) => value !== '')
      return {
        ...row,
        section: sectionOf.get(row.source) ?? others,
        title: heldTitles[row.source] ?? capitalised(row.source.replaceAll('_', ' ')),
        at: days.map((name) => told(row.content[name])).find((day) => day !== '') ?? '',
        author: authors.map((name) => told(row.content[name])).find((id) => id !== '') ?? null,
        facts: row.source === 'person_fact' ? onOneLine(facts) : facts.map(({ label, value }) => ({ label, value })),
        marks: marksOf(row, facts.map(({ value }) => value).join(' '), about),
      }
    })
    .sort(
      (a, b) =>
        readingSections.indexOf(a.section) - readingSections.indexOf(b.section) ||
        (a.at < b.at ? -1 : a.at > b.at ? 1 : a.record < b.record ? -1 : 1),
    )
}

/** A fact about somebody as one line: what it is, then what was answered; that it was answered is seen by the answer. */
function onOneLine(facts: readonly { readonly name: string; readonly label: string; readonly value: string }[]) {
  const of = (name: string) => facts.find((fact) => fact.name === name)?.value
  const told = [of('code') ?? of('standing'), of('words')].filter((words) => words !== undefined)
  const rest = facts.filter(({ name }) => !['kind', 'standing', 'code', 'words'].includes(name))
  return [{ label: of('kind') ?? 'What it is', value: [...told, ...rest.map(({ label, value }) => `${label}: ${value}`)].join('. ') }]
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(/[^\p{L}]+/u))

function marksOf(
  row: HeldRow,
  words: string,
  { subject, relatives }: { readonly subject: string; readonly relatives: readonly Relative[] },
): readonly EntryMark[] {
  const apart = relatives.filter(({ id }) => id !== subject)
  const { id, relative, subject: whose, person, withheld_from: withheld, tells_of_others: tells } = row.content
  const of = row.source === 'person' ? id : (relative ?? whose ?? person)
  const said = wordsOf(words)
  // A surname that they share tells nothing.
  const own = wordsOf(relatives.find(({ id }) => id === subject)?.name ?? '')
  const isNamed = (name: string): boolean => [...wordsOf(name)].some((part) => part.length >= 3 && !own.has(part) && said.has(part))
  const held: readonly (readonly [EntryMark, boolean])[] = [
    ['shielded', row.isHidden],
    ['withheld-at-entry', withheld !== undefined && withheld !== null],
    ['about-other', apart.some((one) => one.id === of)],
    ['names-other', tells === true || apart.some(({ name }) => isNamed(name))],
    ['former', row.source === 'former_version'],
  ]
  return held.filter(([, holds]) => holds).map(([mark]) => mark)
}

/** What was decided of an entry. */
export interface EntryDecision {
  readonly source: string
  readonly record: string
  readonly digest: string
  readonly verdict: 'give' | 'part' | 'withhold'
  readonly given: string
  readonly exemption: string | null
  readonly because: string
}

/** An entry with what stands of it now; a decision about words that were changed since counts no more. */
export function decidedEntries(
  entries: readonly HeldEntry[],
  decisions: readonly EntryDecision[],
): readonly { readonly entry: HeldEntry; readonly decision: EntryDecision | undefined }[] {
  const known = new Map(decisions.map((one) => [`${one.source} ${one.record}`, one]))
  return entries.map((entry) => {
    const decision = known.get(`${entry.source} ${entry.record}`)
    // Reading for the answer is a look itself: who looked is given as it stands, and nobody waits for the next line of it.
    if (entry.source === 'look') return { entry, decision: { ...entry, verdict: 'give', given: '', exemption: null, because: '' } }
    return { entry, decision: decision?.digest === entry.digest ? decision : undefined }
  })
}
